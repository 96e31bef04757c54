"""What a place turns into: another heading, or several places."""

import re
from collections.abc import Sequence

from documents.law.amendments.objects import Object
from documents.law.amendments.places import NamedPlace, changed_places
from documents.law.amendments.quoted import Words
from documents.law.amendments.statements import Statement
from documents.law.amendments.words import HIDDEN

_QUOTED = re.compile(rf"{HIDDEN}+")
_TURN = re.compile(r"(?<!\w)(?:thành|bằng)(?!\w)", re.IGNORECASE)
_PARTED = re.compile(
    r"\s*thành\s+(?P<places>(?:các\s+)?(?:điều|khoản|điểm)\s[^.;:\n]{0,200}?)\s*như\s+sau",
    re.IGNORECASE,
)


def new_heading(
    one: Statement, own: Sequence[Object], masked: str, words: Words
) -> str:
    """ "Sửa tên Điều 7 từ “…” thành “…”": the second; empty where it is no such."""
    places = [place for item in own for place in item.places]
    if not places or not all(place.heading for place in places):
        return ""
    quotes = list(_QUOTED.finditer(masked, one.start, one.tail_end))
    if len(quotes) != 2:
        return ""
    old, new = quotes
    turns = _TURN.search(masked, old.end(), new.start())
    return words(new.start(), new.end()) if turns else ""


def new_places(one: Statement, item: Object, masked: str) -> list[NamedPlace]:
    """ "Điều 45 được sửa đổi thành các điều 45, 45a và 45b": those that are new."""
    said = _PARTED.match(masked, one.tail, one.tail_end)
    if not (one.passive and said and item.places):
        return []
    old = {place.own for place in item.places}
    every = changed_places(said["places"], adds=False)
    return [place for place in every if place.own not in old]
