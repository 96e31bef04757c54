"""More promised than there is: said when it is saved, and nothing refused."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from events.models import Charge
from events.organising.assignments import assign
from events.organising.quotas import Excess, excesses
from events.tests.scenario import add_event, invite

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


@pytest.mark.django_db
@pytest.mark.usefixtures("front")
def test_it_is_said_on_the_screen_of_quotas(client, django_user_model):
    user = django_user_model.objects.create_user("nguoitochuc")
    assign(user, Charge(everything=True))
    client.force_login(user)
    event = add_event(10, agency_quota=4)
    row = invite(event, quota=3)
    url = reverse("invitation_edit", args=[event.pk, row.pk])
    said = client.post(url, {"quota": "11"})
    words = [str(one) for one in get_messages(said.wsgi_request)]
    assert any("11 người" in one and "10 chỗ" in one for one in words)
    row.refresh_from_db()
    assert row.quota == 11
