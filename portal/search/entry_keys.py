"""The key of an entry: slot, day, page and part in one number, newest last.

Engines hand out keys from the highest down, so the newest comes first without sorting,
and a key tells its page without a look at the row.
"""

from datetime import date

# Few bits: full-text indexes store the distance from one key to the next.
_PART_BITS, _PAGE_BITS, _DAY_BITS = 10, 24, 17
_DAY_ZERO = date(1900, 1, 1).toordinal()
MOST_PARTS = (1 << _PART_BITS) - 1
_SLOT_SHIFT = _PART_BITS + _PAGE_BITS + _DAY_BITS


def entry_key(slot: int, day: date | None, page: int, part: int = 0) -> int:
    """The key; without a day it is older than all others."""
    if page >> _PAGE_BITS or part > MOST_PARTS:
        raise ValueError(f"no key for part {part} of page {page}")
    ordinal = day.toordinal() - _DAY_ZERO if day else 0
    ordinal = min(max(ordinal, 0), (1 << _DAY_BITS) - 1)
    days = slot << _DAY_BITS | ordinal
    return (days << _PAGE_BITS | page) << _PART_BITS | part


def page_of_key(key: int) -> int:
    return key >> _PART_BITS & (1 << _PAGE_BITS) - 1


def part_of_key(key: int) -> int:
    return key & MOST_PARTS


def slot_range(slot: int) -> tuple[int, int]:
    """The first key of a slot, and the first beyond it."""
    return slot << _SLOT_SHIFT, slot + 1 << _SLOT_SHIFT
