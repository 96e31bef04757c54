"""The key of an entry sorts by itself and tells its page."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.search.entry_keys import (
    MOST_PARTS,
    entry_key,
    page_of_key,
    part_of_key,
    record_of,
    record_page,
)


def test_keys_sort_by_slot_day_page_and_part():
    days = [
        None,
        date(1899, 1, 1),
        date(1945, 9, 2),
        date(2026, 1, 1),
        date(2400, 1, 1),
    ]
    keys = [
        entry_key(slot, day, page, part)
        for slot in (0, 1)
        for day in days[1:]
        for page in (1, 9_000_000)
        for part in (0, MOST_PARTS)
    ]
    assert keys == sorted(set(keys))
    assert max(keys) < 2**63
    assert entry_key(0, None, 5) < entry_key(0, date(1945, 9, 2), 5)
    key = entry_key(1, date(2026, 1, 1), 9_000_000, 7)
    assert (page_of_key(key), part_of_key(key)) == (9_000_000, 7)


def test_what_has_no_key_is_refused():
    with pytest.raises(ValueError, match="no key"):
        entry_key(0, None, 2**24)
    with pytest.raises(ValueError, match="no key"):
        entry_key(0, None, 1, MOST_PARTS + 1)


@given(number=st.integers(0, 7), pk=st.integers(0, 2**20 - 1))
def test_a_row_that_is_no_page_has_a_place_among_them_that_tells_it(number, pk):
    page = record_page(number, pk)
    assert record_of(page) == (number, pk)
    assert page_of_key(entry_key(1, date(2026, 1, 1), page)) == page


def test_a_page_is_no_such_row():
    assert record_of(1) is record_of(2**23 - 1) is None
    for number, pk in ((8, 1), (0, 2**20)):
        with pytest.raises(ValueError, match="no place"):
            record_page(number, pk)
