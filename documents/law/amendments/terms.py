"""From when and until when an instruction says that an act applies, or does not."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from documents.law.amendments.model import Doubt
from documents.law.amendments.statements import Statement
from documents.law.amendments.verbs import FORCE, TERMS, TIME, Verb
from documents.law.amendments.words import TYPE
from documents.law.citations.dates import date_at, day_said
from documents.law.effects import EffectKind

KINDS = {
    Verb.SUSPEND: EffectKind.SUSPENDS,
    Verb.POSTPONE: EffectKind.POSTPONES,
    Verb.EXTEND: EffectKind.EXTENDS,
}
"""The kind of effect of each verb that moves a day."""

_UP_TO = re.compile(
    r"(?<!\w)(?:(?:đến|tới)\s+(?P<through>hết\s+)?(?P<before>trước\s+)?|(?P<new>sang|thành)\s+)"
    r"(?:(?P<day>(?:ngày\s+)?(?=\d{1,2}\s?[/.\s-]))|(?P<month>tháng\s+(?P<m>\d{1,2})(?:\s?[/-]\s?|\s+năm\s+)(?P<my>\d{4}))"
    r"|năm\s+(?P<y>\d{4})(?!\s?[-–]))",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"\.(?=\s|\Z)|\n|(?<!số):(?=\s|\Z)")
# Where an instruction tells its days before what they are for.
_A_DAY = (
    r"(?:ngày\s+)?(?:\d{1,2}(?:\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}|\s+tháng\s+\d{1,2}\s+năm\s+\d{4})"
    r"|(?:năm|tháng)\s+[\d/]+|ký|[^;:.,\n]{0,40}có\s+hiệu\s+lực(?:\s+thi\s+hành)?)"
)
_DAYS_FIRST = re.compile(
    rf"\s*,?\s*(?:(?:kể\s+)?từ\s+{_A_DAY}\s*)?(?:(?:cho\s+)?đến\s+(?:hết\s+)?{_A_DAY}\s*)?"
    rf",?\s*(?:{TIME}\s+(?:{FORCE}|thi\s+hành|áp\s+dụng|thực\s+hiện)\s+)?(?:(?:đối\s+với|của)(?!\w))?\s*",
    re.IGNORECASE,
)
_FULL = re.compile(r"(?<!\w)ngày\s+\d")
# Where after a day another act follows, with a day of its own.
_DAY_OF_ITS_OWN = re.compile(
    rf"(?<!\w)(?:(?:đến|tới)\s+(?:hết\s+)?|sang\s+)ngày\s+[^;:,.\n]{{4,40}}?(?=(?:\s*[;,]\s*(?:và\s+)?|\s+và\s+)"
    rf"(?:(?:của|đối\s+với|các)\s+)*{TYPE}\s+số\s)",
    re.IGNORECASE,
)
_ACT = re.compile(rf"(?<!\w){TYPE}\s+số\s", re.IGNORECASE)
_DAYS_LAST = re.compile(
    r"(?<!\w)(?:kể\s+từ(?!\w)|từ\s+ngày(?!\w)|(?:cho\s+)?(?:đến|tới)\s+(?:hết|ngày|khi|thời\s+điểm"
    r"|trước|\d)(?!\w)|thêm\s+\d)",
    re.IGNORECASE,
)
# "Thời hạn áp dụng Nghị quyết số … được kéo dài"
_TERM_OF = re.compile(
    r"[\s\-+]*(?:thời\s+(?:điểm|hạn|gian)|ngày|hiệu\s+lực)\s+(?:(?:có|bắt\s+đầu|hiệu\s+lực|thi\s+hành"
    r"|áp\s+dụng|thực\s+hiện)\s+)*(?:(?:của|đối\s+với)\s+)?",
    re.IGNORECASE,
)
# "trong thời hạn 06 (sáu) tháng kể từ ngày …": to be counted by whoever reads it
_COUNTED = re.compile(
    r"(?<!\w)(?:trong|thời\s+(?:hạn|gian))\s+(?:(?:thời\s+(?:hạn|gian)|vòng|là|tối\s+đa)\s+)*"
    r"\d{1,3}\s*(?:\([^)]*\)\s*)?(?:ngày|tháng|năm)(?!\w)(?!\s+(?:đầu|cuối)(?!\w))",
    re.IGNORECASE,
)
# "Thời gian tạm ngưng: đến hết ngày …"
_SAID_APART = re.compile(
    r"(?<!\w)(?:thời\s+(?:gian|hạn|điểm)|việc)\s+(?:(?:áp\s+dụng|thực\s+hiện|thi\s+hành)\s+)?(?:(?P<suspend>(?:tạm\s+)?(?:ngưng|ngừng|dừng|đình\s+chỉ))"
    r"|(?P<extend>kéo\s+dài|gia\s+hạn)|(?P<postpone>lùi))(?!\w)(?P<rest>[^.;\n]{0,300})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Term:
    """`until` is the first day on which what the verb says counts no longer; of what is
    put off the day on which it begins. None where no day is said; where one has to be
    counted `doubts` say so.
    """

    on: dt.date | None = None
    until: dt.date | None = None
    doubts: tuple[Doubt, ...] = ()


def term_of(masked: str, one: Statement, above: Term | None = None) -> Term:
    """What the words of the statement say, and where they do not those `above`."""
    if one.verb not in TERMS:
        return Term(day_said(masked[one.start : one.tail_end]))
    words = _sentence(masked, one.tail, one.tail_end)
    term = _until(words, one.verb)
    if term.until is None and one.start > one.tail + len(words):
        # Of acts listed after a colon the last may be followed by the day of all.
        words = _sentence(masked, one.start, one.tail_end)
        term = _until(words, one.verb)
    on = None if one.verb is Verb.POSTPONE else day_said(words)
    if above and term.until is None:
        return Term(on or above.on, above.until, above.doubts)
    if one.verb is Verb.SUSPEND and term.until is None and _COUNTED.search(words):
        return Term(on, None, (Doubt.DAY_NOT_SAID,))
    return Term(on or (above.on if above else None), term.until, term.doubts)


def _sentence(masked: str, start: int, end: int) -> str:
    stop = _SENTENCE_END.search(masked, start, end)
    return masked[start : stop.start() if stop else end]


def each_with_its_day(masked: str, one: Statement) -> list[Statement]:
    """ "Kéo dài … Nghị quyết số … đến hết ngày …, Nghị quyết số … đến hết ngày …": one
    for each day, with the acts before it.
    """
    if one.verb not in TERMS or one.passive or one.start != one.tail:
        return [one]
    ends: list[int] = []
    for found in _DAY_OF_ITS_OWN.finditer(masked, one.start, one.end):
        if _ACT.search(masked, ends[-1] if ends else one.start, found.start()):
            ends.append(found.end())
    starts = [one.start, *ends]
    if not ends or not _until(masked[starts[-1] : one.end], one.verb).until:
        return [one]
    return [
        replace(one, start=start, end=end, tail=start, tail_end=end)
        for start, end in zip(starts, [*ends, one.end], strict=True)
    ]


def around_days(masked: str, one: Statement) -> tuple[int, int]:
    """Where the objects of a statement stand: its days may be told on either side."""
    start, end = one.start, one.end
    if one.verb not in TERMS:
        return start, end
    if one.passive:
        head = _TERM_OF.match(masked, start, end)
        return head.end() if head else start, end
    first = _DAYS_FIRST.match(masked, start, end)
    start = first.end() if first else start
    return start, _days_last(masked, start, end)


def _days_last(masked: str, start: int, end: int) -> int:
    """Where the days begin that follow the objects: of an act's title only a year is
    told, as in "hỗ trợ đến hết năm 2023".
    """
    found = list(_DAYS_LAST.finditer(masked, start, end))
    full = (one for one in found if _FULL.search(masked, one.start(), one.end() + 12))
    last = next(full, found[0] if found else None)
    return last.start() if last else end


def said_apart(paragraphs: Iterable[str]) -> Mapping[EffectKind, Term]:
    """The days a sentence of its own gives all that is suspended, put off or extended;
    none where several differ.
    """
    found: dict[EffectKind, set[Term]] = {}
    for paragraph in paragraphs:
        for said in _SAID_APART.finditer(paragraph):
            verb = next(verb for verb in KINDS if said[verb.value])
            term = _until(said["rest"], verb)
            if verb is Verb.SUSPEND:
                term = replace(term, on=day_said(said["rest"]))
            if term.until:
                found.setdefault(KINDS[verb], set()).add(term)
    return {kind: next(iter(all_)) for kind, all_ in found.items() if len(all_) == 1}


def _until(words: str, verb: Verb) -> Term:
    """The last day of the words: a title before it may have one too."""
    term = Term()
    for found in _UP_TO.finditer(words):
        if found["new"] and verb is not Verb.POSTPONE:
            continue
        last = _last_day(words, found)
        if last is None:
            continue
        through = bool(found["through"] or found["before"] or found["new"])
        is_first = found["before"] or (verb is Verb.POSTPONE and not found["through"])
        until = last if is_first else last + dt.timedelta(days=1)
        unclear = verb is not Verb.POSTPONE and not through
        term = Term(None, until, (Doubt.LAST_DAY_UNCLEAR,) if unclear else ())
    return term


def _last_day(words: str, found: re.Match[str]) -> dt.date | None:
    """The day named; of a month or a year the last one, where it says "hết"."""
    if found["day"] is not None:
        mention = date_at(f"ngày {words[found.end() : found.end() + 40]}", 0)
        return mention.day if mention else None
    if not found["through"]:
        return None
    try:
        if found["y"]:
            return dt.date(int(found["y"]), 12, 31)
        month = int(found["m"])
        following = dt.date(int(found["my"]) + month // 12, month % 12 + 1, 1)
    except ValueError:
        return None
    return following - dt.timedelta(days=1)
