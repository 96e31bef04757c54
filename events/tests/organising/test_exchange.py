"""The organiser moves people to another conference of the series."""

import pytest
from django.urls import reverse

from events.enums import RegistrationState
from events.models import Charge, ConferenceSeriesPage, EventIndexPage, Registration
from events.organising.assignments import assign
from events.tests.scenario import add_event, register

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("front")]
State = RegistrationState


@pytest.fixture
def pair():
    series = ConferenceSeriesPage(title="Đợt minh họa")
    EventIndexPage.objects.get().add_child(instance=series)
    first = add_event(5, within=series, title="Lớp thứ nhất")
    return first, add_event(1, within=series, title="Lớp thứ hai")


@pytest.fixture
def organiser(client, django_user_model):
    user = django_user_model.objects.create_user("nguoitochuc")
    assign(user, Charge(everything=True))
    client.force_login(user)
    return user


def do(client, event, rows, **more) -> str:
    data = {"act": "exchange", "chosen": [row.pk for row in rows], **more}
    url = reverse("registrations_do", args=[event.pk])
    return client.post(url, data, follow=True).content.decode()


def test_several_are_moved_and_whoever_finds_no_seat_is_named(client, organiser, pair):
    first, second = pair
    rows = [register(first, number) for number in (1, 2)]
    asked = do(client, first, rows)
    assert "Lớp thứ hai" in asked
    assert "còn 1 chỗ" in asked
    done = do(client, first, rows, confirmed="1", to=second.pk, reason="Đổi ngày")
    assert "Đã chuyển 1 người sang hội nghị khác" in done
    assert f"{rows[1].name}: Hội nghị kia không còn chỗ" in done
    found = Registration.objects.filter(event=second).values_list("state", flat=True)
    assert list(found) == [State.CONFIRMED]


def test_nothing_is_done_before_a_conference_is_chosen(client, organiser, pair):
    row = register(pair[0], 1)
    asked = do(client, pair[0], [row], confirmed="1", reason="Đổi ngày")
    assert "Chọn hội nghị để chuyển đến" in asked
    assert "Đổi ngày" in asked
    assert Registration.objects.get(pk=row.pk).state == State.CONFIRMED


def test_both_screens_of_the_person_lead_to_the_other(client, organiser, pair):
    first, second = pair
    row = register(first, 1)
    do(client, first, [row], confirmed="1", to=second.pk)
    moved = Registration.objects.get(event=second)
    here = reverse("registration", args=[first.pk, row.pk])
    there = reverse("registration", args=[second.pk, moved.pk])
    assert there in client.get(here).content.decode()
    assert here in client.get(there).content.decode()


def test_nobody_is_moved_to_what_another_runs(client, pair, django_user_model):
    first, second = pair
    user = django_user_model.objects.create_user("motlop")
    assign(user, Charge(events=(first.pk,)))
    client.force_login(user)
    row = register(first, 1)
    listed = client.get(reverse("registrations", args=[first.pk])).content.decode()
    assert 'value="exchange"' not in listed
    do(client, first, [row], confirmed="1", to=second.pk)
    assert not Registration.objects.filter(event=second).exists()


def test_the_ticket_shows_the_new_conference(client, organiser, pair):
    first, second = pair
    row = register(first, 1)
    do(client, first, [row], confirmed="1", to=second.pk)
    ticket = client.get(reverse("ticket", args=[row.token])).content.decode()
    assert "Lớp thứ hai" in ticket
    assert row.name in ticket
    left = Registration.objects.get(pk=row.pk)
    old = client.get(reverse("ticket", args=[left.token])).content.decode()
    assert row.name not in old
