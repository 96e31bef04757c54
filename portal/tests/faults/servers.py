"""Processes of the servers that the portal stands on, in a folder, on loopback."""

import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from django.conf import settings

#: Preparing a portal takes ten seconds, and minutes on a machine that is busy.
LONGEST = 900
#: Seconds in which a reader is answered whatever others do; three times as long as
#: without them, where the machine is busy.
PATIENCE = 1.2


class Answer(NamedTuple):
    status: int
    headers: http.client.HTTPMessage
    text: str
    seconds: float


class Machine:
    """A portal of its own: its folder, its environment, its gunicorn."""

    def __init__(self, folder: Path, **environment: str) -> None:
        self.folder = folder
        self.port = free_port()
        self._running: list[subprocess.Popen] = []
        kept = {name: os.environ[name] for name in ("PATH", "HOME")}
        self.environment = kept | {
            "DJANGO_SETTINGS_MODULE": "portal.settings.local",
            "VAR_DIR": str(folder),
            **environment,
        }

    def __enter__(self) -> "Machine":
        return self

    def __exit__(self, *_exception) -> None:
        self.stop()

    def prepare(self, like: "Machine | None" = None) -> None:
        """Everything but serving; static files as on another machine, if given."""
        for name in ("assets", "static") if like else ():
            shutil.copytree(like.folder / name, self.folder / name)
        self.manage("run", "--no-demo", "--prepare-only")

    def manage(self, *words: str) -> str:
        done = subprocess.run(
            [sys.executable, "manage.py", *words],
            cwd=settings.BASE_DIR,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=LONGEST,
        )
        assert done.returncode == 0, done.stderr[-3000:]
        return done.stdout

    def serve(self, *words: str) -> None:
        """Start gunicorn as README says, and wait until it answers."""
        command = [sys.executable, "-m", "gunicorn", "--config"]
        command += ["python:portal.gunicorn", "--bind", f"127.0.0.1:{self.port}"]
        command += ["--access-logfile", str(self.folder / "access.log"), *words]
        self.start([*command, "portal.wsgi:application"], "gunicorn.log")
        wait_for(self.port)

    def start(self, command: list[str], log: str, **options) -> subprocess.Popen:
        with (self.folder / log).open("ab") as output:
            process = subprocess.Popen(
                command,
                cwd=settings.BASE_DIR,
                env=self.environment,
                stdout=output,
                stderr=output,
                **options,
            )
        self._running.append(process)
        return process

    def stop(self) -> None:
        for process in reversed(self._running):
            process.terminate()
            try:
                process.wait(30)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self._running.clear()

    def get(self, path: str, **headers: str) -> Answer:
        return ask(self.port, "GET", path, headers=headers)

    def ask(self, method: str, path: str, *, body=None) -> Answer:
        return ask(self.port, method, path, body=body)

    def log(self, name: str) -> str:
        file = self.folder / name
        return file.read_text(errors="replace") if file.exists() else ""


def ask(port: int, method: str, path: str, *, body=None, headers=None) -> Answer:
    """What the portal on that port answers, and how long that took."""
    began = time.monotonic()
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    try:
        connection.request(method, path, body=body, headers=headers or {})
        answer = connection.getresponse()
        text = answer.read().decode(errors="replace")
    finally:
        connection.close()
    return Answer(answer.status, answer.headers, text, time.monotonic() - began)


@contextmanager
def silent_clients(port: int, number: int, said: bytes = b""):
    """So many connections that say this much and then nothing."""
    open_now = []
    try:
        for _one in range(number):
            client = socket.create_connection(("127.0.0.1", port), timeout=30)
            client.sendall(said)
            open_now.append(client)
        yield open_now
    finally:
        for client in open_now:
            client.close()


class Postgres:
    """A PostgreSQL server of its own, to be stopped and started.

    One that follows another is copied from it while that runs, and streams from it.
    """

    def __init__(self, *, follows: "Postgres | None" = None) -> None:
        # pytest's own folders are closed to the account that it runs as.
        self.folder = Path(tempfile.mkdtemp(prefix="portal-postgres-"))
        self.port = free_port()
        found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"))
        self._bin = found[-1].parent if found else Path(shutil.which("postgres")).parent
        self._process: subprocess.Popen | None = None
        # PostgreSQL refuses to be root.
        self._as = {"user": "postgres", "group": "postgres"} if not os.getuid() else {}
        if self._as:
            shutil.chown(self.folder, **self._as)
        data = f"{self.folder}/data"
        if follows:
            self._run(
                "pg_basebackup", "-d", follows.url, "-D", data, "-R", "-c", "fast"
            )
            return
        words = ["-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C"]
        self._run("initdb", "-D", data, *words)

    @property
    def url(self) -> str:
        return f"postgres://postgres@127.0.0.1:{self.port}/postgres"

    def start(self) -> None:
        self._process = subprocess.Popen(
            [self._bin / "postgres", "-D", self.folder / "data", "-k", self.folder]
            + ["-h", "127.0.0.1", "-p", str(self.port)],
            cwd=self.folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            extra_groups=[] if self._as else None,
            **self._as,
        )
        deadline = time.monotonic() + LONGEST
        ready = [self._bin / "pg_isready", "-h", "127.0.0.1", "-p", str(self.port)]
        while subprocess.run(ready, capture_output=True, check=False).returncode:
            assert time.monotonic() < deadline, "PostgreSQL did not start"
            time.sleep(0.2)

    def sql(self, statement: str) -> None:
        self._run("psql", "-d", self.url, "-c", statement)

    def stop(self) -> None:
        """At once, as for a restart: what is connected is cut off."""
        if self._process:
            self._process.send_signal(signal.SIGINT)
            self._process.wait(60)
            self._process = None

    def remove(self) -> None:
        self.stop()
        shutil.rmtree(self.folder)

    def _run(self, program: str, *words: str) -> None:
        subprocess.run(
            [self._bin / program, *words],
            check=True,
            cwd=self.folder,
            capture_output=True,
            extra_groups=[] if self._as else None,
            **self._as,
        )


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def wait_for(port: int, seconds: float = LONGEST) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            if ask(port, "GET", "/healthz").status == 200:
                return
        except OSError:
            time.sleep(0.2)
    raise AssertionError(f"nothing answers on {port}")
