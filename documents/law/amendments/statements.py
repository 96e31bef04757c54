"""The verbs with which an act changes another, and the words that belong to each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from documents.law.amendments.place_words import place_before
from documents.law.amendments.subject_words import last_boundary, subject_of
from documents.law.amendments.verbs import TERMS, VERB, Verb, verb_of
from documents.law.amendments.words import HIDDEN, LEAD_WINDOW, MARK, TYPE, UNIT

_LEAD = re.compile(
    rf"""[\s\-+*]*(?:(?:và|đồng\s+thời|nay|hoặc)\s+)*
    (?:{TYPE}\s+này\s+|(?:Hội\s+đồng|(?:Ủy|Uỷ)\s+ban)\s+nhân\s+dân\s+[^;:.,]{{0,60}}\s)?
    (?:có\s+hiệu\s+lực[^;:.]{{0,120}}?\s(?:và|,)\s*)?(?:sẽ\s+|để\s+)?\Z""",
    re.VERBOSE | re.IGNORECASE,
)
# "…, nay Bộ Tài chính xin đính chính như sau:"
_CORRECTOR = re.compile(
    r"[\s\-+*]*(?:nay\s+)?(?:Bộ|Văn\s+phòng|Tổng\s+cục|Cục|Sở|Ngân\s+hàng|Kho\s+bạc"
    r"|(?:Ủy|Uỷ)\s+ban|Hội\s+đồng|Thanh\s+tra|Bảo\s+hiểm|Chính\s+phủ|Ban|Viện)"
    r"(?:\s+(?!(?:đã|việc|về|theo|có)(?!\w))[^\s;:.,\d]+){0,14}\s+",
    re.IGNORECASE,
)
_AND_REPLACES = re.compile(
    rf"{TYPE}\s+này\s+có\s+hiệu\s+lực[^;:]{{0,160}}?(?:\bvà|,)\s*\Z", re.IGNORECASE
)
# "Bãi bỏ các Quyết định của … sau: Quyết định số …; Quyết định số …"
_LIST_FOLLOWS = re.compile(
    rf"\s{{0,9}}(?:(?:sau\s+đây|như\s+sau|gồm)\s{{0,9}})?:[ \t]{{0,9}}"
    rf"(?:(?:[-+]|{MARK})[ \t]{{1,9}})?"
    rf"(?=(?:{TYPE}\s+số|(?:điểm|khoản|điều|chương)\s+[\da-zđ]{{1,4}})(?!\w)"
    r"|(?:số\s+)?\d{1,5}/\d{4}/)",
    re.IGNORECASE,
)
_THOSE = re.compile(
    rf"\s*(?:(?:toàn\s+bộ\s+)?(?:các|những|\d+)\s+(?:{TYPE}|quy\s+định|nội\s+dung|điều|khoản|điểm)"
    r"(?:(?!\ssố\s)[^.;:])*)?",
    re.IGNORECASE,
)
# "… của các văn bản sau đến hết ngày 31/12/2026: 1) …"
_TERM_OF_THOSE = re.compile(
    rf"(?:(?!\ssố\s)[^.;:]){{0,300}}?(?<!\w)(?:các|những|\d+)\s+{TYPE}(?!\w)"
    r"(?:(?!\ssố\s)[^.;:]){0,300}",
    re.IGNORECASE,
)
_UP_TO_COLON = re.compile(r"[^.;:\n]{0,120}")
_THOSE_BELOW = re.compile(
    r"\A\s*(?:và\s+)?(?:các|những)\s(?:(?!\ssố\s)[^.;:])*?(?<!\w)(?:sau|sau\s+đây|dưới\s+đây)\s*\Z",
    re.IGNORECASE,
)
_BECOMES = re.compile(
    rf"\s*(?:lại\s+)?(?:thành|là)\s*:?\s*(?:(?:cụm\s+)?từ\s*)?{HIDDEN}", re.IGNORECASE
)
_SPOKEN_OF = re.compile(
    rf"[\s\-+*]*(?:đối\s+với|tại)\s+{TYPE}\s+số\s[^;:\n]{{1,600}},\s*\Z", re.IGNORECASE
)
_PLACE_FOLLOWS = re.compile(
    rf"\s+(?:(?:các|thêm|tên|nội\s+dung|một\s+số)\s+)*{UNIT}(?!\w)", re.IGNORECASE
)
_ACT_FOLLOWS = re.compile(rf"\s+(?:các\s+)?{TYPE}\s+số\s", re.IGNORECASE)
_DROPPED = re.compile(rf"\s+(?:các\s+)?{UNIT}|\s*{HIDDEN}", re.IGNORECASE)
_STOP = re.compile(
    rf"(?:như\s+sau|sau\s+đây)?\s{{0,9}}(?<!số):(?!\s+số\s+\d)|như\s+sau|\.(?=\s|\Z)"
    rf"|\n(?!\s{{0,40}}{HIDDEN})",
    re.IGNORECASE,
)
_AS_FOLLOWS = re.compile(r"\s*(?:lại\s+)?như\s+sau", re.IGNORECASE)
# After a passive: an instruction ends, one that tells of the past goes on.
_NOW = re.compile(
    rf"\s*(?:như\s+sau|thành|bằng|là(?=\s*[:{HIDDEN}])|vào|kể\s+từ|từ\s+ngày|(?:cho\s+)?đến|thêm|tên|[:;.,{HIDDEN}]"
    r"|\Z)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Statement:
    """A verb and what it is about: the words `start` to `end` hold its objects.

    It begins at `begins`. The objects of an active verb follow it, those of a passive
    one stand before it; `tail` to `tail_end` is what follows the verb, which of an item
    of a list (`is_item`) stands above it. `of_phrases` says that its quotations are
    phrases, as words before it say; what stands for them may be elsewhere (`becomes`).
    """

    verb: Verb
    passive: bool
    begins: int
    start: int
    end: int
    tail: int
    tail_end: int
    whole: bool = False
    is_item: bool = False
    of_phrases: bool = False
    becomes: tuple[int, int] | None = None

    def moved(self, by: int) -> "Statement":
        return replace(
            self,
            begins=self.begins + by,
            start=self.start + by,
            end=self.end + by,
            tail=self.tail + by,
            tail_end=self.tail_end + by,
            becomes=(self.becomes[0] + by, self.becomes[1] + by)
            if self.becomes
            else None,
        )


def statements(masked: str) -> list[Statement]:
    """The statements of one paragraph whose quotations are hidden, in order."""
    accepted = list(_accepted(masked))
    found: list[Statement] = []
    for index, (match, subject) in enumerate(accepted):
        last = index + 1 == len(accepted)
        following = len(masked) if last else accepted[index + 1][1]
        verb = verb_of(match)
        passive = subject < match.start()
        if passive:
            whole = bool(match["expired"])
            start, end = subject, match.start()
            days = _UP_TO_COLON.match(masked, match.end(), following)
            colon = days.end() if days and verb in TERMS else match.end()
            if (listed := _list_after(masked, colon, following)) and (
                _THOSE_BELOW.search(masked[start:end])
            ):
                passive, start = False, listed
                end = _cut(masked, start, following)
            found.append(
                Statement(
                    verb, passive, subject, start, end, match.end(), following, whole
                )
            )
        else:
            start, end = match.end(), _cut(masked, match.end(), following)
            listed = _list_after(masked, end, following)
            those = _TERM_OF_THOSE if verb in TERMS else _THOSE
            if listed and those.fullmatch(masked, start, end):
                start, end = listed, _cut(masked, listed, following)
            found.append(
                Statement(verb, False, subject, start, end, match.end(), following)
            )
    return found


def _accepted(masked: str) -> Iterator[tuple[re.Match[str], int]]:
    """Verbs that begin an instruction, with where its words begin."""
    done = 0
    after_one = False
    for match in VERB.finditer(masked):
        if match["done"]:
            continue
        boundary = last_boundary(masked, done, match.start())
        near = max(done, match.start() - LEAD_WINDOW)
        lead = masked[boundary : match.start()]
        if match["passive"] or match["expired"] or match["moved"]:
            subject = subject_of(masked, done, match.start())
            if subject is not None and _NOW.match(masked, match.end()):
                yield match, subject
                done, after_one = match.end(), True
            continue
        by_comma = boundary > 0 and masked[boundary - 1] == ","
        at_place = by_comma and place_before(masked, match.start(), match.end())
        opens = bool(_LEAD.fullmatch(lead)) and (
            after_one or not by_comma or bool(at_place) or _ofsubject_of(masked, match)
        )
        opens = opens or bool(match["correct"] and _CORRECTOR.fullmatch(lead))
        ends_act = match["replace"] or match["repeal"]
        becomes = _BECOMES.match(masked, match.end())
        goes_on = after_one and _goes_on(masked, done, match)
        if not becomes and (
            opens
            or goes_on
            or (ends_act and _AND_REPLACES.search(masked[near : match.start()]))
        ):
            if (match["repeal"] or "").lower() == "bỏ" and not _DROPPED.match(
                masked, match.end()
            ):
                continue
            yield match, match.start()
            done, after_one = match.end(), True
        elif (
            _AS_FOLLOWS.match(masked, match.end())
            or becomes
            or (match["suspend"] and _NOW.match(masked, match.end()))
        ):
            # "Khoản 2 Điều 5 sửa đổi như sau", without "được".
            subject = subject_of(masked, done, match.start())
            if subject is not None:
                yield match, subject
                done, after_one = match.end(), True


def _ofsubject_of(masked: str, match: re.Match[str]) -> bool:
    """ "Đối với Thông tư số …, ngưng hiệu lực thi hành từ ngày …" """
    changes = match["suspend"] or match["postpone"] or match["extend"]
    if not (changes or _PLACE_FOLLOWS.match(masked, match.end())):
        return False
    return bool(_SPOKEN_OF.match(masked, 0, match.start()))


def _goes_on(masked: str, done: int, match: re.Match[str]) -> bool:
    """ "Sửa đổi khoản 4 và bổ sung khoản 5", "thay thế một phần Quyết định số … và
    thay thế Quyết định số …".
    """
    before = masked[max(done, match.start() - LEAD_WINDOW) : match.start()]
    joined = re.search(r"(?:[,;]|(?<!\w)và)\s*\Z", before, re.IGNORECASE)
    follows = _PLACE_FOLLOWS.match(masked, match.end())
    ends_act = match["replace"] or match["repeal"]
    act = ends_act and _ACT_FOLLOWS.match(masked, match.end())
    return bool(joined and (follows or act))


def _list_after(masked: str, start: int, end: int) -> int | None:
    """Where the objects begin that stand after a colon in the same line."""
    colon = _LIST_FOLLOWS.match(masked, start, end)
    return colon.end() if colon else None


def _cut(masked: str, start: int, end: int) -> int:
    """The objects of an active verb end with its sentence."""
    stop = _STOP.search(masked, start, end)
    return stop.start() if stop else end
