"""Workers are killed while people register: who was told so is in, and once."""

import http.client
import json
import os
import queue
import random
import shutil
import signal
import sys
import threading
import time
from contextlib import ExitStack
from urllib.parse import urlencode

import pytest

from portal.bench.memory import children_of
from portal.tests.faults.servers import Machine, Postgres, ask, wait_for

pytestmark = pytest.mark.faults
KILLS, CLIENTS, SEATS = 12, 6, 30
TOKEN = "0123456789abcdefghijklmnopqrstuv"
OPEN = f"""
import json
from datetime import timedelta
from django.utils import timezone
from events.tests.forms import typed
from events.tests.scenario import add_event, somebody
day = (timezone.now() + timedelta(days=21)).date()
event = add_event(capacity={SEATS}, starts_on=day)
people = [typed(number, name=somebody(number).name, email=f"nguoi{{number}}@donvi.vn")
          for number in range(1, 900)]
print("OPEN " + json.dumps([event.url, people]))
"""
OUTCOME = """
import json
from collections import Counter
from events.models import Registration
from post_office.models import Email
letters = Counter(str(address) for row in Email.objects.all() for address in row.to)
rows = Registration.objects.order_by("sequence")
print("OUTCOME " + json.dumps([
    list(rows.values_list("token", "state", "email")), dict(letters)]))
"""


@pytest.fixture(params=["SQLite", "PostgreSQL"])
def served(request, tmp_path, machine):
    """A portal of its own that believes one proxy, and its gunicorn."""
    words = {"TRUSTED_PROXIES": "1"}
    with ExitStack() as stack:
        if request.param == "PostgreSQL":
            if not shutil.which("pg_dump"):
                pytest.skip("apt install postgresql")
            server = Postgres()
            stack.callback(server.remove)
            server.start()
            words["DATABASE_URL"] = server.url
        one = stack.enter_context(Machine(tmp_path / "portal", **words))
        one.folder.mkdir()
        one.prepare(like=machine)
        one.serve("--workers", "2")
        yield one


def told(machine: Machine, code: str, word: str):
    said = machine.manage("shell", "--no-imports", "-c", code)
    return json.loads(said.split(f"{word} ", 1)[1])


class Crowd:
    """Clients who send one form after the other, each until it is answered."""

    def __init__(self, machine: Machine, path: str, people: list[dict]) -> None:
        self.machine, self.path = machine, f"{path}dang-ky/"
        self.waiting: queue.SimpleQueue = queue.SimpleQueue()
        for number, person in enumerate(people):
            self.waiting.put((number, person))
        self.tickets: list[str] = []
        self.cut = 0
        self.over = threading.Event()
        self._threads = [threading.Thread(target=self._send) for _one in range(CLIENTS)]

    def __enter__(self) -> "Crowd":
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_exception) -> None:
        self.over.set()
        for thread in self._threads:
            thread.join()

    def _send(self) -> None:
        while not self.over.is_set() and not self.waiting.empty():
            number, person = self.waiting.get()
            self.tickets.append(self._patiently(number, person))

    def _patiently(self, number: int, person: dict) -> str:
        """The address of the ticket; the same form again where nobody answered."""
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Cookie": f"csrftoken={TOKEN}",
            "X-Forwarded-For": f"198.51.{number // 250}.{number % 250 + 1}",
        }
        body = urlencode(person | {"csrfmiddlewaretoken": TOKEN})
        for _turn in range(600):
            try:
                answer = ask(
                    self.machine.port, "POST", self.path, body=body, headers=headers
                )
            except (OSError, http.client.HTTPException):
                self.cut += 1
                time.sleep(0.1)
                continue
            if answer.status == 302:
                return answer.headers["Location"].split("/")[2]
            assert answer.status == 503, answer.status
            time.sleep(0.5)
        raise AssertionError("never answered")


def test_nobody_who_was_told_so_is_lost_doubled_or_one_too_many(served):
    path, people = told(served, OPEN, "OPEN")
    master = served._running[0]
    with Crowd(served, path, people) as crowd:
        for _turn in range(KILLS):
            time.sleep(random.uniform(0.3, 1))
            os.kill(random.choice(children_of(master.pid)), signal.SIGKILL)
            wait_for(served.port)
    rows, letters = told(served, OUTCOME, "OUTCOME")
    sys.stderr.write(f"\n{len(rows)} registered, {crowd.cut} times cut off\n")
    assert crowd.cut, "no request was under way when its worker was killed"
    assert sorted(token for token, _state, _email in rows) == sorted(crowd.tickets)
    states = [state for _token, state, _email in rows]
    assert len(states) > SEATS
    assert states == ["confirmed"] * SEATS + ["waiting"] * (len(states) - SEATS)
    assert letters == {email: 1 for _token, _state, email in rows}
