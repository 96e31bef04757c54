"""More promised than there is: said when it is saved, and nothing refused."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from wagtail.fields import StreamField

from events.models import Charge, EventPage
from events.organising.assignments import assign
from events.organising.quotas import Excess, excesses
from events.tests.scenario import add_event, invite
from portal.models import Organisation

QUOTAS = st.lists(st.tuples(st.just("Đơn vị"), st.integers(1, 50)), max_size=6)


def test_together_they_are_more_than_the_seats():
    found = excesses([("A", 6), ("B", 5)], capacity=10, limit=None)
    assert found == [Excess(11, 10)]


def test_an_agency_beyond_the_seats_or_the_limit_is_named():
    found = excesses([("A", 12), ("B", 3)], capacity=10, limit=2)
    assert found == [
        Excess(12, 10, "A"),
        Excess(3, 2, "B", is_own_limit=True),
        Excess(15, 10),
    ]


@given(QUOTAS)
def test_without_limits_nothing_is_too_much(quotas):
    assert excesses(quotas, capacity=None, limit=None) == []


@given(QUOTAS, st.integers(1, 300), st.integers(1, 60))
def test_nothing_is_said_exactly_where_everybody_fits(quotas, capacity, limit):
    numbers = [quota for _agency, quota in quotas]
    fits = sum(numbers) <= capacity and all(quota <= limit for quota in numbers)
    assert (excesses(quotas, capacity=capacity, limit=limit) == []) == fits


@pytest.fixture
def organiser(client, front, django_user_model):
    user = django_user_model.objects.create_user("nguoitochuc")
    assign(user, Charge(everything=True))
    client.force_login(user)
    return user


def said(answer) -> list[str]:
    return [str(one) for one in get_messages(answer.wsgi_request)]


@pytest.mark.django_db
def test_it_is_said_on_the_screen_of_quotas(client, organiser):
    event = add_event(10, agency_quota=4)
    row = invite(event, quota=3)
    url = reverse("invitation_edit", args=[event.pk, row.pk])
    words = said(client.post(url, {"quota": "11"}))
    assert any("11 người" in one and "10 chỗ" in one for one in words)
    row.refresh_from_db()
    assert row.quota == 11


@pytest.mark.django_db
def test_it_is_said_when_many_are_invited(client, organiser):
    event = add_event(10)
    schools = [
        Organisation.objects.create(name=f"Trường số {number} minh họa")
        for number in (1, 2, 3)
    ]
    sent = {"quota": "4", "agency": [school.pk for school in schools]}
    url = reverse("invitations_add", args=[event.pk])
    words = said(client.post(url, sent))
    assert any("12 người" in one and "10 chỗ" in one for one in words)
    assert event.invitations.count() == len(schools)


@pytest.mark.django_db
def test_it_is_said_when_the_seats_become_fewer(client, organiser):
    event = add_event(10)
    invite(event, quota=8)
    url = reverse("wagtailadmin_pages:edit", args=[event.pk])
    page = html.fromstring(client.get(url).content.decode())
    form = dict(page.get_element_by_id("page-edit-form").form_values())
    # Blocks are laid out by a script; there are none here.
    streams = {
        f"{field.name}-count": "0"
        for field in EventPage._meta.get_fields()
        if isinstance(field, StreamField)
    }
    sent = {**form, **streams, "capacity": "5", "action-publish": "1"}
    answer = client.post(url, sent)
    assert answer.status_code == 302, answer.context["form"].errors
    assert any("8 người" in one and "5 chỗ" in one for one in said(answer))
    event.refresh_from_db()
    assert event.capacity == 5
