"""Laws named by their title and day: "Luật Công nghệ thông tin ngày 29/6/2006"."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from documents.law.citations.dates import date_at
from documents.law.citations.model import Problem
from documents.law.normalized_text import NormalizedText

# The longest title of a law in force has 40 words.
_TITLE_WINDOW = 320

_LAW = re.compile(
    r"(?<!\w)(?P<type>Bộ\s+luật|Luật|Pháp\s+lệnh)\s+"
    r"(?!(?:sư|gia|này|đó|khác|trên|nêu|số)(?!\w))(?=[^\W\d_])"
)
# Words with which the sentence goes on to something else than the day of the law.
_ELSEWHERE = re.compile(
    r"""[;:“”"«»!?…]|\.(?=\s|\Z)|\n\s*\n|(?<!\w)(?:
        (?:có|hết)\s+hiệu\s+lực|từ|thì|sẽ|này|(?<!quan\s)đến|trước|sau|trong|tại|quy\s+định|là
      | Căn\s+cứ|Nghị\s+định|Nghị\s+quyết|Quyết\s+định|Thông\s+tư|Chỉ\s+thị|Hiến\s+pháp
      | (?:đã\s+)?được\s+
        (?!Quốc\s+hội|Ủy\s+ban|Uỷ\s+ban|thông\s+qua|ban\s+hành|công\s+bố)
      | số\s+\d
    )(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)
_DAY = re.compile(
    r"(?<!\w)ngày(?=\s*\d)|(?<!\w)(?:năm\s+)?(?P<year>(?:19|20)\d\d)(?!\w)"
)
_AMENDING = re.compile(r"(?:sửa\s+đổi|bổ\s+sung)", re.IGNORECASE)
# Who adopted it, and how: no part of its title.
_ADOPTION = re.compile(
    r"""[\s,]*(?:
        (?:(?:đã|do|được)\s+)*
        (?:(?:Quốc\s+hội|(?:Ủy|Uỷ)\s+ban\s+Thường\s+vụ\s+Quốc\s+hội
             |Hội\s+đồng\s+Nhà\s+nước)(?:\s+nước\s+[^,]{1,60}?)?\s+)?
        (?:khóa\s+\w+\s+)?(?:thông\s+qua|ban\s+hành|công\s+bố)
      | (?:đã|do|được)\s+(?:Quốc\s+hội|Hội\s+đồng\s+Nhà\s+nước)
      | của\s+Quốc\s+hội(?:\s+nước\s+.{1,60})?
    )[\s,]*\Z""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class NamedLaw:
    """A law, code or ordinance named without its number.

    `text[start:end]` runs from its type word to its day or year. One of `date` and
    `year` is given unless the day printed is none (`problem`).
    """

    type_word: str
    title: str
    start: int
    end: int
    date: dt.date | None = None
    year: int | None = None
    problem: Problem | None = None


def find_named_laws(text: str) -> list[NamedLaw]:
    """Every law the text names by title and day or year, in order; never raises.

    "Luật sửa đổi … của Luật Đất đai ngày …" is the amending law alone. A law with its
    number is none of these: `find_citations` has it. Time is linear in the length.
    """
    copy = NormalizedText.of(text)
    return list(_laws(copy))


def _laws(copy: NormalizedText) -> Iterator[NamedLaw]:
    done = 0
    for law in _LAW.finditer(copy.text):
        if law.start() < done:
            continue
        window = copy.text[law.end() : law.end() + _TITLE_WINDOW]
        elsewhere = _ELSEWHERE.search(window)
        day = _DAY.search(window, 0, elsewhere.start() if elsewhere else len(window))
        if not day or not (title := _title(window[: day.start()])):
            continue
        mention = None if day["year"] else date_at(window, day.start())
        if not (day["year"] or mention):
            continue
        done = law.end() + (mention.end if mention else day.end())
        start, end = copy.span(law.start(), done)
        yield NamedLaw(
            " ".join(law["type"].split()),
            title,
            start,
            end,
            mention.day if mention else None,
            int(day["year"]) if day["year"] else None,
            mention.problem if mention else None,
        )


def _title(words: str) -> str:
    """The title, or nothing where the words name a second law or hold a number."""
    title = " ".join(_ADOPTION.sub("", words).split()).strip(" ,")
    if any(char.isdigit() for char in title):
        return ""
    if _LAW.search(f"{title} x") and not _AMENDING.match(title):
        return ""
    return title
