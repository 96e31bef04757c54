"""Many processes at once, on a database that is really shared."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

from django.db import connection

from portal.tests import kept, migrated

PROCESSES = 16


class Arena:
    """A database for the length of this module, and processes that use it."""

    def __init__(self, url: str, events: dict[str, dict]):
        self.marshal = subprocess.Popen(
            [sys.executable, "-m", "events.tests.race"],
            env=os.environ | {"DATABASE_URL": url},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.events = self.one("prepare", events)

    def close(self) -> None:
        self.marshal.stdin.close()
        self.marshal.wait(timeout=60)

    def race(self, job: str, *arguments, processes: int = PROCESSES) -> list[dict]:
        """Let the processes do the job at one instant; one answer from each."""
        order = {"job": job, "arguments": arguments, "processes": processes}
        self.marshal.stdin.write(json.dumps(order) + "\n")
        self.marshal.stdin.flush()
        answers = json.loads(self.marshal.stdout.readline())
        assert not [answer for answer in answers if "crashed" in answer]
        return answers

    def one(self, job: str, *arguments) -> dict:
        (answer,) = self.race(job, *arguments, processes=1)
        return answer

    def rows(self, event: str) -> list[list]:
        """Number in line and state of all registrations, first in line first."""
        return self.one("rows", self.events[event])["rows"]

    def states(self, event: str) -> list[str]:
        return [state for _number, state in self.rows(event)]


@contextmanager
def opened(tmp_path_factory, blocker, events: dict[str, dict]) -> Iterator[Arena]:
    """An arena with these conferences, on the engine the tests run on."""
    if connection.vendor == "sqlite":
        file = tmp_path_factory.mktemp("race") / "db.sqlite3"
        shutil.copy(kept.migrated_file(), file)
        arena = Arena(f"sqlite:///{file}", events)
        yield arena
        arena.close()
        return
    name = f"race_{uuid4().hex}"
    with blocker.unblock():
        migrated.create(name)
    arena = Arena(migrated.address(name), events)
    yield arena
    arena.close()
    with blocker.unblock():
        migrated.remove(name)


def all_of(name: str, answers: list[dict]) -> list:
    return [value for answer in answers for value in answer.get(name, [])]
