"""Reminders and offers that ran out, at any time and any number of times."""

from collections import Counter
from datetime import datetime, time, timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from post_office.models import Email

from events import jobs
from events.enums import Circumstance, NoticeKind, RegistrationState
from events.letters import reminders
from events.models import Message, Registration
from events.tests.scenario import NOW, add_event, cancel, register, somebody, states

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.postgres,
    pytest.mark.usefixtures("front"),
]
#: The conference of the tests is on 22 March 2030, from half past seven.
START = time(7, 30)
WEEK, EVE = "7:2030-03-22", "1:2030-03-22"


def at(day: int, hour: int = 9, minute: int = 0) -> datetime:
    return timezone.make_aware(datetime(2030, 3, day, hour, minute))


def reminded() -> list[tuple[int, str]]:
    rows = Message.objects.filter(notice=NoticeKind.REMINDER).order_by("pk")
    return list(rows.values_list("registration__sequence", "key"))


def event_with(*days: int, **terms):
    """A conference with somebody seated on each of these days of March."""
    event = add_event(None, start_time=START, **terms)
    for number, day in enumerate(days, 1):
        register(event, number, now=at(day))
    return event


def test_a_week_before_and_on_the_eve():
    event_with(1)
    for day in range(1, 24):
        reminders.remind(at(day))
    assert reminded() == [(1, WEEK), (1, EVE)]
    sent = Message.objects.filter(notice=NoticeKind.REMINDER).values_list(
        "at", flat=True
    )
    assert [timezone.localdate(moment).day for moment in sent] == [15, 21]


def test_who_registered_within_a_reminders_days_gets_only_the_next():
    event_with(14, 15, 18, 21)
    for day in range(14, 23):
        reminders.remind(at(day, 6))
    # Whoever came in on the eve has been told everything that very day.
    assert reminded() == [(1, WEEK), (1, EVE), (2, EVE), (3, EVE)]


def test_a_worker_that_was_off_makes_up_for_it_but_not_after_the_start():
    event_with(1)
    assert reminders.remind(at(22, 6)) == 1
    assert reminded() == [(1, EVE)]
    event_with(1, title="Hội nghị minh họa khác")
    assert reminders.remind(at(22, 7, 30)) == 0


def test_nobody_is_reminded_at_night():
    event_with(1)
    assert [reminders.remind(at(15, hour)) for hour in (0, 5, 21, 23)] == [0] * 4
    assert reminders.remind(at(15, 20, 59)) == 1


@pytest.mark.parametrize(
    "change",
    [
        {"circumstance": Circumstance.POSTPONED},
        {"circumstance": Circumstance.CANCELLED},
        {"live": False},
    ],
)
def test_nobody_is_reminded_of_what_does_not_take_place(change):
    event = event_with(1)
    type(event).objects.filter(pk=event.pk).update(**change)
    assert reminders.remind(at(15)) == 0


def test_only_those_with_a_seat_are_reminded():
    event = add_event(1, start_time=START)
    first = register(event, 1)
    register(event, 2)
    cancel(first)
    cancel(register(event, 3))
    Registration.objects.update(changed_at=NOW)
    reminders.remind(at(15))
    assert reminded() == [(2, WEEK)]


def test_a_conference_that_moved_is_reminded_of_anew():
    event = event_with(1)
    reminders.remind(at(15))
    event.starts_on = event.ends_on = at(29).date()
    event.save_revision().publish()
    reminders.remind(at(22))
    assert reminded() == [(1, WEEK), (1, "7:2030-03-29")]


def test_many_are_reminded_a_few_at_a_time(monkeypatch):
    monkeypatch.setattr(reminders, "CHUNK", 2)
    event_with(1, 1, 1, 1, 1)
    assert reminders.remind(at(15)) == 5
    assert reminders.remind(at(15)) == 0


def test_the_letter_says_how_many_days_are_left(mailoutbox):
    event = event_with()
    register(event, 1, attendee=somebody(1, email="nguoi1@don-vi.example"))
    Email.objects.all().delete()
    reminders.remind(at(17))
    reminders.remind(at(21))
    first, second = Email.objects.order_by("pk")
    assert "5" in first.subject
    assert first.subject != second.subject
    assert second.expires_at == event.starts_at


def test_however_often_and_whenever_it_runs_each_is_told_once_and_in_time():
    event_with(1, 18, 21)
    minutes = st.integers(0, 9 * 24 * 60)
    moments = st.lists(minutes.map(lambda m: at(14, 0) + timedelta(minutes=m)))

    @given(moments)
    @hypothesis_settings(max_examples=25)
    def check(runs):
        mark = transaction.savepoint()
        for now in runs:
            reminders.remind(now)
        counts = Counter(reminded())
        transaction.savepoint_rollback(mark)
        week = any(15 <= day(run) <= 20 and awake(run) for run in runs)
        eve = any(
            21 <= day(run) <= 22 and awake(run) and run < at(22, 7, 30) for run in runs
        )
        expected = {(1, WEEK): week, (1, EVE): eve, (2, EVE): eve}
        assert counts == Counter({key: 1 for key, due in expected.items() if due})

    def day(run):
        return timezone.localtime(run).day

    def awake(run):
        return 6 <= timezone.localtime(run).hour < 21

    check()


def test_offers_that_ran_out_go_to_the_next_in_line():
    event = add_event(1, offer_hours=24)
    first = register(event, 1)
    register(event, 2)
    register(event, 3)
    cancel(first)
    jobs.pass_on_lapsed_offers(NOW + timedelta(hours=23))
    assert states(event)[1:] == [RegistrationState.OFFERED, RegistrationState.WAITING]
    for _time in range(2):
        jobs.pass_on_lapsed_offers(NOW + timedelta(hours=24))
    assert states(event)[1:] == [RegistrationState.CANCELLED, RegistrationState.OFFERED]


def test_without_overdue_offers_no_conference_is_locked(django_assert_num_queries):
    add_event(1, offer_hours=24)
    with django_assert_num_queries(1):
        jobs.pass_on_lapsed_offers(NOW)
