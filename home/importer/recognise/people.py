"""Who spoke and who came: names with the position and organisation beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from home.importer.article import Speaker
from home.importer.recognise.names import has_surname, read_name
from home.importer.recognise.offices import office_holders

_DEGREES = r"(?:(?:GS|PGS|TSKH|TS|ThS|Ths|BS|KS|CN|CVCC|NGƯT|NGND)[.,]*\s*)*"
_HONORIFIC = (
    r"(?:(?:[Cc]ác\s+)?(?:[Đđ]ồng chí|[Đđ]/c|Đ/C|[Ôô]ng|[Bb]à|[Tt]hầy(?: giáo)?"
    r"|[Cc]ô(?: giáo)?|[Nn]hà giáo|[Tt]iến s[ĩỹ]|[Tt]hạc s[ĩỹ]|[Gg]iáo sư|[Bb]ác s[ĩỹ]"
    r"|[Kk]ỹ sư|[Ll]uật sư|[Nn]hà báo|[Nn]ghệ nhân)(?!\w)|(?:PGS|GS|TS|ThS|Ths|BS)\.)"
)
_INTRODUCED = r"[Bb]áo cáo viên[^.;:]{0,40}?(?:\s+(?:là|gồm(?: có)?|do)\s+|\s*:\s*)"
PERSON = re.compile(
    rf"(?<!\w)(?:{_HONORIFIC}\s*:?\s*|{_INTRODUCED})(?:{_HONORIFIC}\s*)*{_DEGREES}"
)
# After ";" or "và" a further name needs no new "đồng chí".
_NEXT = re.compile(rf"\s*(?:;|,?\s+và|,\s*cùng)\s+(?:-\s*)?{_DEGREES}")
_PLURAL = re.compile(r"[Cc]ác\s")
_COMMA = re.compile(rf"\s*,\s*{_DEGREES}")
_LINK = re.compile(r"\s*(?:,|[-–—]|\(|là)\s*")
# Where the position ends and the sentence goes on.
_VERBS = (
    "cùng|đã|sẽ|phát biểu|chủ trì|cho biết|nhấn mạnh|khẳng định|trình bày|giới thiệu"
    "|trao đổi|truyền đạt|báo cáo(?! viên)|tham dự|tham gia|đến dự|phổ biến|khai mạc"
    "|dự(?! (?:án|toán|báo|phòng|thảo|trữ))|bế mạc|kết luận|đề nghị|yêu cầu|ghi nhận"
    "|biểu dương|thay mặt|điều hành|chia sẻ|trao|làm (?:trưởng|chủ|báo)|được"
    "|là báo cáo viên|thông tin|hướng dẫn"
)
_END = re.compile(
    rf"[;)\n]|[.!?](?:\s|$)|,?\s+(?:và|cùng)\s+(?:các\s+)?{_HONORIFIC}"
    rf"|,?\s+(?:{_VERBS})(?!\w)"
)
# A sentence that tells of somebody speaking, leading or teaching.
SPEAKING = re.compile(
    r"báo cáo viên|báo cáo|trình bày|truyền đạt|giới thiệu|phổ biến|phát biểu|khai mạc"
    r"|chủ trì|tham luận|chia sẻ|kết luận|giảng viên|diễn giả|điều hành|hướng dẫn"
    r"|nhấn mạnh|cho biết|trao đổi",
    re.IGNORECASE,
)
# A sentence that tells who came: "dự" of "vinh dự", "dự án", "dự kiến" tells of none.
_COMING = re.compile(
    r"(?<!\w)(?<!vinh )dự(?! (?:án|toán|báo|thảo|phòng|trữ|kiến|thi|tuyển)(?!\w))(?!\w)"
    r"|có mặt|hiện diện|đón tiếp|tham gia",
    re.IGNORECASE,
)
_ORGANISATION = re.compile(
    r"(?<![\w.])(?:Sở|Trường|UBND|HĐND|Ủy ban|Uỷ ban|Phòng|Trung tâm|Bộ|Viện|Công ty"
    r"|Hội(?! đồng)|Liên hiệp|Cục|Chi cục|Tổng cục|Vụ|Văn phòng|Tỉnh ủy|Tỉnh uỷ"
    r"|Huyện ủy|Huyện uỷ|Thành ủy|Đảng ủy|Đại học|Học viện|Ban|Tỉnh đoàn|Đoàn"
    r"|Huyện đoàn|Liên đoàn|Ngân hàng|Bệnh viện|Hợp tác xã|Tập đoàn|Báo|Đài|Công an"
    r"|Quốc hội|Chính phủ|Mặt trận|Trạm|Doanh nghiệp|MTTQ|THPT|THCS)(?!\w)"
)
# Somebody without an office is named with where they live.
_HOME = re.compile(r"(?:xã|phường|thị trấn|huyện|thành phố|tỉnh|thôn)\s+[^\W\d_]")
# "Trưởng Phòng" and "Chánh Văn phòng" are positions, not organisations.
_HEADS = re.compile(r"(?:Trưởng|Phó|Chánh|Phụ trách)\s*$", re.IGNORECASE)
_SENTENCES = re.compile(r"(?<=[.!?])\s+(?=[^\W\d_])|\n")
_ABBREVIATED = re.compile(r"(?:^|\W)(?:TS|ThS|Ths|GS|PGS|BS|KS|TP|Tp|Th)\.$")
MAX_POSITION = 220


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
        is_plural = bool(_PLURAL.match(match[0]))
        name, end = read_name(sentence, position)
        while name:
            speaker, position = _person(name, sentence, end, is_plural)
            yield speaker
            following = _NEXT.match(sentence, position)
            if following is None and is_plural:
                following = _COMMA.match(sentence, position)
            if following is None:
                break
            name, end = read_name(sentence, following.end())
            named = has_surname(name) if name else False
            if named and is_plural:
                continue
            if name and not (named and _LINK.match(sentence, end)):
                break
    yield from office_holders(sentence)


def _person(name: str, sentence: str, end: int, is_plural: bool) -> tuple[Speaker, int]:
    """The person named up to `end`, and where what is said of them stops.

    Of several a comma may lead to the next name: then nothing is said of this one.
    """
    if is_plural and (comma := _COMMA.match(sentence, end)):
        following, _end = read_name(sentence, comma.end())
        if following and has_surname(following) and " " in following:
            return Speaker(name), end
    stop = _END.search(sentence, end)
    limit = min(stop.start() if stop else len(sentence), end + MAX_POSITION)
    link = _LINK.match(sentence, end)
    tail = sentence[link.end() if link else end : limit].strip(" .,;:–-")
    if name.isupper():
        name = name.title()
    if not tail or (link is None and not tail[0].isupper()):
        return Speaker(name), end if is_plural else limit
    return Speaker(name, *_position(tail)), limit


def _position(text: str) -> tuple[str, str]:
    """Position and organisation: after a comma, or where the organisation begins."""
    parts = [part.strip() for part in re.split(r",|\(", text) if part.strip(" .")]
    for index, part in enumerate(parts):
        if _ORGANISATION.match(part) or _HOME.match(part):
            if index:
                return ", ".join(parts[:index]), ", ".join(parts[index:])
            return ", ".join(parts[1:]), part
    for index in (-1, 0):
        title, organisation = _split(parts[index])
        if organisation:
            parts[index] = title
            return ", ".join(filter(None, parts)), organisation
    return ", ".join(parts), ""


def _split(part: str) -> tuple[str, str]:
    """A position and the organisation it ends with, as in "Giám đốc Sở Minh Họa"."""
    for match in _ORGANISATION.finditer(part):
        before, organisation = part[: match.start()].strip(), part[match.start() :]
        if " " in organisation and not _HEADS.search(before):
            return before, organisation
    return part, ""
