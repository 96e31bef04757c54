"""Laws named by title and day, against those that a library has."""

import datetime as dt
import re
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from documents.law.citations.named_laws import NamedLaw
from portal.vietnamese import fold

_MARK = "|"
_KINDS = ("bo luat", "luat", "phap lenh")
# "Bộ luật Dân sự số 91/2015/QH13", "Luật Đất đai năm 2024": the library's own addition.
_ADDED = re.compile(r"[\s,(]+(?:so\s+\S+/\S+|(?:nam\s+)?(?:19|20)\d\d)\)?\Z")


@dataclass(frozen=True, slots=True)
class KnownLaw:
    """A law, code or ordinance of a library. Its type is `type_word`, unless its title
    begins with one.
    """

    id: Hashable
    type_word: str
    title: str
    signed_on: dt.date


def is_law_key(words: str) -> bool:
    """Whether the words are a key of a law, and no number: a number has no bar."""
    return _MARK in words


def key_of(law: NamedLaw) -> str:
    """What a law is found by: "2006-06-29|luat|cong nghe thong tin"; empty where the
    day that is printed is none.
    """
    day = law.date or law.year
    return _key(day, f"{law.type_word} {law.title}", "") if day else ""


def keys_of(known: KnownLaw) -> tuple[str, ...]:
    """By its day, and by its year alone."""
    days = known.signed_on, known.signed_on.year
    return tuple(_key(day, known.title, known.type_word) for day in days)


def laws_by_key(known: Iterable[KnownLaw]) -> Mapping[str, Hashable]:
    """The one law that each key means. A key that two laws share means neither."""
    found: dict[str, list[Hashable]] = {}
    for law in known:
        for key in keys_of(law):
            found.setdefault(key, []).append(law.id)
    return {key: ids[0] for key, ids in found.items() if len(ids) == 1}


def days_of(keys: Iterable[str]) -> tuple[set[dt.date], set[int]]:
    """The days, and the years, that such keys ask for."""
    said = {key.partition(_MARK)[0] for key in keys}
    years = {int(one) for one in said if one.isdecimal()}
    return set(_days(said)), years


def _days(said: Iterable[str]) -> Iterator[dt.date]:
    for one in said:
        if "-" in one:
            yield dt.date.fromisoformat(one)


def _key(day: dt.date | int, title: str, type_word: str) -> str:
    words = " ".join(fold(title).split())
    kind = next((kind for kind in _KINDS if words.startswith(f"{kind} ")), "")
    name = words.removeprefix(kind).strip()
    return _MARK.join((str(day), kind or fold(type_word), _ADDED.sub("", name)))
