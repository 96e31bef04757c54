"""Processes that race for seats in a database of their own.

`python -m events.tests.race` reads one job a line as JSON and answers with one line.
It loads Django once and forks, so that sixteen racers are ready in an instant. No
pytest in here.
"""

import json
import multiprocessing
import os
import sys
import time
from contextlib import nullcontext
from uuid import UUID, uuid5

from events.tests import certificate_race

# Models and what needs them are imported in the functions: only `main` sets Django up.
NAMES = UUID("5b6f9b0e-8d0c-4c6e-9d58-3f1d8f5a2b11")
FORK = multiprocessing.get_context("fork")


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.test")
    import django

    django.setup()
    from home import setup  # noqa: F401  loaded before the fork, not in each racer

    for line in sys.stdin:
        order = json.loads(line)
        answers = run(order["job"], order["arguments"], order["processes"])
        sys.stdout.write(json.dumps(answers) + "\n")
        sys.stdout.flush()


def run(job: str, arguments: list, processes: int) -> list[dict]:
    """Have each process do the job at one instant; `number` tells them apart."""
    start = FORK.Barrier(processes)
    answers = FORK.SimpleQueue()
    racers = [
        FORK.Process(target=_racer, args=(job, arguments, number, start, answers))
        for number in range(processes)
    ]
    for racer in racers:
        racer.start()
    outcome = [answers.get() for _racer in racers]
    for racer in racers:
        racer.join()
    return outcome


def _racer(job: str, arguments: list, number: int, start, answers) -> None:
    try:
        start.wait(timeout=60)
        answers.put(JOBS[job](number, *arguments))
    except BaseException as error:
        answers.put({"crashed": repr(error)})
        raise


def prepare(number: int, events: dict[str, dict]) -> dict:
    """Open conferences with these terms in a migrated database."""
    from events.models import ConferenceSeriesPage, EventIndexPage
    from events.tests.scenario import add_event
    from home.setup import prepare_site

    prepare_site()
    series = ConferenceSeriesPage(title="Đợt minh họa")
    EventIndexPage.objects.get().add_child(instance=series)
    return {
        name: add_event(within=series, **terms).pk for name, terms in events.items()
    }


def register(number: int, event: int, each: int) -> dict:
    """Register `each` people one after another."""
    return _attempt(
        lambda one: _register(event, one, uuid5(NAMES, f"{event} {one}")),
        range(number * each, number * each + each),
    )


def register_patiently(number: int, event: int, each: int) -> dict:
    """Register `each` people one after another.

    Who is told that too many are at it sends the same form again, as the message asks.
    """
    from events.seats.errors import SeatsBusy

    def come(one: int):
        key = uuid5(NAMES, f"{event} {one}")
        return _patiently(SeatsBusy, _register, event, one, key)

    return _attempt(come, range(number * each, number * each + each))


def register_unlocked(number: int, event: int, each: int) -> dict:
    """As the code would be if it checked and then wrote, without a transaction."""
    from events.seats import lock, queries, transaction

    transaction._lock = lambda event_id: queries.seat_count.get(pk=event_id)
    transaction.short_wait = nullcontext
    lock.transaction.atomic = lambda *args, **options: nullcontext()
    return register(number, event, each)


def register_same(number: int, event: int) -> dict:
    """Send one and the same form, again where too many are at it."""
    from events.seats.errors import SeatsBusy

    key = uuid5(NAMES, "same")
    return _attempt(lambda one: _patiently(SeatsBusy, _register, event, one, key), [0])


def promote(number: int, event: int) -> dict:
    """Try to seat everybody who waits."""
    from events import seats
    from events.models import Registration
    from events.tests.scenario import NOW

    waiting = list(Registration.objects.waiting().filter(event=event))
    return _attempt(
        lambda row: seats.promote(row.pk, reason="Khách mời", now=NOW, actor=None),
        waiting,
    )


def shuffle(number: int, event: int, each: int) -> dict:
    """Register and give back in turn, while others do the same.

    Who is told that too many are at it sends the same form again, as the message asks.
    """
    from events.seats.errors import SeatsBusy
    from events.tests import scenario

    def come_and_go(one: int, tries: int = 5):
        try:
            row = _register(event, one, uuid5(NAMES, f"{event} {one}"))
            return scenario.cancel(row) if one % 2 else row
        except SeatsBusy:
            if tries == 1:
                raise
        return come_and_go(one, tries - 1)

    return _attempt(come_and_go, range(number * each, number * each + each))


def exchange(number: int, events: list[int]) -> dict:
    """Move those this racer brought to the other conference and back again.

    One half goes one way while the other comes towards it.
    """
    from events import seats
    from events.seats.errors import SeatsBusy
    from events.tests.scenario import NOW

    here, there = events[number % 2], events[1 - number % 2]

    def there_and_back(one: int):
        key = uuid5(NAMES, f"{here} {one}")
        row = _patiently(SeatsBusy, _register, here, one, key)
        for target in (there, here, there):
            row = _patiently(
                SeatsBusy, seats.exchange, row.pk, target, now=NOW, actor=None
            )
        return row

    return _attempt(there_and_back, range(number * 2, number * 2 + 2))


def hold(number: int, event: int, seconds: float) -> dict:
    """One sits on the lock while the other tries to register."""
    from events.enums import Channel
    from events.seats.transaction import locked
    from events.tests.scenario import NOW

    if number:
        time.sleep(0.5)
        return register(number, event, 1)
    with locked(event, now=NOW, channel=Channel.SYSTEM):
        time.sleep(seconds)
    return {}


def rows(number: int, event: int) -> dict:
    from events.models import Registration

    found = Registration.objects.filter(event=event).order_by("sequence")
    return {"rows": list(found.values_list("sequence", "state"))}


def widen(number: int, event: int, capacity: int) -> dict:
    """More seats, which nobody has filled yet."""
    from events.models import SeatCount

    SeatCount.objects.filter(event=event).update(capacity=capacity)
    return {}


def told(number: int, event: int, notice: str) -> dict:
    from events.models import Message

    found = Message.objects.filter(registration__event=event, notice=notice)
    return {"told": found.count()}


def scan(number: int, event: int) -> dict:
    """Scan every ticket of the conference, as a telephone that was offline sends it.

    Each telephone saw each ticket at a minute of its own.
    """
    from datetime import timedelta

    from events.checkin import verbs
    from events.checkin.record import Shown
    from events.enums import ScanSource
    from events.models import EventPage, Registration
    from events.seats.errors import SeatsBusy
    from events.tests.scenario import NOW

    page = EventPage.objects.get(pk=event)
    answers: dict[str, list] = {"results": [], "errors": []}
    tickets = Registration.objects.filter(event=event).order_by("pk")
    for one, row in enumerate(tickets):
        at = NOW + timedelta(minutes=(number * 7 + one * 3) % 16)
        nonce = uuid5(NAMES, f"{number} {row.pk}")
        shown = Shown("1-all", ScanSource.CODE, at, nonce=nonce, offline=True)
        now = NOW + timedelta(hours=1)
        for _twice in range(2):
            try:
                written = _patiently(
                    SeatsBusy,
                    verbs.check_in,
                    page,
                    row.pk,
                    shown,
                    now=now,
                    actor=None,
                )
            except Exception as error:  # noqa: BLE001  any of them fails the test
                answers["errors"].append(repr(error))
            else:
                answers["results"].append(written.result)
    return answers


def arrivals(number: int, event: int) -> dict:
    """For each ticket: rows in all, marks of arrival, and the minute of the mark."""
    from events.models import Registration
    from events.tests.scenario import NOW

    found = []
    for row in Registration.objects.filter(event=event).order_by("pk"):
        first = [one.scanned_at - NOW for one in row.scans.filter(first=True)]
        minutes = [int(one.total_seconds() // 60) for one in first]
        found.append([row.scans.count(), minutes])
    return {"arrivals": found}


def _patiently(busy, verb, *arguments, tries: int = 8, **options):
    """Do it; who is told that too many are at it presses the button again."""
    try:
        return verb(*arguments, **options)
    except busy:
        if tries == 1:
            raise
    return _patiently(busy, verb, *arguments, tries=tries - 1, **options)


def _register(event: int, one: int, key: UUID):
    from events import seats
    from events.tests.scenario import AGREED, NOW, somebody

    return seats.register(event, somebody(one), agreed=AGREED, key=key, now=NOW)


def _attempt(verb, subjects) -> dict:
    """What became of each: a state and a code, or the name of an error."""
    outcome: dict[str, list] = {"states": [], "codes": [], "errors": []}
    for subject in subjects:
        try:
            row = verb(subject)
        except Exception as error:  # noqa: BLE001  without the lock it may be any
            outcome["errors"].append(type(error).__name__)
        else:
            outcome["states"].append(row.state)
            outcome["codes"].append(row.code)
    return outcome


JOBS = certificate_race.JOBS | {
    job.__name__: job
    for job in (
        prepare,
        register,
        register_patiently,
        register_unlocked,
        register_same,
        promote,
        shuffle,
        exchange,
        hold,
        rows,
        widen,
        told,
        scan,
        arrivals,
    )
}


if __name__ == "__main__":
    main()
