"""What offices write above the columns of their lists, and what each of it heads."""

import re
from dataclasses import replace

from events.delegations.columns import COLUMNS, NAME, PHONE, POSITION
from portal.tabular import Column

# A name may stand in pieces, in this order.
FAMILY, MIDDLE, GIVEN = "family", "middle", "given"
PIECES = (FAMILY, MIDDLE, GIVEN)
_PEOPLE = frozenset(
    (
        *("can", "bo", "cong", "chuc", "vien", "hoc", "sinh", "giao", "giang", "dai"),
        *("bieu", "dang", "doan", "hoi", "thanh", "dong", "chi", "ong", "ba", "nguoi"),
        *("tham", "du", "gia", "ky", "lao", "nhan", "su", "cua", "cac"),
    )
)
_WHOLE = frozenset(["day", "du", "khai", "sinh", "in", "hoa", "chu", "dem"])
_FAMILY_NAME = re.compile(r"ho(?: va)?(?: ten| chu)? (?:dem|lot)")
_PHONE = (
    frozenset(("dien", "thoai")),
    *(frozenset((word,)) for word in ("dt", "sdt", "dtdd", "tel", "phone", "mobile")),
    frozenset(("di", "dong")),
    frozenset(("so", "may")),
)
_ABOUT_PHONE = frozenset(
    (
        *("so", "lien", "he", "lac", "zalo", "ca", "nhan", "hoac", "va", "dd", "may"),
        *("dien", "thoai", "di", "dong", "dt", "sdt", "dtdd", "phone", "mobile", "tel"),
    )
)


def _heads_name(heading: str) -> bool:
    """`ho va ten hoc vien`, `ho ten va chu dem`, `ten dai bieu`."""
    words = heading.split()
    if words[:3] == ["ho", "va", "ten"]:
        rest = words[3:]
    elif words[:2] == ["ho", "ten"]:
        rest = [word for word in words[2:] if word != "va"]
    elif words[:1] == ["ten"] and len(words) > 2:
        return set(words[1:]) <= _PEOPLE
    else:
        return False
    # "Họ và tên đệm", "Họ tên đệm" leave the given name to the next column.
    return rest[:1] != ["dem"] and set(rest) <= _PEOPLE | _WHOLE


def _heads_family(heading: str) -> bool:
    """`ho dem`, `ho va ten lot`, `ho chu dem`: all but the given name."""
    return bool(_FAMILY_NAME.fullmatch(heading))


def _heads_phone(heading: str) -> bool:
    words = set(heading.split())
    said = any(core <= words for core in _PHONE)
    return said and words <= _ABOUT_PHONE | _PEOPLE


def _heads_position(heading: str) -> bool:
    return (
        heading.startswith(("chuc vu ", "chuc danh ")) or heading == "vi tri viec lam"
    )


_ALSO = {NAME: _heads_name, PHONE: _heads_phone, POSITION: _heads_position}


def _column(column: Column) -> Column:
    titles = tuple(title for title in column.titles if title != "Tên")
    also = _ALSO.get(column.key)
    return replace(column, titles=titles, also=also, required=False)


HEADED = (
    *map(_column, COLUMNS),
    Column(FAMILY, ("Họ", "Họ đệm", "Họ lót"), also=_heads_family),
    Column(MIDDLE, ("Tên đệm", "Chữ đệm", "Đệm", "Tên lót", "Chữ lót")),
    Column(GIVEN, ("Tên",)),
)
