"""Which act an instruction means: the one it names, or the one named above it."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from documents.law.amendments.model import NamedAct
from documents.law.amendments.places import attachment_in
from documents.law.citations import Citation
from documents.law.citations.named_laws import find_named_laws
from documents.law.symbols import SymbolForm

_LAW = re.compile(
    r"(?<!\w)(?P<name>(?:Bộ\s+luật|Luật|Pháp\s+lệnh|BỘ\s+LUẬT|LUẬT|PHÁP\s+LỆNH)\s+(?!này|số\s)[^\W\d_][^.;:()“”\n]*?)"
    r"(?=\s*(?:[.;:()“”\n]|,\s*(?:như|đã|được)|\Z|(?<!\w)(?:như\s+sau|số\s+\d+|ngày\s+\d+"
    r"|năm\s+\d+|đã\s+được|được\s+sửa|bằng|tại|thành)(?!\w)))"
)
_OWN = re.compile(
    r"(?<!\w)(?:Luật|Bộ\s+luật|Pháp\s+lệnh|Nghị\s+định|Nghị\s+quyết|Quyết\s+định"
    r"|Thông\s+tư(?:\s+liên\s+tịch)?|Chỉ\s+thị|Lệnh|Văn\s+bản)\s+này(?!\w)",
    re.IGNORECASE,
)
# The end of what may stand between two acts of one list.
_LISTED = re.compile(
    r"(?:[;,\n]|(?<!\w)(?:và|cùng|với))\s*(?:[-+]|[a-zđ]\)|\d+[.)])?\s*"
    r"(?:(?:tại\s+)?(?:các\s+)?(?:điểm|khoản|điều)\s+(?=\d|[a-zđ]\W)[^.“”]{0,120}?(?:của|tại)?|các|toàn\s+bộ)?\s*\Z",
    re.IGNORECASE,
)
_LAW_LISTED = re.compile(r"\s*(?:[,;]\s*)?(?:và\s+)?", re.IGNORECASE)
_TITLE = re.compile(
    r"sửa\s+đổi|bổ\s+sung|thay\s+thế|bãi\s+bỏ|điều\s+chỉnh", re.IGNORECASE
)

_APPENDIX = re.compile(r"(?<!\w)phụ\s+lục(?!\w)", re.IGNORECASE)

# Of a long run of blank lines each would look to its end, were this unbounded.
_BASIS = re.compile(
    r"\s{0,100}(?:căn\s+cứ|theo\s+đề\s+nghị|xét|thực\s+hiện)", re.IGNORECASE
)
_BASIS_LINE = re.compile(rf"\n(?={_BASIS.pattern})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ActMention:
    """An act in the text, from its type word on; `attachment` is what of it."""

    start: int
    end: int
    act: NamedAct
    attachment: str = ""


class NamedActs:
    """The acts a text names outside its quotations."""

    def __init__(
        self,
        text: str,
        citations: list[Citation],
        passing: Sequence[tuple[int, int]] = (),
    ) -> None:
        """`citations` are those of the text, whose offsets are into it. Where it is
        blank, its acts are not asked for; those named in `passing` are none an
        instruction is about, and what follows them need not be one either.
        """
        self._text = text
        self._mentions = [
            _mention(text, one)
            for one in citations
            if not one.quoted and not text[one.start].isspace()
        ]
        self._starts = [one.start for one in self._mentions]
        self._passing = [start for start, _end in passing]
        self._laws = {
            _title(text, one): NamedAct(_name(text, one), one)
            for one in reversed(citations)
            if one.symbol.form is SymbolForm.LAW
        }

    def within(self, start: int, end: int) -> list[ActMention]:
        """Those an instruction between the two places is about.

        An act named only in the title of another is none of them.
        """
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        found: list[ActMention] = []
        others: set[str] = set()
        follows, done = True, start
        for mention in self._mentions[first:last]:
            between = self._text[done : mention.start]
            if found and self._passes(done, mention.start):
                follows = False
            listed = bool(_LISTED.search(between)) and (
                follows or ";" in between or _of_one_kind(found, others, mention)
            )
            follows = not found or listed
            if follows:
                found.append(mention)
                others.clear()
            else:
                others.add(_kind(mention))
            done = mention.end
        return found or self._law_within(start, end)

    def _passes(self, start: int, end: int) -> bool:
        """Whether acts are named in passing between the two places."""
        at = bisect_left(self._passing, start)
        return at < len(self._passing) and self._passing[at] < end

    def own_within(self, start: int, end: int) -> bool:
        """Whether the words speak of the act itself."""
        return bool(_OWN.search(self._text, start, end))

    def of_title(self, end: int) -> ActMention | None:
        """The act that the title, somewhere before the place, says is amended."""
        line_start = seen = stop = 0
        for title in _TITLE.finditer(self._text, 0, end):
            line_start = self._text.rfind("\n", seen, title.start()) + 1 or line_start
            seen = title.start()
            if _BASIS.match(self._text, line_start):
                continue
            if stop < title.end():
                basis = _BASIS_LINE.search(self._text, title.end(), end)
                stop = basis.start() if basis else end
            found = self.within(title.end(), stop)
            if found:
                return found[0]
        return None

    def _law_within(self, start: int, end: int) -> list[ActMention]:
        law = _LAW.search(self._text, start, min(end, start + 600))
        if not law or _TITLE.search(law["name"]):
            return []
        name = " ".join(law["name"].split())
        dated = list(self._dated(law.start(), end))
        if known := self._laws.get(name.casefold()):
            return [ActMention(law.start(), law.end("name"), known)]
        return dated or [ActMention(law.start(), law.end("name"), NamedAct(name))]

    def _dated(self, start: int, end: int) -> Iterator[ActMention]:
        """The law that begins there, by title and day, and those of its list."""
        done = start
        for law in find_named_laws(self._text[start : min(end, start + 600)]):
            first, last = start + law.start, start + law.end
            if first > done and not _LAW_LISTED.fullmatch(self._text, done, first):
                return
            name = " ".join(self._text[first:last].split())
            yield ActMention(first, last, NamedAct(name))
            done = last


def _of_one_kind(
    found: Sequence[ActMention], others: Collection[str], one: ActMention
) -> bool:
    """ "Quyết định số 1/QĐ-UBND … thực hiện Nghị định số 2/NĐ-CP và Quyết định số
    3/QĐ-UBND": the third is one of the list, as only the second is another's.
    """
    kind = _kind(one)
    return bool(found and others) and kind == _kind(found[-1]) and kind not in others


def same_kind(one: ActMention, other: ActMention) -> bool:
    """Whether both have one type and one issuer."""
    return _kind(one) == _kind(other)


def _kind(one: ActMention) -> str:
    """ "qđ-ubnd" of "12/2020/QĐ-UBND"; of a law that it is one."""
    last = one.act.symbol.rpartition("/")[2].casefold()
    return re.sub(r"\d+\Z", "", last)


def _mention(text: str, citation: Citation) -> ActMention:
    start = citation.whole_start
    before = text[max(0, start - 300) : start]
    attachment = ""
    if kept := re.search(r"kèm\s+theo\s*\Z", before, re.IGNORECASE):
        sentence = re.split(r"[.;\n:]", before[: kept.start()])[-1]
        # "Phụ lục I - Danh mục … kèm theo": the appendix is of the act.
        named = None if _APPENDIX.search(sentence) else attachment_in(sentence)
        attachment = named or ""
    return ActMention(start, citation.whole_end, _act(text, citation), attachment)


def _act(text: str, citation: Citation) -> NamedAct:
    return NamedAct(_name(text, citation), citation)


def _name(text: str, citation: Citation) -> str:
    return " ".join(text[citation.whole_start : citation.whole_end].split())


def _title(text: str, citation: Citation) -> str:
    """ "luật điện lực" of "Luật điện lực số 28/2004/QH11"."""
    words = " ".join(text[citation.whole_start : citation.start].split())
    return words.removesuffix("số").strip().casefold()
