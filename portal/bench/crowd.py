"""A bounded crowd that fills in a public form on this machine, as browsers do.

Each person fetches the form with its token, waits as long as a person takes, and sends
it; only the sending is timed. They come from many addresses, as they would through the
portal's proxy.
"""

import http.client
import multiprocessing
import time
from collections.abc import Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from statistics import quantiles
from threading import BrokenBarrierError
from urllib.parse import urlencode

from portal.bench.server import processor_seconds

# A form sent sooner than this is taken for a program's.
PAUSE = 2.5


@dataclass(frozen=True, slots=True)
class Answers:
    """What a crowd got: milliseconds per form sent, and where each was led."""

    per_second: float
    times: list[float]
    places: list[str]
    errors: list[str]
    #: Milliseconds of the serving processes for each form sent.
    processor: float = 0.0

    @property
    def p50(self) -> float:
        return quantiles(self.times, n=100)[49]

    @property
    def p99(self) -> float:
        return quantiles(self.times, n=100)[98]


class _Hidden(HTMLParser):
    """The hidden fields of a form, and the trap that stays empty."""

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list) -> None:
        given = dict(attrs)
        if tag == "input" and given.get("type") == "hidden" and given.get("name"):
            self.fields[given["name"]] = given.get("value") or ""


def send(port: int, path: str, people: Sequence[dict], *, processes: int) -> Answers:
    """Have the processes send the form once for each of the people."""
    context = multiprocessing.get_context("spawn")
    # The forms are fetched before it, and sent after it.
    start = context.Barrier(processes + 1)
    answers = context.SimpleQueue()
    crowd = [
        context.Process(
            target=_some,
            args=(port, path, people[number::processes], number, start, answers),
        )
        for number in range(processes)
    ]
    for process in crowd:
        process.start()
    before = _worked_when_all_wait(start, port)
    found = [answers.get() for _process in crowd]
    for process in crowd:
        process.join()
    worked = processor_seconds(port) - before
    times = [spent for rows, _span in found for spent, _place, _error in rows]
    began = min(span[0] for _rows, span in found)
    ended = max(span[1] for _rows, span in found)
    return Answers(
        per_second=len(times) / (ended - began),
        times=times,
        places=[place for rows, _span in found for _t, place, _e in rows if place],
        errors=[error for rows, _span in found for _t, _p, error in rows if error],
        processor=worked * 1000 / max(len(times), 1),
    )


def _worked_when_all_wait(start, port: int) -> float:
    """The server's seconds between the last form fetched and the first one sent."""
    try:
        start.wait(timeout=120)
    except BrokenBarrierError:  # told by whoever broke it
        return 0.0
    return processor_seconds(port)


def _some(port, path, people, number, start, answers) -> None:
    rows, span = [], (0.0, 0.0)
    try:
        forms = [_open(port, path, number, who) for who in range(len(people))]
        start.wait(timeout=120)
        time.sleep(PAUSE)
        began = time.time()
        rows = [
            _send(port, path, {**person, **fields}, headers)
            for person, (fields, headers) in zip(people, forms, strict=True)
        ]
        span = (began, time.time())
    except Exception as error:  # noqa: BLE001  told to whoever waits for the answer
        start.abort()
        rows = [(0.0, "", repr(error))]
    answers.put((rows, span))


def _open(port: int, path: str, number: int, who: int) -> tuple[dict, dict]:
    """The hidden fields of the form, and what a browser sends along."""
    headers = {"X-Forwarded-For": f"10.1.{number}.{who}"}
    status, answer, body = _ask(port, "GET", path, headers)
    if status != 200:
        raise RuntimeError(f"{path}: {status}")
    form = _Hidden()
    form.feed(body)
    cookie = (answer.get("Set-Cookie") or "").partition(";")[0]
    return form.fields, {**headers, "Cookie": cookie}


def _send(port: int, path: str, fields: dict, headers: dict) -> tuple:
    body = urlencode(fields)
    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    before = time.perf_counter()
    status, answer, _body = _ask(port, "POST", path, {**headers, **kind}, body)
    spent = (time.perf_counter() - before) * 1000
    if status == 302:
        return spent, answer["Location"], ""
    return spent, "", f"{status}"


def _ask(port: int, method: str, path: str, headers: dict, body: str | None = None):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request(method, path, body, {**headers, "Connection": "close"})
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read().decode()
    finally:
        connection.close()
