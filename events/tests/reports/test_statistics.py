"""The table that is the chart: sums, folding, findings."""

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from events.reports.facts import Group, Numbers
from events.reports.statistics import (
    MOST_LINES,
    absent_most,
    by_size,
    came_mostly,
    folded,
    table,
    total,
)


@pytest.fixture(autouse=True)
def vietnamese():
    with translation.override("vi"):
        yield


def group(name: str, came: int, absent: int, unregistered: int) -> Group:
    return Group(name, came + absent, absent, came + unregistered, unregistered)


counts = st.integers(0, 400)
lines = st.lists(
    st.builds(group, st.text("abc", min_size=1, max_size=5), counts, counts, counts),
    max_size=20,
)


@given(lines)
def test_folding_loses_nobody(some):
    few = folded(some)
    assert len(few) <= MOST_LINES
    for name in ("registered", "absent", "present", "unregistered"):
        assert sum(getattr(one, name) for one in few) == sum(
            getattr(one, name) for one in some
        )


@given(lines)
def test_bars_share_a_scale_and_end_where_they_should(some):
    rows = table(folded(some))
    ends = [row.bar.unregistered_at + row.bar.unregistered for row in rows]
    assert all(0 <= end <= 100.05 for end in ends)
    if rows:
        assert max(ends) == pytest.approx(100, abs=0.1)
    assert all(0 <= row.per_cent <= 100 for row in rows)


def test_the_drawing():
    some = [
        group("Phòng Kinh tế", 57, 3, 1),
        group("Trường Suối Ngà", 45, 0, 0),
        group("Trạm Y tế", 31, 9, 2),
        group("Hợp tác xã", 19, 6, 4),
        group("Khác", 71, 9, 3),
    ]
    assert table(by_size(some))[0].label == "Khác"
    assert absent_most(some[:4]) == (
        "Trạm Y tế và Hợp tác xã vắng nhiều nhất: 15 trên 18 người."
    )
    numbers = Numbers(registered=250, present=233, absent=27, unregistered=10)
    assert total(numbers).per_cent == 89


def test_where_no_agency_stands_out_none_is_named():
    level = [group(name, 8, 1, 0) for name in "ABCD"]
    assert absent_most(level) == "4 trên 36 người đăng ký vắng, ở 4 đơn vị."
    one = [group("Trạm Y tế", 8, 3, 0), *level]
    assert absent_most(one) == "Trạm Y tế vắng nhiều nhất: 3 trên 7 người."


def test_findings_of_nothing_say_nothing():
    assert absent_most([]) == "" == came_mostly([])
    assert absent_most([group("A", 3, 0, 0)]) == "Ai có chỗ cũng đến."
