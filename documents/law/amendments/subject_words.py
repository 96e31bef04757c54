"""Where the words begin that an instruction is about, before its verb."""

import re

from documents.law.amendments.words import HIDDEN, LEAD_WINDOW, TYPE, UNIT

_SUBJECT_WINDOW = 3000

_BOUNDARY = re.compile(rf"[;:.\n{HIDDEN}](?=[\s{HIDDEN}])|,(?=\s)")
_SUBJECT = re.compile(
    rf"[\s\-+*]*(?:và\s+)?(?:tại\s+(?={UNIT}\s))?(?:(?:thời\s+(?:điểm|hạn|gian)|hiệu\s+lực)\s+(?:(?:có|hiệu\s+lực"
    r"|thi\s+hành|áp\s+dụng|thực\s+hiện)\s+)*(?:(?:của|đối\s+với)\s+)?)?"
    rf"(?:(?:các|những|toàn\s+bộ|nội\s+dung)\s+)*(?:{TYPE}|{UNIT})(?!\w)",
    re.IGNORECASE,
)
# "Kể từ ngày Nghị định này có hiệu lực thi hành, các văn bản sau …"
_SINCE = re.compile(
    r"[\s\-+*]*(?:kể\s+)?từ\s+(?:ngày|thời\s+điểm)\s[^.;:,\n]{1,200},\s+", re.IGNORECASE
)
_ACT = re.compile(rf"[\s\-+*]*{TYPE}\s+số\s", re.IGNORECASE)
# "Thủ tục hành chính công bố tại Quyết định số …; Quyết định số … hết hiệu lực"
_CONTENTS = re.compile(
    rf"(?<!\w)(?:tại|trong|theo)\s+(?:các\s+)?{TYPE}\s+số\s[^;]*(?:;|\Z)", re.IGNORECASE
)
_PHRASE_END = re.compile(
    r"(?<!\w)(?:cụm\s+từ|từ|chữ)(?:\s+sau(?:\s+đây)?)?\s*:?\s*\Z", re.IGNORECASE
)
_AS_FOLLOWS = re.compile(r"như\s{1,9}sau\s{0,9}\Z", re.IGNORECASE)


def last_boundary(masked: str, start: int, end: int) -> int:
    last = max(start, end - LEAD_WINDOW)
    for found in _BOUNDARY.finditer(masked, last, end):
        last = found.end()
    return last


def subject_of(masked: str, start: int, end: int) -> int | None:
    """Where the subject of a passive verb begins, if it is a place or an act.

    "Điều 6; khoản 4 Điều 35 … hết hiệu lực" begins with Điều 6.
    """
    first = max(start, end - _SUBJECT_WINDOW)
    starts = [first] if first == start else []
    quoted, is_phrase = -1, False
    for found in _BOUNDARY.finditer(masked, first, end):
        if found[0] == HIDDEN:
            at = found.start()
            if at != quoted:
                is_phrase = bool(_PHRASE_END.search(masked[max(first, at - 30) : at]))
            quoted = found.end()
            if is_phrase:
                continue
        says_how = found[0] == ":" and _AS_FOLLOWS.search(
            masked[max(first, found.start() - 30) : found.start()]
        )
        if found[0] == ";":
            starts.append(found.end())
        elif says_how or found[0] not in ",:":
            starts = [found.end()]
    subject = None
    following = end
    starts = [_after_since(masked, at, end) for at in starts]
    for at in reversed(starts):
        if not _SUBJECT.match(masked, at):
            if _CONTENTS.search(masked, at, following):
                return None
            # A title with a semicolon: "Nghị quyết số … quy định chế độ …; mức chi …".
            whole = starts[0]
            return whole if subject is None and _ACT.match(masked, whole) else subject
        subject, following = at, at
    return subject


def _after_since(masked: str, start: int, end: int) -> int:
    since = _SINCE.match(masked, start, end)
    return since.end() if since else start
