"""Acts that a text names in passing: why it changes another, or what had changed it."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from documents.law.amendments.words import UNIT
from documents.law.citations import Citation

# "đã được sửa đổi, bổ sung theo …", "không còn phù hợp với …", "căn cứ …". A line that
# begins with "Căn cứ" is one of the preamble, which says by itself what it is.
_LEAD = re.compile(
    r"""(?<!\w)(?:
        (?:(?:đã|mà)\s+)?được\s+(?:sửa\s+đổi|bổ\s+sung)(?:(?:\s*,)?\s*(?:và\s+)?
         (?:bổ\s+sung|thay\s+thế|bãi\s+bỏ))*
        (?:\s+(?:một\s+số|tại|theo|các)\s+(?:điều|khoản|điểm|nội\s+dung)(?:\s*,\s*(?:khoản|điểm))*)?
        \s+(?:tại|theo|bởi|bằng|trong)
      | đã\s+(?:được|bị)\s+(?:thay\s+thế|bãi\s+bỏ|hủy\s+bỏ)\s+(?:tại|theo|bởi|bằng)
      | không\s+(?:còn\s+)?(?:phù\s+hợp|thống\s+nhất)\s+(?:với|theo)
      | trái\s+với | (?<=[\w,;]\s)căn\s+cứ(?:\s+vào)?
    )(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)
# What may stand between those words, and the acts of their list.
_GAP = re.compile(
    rf"(?:[\s,]|(?:các|những|quy\s+định|nội\s+dung|một\s+số|tại|của|theo|trong|và)(?!\w)"
    rf"|{UNIT}(?:\s+[\da-zđ]{{1,4}}(?!\w))?)*+",
    re.IGNORECASE,
)
_AND = re.compile(
    rf"\s*(?:,|;?\s*và|,\s*và)\s+(?:(?:tại|theo|bởi)\s+)?"
    rf"(?:(?:{UNIT})\s+[\da-zđ]{{1,4}}(?:\s*,)?\s+)*+(?:của\s+)?",
    re.IGNORECASE,
)
_LAW = re.compile(
    r"(?:Bộ\s+luật|Luật|Pháp\s+lệnh)\s+[^\W\d_][^.;:,()\n]{0,150}?"
    r"(?=\s*(?:[.;:,()\n]|\Z|(?<!\w)(?:của|tại|và|số|năm|ngày|như\s+sau|được|thì)(?!\w)))"
)
_NEAR = 200


def asides(text: str, citations: Sequence[Citation]) -> list[tuple[int, int]]:
    """Where words of the text, whose quotations are hidden, tell of a reason or of the
    past, each with the acts they name; in order. `citations` are those of the text.
    """
    starts = [one.whole_start for one in citations]
    found: list[tuple[int, int]] = []
    for lead in _LEAD.finditer(text):
        if found and lead.start() < found[-1][1]:
            continue
        end = _end(text, lead.end(), citations, starts)
        if end is not None:
            found.append((lead.start(), end))
    return found


def _end(
    text: str, start: int, citations: Sequence[Citation], starts: Sequence[int]
) -> int | None:
    """The end of the acts named from the place on; None where none is."""
    at = bisect_left(starts, start)
    end = None
    while at < len(citations) and starts[at] - (end or start) <= _NEAR:
        joined = (_GAP if end is None else _AND).fullmatch(
            text, end or start, starts[at]
        )
        if not joined:
            break
        end = citations[at].whole_end
        at += 1
    if end is not None:
        return end
    gap = _GAP.match(text, start, start + _NEAR)
    law = _LAW.match(text, gap.end() if gap else start)
    return law.end() if law else None


def without(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The text with blanks for the spans; its line ends stay."""
    return "".join(_parts(text, spans))


def _parts(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[str]:
    done = 0
    for start, end in spans:
        yield text[done:start]
        yield re.sub(r"[^\n]", " ", text[start:end])
        done = end
    yield text[done:]
