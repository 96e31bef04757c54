from datetime import date
from time import process_time

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
def test_a_long_text_takes_time_in_proportion(scrap, only_events):
    def seconds(size: int) -> float:
        started = process_time()
        event_dates(scrap * (size // len(scrap)), year=2021, only_events=only_events)
        return process_time() - started

    seconds(10_000)
    assert seconds(200_000) < 12 * max(seconds(50_000), 0.05)


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
