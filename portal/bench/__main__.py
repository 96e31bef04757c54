"""`make bench`: the portal's pages beside a bare Wagtail page, in one run.

Everything happens in a folder of its own that is removed at the end.
"""

import argparse
import http.client
import os
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from portal.bench.load import Measure, measure

ENVIRONMENT = {"DJANGO_SETTINGS_MODULE": "portal.settings.bench"}
# What a page is to reach: at least this share of the bare page's speed.
TARGETS = {"home": 0.33, "article": 0.40, "article naming acts": 0.40}


def main() -> None:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--requests", type=int, default=400, help="GETs per address")
    parser.add_argument("--rounds", type=int, default=5, help="the median counts")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="portal-bench-") as folder:
        os.environ.update(ENVIRONMENT, VAR_DIR=folder)
        _manage("run", "--prepare-only", quiet=True)
        article, plain = _manage("bench_pages", quiet=True).split()
        port = _free_port()
        server = _serve(port)
        try:
            _wait(port)
            Path(folder, "home.html").write_bytes(_get(port, "/"))
            paths = {
                "bare Django view": "/bytes/",
                "bare Wagtail page": "/bare/",
                "home": "/",
                "news index": "/tin-tuc/",
                "article": plain,
                "article naming acts": article,
            }
            _print(_rounds(port, paths, options))
        finally:
            server.terminate()
            server.wait(timeout=20)


def _manage(*words: str, quiet: bool = False) -> str:
    done = subprocess.run(  # noqa: S603  our own command
        [sys.executable, "manage.py", *words],
        check=True,
        stdout=subprocess.PIPE if quiet else None,
        text=True,
    )
    return done.stdout or ""


def _serve(port: int) -> subprocess.Popen:
    words = ["-m", "gunicorn", "portal.wsgi:application", "--workers", "2"]
    words += ["--threads", "1", "--bind", f"127.0.0.1:{port}", "--log-level", "error"]
    words += ["--config", "python:portal.gunicorn"]
    return subprocess.Popen([sys.executable, *words])  # noqa: S603  our own command


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _get(port: int, path: str) -> bytes:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", path)
    return connection.getresponse().read()


def _wait(port: int) -> None:
    for _attempt in range(100):
        try:
            _get(port, "/healthz")
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise SystemExit("The server did not start.")


def _rounds(port: int, paths: dict[str, str], options) -> dict[str, Measure]:
    """Measure each address in turn, several times; keep each one's median round.

    Turns are interleaved, so that a slow moment of the machine hits all alike.
    """
    found: dict[str, list[Measure]] = {name: [] for name in paths}
    for path in paths.values():
        measure(port, path, requests=40)  # warm: templates, caches, connections
    for _round in range(options.rounds):
        for name, path in paths.items():
            found[name].append(measure(port, path, requests=options.requests))
    return {
        name: sorted(rows, key=lambda row: row.per_second)[len(rows) // 2]
        for name, rows in found.items()
    }


def _print(measures: dict[str, Measure]) -> None:
    bare = measures["bare Wagtail page"].per_second
    lines = [f"{'':20}{'req/s':>9}{'p50 ms':>9}{'p99 ms':>9}{'of bare':>9}"]
    for name, row in measures.items():
        share = row.per_second / bare
        target = f"  (target {TARGETS[name]:.2f})" if name in TARGETS else ""
        error = f"  {row.errors} ERRORS" if row.errors else ""
        lines.append(
            f"{name:20}{row.per_second:9.0f}{row.p50:9.1f}{row.p99:9.1f}"
            f"{share:9.2f}{target}{error}"
        )
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
