"""A class is named with its subject: its own title only says where it is."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from post_office.models import Email

from events.conferences import calendar_files
from events.delegations import tickets
from events.letters.invitations import words_to_paste
from events.models import EventIndexPage
from events.tests.factories import SeriesFactory
from events.tests.scenario import add_event, invite, register, somebody
from events.tickets.ticket import ticket_of

pytestmark = pytest.mark.django_db
SUBJECT, CLASS = "Tập huấn viết sáng kiến", "Lớp tại xã Chi Lăng"
BOTH = f"{SUBJECT}: {CLASS}"


@pytest.fixture
def series(front):
    return SeriesFactory(parent=EventIndexPage.objects.get(), title=SUBJECT)


@pytest.fixture
def event(series):
    return add_event(within=series, title=CLASS, starts_on=date(2030, 3, 22))


@pytest.fixture
def row(event):
    return register(event, 1, attendee=somebody(1, email="dai-bieu@minhhoa.vn"))


def text(client, url: str) -> str:
    """The page as read, found words and all."""
    page = client.get(url).content.decode().replace("&nbsp;", " ")
    return re.sub("</?mark>", "", page)


@pytest.mark.parametrize("rest", ["", "sua/", "doi-nguoi/", "tra-cho/", "du-lieu/"])
def test_on_the_ticket_and_what_is_done_there(client, row, rest):
    page = text(client, f"/ve/{row.token}/{rest}").partition("<main")[2]
    assert SUBJECT in page
    assert CLASS in page


def test_in_what_is_pasted_into_a_chat(event, row):
    ticket = ticket_of(row, now=timezone.now())
    assert ticket.share_text.startswith(BOTH)
    assert tickets.message(event, [ticket]).startswith(BOTH)
    assert BOTH in words_to_paste(event, invite(event), "Sở Minh họa")


def test_in_the_letter(row):
    letter = Email.objects.get(to="dai-bieu@minhhoa.vn")
    assert BOTH in letter.message.replace("\u00a0", " ")
    assert BOTH in letter.html_message.replace("\u00a0", " ")


def test_in_lists_months_and_search(client, event):
    for url in (
        "/su-kien/",
        "/su-kien/?thang=2030-03",
        "/tim-kiem/?q=chi+lang",
        event.url,
        f"{event.url}dang-ky/",
    ):
        page = text(client, url).partition("<main")[2]
        assert SUBJECT in page, url
        assert CLASS in page, url


def test_in_calendars_and_not_by_a_query_each(client, series, event):
    assert calendar_files.entry_of(event).title == BOTH
    with CaptureQueriesContext(connection) as one:
        client.get("/su-kien/lich.ics")
    for number in range(3):
        add_event(within=series, title=f"Lớp {number}", starts_on=event.starts_on)
    with CaptureQueriesContext(connection) as four:
        answer = client.get("/su-kien/lich.ics")
    assert answer.content.decode().count("SUMMARY") == 4
    assert len(four) <= len(one)
