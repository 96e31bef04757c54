"""The day in the admin: closing attendance too early is warned of."""

from datetime import time, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from events.models import Charge
from events.organising.assignments import assign
from events.tests.scenario import add_event

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("front")]
WARNS = "không được tính"


@pytest.fixture
def screen(client, django_user_model):
    def html_of(first: int, last: int) -> str:
        """Of a conference that lasts from one day to another, counted from today."""
        today = timezone.localdate()
        event = add_event(
            3,
            slug=f"lop-{last}",
            starts_on=today + timedelta(days=first),
            ends_on=today + timedelta(days=last),
            start_time=time(0, 0),
            end_time=time(23, 30),
        )
        user = django_user_model.objects.create_user(f"nguoi-{last}")
        assign(user, Charge(events=(event.pk,)))
        client.force_login(user)
        return client.get(reverse("attendance", args=[event.pk])).content.decode()

    return html_of


def test_while_it_goes_on_closing_says_who_is_left_out(screen):
    html = screen(-1, 1)
    assert WARNS in html
    assert "23:30" in html


def test_afterwards_nothing_is_warned_of(screen):
    html = screen(-2, -1)
    assert 'value="close"' in html
    assert WARNS not in html
