"""What an organiser may leave to be filled in for each person: `{họ tên}`. Pure.

The names are part of the organiser's own text and stay Vietnamese whoever writes.
They are found without accents, in any case and spacing; a text is filled once, so that
what somebody is called never turns into a placeholder.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from portal.vietnamese import fold


class Placeholder(NamedTuple):
    """`name` stands between the braces; `meaning` says what comes in its place."""

    name: str
    meaning: object


NAME = Placeholder("họ tên", _("the person's full name"))
AGENCY = Placeholder("đơn vị", _("the agency the person comes from"))
CONFERENCE = Placeholder("hội nghị", _("the title of the conference"))
DAY = Placeholder("ngày", _("the day, or the days"))
HOUR = Placeholder("giờ", _("from when to when"))
PLACE = Placeholder("địa điểm", _("hall and place"))
CODE = Placeholder("mã vé", _("the code of the person's ticket"))
TICKET = Placeholder("liên kết vé", _("the address of the person's own ticket"))

ALL = (NAME, AGENCY, CONFERENCE, DAY, HOUR, PLACE, CODE, TICKET)
#: What is the same for everybody, so that a conference may lack it.
OF_CONFERENCE = (CONFERENCE, DAY, HOUR, PLACE)

_BRACED = re.compile(r"\{([^{}\n]{0,60})\}")
# Whoever has one of these addresses can act for somebody.
_SECRET = re.compile(r"/(?:ve|dang-ky-doan)/[\w-]{16,}")


def _key(name: str) -> str:
    return " ".join(fold(name).split())


_BY_KEY = {_key(one.name): one for one in ALL}


def used(text: str) -> set[Placeholder]:
    """The placeholders that stand in the text."""
    found = (_BY_KEY.get(_key(name)) for name in _BRACED.findall(text))
    return {one for one in found if one}


def unknown(text: str) -> list[str]:
    """What stands in braces and is no placeholder, as written, each once."""
    names = (name for name in _BRACED.findall(text) if _key(name) not in _BY_KEY)
    return list(dict.fromkeys(names))


def fill(text: str, values: Mapping[Placeholder, str]) -> str:
    """The text with each placeholder's value; one without a value stays as written."""

    def value(found: re.Match[str]) -> str:
        placeholder = _BY_KEY.get(_key(found[1]))
        return values.get(placeholder, found[0]) if placeholder else found[0]

    return _BRACED.sub(value, text)


def secret_links(text: str) -> list[str]:
    """Addresses of somebody's ticket or an agency's form, which are theirs alone."""
    return _SECRET.findall(text)
