"""The words of one provision as lines: its heading, its paragraphs, its tables."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from django.utils.text import Truncator

from documents.acts.names import provision_words
from documents.law.provisions import Level
from documents.law.structure import Provision

Run = tuple[bool, str]
"""Words, and whether they are new."""

_LABEL = re.compile(r"\s*(\d+[a-zđ]?\.|[a-zđ]\d*\))\s+")
# As prints of the 1980s to 2000s number the clause or point that a line opens.
_OLD_LABEL = re.compile(
    r"\s*(\d+[a-zđ]?(?:\.[-–—]?|/|\s?[-–—])|[a-zđ](?:\d?\)|[./]|\s?[-–—]))\s*(?=\S)"
)
_ARTICLE = re.compile(r"\s*\w+\s+\w+(?:\s*[.:]\s?[-–—]|\s?[-–—]|\s*[.:])?\s*")
_BAR = re.compile(r"(?<!\\)\|")
_ENTRY_WORDS = 9
_HEADED = {
    Level.PART: "h2",
    Level.CHAPTER: "h2",
    Level.SECTION: "h2",
    Level.SUBSECTION: "h2",
    Level.ATTACHMENT: "h2",
    Level.APPENDIX: "h2",
    Level.ARTICLE: "h3",
}


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of text; a marked run is new. `label` hangs beside it.

    `plain` are the words of a line that is one unmarked run, as nearly all are. `name`
    is what the provision is cited by, on the line that bears the link to it.
    """

    label: str
    runs: list[Run]
    plain: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of bars as a table: a narrow screen names each cell by its heading."""

    headings: list[list[Run]]
    rows: list[list[tuple[str, list[Run]]]]


@dataclass(frozen=True, slots=True)
class ShownProvision:
    """A provision: its heading, if it has one, and its lines.

    `name` is what the provision is cited by, if it has a heading to bear the link.
    """

    anchor: str
    level: str
    tag: str
    heading: str
    lines: list[TextLine | Table]
    name: str = ""

    @property
    def entry(self) -> str:
        """The heading in a table of contents; an article without title by its words."""
        first = self.lines[0] if self.lines else None
        if (
            self.tag != "h3"
            or self.heading[-1:] != "."
            or not isinstance(first, TextLine)
        ):
            return self.heading
        words = "".join(words for _marked, words in first.runs)
        return f"{self.heading} {Truncator(words).words(_ENTRY_WORDS, truncate='…')}"


def shown_provision(
    provision: Provision, runs: Iterable[Run] | None = None
) -> ShownProvision:
    """The provision as shown; without runs nothing in it is new."""
    tag = _HEADED.get(provision.level, "")
    name = provision_words(provision.anchor)
    if runs is None:
        text = provision.text.split("\n")
        found = [[(False, words)] for words in text if words.strip()]
    else:
        found = list(_cut(runs))
    heading = ""
    if tag and found:
        heading, found = _headed(provision, found)
    lines = [_line(line, "" if tag or at else name) for at, line in enumerate(found)]
    if "|" in provision.text:
        lines = list(_with_tables(lines))
    shown_name = (name or heading) if tag else ""
    level = provision.level.value
    return ShownProvision(provision.anchor, level, tag, heading, lines, shown_name)


def _headed(provision: Provision, found: list[list[Run]]) -> tuple[str, list]:
    """The heading taken off the lines; where an article has no title, its number."""
    first, *rest = found
    words = _joined(first)
    if provision.level is Level.ARTICLE and not provision.title:
        number = _ARTICLE.match(words)
        if number and number.end() < len(words.rstrip()):
            return number[0].strip(), [_after(first, number.end()), *rest]
    return words.strip(), rest


def _joined(runs: Iterable[Run]) -> str:
    return "".join(words for _marked, words in runs)


def _after(runs: list[Run], place: int) -> list[Run]:
    """What of the runs follows the place."""
    kept = []
    for marked, words in runs:
        if words[place:]:
            kept.append((marked, words[place:]))
        place = max(0, place - len(words))
    return kept


def _cut(runs: Iterable[Run]) -> Iterator[list[Run]]:
    """The runs cut at line ends; empty lines go."""
    line: list[Run] = []
    for marked, words in runs:
        first, *others = words.split("\n")
        line.append((marked, first))
        for other in others:
            yield from _if_words(line)
            line = [(marked, other)]
    yield from _if_words(line)


def _if_words(line: list[Run]) -> Iterator[list[Run]]:
    if any(words.strip() for _marked, words in line):
        yield [(marked, words) for marked, words in line if words]


def _line(runs: list[Run], name: str) -> TextLine:
    (marked, words), *rest = runs
    found = _LABEL.match(words) or (_OLD_LABEL.match(words) if name else None)
    label = found[1] if found else ""
    words = words[found.end() :] if found else words
    plain = "" if marked or rest else words
    return TextLine(label, [(marked, words), *rest], plain, name)


def _with_tables(lines: list[TextLine]) -> Iterator[TextLine | Table]:
    """Two and more rows of bars on end are a table, headed by the first of them."""
    for is_row, group in groupby(lines, key=_is_row):
        rows = list(group)
        if not is_row or len(rows) == 1:
            yield from rows
            continue
        headings, *body = (_cells(row.runs) for row in rows)
        labels = [_joined(cell).strip() for cell in headings]
        yield Table(headings, [_labelled(labels, cells) for cells in body])


def _is_row(line: TextLine) -> bool:
    words = _joined(line.runs).strip()
    return not line.label and len(words) > 1 and words[0] == words[-1] == "|"


def _cells(runs: Iterable[Run]) -> list[list[Run]]:
    cells: list[list[Run]] = [[]]
    for marked, words in runs:
        first, *others = _BAR.split(words)
        cells[-1].append((marked, first))
        cells += [[(marked, other)] for other in others]
    return [
        [(marked, words.replace("\\|", "|")) for marked, words in cell if words.strip()]
        for cell in cells[1:-1]
    ]


def _labelled(labels: list[str], cells: list[list[Run]]) -> list[tuple[str, list[Run]]]:
    """The cells of a row, as many as there are headings or more."""
    missing = max(0, len(labels) - len(cells))
    spare = max(0, len(cells) - len(labels))
    filled = [*cells, *([] for _cell in range(missing))]
    return list(zip([*labels, *([""] * spare)], filled, strict=True))
