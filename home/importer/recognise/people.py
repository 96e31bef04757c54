"""Who spoke and who came: names with the position and organisation beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from home.importer.article import Speaker
from home.importer.recognise.honorifics import (
    CRAFT_BEFORE,
    DEGREES,
    PERSON,
)
from home.importer.recognise.names import NOT_SURNAMES, has_surname, read_name
from home.importer.recognise.offices import office_holders
from home.importer.recognise.positions import (
    POSITION_ENDS,
    opens_position,
    read_position,
    without_asides,
)

# After ";" or "và" a further name needs no new "đồng chí".
_NEXT = re.compile(rf"\s*(?:;|,?\s+và|,\s*cùng)\s+(?:-\s*)?{DEGREES}")
_PLURAL = re.compile(r"[Cc]ác\s")
_COMMA = re.compile(rf"\s*,\s*{DEGREES}")
# In an interview what follows is what somebody says.
_SAYS = re.compile(r"\s*:")
_WHOLE_NAME = (3, 4)
_SEMICOLON = re.compile(r"\s*;\s*")
_ELECTED = re.compile(
    r"\s*,?\s+(?:đã |tiếp tục )*được\s[^.,;:]{0,30}?bầu\s[^.,;:]{0,20}?"
    r"(?:làm|giữ chức(?: vụ)?)\s+"
)
_SAID_BY = re.compile(r"(?<!\w)[Tt]heo\s+$")
_LINK = re.compile(r"\s*(?:,|[-–—]|\(|là(?!\w))\s*")
# A sentence that tells of somebody speaking, leading or teaching.
SPEAKING = re.compile(
    r"báo cáo viên|báo cáo|trình bày|truyền đạt|giới thiệu|phổ biến|phát biểu|khai mạc"
    r"|chủ trì|tham luận|chia sẻ|kết luận|giảng viên|diễn giả|điều hành|hướng dẫn"
    r"|nhấn mạnh|cho biết|trao đổi|nhắc lại|cho rằng|chỉ đạo|đề nghị",
    re.IGNORECASE,
)
# A sentence that tells who came: "dự" of "vinh dự", "dự án", "dự kiến" tells of none.
_COMING = re.compile(
    r"(?<!\w)(?<!vinh )dự(?! (?:án|toán|báo|thảo|phòng|trữ|kiến|thi|tuyển)(?!\w))(?!\w)"
    r"|có mặt|hiện diện|đón tiếp|tham gia",
    re.IGNORECASE,
)
_SENTENCES = re.compile(r"(?<=[.!?])\s+(?=[^\W\d_])|\n")
_ABBREVIATED = re.compile(r"(?:^|\W)(?:TS|ThS|Ths|GS|PGS|BS|KS|TP|Tp|Th)\.$")
MAX_POSITION = 220


def find_mentioned(
    paragraphs: Iterable[str], others: Iterable[Speaker]
) -> list[Speaker]:
    """Everybody else who is named: winners, farmers, teachers."""
    known = {one.name.casefold() for one in others}
    every = _named(s for paragraph in paragraphs for s in sentences(paragraph))
    return [one for one in every if one.name.casefold() not in known]


def with_offices(people: Iterable[Speaker], paragraphs: Iterable[str]) -> list[Speaker]:
    """The people, with the office that another sentence tells of them."""
    every = _named(s for paragraph in paragraphs for s in sentences(paragraph))
    named = {one.name.casefold(): one for one in every}
    return [one if one.title else named.get(one.name.casefold(), one) for one in people]


def find_speakers(paragraphs: Iterable[str]) -> list[Speaker]:
    """Speakers in the order they are first named, each once."""
    return _named(
        sentence
        for paragraph in paragraphs
        for sentence in sentences(paragraph)
        if SPEAKING.search(sentence)
    )


def find_guests(
    paragraphs: Iterable[str], speakers: Iterable[Speaker]
) -> list[Speaker]:
    """Those said to have come and not among the speakers, in the order of the text."""
    spoke = {speaker.name.casefold() for speaker in speakers}
    came = _named(
        sentence
        for paragraph in paragraphs
        for sentence in sentences(paragraph)
        if _COMING.search(sentence) and not SPEAKING.search(sentence)
    )
    return [guest for guest in came if guest.name.casefold() not in spoke]


def _named(said: Iterable[str]) -> list[Speaker]:
    """Everybody the sentences name, each once, with the office where one is given."""
    found: dict[str, Speaker] = {}
    for sentence in said:
        for person in _people(sentence):
            known = found.get(person.name.casefold())
            if known is None or (person.title and not known.title):
                found[person.name.casefold()] = person
    return list(found.values())


def sentences(text: str) -> Iterator[str]:
    """Sentences; the full stop of "ThS." ends none."""
    pending = ""
    for part in _SENTENCES.split(text):
        pending = f"{pending} {part}" if pending else part
        if not _ABBREVIATED.search(pending):
            yield pending
            pending = ""
    if pending:
        yield pending


def first_sentences(text: str, limit: int) -> str:
    """As many sentences as fit into `limit` characters; a longer first one is cut."""
    kept = ""
    for sentence in sentences(text):
        longer = f"{kept} {sentence}".strip()
        if len(longer) > limit:
            break
        kept = longer
    return kept or text[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def _people(sentence: str) -> Iterator[Speaker]:
    """Those an honorific announces, then those whose office stands before the name."""
    position = 0
    while match := PERSON.search(sentence, position):
        position = match.end()
        is_plural = bool(_PLURAL.match(match[0]) or match["familiar"])
        said_by = bool(
            _SAID_BY.search(sentence[max(0, match.start() - 10) : match.start()])
        )
        craft = CRAFT_BEFORE.search(match[0])
        name, end = read_name(sentence, position)
        is_plural = is_plural or (bool(name) and _leads_to_name(sentence, end))
        if name and not _may_be_named(name, bool(match["familiar"])):
            continue
        # Names in a row, of whom what stands behind the last is said.
        row: list[Speaker] = []
        while name:
            speaker, position = _person(name, sentence, end, is_plural)
            if said_by and speaker.title:
                # What follows the comma is what they said.
                speaker = _before_comma(speaker)
            if craft and not speaker.title and not speaker.organisation:
                speaker = replace(speaker, title=craft[1])
            row.append(speaker)
            following = _NEXT.match(sentence, position)
            if following is None and is_plural:
                following = _COMMA.match(sentence, position)
            others = following and (";" not in following[0] or match["familiar"])
            if speaker.title or speaker.organisation or not others:
                yield from _share_office(row) if is_plural else row
                row = []
            if following is None:
                break
            name, end = read_name(sentence, following.end())
            named = has_surname(name) if name else False
            linked = bool(_LINK.match(sentence, end))
            if is_plural and (named or (linked and len(name.split()) > 2)):
                continue
            if name and not (named and linked):
                break
        yield from row
    yield from office_holders(sentence)


def _may_be_named(name: str, is_familiar: bool) -> bool:
    """Whether a person can have the name: "cô Trường Tiểu học" is a school's."""
    return name.split()[0] not in NOT_SURNAMES and (
        has_surname(name) or not is_familiar
    )


def _before_comma(one: Speaker) -> Speaker:
    return Speaker(one.name, one.title.split(",")[0], one.organisation.split(",")[0])


def _share_office(row: list[Speaker]) -> Iterator[Speaker]:
    """Each with the office of the last: "A, B, Phó Chủ tịch" are two of them."""
    last = row[-1]
    for one in row:
        yield replace(one, title=last.title, organisation=last.organisation)


def _person(name: str, sentence: str, end: int, is_plural: bool) -> tuple[Speaker, int]:
    """The person named up to `end`, and where what is said of them stops.

    Of several a comma may lead to the next name: then nothing is said of this one.
    """
    if _SAYS.match(sentence, end):
        return Speaker(name), end
    if is_plural and (comma := _COMMA.match(sentence, end)):
        following, _end = read_name(sentence, comma.end())
        if following and has_surname(following) and " " in following:
            return Speaker(name), end
    if name.isupper():
        name = name.title()
    link = _LINK.match(sentence, end)
    if link is None and not is_plural:
        link = _further(sentence, end)
    limit = _limit(sentence, link.end() if link else end, is_plural)
    limit = min(limit, end + MAX_POSITION)
    if is_plural:
        limit = _next_of_row(sentence, end, limit)
    tail = sentence[link.end() if link else end : limit].strip(" .,;:–-")
    tail = without_asides(tail)
    if not tail or (link is None and not tail[0].isupper()):
        return Speaker(name), end if is_plural else limit
    return Speaker(name, *read_position(tail)), limit


def _leads_to_name(sentence: str, end: int) -> bool:
    """Whether a comma leads to a further whole name, though only one was announced."""
    comma = _COMMA.match(sentence, end)
    name, _end = read_name(sentence, comma.end()) if comma else ("", end)
    return len(name.split()) in _WHOLE_NAME and has_surname(name)


def _next_of_row(sentence: str, start: int, limit: int) -> int:
    """Where "A - Bí thư, B - Chủ tịch" goes on to the next; the limit if nowhere."""
    for comma in _COMMA.finditer(sentence, start, limit):
        name, end = read_name(sentence, comma.end())
        if name and has_surname(name) and _LINK.match(sentence, end):
            return comma.start()
    return limit


def _further(sentence: str, end: int) -> re.Match[str] | None:
    """What leads to the post behind a semicolon, or to which somebody was elected."""
    semicolon = _SEMICOLON.match(sentence, end)
    if semicolon and opens_position(sentence, semicolon.end()):
        return semicolon
    return _ELECTED.match(sentence, end)


def _limit(sentence: str, start: int, is_plural: bool) -> int:
    """Where the position ends; a semicolon before a further post ends none."""
    last = min(len(sentence), start + MAX_POSITION)
    while stop := POSITION_ENDS.search(sentence, start, last):
        further = stop[0] == ";" and not is_plural
        if not (further and opens_position(sentence, stop.end())):
            return stop.start()
        start = stop.end()
    return last
