"""Attendance still open waits on the first screen, for those who see the attendees."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from events.checkin import close
from events.checkin.errands import still_open
from events.models import Charge
from events.organising.assignments import assign
from events.organising.errand_rows import PREPARED
from events.tests.reports import scene
from events.tests.scenario import add_event, register, somebody

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.postgres,
    pytest.mark.usefixtures("front"),
]


@pytest.fixture
def event():
    found = scene.conference()
    scene.people(found)
    return found


@pytest.fixture
def organiser(django_user_model, event):
    user = django_user_model.objects.create_user("huulung")
    assign(user, Charge(events=(event.pk,)))
    return django_user_model.objects.get(pk=user.pk)


def test_it_comes_with_the_end_and_goes_with_the_closing(organiser, event, client):
    end = event.ends_at
    assert not list(still_open(organiser, end - timedelta(minutes=1)))
    (errand,) = still_open(organiser, end + timedelta(minutes=1))
    assert errand.count == 1
    assert event.title in errand.detail
    assert errand.button.url == reverse("attendance", args=[event.pk])
    client.force_login(organiser)
    assert client.get(errand.button.url).status_code == 200
    closing = close.close(event, now=end + timedelta(hours=1), actor=None)
    assert not list(still_open(organiser, end + timedelta(hours=2)))
    later = end + timedelta(hours=3)
    close.reopen(event, reason="Sót người", now=later, actor=None)
    assert closing.pk
    assert list(still_open(organiser, later))
    assert not list(still_open(organiser, end + PREPARED + timedelta(days=2)))


def test_only_for_those_who_see_its_people(event, django_user_model):
    stranger = django_user_model.objects.create_user("la")
    assert not list(still_open(stranger, event.ends_at + timedelta(hours=1)))


def test_nobody_was_expected_where_nobody_registered(organiser, admin_user):
    lonely = add_event(3, title="Lớp vắng", slug="lop-vang")
    after = lonely.ends_at + timedelta(hours=5)
    titles = [errand.detail for errand in still_open(admin_user, after)]
    assert not [detail for detail in titles if "Lớp vắng" in detail]


def test_as_many_queries_for_many(admin_user, event):
    now = event.ends_at + timedelta(days=1)

    def asked() -> int:
        with CaptureQueriesContext(connection) as found:
            assert list(still_open(admin_user, now))
        return len(found)

    few = asked()
    for number in range(3):
        other = add_event(9, title=f"Lớp {number}", slug=f"lop-{number}")
        register(other, number, attendee=somebody(number))
    assert asked() == few
    (errand,) = still_open(admin_user, now)
    assert errand.count == 4
    assert len(errand.named) == 4
