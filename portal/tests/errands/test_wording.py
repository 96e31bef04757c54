"""How long ago, and how long yet."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.errands.wording import clock, since, working_clock

# 09:00 of a Friday in Vietnam.
NOW = datetime(2030, 3, 1, 2, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (timedelta(hours=1), "hôm nay 08:00"),
        (timedelta(hours=10), "hôm qua 23:00"),
        (timedelta(days=2), "2 ngày trước"),
        (timedelta(days=30), "30/01/2030"),
    ],
)
def test_since_when_it_waits(ago, words):
    assert since(NOW - ago, NOW) == words


@pytest.mark.parametrize(
    ("left", "words", "tone"),
    [
        (timedelta(hours=-3), "quá hạn 3 giờ", "bad"),
        (timedelta(days=-2, hours=-3), "quá hạn 2 ngày", "bad"),
        (timedelta(hours=5), "hạn 14:00 hôm nay", "bad"),
        (timedelta(hours=20), "còn 20 giờ", "todo"),
        (timedelta(days=3), "còn 3 ngày", "wait"),
    ],
)
def test_how_a_deadline_stands(left, words, tone):
    found = clock(NOW + left, NOW)
    assert (found.words, found.tone) == (words, tone)


@given(st.timedeltas(min_value=timedelta(days=-400), max_value=timedelta(days=400)))
def test_a_clock_says_overdue_exactly_when_it_is(left):
    found = clock(NOW + left, NOW)
    assert found.words.startswith("quá hạn") == (left <= timedelta(0))
    assert " 0 " not in f" {found.words} "


@pytest.mark.parametrize(
    ("left", "words", "tone"),
    [
        (-2, "quá hạn 2 ngày làm việc", "bad"),
        (0, "trả lời trong hôm nay", "bad"),
        (1, "còn 1 ngày làm việc", "todo"),
        (5, "còn 5 ngày làm việc", "wait"),
    ],
)
def test_how_a_deadline_in_working_days_stands(left, words, tone):
    found = working_clock(left)
    assert (found.words, found.tone) == (words, tone)


def test_on_a_saturday_what_was_due_on_friday_is_late():
    found = working_clock(0, is_late=True)
    assert (found.words, found.tone) == ("quá hạn từ ngày làm việc trước", "bad")
