"""What takes long to make: made once for this code, kept in var/tests, then copied."""

import fcntl
import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from importlib.metadata import version
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[2]
FOLDER = HOUSE / "var" / "tests"
SOURCES = (
    "portal",
    "documents",
    "events",
    "questions",
    "guides",
    "home",
    "templates",
    "locale",
)


_assumed = ""


def assume(known: str) -> None:
    """Take what was made for the code of this digest, whatever it has become since."""
    global _assumed
    _assumed = known


def digest() -> str:
    """Changes with whatever the portal is made of; tests are no part of it."""
    return _assumed or _digest()


def schema_digest() -> str:
    """Changes with what a migrated database is made of, and not with a view."""
    return _assumed or _digest(schema_only=True)


@cache
def _digest(*, schema_only: bool = False) -> str:
    found = hashlib.sha256((HOUSE / "requirements.txt").read_bytes())
    # `make test-next` has others than those listed.
    found.update(f"{version('Django')} {version('wagtail')}".encode())
    for folder in SOURCES:
        for path in sorted((HOUSE / folder).rglob("*")):
            inside = path.relative_to(HOUSE)
            if {"tests", "__pycache__"} & {*inside.parts} or path.suffix == ".mo":
                continue
            if schema_only and not _is_of_schema(inside):
                continue
            if path.is_file():
                found.update(str(inside).encode() + path.read_bytes())
    return found.hexdigest()[:16]


def _is_of_schema(inside: Path) -> bool:
    """Whether `migrate` reads it: migrations, models, their fields, what runs after."""
    return bool(
        {"migrations", "models", "settings", "data"} & {*inside.parts}
        or inside.name in {"apps.py", "fields.py", "schema.py", "signals.py"}
    )


@contextmanager
def locked(name: str) -> Iterator[None]:
    """One process at a time makes what has this name; the others wait for it."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (FOLDER / f"{name}.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def forget(name: str, *, but: Path) -> None:
    """Remove what was made under this name for other code."""
    for path in FOLDER.glob(f"{name}-*"):
        if path == but:
            continue
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)


def migrate(url: str) -> None:
    """Migrate the database of this DATABASE_URL, as the tests are set up."""
    subprocess.run(
        [sys.executable, "manage.py", "migrate", "--verbosity", "0"],
        cwd=HOUSE,
        env=os.environ
        | {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "portal.settings.test"},
        check=True,
    )


def migrated_file() -> Path:
    """A migrated SQLite database, to copy and never to use."""
    made = FOLDER / f"migrated-{schema_digest()}.sqlite3"
    with locked("migrated"):
        if not made.exists():
            forget("migrated", but=made)
            part = FOLDER / "part-migrated.sqlite3"
            part.unlink(missing_ok=True)
            migrate(f"sqlite:///{part}")
            with closing(sqlite3.connect(part)) as finished:
                # A database in memory cannot begin as one with a log beside it.
                finished.execute("PRAGMA journal_mode=DELETE")
            part.rename(made)
    return made
