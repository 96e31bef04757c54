"""The key of an entry: slot, day, page and part in one number, newest last.

Engines hand out keys from the highest down, so the newest comes first without sorting,
and a key tells its page without a look at the row.
"""

from datetime import date

_PART_BITS, _PAGE_BITS, _DAY_BITS = 12, 26, 22
MOST_PARTS = (1 << _PART_BITS) - 1
_SLOT_SHIFT = _PART_BITS + _PAGE_BITS + _DAY_BITS


def entry_key(slot: int, day: date | None, page: int, part: int = 0) -> int:
    """The key; an entry without a day is older than all others."""
    if page >> _PAGE_BITS or part > MOST_PARTS:
        raise ValueError(f"no key for part {part} of page {page}")
    ordinal = day.toordinal() if day else 0
    days = slot << _DAY_BITS | ordinal
    return (days << _PAGE_BITS | page) << _PART_BITS | part


def page_of_key(key: int) -> int:
    return key >> _PART_BITS & (1 << _PAGE_BITS) - 1


def part_of_key(key: int) -> int:
    return key & MOST_PARTS


def slot_range(slot: int) -> tuple[int, int]:
    """The first key of a slot, and the first beyond it."""
    return slot << _SLOT_SHIFT, slot + 1 << _SLOT_SHIFT
