"""The database stops, comes back, or finds its disk full: 503, never 500."""

import re
import shutil
import subprocess
import sys
import threading
import time
from urllib.parse import urlencode

import pytest

from portal.tests.faults.servers import Machine, Postgres, ask

pytestmark = pytest.mark.faults
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@pytest.fixture
def on_postgres(tmp_path, machine):
    """A portal on a PostgreSQL server that can be stopped."""
    if not (shutil.which("postgres") or shutil.which("pg_dump")):
        pytest.skip("apt install postgresql")
    server = Postgres()
    try:
        server.start()
        with Machine(tmp_path / "portal", DATABASE_URL=server.url) as one:
            one.folder.mkdir()
            one.prepare(like=machine)
            one.serve()
            yield one, server
    finally:
        server.remove()


def login(machine, username: str):
    """Send the log-in form as a browser does."""
    page = machine.get("/admin/login/")
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.text)[1]
    cookie = page.headers["Set-Cookie"].split(";")[0]
    typed = {"username": username, "password": "secret word", "next": "/admin/"}
    body = urlencode(typed | {"csrfmiddlewaretoken": token})
    return lambda: ask(
        machine.port,
        "POST",
        "/admin/login/",
        body=body,
        headers=FORM | {"Cookie": cookie},
    )


def test_a_stopped_database_is_told_and_the_form_is_kept(on_postgres):
    machine, server = on_postgres
    send = login(machine, "nguyen-van-a")
    assert send().status == 200
    assert machine.get("/readyz").status == 200
    server.stop()
    answer = send()
    assert answer.status == 503
    assert int(answer.headers["Retry-After"]) > 0
    assert 'value="nguyen-van-a"' in answer.text
    assert "secret word" not in answer.text
    assert machine.get("/").status == 503
    assert machine.get("/healthz").status == 200
    assert machine.get("/readyz").text == "not ready: database\n"
    server.start()
    assert send().status == 200
    assert machine.get("/").status == 200


def test_under_load_a_restart_is_no_fault_of_ours(on_postgres):
    machine, server = on_postgres
    send = login(machine, "b")
    seen: list[int] = []
    over = threading.Event()

    def knock() -> None:
        while not over.is_set():
            seen.append(send().status)
            seen.append(machine.get("/").status)
            # Who is answered with 503 comes back later.
            time.sleep(0.1)

    knocking = [threading.Thread(target=knock) for _one in range(6)]
    for thread in knocking:
        thread.start()
    try:
        for _turn in range(2):
            time.sleep(1)
            server.stop()
            time.sleep(1)
            server.start()
        time.sleep(1)
    finally:
        over.set()
        for thread in knocking:
            thread.join()
    counted = {status: seen.count(status) for status in {*seen}}
    sys.stderr.write(f"\n{len(seen)} answers: {counted}\n")
    # 429: so many log-ins of one name are braked.
    assert {*seen} <= {200, 403, 429, 503}
    assert 503 in seen
    assert machine.get("/").status == 200


@pytest.fixture
def small_disk(tmp_path):
    """A disk of 64 MB, which only root can make."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("this machine lends no disk to fill")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def test_a_full_disk_is_told_and_nothing_is_lost(small_disk, machine):
    full = small_disk / "full"
    var = small_disk / "var"
    machine.manage(
        "shell",
        "-c",
        "from portal.models import User;"
        "User.objects.filter(username='c').exists() or"
        " User.objects.create_superuser('c', password='secret word')",
    )
    var.mkdir()
    for name in ("portal.sqlite3", "secret-key.txt"):
        shutil.copy(machine.folder / name, var)
    words = {"DATABASE_URL": f"sqlite:///{var}/portal.sqlite3"}
    words["SECRET_KEY"] = (var / "secret-key.txt").read_text()
    with Machine(machine.folder, **words) as filled:
        filled.serve()
        send = login(filled, "c")
        with full.open("wb") as file:
            try:
                while True:
                    file.write(b"x" * 65536)
                    file.flush()
            except OSError:
                pass
        answers = [send() for _turn in range(3)]
        # A log-in writes a session; where the disk is full it cannot.
        assert {answer.status for answer in answers} == {503}
        assert 'value="c"' in answers[0].text
        # SQLite opens its log of writes to read, too; a connection kept open has it.
        assert filled.get("/").status in (200, 503)
        full.unlink()
        assert send().status == 302
