"""Two working days: which days count, and clocks that follow the office's days off."""

from datetime import date, datetime, time, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.enums import RequestKind, RequestState
from events.models import DataRequest, Holiday
from events.privacy import requests
from events.privacy.clock import due_at

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2035, 12, 31)).map(
    lambda moment: moment.replace(tzinfo=ZONE)
)
DAYS_OFF = st.frozensets(st.integers(0, 30), max_size=12)


def works(day: date, holidays) -> bool:
    """Said another way than the code does."""
    is_weekend = f"{day:%a}" in ("Sat", "Sun")
    return not (is_weekend or f"{day:%d%m}" in "0101 3004 0105 0209" or day in holidays)


def near(received: datetime, offsets) -> set[date]:
    return {received.date() + timedelta(days=offset) for offset in offsets}


@given(MOMENTS, DAYS_OFF)
def test_the_answer_is_due_at_the_close_of_the_second_working_day(received, offsets):
    holidays = near(received, offsets)
    due = due_at(received, holidays)
    assert (due.time(), due.tzinfo) == (time(17), ZONE)
    assert works(due.date(), holidays)
    after = [
        received.date() + timedelta(days=number)
        for number in range(1, (due.date() - received.date()).days + 1)
    ]
    assert sum(works(day, holidays) for day in after) == 2


@given(MOMENTS, DAYS_OFF, st.integers(0, 40))
def test_a_day_off_or_a_later_arrival_never_makes_it_due_sooner(
    received, offsets, later
):
    holidays = near(received, offsets)
    assert due_at(received, holidays) >= due_at(received)
    assert due_at(received + timedelta(hours=later), holidays) >= due_at(
        received, holidays
    )


@pytest.mark.parametrize(
    ("received", "due"),
    [
        ("2026-11-23T08:00", "2026-11-25"),  # Monday, so Wednesday
        ("2026-11-26T23:59", "2026-11-30"),  # Thursday: over the weekend
        ("2026-11-28T10:00", "2026-12-01"),  # Saturday: as if it came on Sunday
        ("2026-11-29T10:00", "2026-12-01"),
        ("2026-04-29T10:00", "2026-05-05"),  # two fixed days off and a weekend
        ("2026-12-31T10:00", "2027-01-05"),
    ],
)
def test_known_days(received, due):
    moment = datetime.fromisoformat(received).replace(tzinfo=ZONE)
    assert due_at(moment).date() == date.fromisoformat(due)


def test_over_tet_the_clock_waits():
    tet = {date(2027, 2, 5) + timedelta(days=number) for number in range(7)}
    received = datetime(2027, 2, 4, 9, tzinfo=ZONE)
    assert due_at(received, tet).date() == date(2027, 2, 15)


MONDAY = datetime(2026, 11, 23, 9, tzinfo=ZONE)


def ask(at: datetime = MONDAY) -> DataRequest:
    details = requests.RequestDetails(
        RequestKind.SEE, "Vi Văn Minh Họa", "+84912345678", ""
    )
    return requests.receive(details, key=uuid4(), now=at)


def due_day(request: DataRequest) -> date:
    return DataRequest.objects.get(pk=request.pk).due_at.astimezone(ZONE).date()


@pytest.mark.postgres
@pytest.mark.django_db
def test_a_day_off_moves_the_clocks_that_run_and_no_other(django_user_model):
    answered, running = ask(), ask()
    actor = django_user_model.objects.create_user("vanthu")
    requests.answer(answered.pk, words="Đã giao bản sao.", now=MONDAY, actor=actor)
    day_off = Holiday.objects.create(day=date(2026, 11, 24))
    assert [due_day(answered), due_day(running)] == [
        date(2026, 11, 25),
        date(2026, 11, 26),
    ]
    day_off.day = date(2026, 12, 24)
    day_off.save()
    assert due_day(running) == date(2026, 11, 25)
    Holiday.objects.create(day=date(2026, 11, 25)).delete()
    assert due_day(running) == date(2026, 11, 25)


@pytest.mark.django_db
def test_the_state_is_told_by_the_clock():
    request = ask()
    close = datetime(2026, 11, 25, 17, tzinfo=ZONE)
    states = [
        request.state(close + timedelta(seconds=seconds)) for seconds in (-1, 0, 1)
    ]
    assert states == [RequestState.OPEN, RequestState.OPEN, RequestState.OVERDUE]
    assert DataRequest.objects.tally(close) == (1, 0)
    assert DataRequest.objects.tally(close + timedelta(seconds=1)) == (1, 1)
