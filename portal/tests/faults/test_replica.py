"""A real replica, made by pg_basebackup: followed, behind, gone, back."""

import shutil
import sys
import time

import pytest

from portal.replica.middleware import PIN
from portal.tests.faults.servers import Machine, Postgres

pytestmark = pytest.mark.faults
# A word that no list knows: the page is made for this request.
FRONT = "/?made=anew"


@pytest.fixture
def followed(tmp_path, machine):
    """A portal on a PostgreSQL server, and another server that follows it."""
    if not shutil.which("pg_dump"):
        pytest.skip("apt install postgresql")
    primary = Postgres()
    try:
        primary.start()
        replica = Postgres(follows=primary)
        try:
            replica.start()
            urls = {"DATABASE_URL": primary.url, "DATABASE_REPLICA_URL": replica.url}
            with Machine(tmp_path / "portal", **urls) as one:
                one.folder.mkdir()
                one.prepare(like=machine)
                one.serve("--workers", "1")
                yield one, replica
        finally:
            replica.remove()
    finally:
        primary.remove()


def publish(machine: Machine, title: str) -> None:
    machine.manage(
        "shell",
        "-c",
        "from wagtail.models import Site;"
        "page = Site.objects.get().root_page.specific;"
        f"page.seo_title = {title!r};"
        "page.save_revision().publish()",
    )


def is_from_replica(answer) -> bool:
    """What it has told may be kept for less than the ten seconds of a front page."""
    assert answer.status == 200
    return int(answer.headers["Cache-Control"].partition("max-age=")[2]) < 10


def until(machine: Machine, *, from_replica: bool, seconds: float = 30):
    """The first answer of that server, asked for again and again."""
    deadline = time.monotonic() + seconds
    while is_from_replica(answer := machine.get(FRONT)) != from_replica:
        assert time.monotonic() < deadline, "the other server went on answering"
        time.sleep(0.2)
    return answer


def test_readers_read_from_it_while_it_keeps_up(followed):
    machine, replica = followed
    answer = until(machine, from_replica=True)
    assert "replica" not in machine.get("/readyz").text
    assert not is_from_replica(machine.get(FRONT, Cookie=f"{PIN}=1"))
    assert not is_from_replica(machine.get(FRONT, Cookie="sessionid=a"))
    sent = machine.ask("POST", "/admin/login/", body=b"")
    assert PIN in sent.headers["Set-Cookie"]

    # It stands still: what is published is seen at once all the same.
    replica.sql("SELECT pg_wal_replay_pause()")
    publish(machine, "Ngay lập tức")
    answer = machine.get(FRONT)
    assert "Ngay lập tức" in answer.text
    assert not is_from_replica(answer)
    time.sleep(1)
    assert not is_from_replica(machine.get(FRONT))
    assert "replica" in machine.get("/readyz").text
    assert machine.get("/readyz").status == 200
    replica.sql("SELECT pg_wal_replay_resume()")
    answer = until(machine, from_replica=True)
    assert "Ngay lập tức" in answer.text

    # It is gone: the first server answers, and nobody is told 503.
    replica.stop()
    answers = [machine.get(FRONT) for _turn in range(10)]
    slowest = max(answer.seconds for answer in answers)
    sys.stderr.write(f"\na replica gone: others within {slowest:.2f} s\n")
    assert {answer.status for answer in answers} == {200}
    assert not is_from_replica(answers[-1])
    ready = machine.get("/readyz")
    assert ready.status == 200
    assert "replica" in ready.text

    # And back.
    replica.start()
    until(machine, from_replica=True)
    assert "replica" not in machine.get("/readyz").text
