"""What one scan costs: the same for a class of ten and a hall of a thousand."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from events.checkin import attendance
from events.demo import generation
from events.models import Charge, Scan
from events.organising.assignments import assign
from events.tests.scenario import add_event, register, somebody

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.postgres,
    pytest.mark.usefixtures("front"),
]
# Beside them what an engine is told of locks and transactions.
MOST = 18
_TALK = ("BEGIN", "COMMIT", "PRAGMA", "SAVEPOINT", "RELEASE", "SET LOCAL")


@pytest.fixture
def clerk(client, django_user_model):
    user = django_user_model.objects.create_user("huulung")
    client.force_login(user)
    return user


def before():
    return timezone.now() - timedelta(days=1)


def add_hall(clerk, people: int):
    today = timezone.localdate()
    event = add_event(None, slug=f"lop-{people}", starts_on=today)
    generation.fill(event, people, now=before())
    assign(clerk, Charge(events=(event.pk,)))
    return event


def scan(client, event, code: str, **headers):
    form = {"code": code, "nonce": str(uuid4()), "device": str(UUID(int=event.pk))}
    return client.post(f"{event.url}ban-don-tiep/quet/", form, headers=headers)


@pytest.mark.parametrize("accepted", ["application/json", "text/html"])
def test_a_scan_costs_the_same_however_many_are_registered(client, clerk, accepted):
    statements = []
    for people in (10, 1_000):
        event = add_hall(clerk, people)
        codes = list(event.registrations.values_list("code", flat=True)[:2])
        scan(client, event, codes[0], accept=accepted)
        with CaptureQueriesContext(connection) as asked:
            answer = scan(client, event, codes[1], accept=accepted)
        assert answer.status_code == 200
        words = [query["sql"] for query in asked if not query["sql"].startswith(_TALK)]
        statements.append(len(words))
        assert Scan.objects.filter(event=event, first=True).count() == 2
    assert statements[0] == statements[1] <= MOST, words


def test_the_doors_numbers_are_those_of_the_papers(client, clerk):
    """Among them one who came unregistered, and one who came for nothing."""
    event = add_event(2, slug="lop", starts_on=timezone.localdate())
    rows = [
        register(
            event, one, attendee=somebody(one, organisation_name=name), now=before()
        )
        for one, name in enumerate(("Xã A", "Xã A", "Xã B"))
    ]
    assign(clerk, Charge(events=(event.pk,)))
    newcomer = {"name": "Hoàng Thị Mẫu", "organisation": "Xã B", "reason": "Thêm ghế"}
    form = newcomer | {"key": str(uuid4()), "part": "1-all"}
    client.post(f"{event.url}ban-don-tiep/nguoi-moi/", form)
    for row in rows:
        said = scan(client, event, row.code, accept="application/json").json()
    total = attendance.counts(event, "1-all").total
    assert (said["present"], said["expected"]) == (total.present, total.expected)
    for line in attendance.counts(event, "1-all").agencies:
        found = attendance.at_door(event, "1-all", line.key)
        assert found.agency_present == line.tally.present
        assert found.agency_expected == line.tally.expected


def test_the_answer_to_a_scan_is_small(client, clerk):
    event = add_hall(clerk, 10)
    code = event.registrations.values_list("code", flat=True)[0]
    assert len(scan(client, event, code, accept="application/json").content) < 1_000
