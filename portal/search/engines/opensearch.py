"""An OpenSearch server as the index: the same tokens, the same questions.

It knows of a change when the transaction has committed. While it cannot be reached
readers find nothing new, nothing fails for who publishes, and the worker builds the
index anew once it is back.
"""

import base64
import json
import logging
from collections.abc import Iterable, Sequence
from functools import partial
from urllib.error import HTTPError, URLError
from urllib.parse import unquote, urlsplit
from urllib.request import Request, urlopen

from django.db import transaction

from portal.models import SearchState
from portal.search.engines import Counts, Wanted
from portal.search.engines.database import erase, write
from portal.search.entries import Entry
from portal.search.entry_keys import slot_range
from portal.search.schema import HEAD, WORDS

logger = logging.getLogger("portal.search")

TIMEOUT = 5
MOST_SETS = 5_000
_TOKENS = {"type": "text", "analyzer": "whitespace", "norms": False}
_MAPPING = {
    "settings": {"index": {"max_result_window": 20_000}},
    "mappings": {
        "dynamic": False,
        "properties": {
            "key": {"type": "long"},
            "page": {"type": "long"},
            "facets": {"type": "keyword"},
            "head": _TOKENS,
            "words": _TOKENS,
        },
    },
}


class Unreachable(Exception):
    """The server did not answer, or refused."""


class OpenSearchEngine:
    """`url` names server and index: https://user:password@search.example:9200/portal"""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        port = f":{parts.port}" if parts.port else ""
        self.base = f"{parts.scheme}://{parts.hostname}{port}"
        self.index = parts.path.strip("/") or "portal"
        self.headers = {"Content-Type": "application/json"}
        if parts.username:
            secret = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
            code = base64.b64encode(secret.encode()).decode()
            self.headers["Authorization"] = f"Basic {code}"

    def put(self, entries: Iterable[Entry]) -> None:
        entries = list(entries)
        write(entries)
        lines = [json.dumps(line) for entry in entries for line in _document(entry)]
        if lines:
            body = "\n".join([*lines, ""])
            self._after_commit("POST", f"/{self.index}/_bulk?refresh=true", body)

    def delete(self, pages: Sequence[int], slot: int | None = None) -> None:
        erase(pages, slot)
        asked = [{"terms": {"page": list(pages)}}]
        if slot is not None:
            asked.append(_within(slot))
        path = f"/{self.index}/_delete_by_query?refresh=true&conflicts=proceed"
        body = json.dumps({"query": {"bool": {"filter": asked}}})
        self._after_commit("POST", path, body)

    def settle(self) -> None:
        """The server tidies up by itself."""

    def candidates(
        self, wanted: Wanted, *, slot: int, in_head: bool, limit: int
    ) -> list[int]:
        where = "head" if in_head else "words"
        return self._keys(_all_of(wanted, where), slot, limit) if wanted else []

    def candidates_or(self, wanted: Wanted, *, slot: int, limit: int) -> list[int]:
        return self._keys(_any_of(wanted), slot, limit) if wanted.groups else []

    def counts(self, wanted: Wanted, *, slot: int, limit: int) -> Counts:
        """Nothing is left out here: the server counts all."""
        if not wanted:
            return Counts()
        pages = {"pages": {"cardinality": {"field": "page"}}}
        terms = {"terms": {"field": "facets", "size": MOST_SETS}, "aggs": pages}
        found = self._search(
            {"size": 0, "query": _filtered(_all_of(wanted, "words"), slot)}
            | {"aggs": {"sets": terms}}
        )
        sets = found.get("aggregations", {}).get("sets", {}).get("buckets", [])
        return Counts({one["key"]: one["pages"]["value"] for one in sets})

    def _keys(self, query: dict, slot: int, limit: int) -> list[int]:
        found = self._search(
            {"size": limit, "_source": False, "sort": [{"key": "desc"}]}
            | {"query": _filtered(query, slot), "track_total_hits": False}
        )
        return [hit["sort"][0] for hit in found.get("hits", {}).get("hits", [])]

    def _search(self, body: dict) -> dict:
        """What the server says; nothing while it says nothing."""
        try:
            return self._request("POST", f"/{self.index}/_search", json.dumps(body))
        except Unreachable as fault:
            logger.warning("Search server: %s", fault)
            return {}

    def _after_commit(self, method: str, path: str, body: str) -> None:
        transaction.on_commit(partial(self._tell, method, path, body))

    def _tell(self, method: str, path: str, body: str) -> None:
        try:
            self._make_index()
            answer = self._request(method, path, body)
            if answer.get("errors"):
                raise Unreachable("some entries were refused")
        except Unreachable as fault:
            logger.warning("Search server: %s", fault)
            SearchState.objects.update_or_create(pk=1, defaults={"version": 0})

    def _make_index(self) -> None:
        try:
            self._request("HEAD", f"/{self.index}", "")
        except Unreachable:
            self._request("PUT", f"/{self.index}", json.dumps(_MAPPING))

    def _request(self, method: str, path: str, body: str) -> dict:
        data = body.encode() or None
        request = Request(f"{self.base}{path}", data, self.headers, method=method)  # noqa: S310
        try:
            with urlopen(request, timeout=TIMEOUT) as response:  # noqa: S310
                return json.loads(response.read() or b"{}")
        except HTTPError as fault:
            raise Unreachable(f"status {fault.code}") from None
        except (URLError, OSError, ValueError) as fault:
            raise Unreachable(type(fault).__name__) from None


def _document(entry: Entry) -> Iterable[dict]:
    """An entry as the two lines of a bulk request; only whole pages have a head."""
    head = "" if entry.part else _joined(entry, HEAD)
    yield {"index": {"_id": str(entry.id)}}
    yield {
        "key": entry.id,
        "page": entry.page_id,
        "facets": entry.facets,
        "head": head,
        "words": _joined(entry, WORDS),
    }


def _joined(entry: Entry, columns: tuple[str, ...]) -> str:
    return " ".join(filter(None, (getattr(entry, column) for column in columns)))


def _within(slot: int) -> dict:
    first, beyond = slot_range(slot)
    return {"range": {"key": {"gte": first, "lt": beyond}}}


def _filtered(query: dict, slot: int) -> dict:
    return {"bool": {"filter": [query, _within(slot)]}}


def _groups(wanted: Wanted, where: str) -> list[dict]:
    def every(tokens: tuple[str, ...]) -> dict:
        return {"bool": {"filter": [{"term": {where: token}} for token in tokens]}}

    found = [
        {"bool": {"should": [every(tokens) for tokens in group]}}
        for group in wanted.groups
    ]
    if wanted.starts:
        found.append({"prefix": {where: wanted.starts}})
    return found


def _filters(wanted: Wanted, where: str) -> list[dict]:
    return [
        {"bool": {"should": [{"term": {where: token}} for token in tokens]}}
        for tokens in wanted.filters
    ]


def _all_of(wanted: Wanted, where: str) -> dict:
    return {"bool": {"filter": [*_groups(wanted, where), *_filters(wanted, where)]}}


def _any_of(wanted: Wanted) -> dict:
    either = {"bool": {"should": _groups(wanted, "words")}}
    return {"bool": {"filter": [either, *_filters(wanted, "words")]}}
