"""The server is lost: on an empty machine the backup has every registration."""

import os
import re
import secrets
import shutil
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.conf import settings
from django.db import connection

from portal.backup.encryption import new_key
from portal.tests import kept
from portal.tests import migrated as migrated_database
from portal.tests.faults.servers import Machine

pytestmark = pytest.mark.postgres

SECRET, _PUBLIC = new_key()
BEFORE = 12
CONTENT = f"""
from django.utils import timezone
from events.tests.scenario import add_event, register
from portal.models import User
from portal.tests.pictures import stored
User.objects.create_superuser("quan-tri", password="x" * 20)
event = add_event(capacity=5000)
for number in range({BEFORE}):
    register(event, number, now=timezone.now())
print("PICTURE", stored().file.name)
"""
# People go on registering while the backup is made.
CROWD = """
from django.utils import timezone
from events.models import EventPage
from events.tests.scenario import register
event = EventPage.objects.get()
for number in range(1000, 3000):
    register(event, number, now=timezone.now())
    print(number, flush=True)
"""


@contextmanager
def a_machine(folder: Path, *, like: str = "", **environment: str):
    """A machine with its database: a copy of what is there, or an empty one."""
    folder.mkdir()
    with database(folder, like=like) as url:
        yield Machine(folder, DATABASE_URL=url, **environment)


@pytest.fixture
def tables(django_db_blocker) -> str:
    """The tests' own migrated database: a file, or a template on the server."""
    if connection.vendor == "sqlite":
        return str(kept.migrated_file())
    with django_db_blocker.unblock():
        return migrated_database.template()


@contextmanager
def database(folder: Path, *, like: str):
    if connection.vendor == "sqlite":
        file = folder / "portal.sqlite3"
        if like:
            shutil.copy(like, file)
        yield f"sqlite:///{file}"
        return
    import psycopg  # only where the tests run on PostgreSQL

    place = connection.settings_dict
    word = f":{place['PASSWORD']}" if place["PASSWORD"] else ""
    host = f"{place['HOST'] or '127.0.0.1'}:{place['PORT'] or 5432}"
    server = f"postgresql://{place['USER']}{word}@{host}/"
    name = f"drill_{secrets.token_hex(4)}"
    with psycopg.connect(f"{server}postgres", autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name}{f' TEMPLATE {like}' if like else ''}")
        try:
            yield f"{server}{name}"
        finally:
            admin.execute(f"DROP DATABASE {name} WITH (FORCE)")


def asked(machine: Machine, sql: str) -> list[tuple]:
    """What the machine's database answers, by its own driver and not by ours."""
    url = machine.environment["DATABASE_URL"]
    if url.startswith("sqlite"):
        with closing(sqlite3.connect(urlsplit(url).path)) as file:
            return file.execute(sql).fetchall()
    import psycopg  # only where the tests run on PostgreSQL

    with psycopg.connect(urlunsplit(urlsplit(url))) as server:
        return server.execute(sql).fetchall()


def refused(machine: Machine, *words: str) -> str:
    """What the command says that must fail."""
    with pytest.raises(AssertionError) as error:
        machine.manage(*words)
    assert "CommandError" in str(error.value)
    return str(error.value)


@contextmanager
def crowd(machine: Machine):
    """People who register one after the other; yields the first acknowledged."""
    command = [sys.executable, "manage.py", "shell", "--no-imports", "-c", CROWD]
    with subprocess.Popen(
        command,
        cwd=settings.BASE_DIR,
        env=machine.environment,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield int(process.stdout.readline())
        finally:
            process.kill()


def test_a_drill(tmp_path, tables):
    backups = tmp_path / "backups"
    words = {"BACKUP_TO": str(backups), "BACKUP_KEY": SECRET}
    with a_machine(tmp_path / "old", like=tables, **words) as old:
        old.manage("prepare_site")
        told = old.manage("shell", "--no-imports", "-c", CONTENT)
        picture = re.search(r"PICTURE (\S+)", told)[1]
        with crowd(old) as seen:
            made = old.manage("backup")
        original = (old.folder / "media" / picture).read_bytes()
    [name] = os.listdir(backups)
    assert name in made
    assert re.fullmatch(r"portal-\d{8}-\d{6}\.tar\.gz\.age", name)
    assert stat.S_IMODE((backups / name).stat().st_mode) == 0o600
    assert b"quan-tri" not in (backups / name).read_bytes()

    damaged = tmp_path / "damaged.tar.gz.age"
    damaged.write_bytes((backups / name).read_bytes()[:-200])
    other = tmp_path / "other-key.txt"
    other.write_text(f"# another machine's\n{new_key()[0]}\n")
    with a_machine(tmp_path / "new", **words) as new:
        refused(new, "restore", str(damaged))
        refused(new, "restore", name, "--key-file", str(other))
        assert not (new.folder / "media").exists()
        assert "as backed up" in new.manage("restore")
        phones = {row[0] for row in asked(new, "SELECT phone FROM events_registration")}
        acknowledged = [*range(BEFORE), seen]
        assert {f"+8491{number:07d}" for number in acknowledged} <= phones
        # Of the crowd's registrations each is there whole or not at all.
        [(taken, rows)] = asked(
            new,
            "SELECT (SELECT taken FROM events_seatcount),"
            " (SELECT count(*) FROM events_registration)",
        )
        assert taken == rows == len(phones)
        assert (new.folder / "media" / picture).read_bytes() == original
        # A second time there is something to lose.
        assert "content of its own" in refused(new, "restore")
        assert "as backed up" in new.manage("restore", name, "--force")
        refused(new, "restore", "portal-none.tar.gz", "--force")
