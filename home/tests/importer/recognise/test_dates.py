import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from home.importer.recognise.dates import event_dates, first_date, impossible_dates


@pytest.mark.parametrize(
    "scrap",
    [
        "ngày 1 tháng 1 năm ",
        "ngày 1 tháng 1 năm 2021 ",
        "1, ",
        "1/1/2021, ",
        "từ 1-2/3/2021 đến ",
        "họp ngày 5 tháng 6" + " " * 400,
    ],
)
@pytest.mark.parametrize("only_events", [False, True])
def test_a_long_text_takes_work_in_proportion(scrap, only_events):
    def calls(size: int) -> int:
        """How many functions are called, which no busy machine changes."""
        count = 0

        def called(frame, event, argument) -> None:
            nonlocal count
            count += event in ("call", "c_call")

        text = scrap * (size // len(scrap))
        sys.setprofile(called)
        try:
            event_dates(text, year=2021, only_events=only_events)
        finally:
            sys.setprofile(None)
        return count

    assert calls(40_000) < 5 * calls(10_000) + 1_000


def test_the_trailing_days_of_a_list_without_a_month_are_left_out():
    (found,) = event_dates("ngày 3/5/2021, 7, 9")
    assert (found.start, found.end) == (date(2021, 5, 3), date(2021, 5, 3))


SCRAPS = ["ngày ", "1", "31", " tháng ", "2", " năm ", "2021", "/", "-", ", ", " đến ",
          " và ", "họp ", ". ", "\n", "trước "]  # fmt: skip


@given(st.lists(st.sampled_from(SCRAPS), max_size=60).map("".join) | st.text())
def test_any_text_gives_days_in_order_and_each_once(text):
    for only_events in (False, True):
        found = event_dates(text, year=2021, only_events=only_events)
        spans = [(one.start, one.end) for one in found]
        assert len(spans) == len(set(spans))
        assert all(start <= end for start, end in spans)
    first_date(text)
    impossible_dates(text)
