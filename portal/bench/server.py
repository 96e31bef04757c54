"""A portal of its own for a bench: commands, a server, a folder that goes away."""

import http.client
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SETTINGS = "portal.settings.bench"


PREPARED = ("run", "--prepare-only")


@contextmanager
def portal(
    *, database: str = "", prepare: tuple[str, ...] = PREPARED, **environment: str
) -> Iterator[Path]:
    """The folder of a new portal with its demonstration; removed at the end.

    Its data are in the `database` of that URL, without one in a file of the folder.
    """
    with tempfile.TemporaryDirectory(prefix="portal-bench-") as folder:
        before = dict(os.environ)
        os.environ.update(DJANGO_SETTINGS_MODULE=SETTINGS, VAR_DIR=folder)
        os.environ.update(environment)
        os.environ.pop("DATABASE_URL", None)
        if database:
            os.environ["DATABASE_URL"] = database
        try:
            manage(*prepare)
            yield Path(folder)
        finally:
            os.environ.clear()
            os.environ.update(before)


def manage(*words: str) -> str:
    """Run a command of the portal in a process of its own; return what it printed."""
    done = subprocess.run(  # noqa: S603  our own command
        [sys.executable, "manage.py", *words],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return done.stdout


@contextmanager
def served(*, workers: int = 2, threads: int = 1) -> Iterator[int]:
    """The port on which the portal is served as `make run` serves it."""
    port = _free_port()
    words = ["-m", "gunicorn", "portal.wsgi:application", "--workers", str(workers)]
    words += ["--threads", str(threads), "--bind", f"127.0.0.1:{port}"]
    words += ["--log-level", "error"]
    words += ["--config", "python:portal.gunicorn"]
    server = subprocess.Popen([sys.executable, *words])  # noqa: S603  our own command
    try:
        _wait(port)
        yield port
    finally:
        server.terminate()
        server.wait(timeout=20)


def processor_seconds(port: int) -> float:
    """What the processes that serve at the port have worked so far, ended ones too.

    Their own time: what else the machine does, and the senders, is not in it.
    """
    ticks = 0
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            words = (folder / "cmdline").read_bytes().split(b"\0")
            if f"127.0.0.1:{port}".encode() in words:
                # The name may hold blanks; it ends with a bracket.
                fields = (folder / "stat").read_text().rpartition(")")[2].split()
                ticks += int(fields[11]) + int(fields[12])
        except OSError:  # it has just ended
            continue
    return ticks / os.sysconf("SC_CLK_TCK")


def get(port: int, path: str) -> bytes:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", path)
    return connection.getresponse().read()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait(port: int) -> None:
    for _attempt in range(100):
        try:
            get(port, "/healthz")
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise SystemExit("The server did not start.")
