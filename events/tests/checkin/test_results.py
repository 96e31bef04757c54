"""Who has arrived, in whatever order the rows come."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.checkin.results import Mark, answer, arrival
from events.enums import RegistrationState, ScanResult

START = datetime(2030, 3, 22, 0, 30, tzinfo=UTC)
marks = st.lists(
    st.builds(
        lambda minute, admits, undo: (minute, admits and not undo, undo),
        st.integers(0, 30),
        st.booleans(),
        st.booleans(),
    ),
    max_size=8,
).map(
    lambda drawn: [
        Mark(number, START + timedelta(minutes=minute), admits, undo)
        for number, (minute, admits, undo) in enumerate(drawn)
    ]
)


@given(marks, st.randoms(use_true_random=False))
def test_the_order_in_which_rows_come_changes_nothing(rows, random):
    shuffled = rows[:]
    random.shuffle(shuffled)
    assert arrival(shuffled) == arrival(rows)


@given(marks)
def test_whoever_arrived_was_let_in_after_the_last_undo_and_nobody_earlier(rows):
    found = arrival(rows)
    undone = [row.at for row in rows if row.takes_back]
    good = [row for row in rows if row.admits and row.at > max(undone, default=row.at)]
    if not undone:
        good = [row for row in rows if row.admits]
    assert (found is None) == (not good)
    if found:
        assert found in good
        assert found.at == min(row.at for row in good)


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ("confirmed", ScanResult.OK),
        ("offered", ScanResult.OK),
        ("pending", ScanResult.PENDING),
        ("waiting", ScanResult.WAITING),
        ("cancelled", ScanResult.CANCELLED),
        ("rejected", ScanResult.REJECTED),
        ("transferred", ScanResult.TRANSFERRED),
        ("exchanged", ScanResult.WRONG_EVENT),
    ],
)
def test_each_state_says_its_own_thing(state, expected):
    assert answer(state, is_here=True, is_present=False) == expected
    assert answer(state, is_here=True, is_present=True) == ScanResult.ALREADY
    assert answer(state, is_here=False, is_present=False) == ScanResult.WRONG_EVENT


def test_no_state_is_without_an_answer():
    for state in RegistrationState:
        assert answer(state, is_here=True, is_present=False)
