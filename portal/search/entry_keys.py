"""The key of an entry: slot, day, page and part in one number, newest last.

Engines hand out keys from the highest down, so the newest comes first without sorting,
and a key tells its page without a look at the row.
"""

from datetime import date

# Few bits: full-text indexes store the distance from one key to the next.
_PART_BITS, _PAGE_BITS, _DAY_BITS = 10, 24, 17
_KIND_BITS, _ROW_BITS = 3, 20
_RECORDS = 1 << (_PAGE_BITS - 1)
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


def record_page(number: int, pk: int) -> int:
    """The place among pages of a row that is none, of so many kinds of such rows.

    Pages have the lower half, which no portal fills.
    """
    if not 0 <= number < 1 << _KIND_BITS or pk >> _ROW_BITS:
        raise ValueError(f"no place for row {pk} of kind {number}")
    return _RECORDS | number << _ROW_BITS | pk


def record_of(page: int) -> tuple[int, int] | None:
    """Kind and key of such a row; None for a page of the tree."""
    if page < _RECORDS:
        return None
    row = page - _RECORDS
    return row >> _ROW_BITS, row & (1 << _ROW_BITS) - 1


def page_of_key(key: int) -> int:
    return key >> _PART_BITS & (1 << _PAGE_BITS) - 1


def part_of_key(key: int) -> int:
    return key & MOST_PARTS


def slot_range(slot: int) -> tuple[int, int]:
    """The first key of a slot, and the first beyond it."""
    return slot << _SLOT_SHIFT, slot + 1 << _SLOT_SHIFT
