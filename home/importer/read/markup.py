"""HTML of a saved page to blocks.

nh3 parses first, as a browser would: it drops scripts, styles, comments and event
handlers and gives well-formed markup back, which a plain event reader then walks
without recursion, however deep the page is nested.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

import nh3

from home.importer.article import Block, Run, tidy_runs, word_set
from home.importer.errors import ImportRefused
from home.importer.read.hints import hints_of
from home.importer.read.plaintext import SENTENCE_END, clean_text
from home.importer.read.tables import OpenTable

# A page of the portal has a few thousand; a parser needs minutes for millions.
MAX_MARKS = 100_000
MAX_UNCLOSED = 20_000

HEADINGS = {f"h{level}": level for level in range(1, 7)}
BREAKING = set(HEADINGS) | word_set(
    "address article aside blockquote caption center dd details div dl dt fieldset "
    "figcaption figure footer form header hr li main nav ol p pre section summary "
    "table tbody td tfoot th thead tr ul"
)
BOLD, ITALIC = {"b", "strong", "th"}, {"i", "em", "cite"}
VOID = {"br", "hr", "img", "meta"}
KEPT = {*BREAKING, *BOLD, *ITALIC, *VOID, "a", "font", "span", "title", "time"}
DROPPED_WITH_CONTENT = word_set(
    "applet audio button canvas datalist embed iframe map math noembed noframes "
    "noscript object option script select style svg template textarea video"
)
ATTRIBUTES = {
    "*": {"align", "class", "id", "itemprop", "role", "style"},
    "a": {"href"},
    "img": {"alt", "src", "width", "height"},
    "meta": {"content", "itemprop", "name", "property"},
    "td": {"colspan"},
    "th": {"colspan"},
    "time": {"datetime"},
}
# file: and C: sources stay readable so that the leak can be named to the editor.
SCHEMES = {"http", "https", "mailto", "tel", "data", "file", "cid", "c", "d", "e"}
# The little arrows back from a footnote lead nowhere in an article.
BACK_LINKS = ("#footnote-ref-", "#endnote-ref-")
LINKS_KEPT = ("http://", "https://", "mailto:")


@dataclass
class Page:
    """Blocks of a page, and what its head says of itself."""

    blocks: list[Block] = field(default_factory=list)
    head: dict[str, str] = field(default_factory=dict)


def read_markup(markup: str, convert: Callable[[str], str] = str) -> Page:
    """Blocks and head facts of any HTML; raises ImportRefused when it is a bomb.

    `convert` puts text of a legacy font's code into Unicode.
    """
    if markup.count("<") + markup.count("&") > MAX_MARKS:
        raise ImportRefused("too_complex")
    if markup.count("<") - 2 * markup.count("</") > MAX_UNCLOSED:
        raise ImportRefused("too_complex")
    safe = nh3.clean(
        markup,
        tags=KEPT,
        clean_content_tags=DROPPED_WITH_CONTENT,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel=None,
    )
    reader = _Reader(convert)
    reader.feed(safe)
    reader.close()
    reader.flush()
    return reader.page


@dataclass
class _Open:
    """An element we are inside of."""

    tag: str
    hints: frozenset[str]
    bold: bool
    italic: bool
    href: str
    level: int
    in_item: bool


class _Reader(HTMLParser):
    """Turns start, end and text events into blocks, in document order."""

    def __init__(self, convert: Callable[[str], str]):
        super().__init__(convert_charrefs=True)
        self.convert = convert
        self.page = Page()
        self.open = [_Open("", frozenset(), False, False, "", 0, False)]
        self.tables: list[OpenTable] = []
        self.lists: list[bool] = []
        self.runs: list[Run] = []

    # Events

    def handle_starttag(self, tag, attrs):
        values = {name: value or "" for name, value in attrs}
        if tag == "meta":
            self._remember(values)
        elif tag == "img":
            self._picture(values)
        elif tag == "br":
            self.runs.append(Run("\n"))
        if tag in BREAKING:
            self.flush()
        if tag in VOID:
            return
        above = self.open[-1]
        self.open.append(
            _Open(
                tag,
                above.hints | hints_of(tag, values),
                above.bold or tag in BOLD,
                above.italic or tag in ITALIC,
                values.get("href", "") if tag == "a" else above.href,
                HEADINGS.get(tag, above.level),
                above.in_item or tag == "li",
            )
        )
        if tag == "time" and values.get("datetime"):
            self.page.head.setdefault("time", values["datetime"])
        self._structure_opens(tag, values)

    def handle_endtag(self, tag):
        if tag in BREAKING:
            self.flush()
        if tag in VOID or self.open[-1].tag != tag:
            return
        self._structure_closes(tag)
        self.open.pop()

    def handle_data(self, data):
        now = self.open[-1]
        if now.tag == "title":
            self.page.head.setdefault("title", self._line(data))
            return
        if now.href.startswith(BACK_LINKS):
            return
        text = clean_text(self.convert(data)).replace("\n", " ")
        self.runs.append(Run(text, bold=now.bold, italic=now.italic, href=now.href))

    # Structure

    def _structure_opens(self, tag, values):
        if tag in {"ul", "ol"}:
            self.lists.append(tag == "ol")
        elif tag == "table":
            for table in self.tables[-1:]:
                table.nested = True
            self.tables.append(OpenTable(start=len(self.page.blocks)))
        elif not self.tables:
            return
        elif tag == "tr":
            self.tables[-1].open_row()
        elif tag in {"td", "th"} and self.tables[-1].rows:
            self.tables[-1].open_cell(
                len(self.page.blocks), tag == "th", values.get("colspan", "")
            )

    def _structure_closes(self, tag):
        if tag in {"ul", "ol"} and self.lists:
            self.lists.pop()
        elif tag in {"td", "th"} and self.tables and self.tables[-1].rows:
            self.tables[-1].close_cell(len(self.page.blocks))
        elif tag == "table" and self.tables:
            self._close_table(self.tables.pop())

    def _close_table(self, table: OpenTable):
        """One table block when it holds data; a layout table leaves its cells."""
        for outer in self.tables[-1:]:
            outer.nested = True
        blocks = self.page.blocks
        if as_data := table.as_data(blocks):
            blocks[table.start :] = [as_data]

    # Blocks

    def flush(self):
        """End the block being read. A line break splits it after a full sentence."""
        runs, self.runs = self.runs, []
        part: list[Run] = []
        for run in runs:
            if run.text != "\n":
                part.append(run)
            elif "".join(r.text for r in part).rstrip().endswith(SENTENCE_END):
                self._emit(part)
                part = []
            elif part and part[-1].text == "\n":
                self._emit(part[:-1])
                part = []
            else:
                part.append(run)
        self._emit(part)

    def _emit(self, runs: list[Run]):
        tidy = tidy_runs(runs)
        if not any(run.text.strip() for run in tidy):
            return
        length = sum(len(run.text) for run in tidy)
        linked = sum(len(run.text) for run in tidy if run.href)
        here = self.open[-1]
        kind = "heading" if here.level else "item" if here.in_item else "text"
        hints = here.hints
        if all(run.italic for run in tidy if run.text.strip()):
            hints |= {"italic"}
        runs_kept = tuple(
            run if run.href.startswith(LINKS_KEPT) else replace(run, href="")
            for run in tidy
        )
        self.page.blocks.append(
            Block(
                kind=kind,
                runs=tidy_runs(runs_kept),
                level=here.level,
                ordered=bool(self.lists and self.lists[-1]),
                hints=hints,
                link_share=linked / length,
            )
        )

    def _picture(self, values: dict[str, str]):
        self.flush()
        width, height = values.get("width", ""), values.get("height", "")
        tiny = any(side.isdecimal() and int(side) <= 40 for side in (width, height))
        if not tiny:
            self.page.blocks.append(
                Block(
                    kind="image",
                    source=values.get("src", "").strip(),
                    alt=self._line(values.get("alt", "")),
                    hints=self.open[-1].hints,
                )
            )

    def _remember(self, values: dict[str, str]):
        name = values.get("property") or values.get("name") or values.get("itemprop")
        if name and values.get("content"):
            self.page.head.setdefault(name.lower(), self._line(values["content"]))

    def _line(self, text: str) -> str:
        return " ".join(clean_text(self.convert(text)).split())
