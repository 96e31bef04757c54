"""What a letter says became different: since its reader was last told."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from post_office.models import Email
from wagtail.models import PageLogEntry

from events.enums import NoticeKind
from events.letters import outbox
from events.letters.changes import FactChange, before_for, between
from events.models import Message, Registration
from events.seats.notices import Notice
from events.tests.scenario import add_event, register, somebody

LINES = st.dictionaries(st.text(min_size=1), st.text(min_size=1)).map(
    lambda found: tuple(found.items())
)


@given(LINES, LINES)
def test_each_difference_is_told_once_and_nothing_else(before, after):
    found = between(before, after)
    assert between(after, after) == ()
    told = {change.label: (change.old, change.new) for change in found}
    assert len(told) == len(found)
    old, new = dict(before), dict(after)
    for label in {*old, *new}:
        pair = old.get(label, ""), new.get(label, "")
        assert told.get(label, pair) == pair
        assert (label in told) == (pair[0] != pair[1])


def test_what_is_gone_stands_last():
    assert between([("Nơi", "Hội trường")], [("Giờ", "8 giờ")]) == (
        FactChange("Giờ", "", "8 giờ"),
        FactChange("Nơi", "Hội trường", ""),
    )


@pytest.fixture
def event(front):
    return add_event(venue="Hội trường cũ")


def versions(event):
    return PageLogEntry.objects.filter(page=event.pk, action="wagtail.publish")


def joined(event, number: int, ago: timedelta) -> Registration:
    person = somebody(number, email=f"dai-bieu-{number}@minh-hoa.vn")
    row = register(event, number, attendee=person)
    moment = timezone.now() - ago
    Message.objects.filter(registration=row).update(at=moment)
    Registration.objects.filter(pk=row.pk).update(created_at=moment)
    row.refresh_from_db()
    return row


def publish(event, **values) -> None:
    for name, value in values.items():
        setattr(event, name, value)
    event.save_revision().publish()


def letter_of(row: Registration) -> Email:
    notice = Notice(row, NoticeKind.EVENT_MOVED, key="k")
    outbox.send([notice], now=timezone.now())
    message = Message.objects.get(registration=row, notice=NoticeKind.EVENT_MOVED)
    return Email.objects.get(pk=message.mail_id)


@pytest.mark.django_db
def test_the_letter_of_a_moved_conference_names_the_old_day_and_the_new(event):
    versions(event).update(timestamp=timezone.now() - timedelta(days=2))
    row = joined(event, 1, timedelta(days=1))
    later = event.starts_on + timedelta(days=7)
    publish(event, starts_on=later, ends_on=later)
    email = letter_of(row)
    [line] = [line for line in email.message.splitlines() if " → " in line]
    old, new = line.split(" → ")
    assert "22/03/2030" in old
    assert "29/03/2030" in new
    assert "<s>Thứ Sáu, 22/03/2030" in email.html_message
    assert "<b>Thứ Sáu, 29/03/2030" in email.html_message


@pytest.mark.django_db
def test_who_came_between_two_changes_is_told_of_the_second_alone(event):
    log = versions(event)
    log.update(timestamp=timezone.now() - timedelta(days=9))
    first = joined(event, 1, timedelta(days=8))
    publish(event, venue="Nhà văn hóa")
    log.filter(timestamp__gt=timezone.now() - timedelta(days=1)).update(
        timestamp=timezone.now() - timedelta(days=5)
    )
    second = joined(event, 2, timedelta(days=3))
    later = event.starts_on + timedelta(days=7)
    publish(event, starts_on=later, ends_on=later)
    found = before_for([first, second])
    assert found[first.pk].venue != "Nhà văn hóa"
    assert found[second.pk].venue == "Nhà văn hóa"
    assert " → Nhà văn hóa" in letter_of(first).message
    assert " → Nhà văn hóa" not in letter_of(second).message


@pytest.mark.django_db
def test_where_no_version_was_kept_nothing_is_claimed(front):
    event = add_event()
    versions(event).delete()
    row = joined(event, 1, timedelta(days=1))
    publish(event, venue="Nhà văn hóa")
    assert before_for([row]) == {}
    assert "→" not in letter_of(row).message


@pytest.mark.django_db
def test_many_cost_no_more_queries_than_one(event):
    versions(event).update(timestamp=timezone.now() - timedelta(days=2))
    rows = [joined(event, number, timedelta(days=1)) for number in range(1, 6)]
    publish(event, venue="Nhà văn hóa")
    with CaptureQueriesContext(connection) as one:
        before_for(rows[:1])
    with CaptureQueriesContext(connection) as many:
        assert len(before_for(rows)) == 5
    assert len(many) == len(one)
