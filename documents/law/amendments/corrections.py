"""What an act that corrects says was printed, and what is to be read."""

import re

from documents.law.amendments.statements import Statement
from documents.law.amendments.verbs import Verb
from documents.law.amendments.words import HIDDEN

_PHRASE = r"(?:(?:cụm\s+)?từ\s{0,9})?"
# "Tại khoản 2 Điều 5 đã viết: “…”, nay sửa lại là: “…”"
_PRINTED = re.compile(
    rf"(?:đã\s+|được\s+)?(?:viết|in|ghi|đánh\s+máy)(?:\s+là)?\s{{0,9}}:?\s{{0,9}}{_PHRASE}"
    rf"(?P<old>{HIDDEN}+)[\s,;.]{{0,9}}(?:nay\s+)?(?:xin\s+)?(?:được\s+)?"
    r"(?:sửa|đính\s+chính|viết|ghi|đọc)(?:\s+lại)?(?:\s+(?:cho\s+đúng\s+)?(?:thành|là))?"
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
        first = max(done, pair.start() - _WINDOW)
        where = _WHERE.search(masked[first : pair.start()])
        start = first + (where.start() if where else 0)
        found.append(
            Statement(
                Verb.CORRECT,
                False,
                start,
                start,
                pair.start(),
                pair.start("old"),
                pair.end("old"),
                of_phrases=True,
                becomes=pair.span("new"),
            )
        )
        done = pair.end()
    return found
