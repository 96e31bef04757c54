"""What takes long to make: made once for this code, kept in var/tests, then copied."""

import fcntl
import hashlib
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[2]
FOLDER = HOUSE / "var" / "tests"
SOURCES = ("portal", "documents", "events", "home", "templates", "locale")


@cache
def digest() -> str:
    """Changes with whatever the portal is made of; tests are no part of it."""
    found = hashlib.sha256((HOUSE / "requirements.txt").read_bytes())
    for folder in SOURCES:
        for path in sorted((HOUSE / folder).rglob("*")):
            inside = path.relative_to(HOUSE)
            if {"tests", "__pycache__"} & {*inside.parts} or path.suffix == ".mo":
                continue
            if path.is_file():
                found.update(str(inside).encode() + path.read_bytes())
    return found.hexdigest()[:16]


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
