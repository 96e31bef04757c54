"""What an act that corrects says was printed, and what is to be read."""

import re

from documents.law.amendments.statements import Statement
from documents.law.amendments.verbs import Verb
from documents.law.amendments.words import HIDDEN

_PHRASE = r"(?:(?:cụm\s+)?từ\s{0,9})?"
_TURNS = (
    rf"{HIDDEN}+\s{{1,9}}(?:được\s+)?(?:sửa|đính\s+chính)"
    r"(?:\s+lại)?\s+(?:thành|là)(?!\w)"
)
_READ = (
    r"(?:nay\s+)?(?:xin\s+)?(?:được\s+)?(?:sửa|đính\s+chính|viết|ghi|đọc)(?:\s+lại)?"
    r"(?:\s+(?:cho\s+đúng\s+)?(?:thành|là)|(?=\s{0,9}:))"
)
GOES_ON = rf"(?:[-–+•]\s{{0,9}})?{_READ}\s{{0,9}}:?\s{{0,9}}{_PHRASE}{HIDDEN}"
"""How a line begins that says how what stands in the line above is to be read."""

# "Tại khoản 2 Điều 5 đã viết: “…”, nay sửa lại là: “…”"
_PRINTED = re.compile(
    rf"(?:(?:đã\s+|được\s+)?(?:viết|in|ghi|đánh\s+máy|ban\s+hành|nêu)(?:\s+là)?\s{{0,9}}:?\s{{0,9}}{_PHRASE}"
    # "Tại căn cứ ban hành: “…”. Nay đính chính là: “…”"
    rf"|(?<=\w):\s{{0,9}}{_PHRASE}(?={HIDDEN}+[\s,;.\-–+•]{{0,9}}nay\s)"
    # "Tại khoản 2 Điều 5: “…” sửa thành “…”"
    rf"|(?P<place>(?:điểm|khoản|điều|dòng|trang)\s{{1,9}}[\da-zđ]{{1,5}})\s{{0,9}}[,:]?\s{{0,9}}(?={_TURNS})"
    # "sửa “…” thành “…”"
    rf"|(?P<verb>sửa|đính\s+chính)(?:\s+lại)?\s{{1,9}}(?={HIDDEN}+\s{{1,9}}(?:thành|là)(?!\w)))"
    rf"(?P<old>{HIDDEN}+)[\s,;.\-–+•]{{0,9}}(?(verb)(?:thành|là)|(?:nay\s+)?(?:xin\s+)?(?:được\s+)?"
    r"(?:sửa|đính\s+chính|viết|ghi|đọc)(?:\s+lại)?(?:\s+(?:cho\s+đúng\s+)?(?:thành|là))?)"
    rf"\s{{0,9}}:?\s{{0,9}}{_PHRASE}(?P<new>{HIDDEN}+)",
    re.IGNORECASE,
)
_WHERE = re.compile(rf"[^:;\n{HIDDEN}]{{0,300}}\Z")
_WINDOW = 300


def corrections(masked: str) -> list[Statement]:
    """A statement for each such pair of a paragraph (quotations hidden), in order."""
    found: list[Statement] = []
    done = 0
    for pair in _PRINTED.finditer(masked):
        end = pair.end("place") if pair["place"] else pair.start()
        first = max(done, end - _WINDOW)
        # "Khoản 2 Điều 5: đã viết …"
        end = first + len(masked[first:end].rstrip(" :,"))
        where = _WHERE.search(masked[first:end])
        start = first + (where.start() if where else 0)
        found.append(
            Statement(
                Verb.CORRECT,
                False,
                start,
                start,
                end,
                pair.start("old"),
                pair.end("old"),
                of_phrases=True,
                becomes=pair.span("new"),
            )
        )
        done = pair.end()
    return found
