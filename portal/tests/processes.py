"""Real processes on the tests' own database, for what only shows between them."""

import os
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection

from portal.tests import migrated

SETUP = "import django; django.setup()\n"


class Elsewhere:
    """Other processes with the settings of `make run`, on what the test committed.

    On PostgreSQL they share the test's database. On SQLite, where that is in memory,
    they share a file that begins as its copy: look into it with `rows`.
    """

    def __init__(self, folder: Path, **environment: str) -> None:
        self._running: list[subprocess.Popen] = []
        self.folder = folder
        self.environment = {
            name: value
            for name, value in os.environ.items()
            if name in ("PATH", "HOME", "LANG")
        }
        self.environment |= {
            "DJANGO_SETTINGS_MODULE": "portal.settings.local",
            "VAR_DIR": str(folder),
            "SECRET_KEY": settings.SECRET_KEY,
            "DATABASE_URL": self._database(),
            **environment,
        }

    def _database(self) -> str:
        if connection.vendor == "sqlite":
            file = self.folder / "portal.sqlite3"
            with connection.cursor() as cursor:
                cursor.execute("VACUUM INTO %s", [str(file)])
            return f"sqlite:///{file}"
        return migrated.address(connection.settings_dict["NAME"])

    def __enter__(self) -> "Elsewhere":
        return self

    def __exit__(self, *_exception) -> None:
        for process in self._running:
            if process.poll() is None:
                process.kill()
            process.communicate()

    def start(self, code: str) -> subprocess.Popen:
        """A process that runs this code with Django set up."""
        return self.popen([sys.executable, "-c", SETUP + code])

    def manage(self, *words: str) -> subprocess.Popen:
        """A process that runs a management command."""
        return self.popen([sys.executable, "manage.py", *words])

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """What the shared database answers."""
        if connection.vendor == "sqlite":
            with closing(sqlite3.connect(self.folder / "portal.sqlite3")) as file:
                return file.execute(sql).fetchall()
        with connection.cursor() as cursor:
            cursor.execute(sql)
            return cursor.fetchall()

    def until(self, sql: str, wanted: Any, *, seconds: float = 45) -> None:
        """Wait until the one number that the question asks for is the wanted one."""
        deadline = time.monotonic() + seconds
        while (found := self.rows(sql)[0][0]) != wanted:
            dead = [p for p in self._running if p.poll() not in (None, 0)]
            assert not dead, dead[0].communicate()[1]
            assert time.monotonic() < deadline, f"{found!r} for {wanted!r}: {sql}"
            time.sleep(0.1)

    def popen(self, words: list[str]) -> subprocess.Popen:
        """A process in the environment of these."""
        process = subprocess.Popen(
            words,
            cwd=settings.BASE_DIR,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self._running.append(process)
        return process
