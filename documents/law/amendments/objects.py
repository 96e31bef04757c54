"""What a verb is about: acts, and places in them."""

import re
from dataclasses import dataclass, replace

from documents.law.amendments.acts import ActMention, NamedActs
from documents.law.amendments.places import NamedPlace, attachment_in, changed_places
from documents.law.amendments.words import HIDDEN, MARK

_VAGUE = re.compile(
    r"(?<!\w)một\s+phần(?!\w)|(?<!\w)(?:một\s+số|các|những|nội\s+dung|phần|quy\s+định)\s+(?:\w+\s*,?\s*(?:và\s+)?){0,6}?"
    r"(?:điều|khoản|điểm|quy\s+định|nội\s+dung|mục|cụm\s+từ)(?!\w)"
    # "Bãi bỏ nội dung đã công bố tại Quyết định số …"
    r"|(?<!\w)(?:tại|trong|thuộc)\s*\Z",
    re.IGNORECASE,
)
# What may stand between a verb and the first place it is about.
_FILLER = re.compile(
    r"(?:[\s,\-+;]|(?:các|một|số|thêm|mới|lại|nội|dung|quy|định|tại|của|toàn|bộ|cụm|từ|phần"
    r"|đoạn|trang|dòng|câu|ý|cuối|đầu|mở|dẫn|lời|thứ|nhất|hai|ba|tên|tiêu|đề|gọi|và|vào|ngay|liền|sau|trước"
    r"|tiếp|theo|mẫu|biểu|bảng|tiết|gạch|dòng|như|đối|với|trong|ở|những|đoạn|chữ|ngữ"
    r"|hiệu|lực|thi|hành|việc|hoặc|đồng|thời|bằng|thành|dẫn|trên|điểm|khoản|điều|chương|mục"
    r"|phụ|lục|các)(?!\w)|\d+(?!\w)|[:])*",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"(?<!\w)(?:điểm|khoản|điều|chương|mục|tiểu\s+mục|phần|phụ\s+lục)\s+\w",
    re.IGNORECASE,
)
# "Quy định về điều kiện … tại khoản 2 Điều 5": what it says of that is meant.
_DESCRIBED = re.compile(
    r"[\s\-+]*(?:(?:các|những)\s+)?(?:quy\s+định|nội\s+dung)\s+(?:về|liên\s+quan)(?!\w)"
    r"[^.;]{0,600}?(?<!\w)(?:tại|trong)\s+(?=(?:điểm|khoản|điều)\s)",
    re.IGNORECASE,
)
# "Bãi bỏ quy định tại khoản 2 Điều 5"
_SAID_AT = re.compile(
    r"[\s\-+,]*(?:(?:các|những|toàn\s+bộ|đối\s+với)\s+)*(?:quy\s+định|nội\s+dung)\s+(?:quy\s+định\s+)?tại\s+"
    r"(?=(?:điểm|khoản|điều)\s)",
    re.IGNORECASE,
)
# "Đính chính số hiệu văn bản tại Điều 2 Quyết định số … từ “…” thành “…”"
_AT = re.compile(
    r"[^.;:\n]{0,300}?(?<!\w)tại\s+(?=(?:điểm|khoản|điều|phụ\s+lục)\s)",
    re.IGNORECASE,
)
_THING = re.compile(rf"\s*{HIDDEN}+\s*(?:tại|trong|ở|thuộc|của)(?!\w)", re.IGNORECASE)
# "Danh mục dự án ban hành kèm theo Nghị quyết số …": something of the act.
_KEPT_WITH = re.compile(r"(?<!\w)kèm\s+theo\s*\Z", re.IGNORECASE)
_LAST_PLACES = re.compile(
    r"(?:[;,]|(?<!\w)và)\s+(?P<places>(?:(?:các\s+)?(?:điểm|khoản|điều)\s+[\da-zđ]{1,5}(?:\s*(?:,|và|;)\s*|\s+))+)"
    r"(?:của|tại)?\s*\Z",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"[;,\n]|(?<!\w)(?:và|cùng|với)(?!\w)", re.IGNORECASE)
# Words that can only mean a part, whether or not it is found.
_PART = re.compile(
    r"(?<!\w)(?:phụ\s+lục|mẫu|biểu|bảng|điểm|khoản|điều|cụm\s+từ)(?!\w)",
    re.IGNORECASE,
)
_PHRASE_WORDS = re.compile(
    rf"{HIDDEN}+|(?<!\w)(?:bằng|thành|(?:các\s+)?cụm\s+từ|là)(?!\w)", re.IGNORECASE
)
_BY = re.compile(r"(?<!\w)(?:bằng|thành)(?!\w)", re.IGNORECASE)
# "thời gian thực hiện hợp đồng theo Nghị định số …"
_FOLLOWS_IT = re.compile(r"(?<!kèm\s)(?<!\w)theo(?!\w)", re.IGNORECASE)
_DIRECT = re.compile(
    rf"[\s\-–+•*,;]*(?:{MARK}\s+)?(?:(?:và|toàn\s+bộ|nội\s+dung|các|của|đối\s+với|quy\s+định\s+tại)\s+)*",
    re.IGNORECASE,
)
_TIME = re.compile(r"(?<!\w)(?:kể\s+từ|từ\s+ngày)(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Object:
    """Places of one act, or the act; `vague` words mean some of its places, `direct`
    ones the act and nothing else, and what only `follows_it` is none of its own.
    """

    mention: ActMention | None = None
    places: tuple[NamedPlace, ...] = ()
    vague: bool = False
    direct: bool = True
    follows_it: bool = False


def objects_of(
    masked: str,
    start: int,
    end: int,
    acts: NamedActs,
    *,
    adds: bool,
    quotes: bool = False,
) -> list[Object]:
    """The objects between the two places of the text, in order; of words that quote
    (`quotes`) phrases the place is where they say that those stand.
    """
    if time := _TIME.search(masked, start, end):
        end = time.start()
    found: list[Object] = []
    done = start
    for mention in acts.within(start, end):
        words = masked[done : mention.start]
        at = _AT.match(words) if quotes else None
        places = _places(words[at.end() :] if at else words, adds=adds)
        named = tuple(places or _last_places(words, found, adds))
        # What follows the act before tells of that one up to the last of the list.
        near = _SEPARATOR.split(words)[-1] if found else words
        vague = _is_vague(near) or (not named and bool(_PART.search(near)))
        vague = vague or (not mention.attachment and bool(_KEPT_WITH.search(near)))
        follows_it = bool(_FOLLOWS_IT.search(near))
        direct = bool(_DIRECT.fullmatch(near))
        found.append(Object(mention, named, vague, direct, follows_it))
        done = mention.end
    rest = masked[done:end]
    new = _BY.search(masked, done, end)
    is_own = acts.own_within(done, new.start() if new else end)
    trailing = [] if is_own else _places(rest, adds=adds)
    if not found:
        own = [replace(one, attachment=attachment_in(rest)) for one in trailing]
        return (
            [Object(None, tuple(own), _is_vague(rest))] if own or rest.strip() else []
        )
    if len(found) == 1 and not found[0].places and trailing and _joins(rest):
        found = [replace(found[0], places=tuple(trailing))]
    return found


def _joins(words: str) -> bool:
    """ "Nghị định số …: khoản 2 Điều 5" """
    return bool(re.match(r"\s*(?::|tại|như\s+sau\s*:)", words, re.IGNORECASE))


def _places(words: str, *, adds: bool) -> list[NamedPlace]:
    said_at = _SAID_AT.match(words)
    words = words[said_at.end() :] if said_at else words
    described = _DESCRIBED.match(words)
    words = words[described.end() :] if described else words
    is_part = bool(described or _THING.match(words))
    words = _PHRASE_WORDS.sub(" ", words) if HIDDEN in words else words
    places = changed_places(_from_places(words), adds=adds)
    return [replace(one, partial=True) for one in places] if is_part else places


def _last_places(words: str, found: list[Object], adds: bool) -> list[NamedPlace]:
    """ "… của Luật Giáo dục đại học và Điều 104, Điều 105" after an act of a list."""
    last = _LAST_PLACES.search(words) if found else None
    return changed_places(last["places"], adds=adds) if last else []


def _from_places(words: str) -> str:
    """The words from where they begin to be about places; none where they never do.

    "… về bảo vệ rừng; khoản 2 Điều 1": of a list the words before may describe an act.
    """
    unit = _UNIT.search(words)
    for start in [0, *(found.end() for found in re.finditer(";", words))]:
        if unit and unit.start() < start:
            unit = _UNIT.search(words, start)
        if not unit:
            return words[start:] if not start else ""
        if _FILLER.fullmatch(words, start, unit.start()):
            return words[start:]
    return ""


def _is_vague(words: str) -> bool:
    return bool(_VAGUE.search(words))
