"""The server is lost: on an empty machine the backup has every registration."""

import os
import re
import secrets
import sqlite3
import stat
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.db import connection

from events.tests import scenario
from portal.backup.encryption import new_key
from portal.models import User
from portal.tests.processes import Elsewhere

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

SECRET, _PUBLIC = new_key()
BEFORE = 12
# People go on registering while the backup is made.
CROWD = """
import sys, time
from django.utils import timezone
from events.models import EventPage
from events.tests.scenario import register
event = EventPage.objects.get()
for number in range(1000, 1400):
    register(event, number, now=timezone.now())
    print(number, flush=True)
"""


def done(process) -> str:
    out, err = process.communicate(timeout=300)
    assert process.returncode == 0, err[-3000:]
    return out


@contextmanager
def empty_machine(folder: Path, **environment: str):
    """Nothing but the code: an empty database, an empty folder."""
    with Elsewhere(folder, **environment) as machine:
        if connection.vendor == "sqlite":
            machine.environment["DATABASE_URL"] = f"sqlite:///{folder}/new.sqlite3"
            yield machine
            return
        name = f"drill_{secrets.token_hex(4)}"
        url = urlsplit(machine.environment["DATABASE_URL"])
        machine.environment["DATABASE_URL"] = urlunsplit(url._replace(path=f"/{name}"))
        with connection.cursor() as cursor:
            cursor.execute(f"CREATE DATABASE {name}")
        try:
            yield machine
        finally:
            with connection.cursor() as cursor:
                cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")


def asked(machine: Elsewhere, sql: str) -> list[tuple]:
    """What the restored database answers, by its own driver and not by ours."""
    url = urlsplit(machine.environment["DATABASE_URL"])
    if url.scheme == "sqlite":
        with closing(sqlite3.connect(url.path)) as file:
            return file.execute(sql).fetchall()
    import psycopg  # only where the tests run on PostgreSQL

    with psycopg.connect(urlunsplit(url._replace(scheme="postgresql"))) as server:
        return server.execute(sql).fetchall()


def test_a_drill(front, tmp_path):
    User.objects.create_superuser("quan-tri", password="x" * 20)
    event = scenario.add_event(capacity=5000)
    for number in range(BEFORE):
        scenario.register(event, number)
    media = tmp_path / "old" / "media"
    kept = tmp_path / "kept"
    (tmp_path / "old").mkdir()
    (tmp_path / "new").mkdir()
    words = {"BACKUP_TO": str(kept), "BACKUP_KEY": SECRET}
    with Elsewhere(tmp_path / "old", **words) as old:
        upload = "from portal.tests.pictures import stored; print(stored().file.name)"
        picture = done(old.start(upload)).strip()
        crowd = old.start(CROWD)
        seen = int(crowd.stdout.readline())
        made = done(old.manage("backup"))
        crowd.kill()
        original = (media / picture).read_bytes()
    [name] = os.listdir(kept)
    assert name in made
    assert re.fullmatch(r"portal-\d{8}-\d{6}\.tar\.gz\.age", name)
    assert stat.S_IMODE((kept / name).stat().st_mode) == 0o600
    assert b"quan-tri" not in (kept / name).read_bytes()

    damaged = tmp_path / "damaged.tar.gz.age"
    damaged.write_bytes((kept / name).read_bytes()[:-200])
    other = tmp_path / "other-key.txt"
    other.write_text(f"# another machine's\n{new_key()[0]}\n")
    with empty_machine(tmp_path / "new", **words) as new:
        for wrong in ([str(damaged)], [name, "--key-file", str(other)]):
            refused = new.manage("restore", *wrong)
            assert "CommandError" in refused.communicate()[1]
            assert refused.returncode != 0
        assert not (tmp_path / "new" / "media").exists()
        told = done(new.manage("restore"))
        assert "as backed up" in told
        phones = {row[0] for row in asked(new, "SELECT phone FROM events_registration")}
        acknowledged = [*range(BEFORE), seen]
        assert {f"+8491{number:07d}" for number in acknowledged} <= phones
        [(taken, rows)] = asked(
            new,
            "SELECT (SELECT taken FROM events_seatcount),"
            " (SELECT count(*) FROM events_registration)",
        )
        assert taken == rows == len(phones)
        assert (tmp_path / "new" / "media" / picture).read_bytes() == original
        # A second time there is something to lose.
        refused = new.manage("restore")
        assert "content of its own" in refused.communicate()[1]
        assert refused.returncode != 0
        assert "as backed up" in done(new.manage("restore", name, "--force"))
        assert new.manage("restore", "portal-none.tar.gz", "--force").wait() != 0
