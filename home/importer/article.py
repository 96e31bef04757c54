"""The values the importer passes along: blocks in, one recognised article out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

# What a lead may have at most; the page refuses more.
LONG_LEAD = 600


@dataclass(frozen=True)
class Run:
    """A stretch of text in one style."""

    text: str
    bold: bool = False
    italic: bool = False
    href: str = ""


@dataclass(frozen=True)
class Block:
    """One paragraph, heading, list item, table or picture of the source, in order.

    `kind` is text, heading, item, table or image. `hints` carries what the markup
    said about the block: caption, content, chrome, title, centred, italic.
    """

    kind: str
    runs: tuple[Run, ...] = ()
    level: int = 0
    ordered: bool = False
    rows: tuple[tuple[str, ...], ...] = ()
    has_header: bool = False
    source: str = ""
    data: bytes = field(default=b"", repr=False)
    alt: str = ""
    caption: str = ""
    credit: str = ""
    hints: frozenset[str] = frozenset()
    link_share: float = 0.0

    @property
    def text(self) -> str:
        if self.kind == "table":
            return "\n".join(" | ".join(row) for row in self.rows)
        return "".join(run.text for run in self.runs)

    def with_text(self, text: str) -> Block:
        """The same block saying something else, in plain style."""
        return replace(self, runs=(Run(text),))

    def keep(self, spans: Iterable[tuple[int, int]]) -> Block:
        """The block reduced to the given character spans, styles kept."""
        kept = [piece for span in spans for piece in _slice(self.runs, *span)]
        return replace(self, runs=tidy_runs(kept))


def word_set(text: str) -> set[str]:
    """A vocabulary written as a line of words."""
    return set(text.split())


def text_block(text: str, **changes) -> Block:
    return Block(kind="text", runs=(Run(text),), **changes)


def _slice(runs: Iterable[Run], start: int, end: int) -> Iterable[Run]:
    position = 0
    for run in runs:
        low, high = max(start - position, 0), min(end - position, len(run.text))
        if low < high:
            yield replace(run, text=run.text[low:high])
        position += len(run.text)


def tidy_runs(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Runs with single spaces, none at either end, equal neighbours joined."""
    tidy: list[Run] = []
    for run in runs:
        text = " ".join(run.text.split())
        if run.text[:1].isspace():
            text = f" {text}"
        if run.text[-1:].isspace() and text.strip():
            text = f"{text} "
        if text.startswith(" ") and (not tidy or tidy[-1].text.endswith(" ")):
            text = text[1:]
        if not text:
            continue
        if tidy and replace(tidy[-1], text="") == replace(run, text=""):
            tidy[-1] = replace(run, text=tidy[-1].text + text)
        else:
            tidy.append(replace(run, text=text))
    if tidy and not tidy[-1].text.rstrip():
        tidy.pop()
    if tidy:
        tidy[-1] = replace(tidy[-1], text=tidy[-1].text.rstrip())
    return tuple(tidy)


@dataclass(frozen=True)
class Finding:
    """Something the editor should look at. `data` fills the sentence."""

    code: str
    excerpt: str = ""
    data: dict = field(default_factory=dict)


@dataclass(frozen=True)
class EventDate:
    start: date
    end: date
    text: str


@dataclass(frozen=True)
class Speaker:
    """Somebody named, with the office; as a guest who came and did not speak."""

    name: str
    title: str = ""
    organisation: str = ""


@dataclass(frozen=True)
class Attendance:
    number: int
    qualifier: str
    unit: str
    text: str


@dataclass(frozen=True)
class Reference:
    """One mention of a document, in plain values."""

    symbol: str
    as_printed: str
    type: str
    date: str | None
    date_as_printed: str
    issuer: str
    text: str


@dataclass
class ImportedArticle:
    """What was recognised in one page; nothing in it has been written anywhere."""

    title: str
    lead: str
    blocks: list[Block]
    captions: list[str] = field(default_factory=list)
    event_dates: list[EventDate] = field(default_factory=list)
    localities: list[str] = field(default_factory=list)
    venue: str = ""
    speakers: list[Speaker] = field(default_factory=list)
    guests: list[Speaker] = field(default_factory=list)
    # Whoever else is named: who won, who tried it out, who is seen in a picture.
    mentioned: list[Speaker] = field(default_factory=list)
    attendance: Attendance | None = None
    citations: list[Reference] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    published_on: date | None = None
    author: str = ""
    source: str = ""

    @property
    def body(self) -> list[str]:
        """The paragraphs after the lead, as plain text, pictures left out."""
        return [b.text for b in self.blocks if b.kind != "image" and b.text]
