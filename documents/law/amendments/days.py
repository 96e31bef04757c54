"""From when an act's changes count, as its own words say."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from documents.law.citations.dates import day_said
from documents.law.citations.references import provisions_in
from documents.law.provisions import Step

_OWN = (
    r"(?:Luật|Bộ\s+luật|Pháp\s+lệnh|Nghị\s+định|Nghị\s+quyết|Quyết\s+định|Chỉ\s+thị"
    r"|Thông\s+tư(?:\s+liên\s+tịch)?|Văn\s+bản)\s+này"
)
_BEGINS = re.compile(
    rf"{_OWN}\s+(?:sẽ\s+)?có\s+hiệu\s+lực"
    r"(?:\s+thi\s+hành)?(?P<when>[^.;\n]{0,160})",
    re.IGNORECASE,
)
_SIGNING = re.compile(r"(?:kể\s+)?từ\s+ngày\s+(?:ký|ban\s+hành)", re.IGNORECASE)
_AFTER = re.compile(
    r"sau\s+(?P<days>\d{1,3})\s*(?:\([^)]*\)\s*)?ngày[\s,]+(?:kể\s+)?từ\s+ngày\s+"
    r"(?:ký|ban\s+hành)",
    re.IGNORECASE,
)
# "… có hiệu lực từ ngày …, trừ khoản 2 …" is about the act.
_NOT_PLACES = re.compile(r"hiệu\s+lực|(?<!\w)trừ(?!\w)", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.;\n]")
_WINDOW = 300
_EXCEPT = re.compile(r"(?<!\w)trừ(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Days:
    """The day of the whole act, and those of places that have their own.

    `contradictory` says that the text gives the whole act two different ones.
    """

    whole: dt.date | None = None
    own: Mapping[tuple[Step, ...], dt.date] = field(default_factory=dict)
    contradictory: bool = False

    def of(self, path: tuple[Step, ...]) -> dt.date | None:
        """The day of a place of the act: its own, its article's, the act's."""
        for length in range(len(path), 0, -1):
            if path[:length] in self.own:
                return self.own[path[:length]]
        return self.whole


def days_of(paragraphs: Iterable[str], signed_on: dt.date | None) -> Days:
    """What the paragraphs say; the first day of the act itself is taken.

    "Luật này có hiệu lực từ ngày …, trừ …" gives the act its day; "khoản 2 Điều 1 Luật
    này có hiệu lực từ ngày …" gives the place another.
    """
    whole: dt.date | None = None
    own: dict[tuple[Step, ...], dt.date] = {}
    contradictory = False
    for paragraph in paragraphs:
        for found in _BEGINS.finditer(paragraph):
            day = _day(found["when"], signed_on)
            if day is None:
                continue
            before = paragraph[max(0, found.start() - _WINDOW) : found.start()]
            what = _SENTENCE_END.split(before)[-1]
            places = [ref.path for ref in provisions_in(what)]
            if places and not _NOT_PLACES.search(what):
                own |= dict.fromkeys(places, day)
            elif whole is None:
                whole = day
            elif day != whole:
                contradictory = True
    return Days(whole, own, contradictory)


def _day(words: str, signed_on: dt.date | None) -> dt.date | None:
    if (cut := _EXCEPT.search(words)) and cut.start():
        words = words[: cut.start()]
    if found := _AFTER.search(words):
        return signed_on + dt.timedelta(days=int(found["days"])) if signed_on else None
    return day_said(words) or (signed_on if _SIGNING.search(words) else None)
