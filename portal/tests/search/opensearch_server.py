"""A stand-in for an OpenSearch server: the few requests the engine makes, over HTTP.

It answers from memory by the meaning the server's documentation gives those queries.
It is no OpenSearch: what a real one makes of them, these tests do not tell.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread


class _Handler(BaseHTTPRequestHandler):
    def _answer(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length).decode()
        server = self.server
        server.asked.append((self.command, self.path, self.headers["Authorization"]))
        if server.is_down:
            self.send_error(503)
            return
        if self.command == "HEAD":
            self.send_response(200 if server.mapping else 404)
            self.end_headers()
            return
        data = json.dumps(server.take(self.command, self.path, body)).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    do_GET = do_POST = do_PUT = do_HEAD = _answer

    def log_message(self, *args) -> None:
        """Nothing: the tests look at what was asked."""


class SearchServer(ThreadingHTTPServer):
    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.documents: dict[str, dict] = {}
        self.mapping: dict = {}
        self.asked: list[tuple] = []
        self.is_down = False

    @property
    def url(self) -> str:
        return f"http://reader:se%3Acret@127.0.0.1:{self.server_port}/tests"

    def take(self, method: str, path: str, body: str) -> dict:
        action = path.partition("?")[0].rpartition("/")[2]
        if method == "PUT":
            self.mapping = json.loads(body)
            return {"acknowledged": True}
        if action == "_bulk":
            lines = [json.loads(line) for line in body.splitlines()]
            for head, document in zip(lines[::2], lines[1::2], strict=True):
                self.documents[head["index"]["_id"]] = document
            return {"errors": False}
        asked = json.loads(body)
        found = {i: d for i, d in self.documents.items() if fits(asked["query"], d)}
        if action == "_delete_by_query":
            for one in found:
                del self.documents[one]
            return {"deleted": len(found)}
        return _result(asked, sorted(found.values(), key=lambda d: -d["key"]))


def fits(query: dict, document: dict) -> bool:
    [(kind, asked)] = query.items()
    if kind == "bool":
        every = all(fits(one, document) for one in asked.get("filter", ()))
        should = asked.get("should")
        return every and (not should or any(fits(one, document) for one in should))
    [(name, value)] = asked.items()
    if kind == "range":
        return value["gte"] <= document[name] < value["lt"]
    if kind == "terms":
        return document[name] in value
    tokens = document[name].split()
    if kind == "prefix":
        return any(token.startswith(value) for token in tokens)
    return value in tokens


def _result(asked: dict, found: list[dict]) -> dict:
    hits = [{"sort": [document["key"]]} for document in found[: asked["size"]]]
    sets = defaultdict(set)
    for document in found if "aggs" in asked else ():
        sets[document["facets"]].add(document["page"])
    buckets = [{"key": k, "pages": {"value": len(p)}} for k, p in sets.items()]
    return {"hits": {"hits": hits}, "aggregations": {"sets": {"buckets": buckets}}}


@contextmanager
def search_server() -> Iterator[SearchServer]:
    server = SearchServer()
    Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
