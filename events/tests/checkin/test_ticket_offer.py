"""A ticket's address opened by whoever receives people, and by everybody else."""

from datetime import timedelta
from html import unescape
from re import search

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from events.checkin import close
from events.models import Charge, Scan
from events.organising.assignments import assign
from events.tests.scenario import add_event, register, somebody

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("front")]
BUTTON = "Cho người này vào"


@pytest.fixture
def event():
    today = timezone.localdate()
    return add_event(3, title="Lớp ở Hữu Lũng", slug="huu-lung", starts_on=today)


@pytest.fixture
def row(event):
    before = timezone.now() - timedelta(days=1)
    return register(event, 1, attendee=somebody(1), now=before)


@pytest.fixture
def clerk(django_user_model, event):
    """A browser that checks forms' keys, as a real one."""
    user = django_user_model.objects.create_user("huulung")
    assign(user, Charge(events=(event.pk,)))
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(user)
    return browser


def page_of(browser, row):
    return browser.get(reverse("ticket", args=[row.token]))


def sent_by(words: str) -> tuple[str, dict[str, str]]:
    form = search(r'<form method="post" action="([^"]*quet/)">(.*?)</form>', words)
    form = form or search(r'(?s)action="([^"]*quet/)">(.*?)</form>', words)
    names = ("csrfmiddlewaretoken", "code", "nonce")
    fields = {
        name: unescape(search(rf'name="{name}" value="([^"]*)"', form[2])[1])
        for name in names
    }
    return form[1], fields


def test_the_button_lets_in_and_opening_the_page_does_not(clerk, event, row):
    page = page_of(clerk, row)
    assert BUTTON in page.content.decode()
    assert "no-store" in page["Cache-Control"] and "private" in page["Cache-Control"]
    assert not Scan.objects.exists()
    url, fields = sent_by(page.content.decode())
    assert clerk.post(url, {"code": fields["code"]}).status_code == 403
    answer = clerk.post(url, fields)
    assert "Mời vào" in answer.content.decode()
    # The same form sent twice is one scan.
    clerk.post(url, fields)
    assert Scan.objects.filter(registration=row, admits=True).count() == 1


def test_nobody_else_sees_it(client, django_user_model, event, row):
    other = add_event(2, title="Lớp khác", slug="lop-khac")
    stranger = django_user_model.objects.create_user("chilang")
    assign(stranger, Charge(events=(other.pk,)))
    for user in (None, stranger):
        if user:
            client.force_login(user)
        words = page_of(client, row).content.decode()
        assert BUTTON not in words and "ban-don-tiep" not in words


@pytest.mark.parametrize("days", [-1, 1])
def test_on_another_day_it_says_why(clerk, event, row, days):
    day = timezone.localdate() + timedelta(days=days)
    type(event).objects.filter(pk=event.pk).update(starts_on=day, ends_on=day)
    words = page_of(clerk, row).content.decode()
    assert BUTTON not in words and "ban-don-tiep" in words


def test_once_attendance_is_closed_it_says_so(clerk, event, row):
    close.close(event, now=timezone.now(), actor=None)
    words = page_of(clerk, row).content.decode()
    assert BUTTON not in words and "quet/" not in words
