"""The body of a Word document as lines: paragraphs, and tables row by row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from documents.extraction.docx.numbering import ListNumbering
from documents.extraction.docx.package import child, children, local, value
from documents.extraction.docx.runs import Runs
from documents.extraction.docx.styles import Styles, has_visible_side
from documents.extraction.lines import Cleaner
from documents.extraction.paragraphs import joined

# The masthead and the signature of an act are laid out in a table without lines: any
# other table keeps its form, with lines or without.
_LAYOUT = re.compile(
    r"""
    cộng\ (?:hòa|hoà)\ xã\ hội | độc\ lập\ *[-–] | đảng\ cộng\ sản\ việt\ nam
    | ^nơi\ nhận\ *: | ^(?:tm|kt|tl|tuq|q)\.\ | ^số\ *:
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LAYOUT_ROWS = 6
_MAX_COLUMNS = 200
_TRANSPARENT = {"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"}


class Body:
    """Walks the blocks of a part in reading order."""

    def __init__(self, numbering: ListNumbering, styles: Styles, cleaner: Cleaner):
        self.runs = Runs()
        self.tables = 0
        self._numbering = numbering
        self._styles = styles
        self._cleaner = cleaner

    def lines(self, container: Element | None) -> Iterator[str]:
        """Clean lines of the container, none of them empty."""
        for block in [] if container is None else container:
            name = local(block)
            if name == "p":
                yield from self._paragraph(block)
            elif name == "tbl":
                yield from self._table(block)
            elif name == "AlternateContent":
                yield from self.lines(child(block, "Choice"))
            elif name in _TRANSPARENT:
                yield from self.lines(block)

    def _paragraph(self, paragraph: Element) -> Iterator[str]:
        properties = child(paragraph, "pPr")
        label = self._numbering.label(properties)
        text = self.runs.text(paragraph)
        if self._styles.has_capitals(value(child(properties, "pStyle"))):
            text = text.upper()
        boxes = self.runs.take_boxes()
        if text.strip():
            pieces = (self._cleaner.clean(piece) for piece in text.split("\n"))
            first, *rest = joined([piece for piece in pieces if piece]) or [""]
            yield from filter(None, [self._cleaner.clean(label) + _gap(label) + first])
            yield from rest
        for box in boxes:
            yield from self.lines(box)

    def _table(self, table: Element) -> Iterator[str]:
        rows = [self._row(row) for row in _rows(table)]
        if self._is_layout(table, rows):
            for row in rows:
                for cell in row:
                    yield from cell
            return
        width = min(max((len(row) for row in rows), default=0), _MAX_COLUMNS)
        written = []
        for row in rows:
            cells = [" ".join(cell) for cell in row[:width]]
            cells += [""] * (width - len(cells))
            written.append(self._cleaner.table_row(cells))
        kept = [row for row in written if row]
        self.tables += bool(kept)
        yield from kept

    def _row(self, row: Element) -> list[list[str]]:
        """The lines of each grid column; one that continues a cell has none."""
        cells: list[list[str]] = []
        cells += [[] for _ in range(_span(child(row, "trPr"), "gridBefore", 0))]
        for cell in _cells(row):
            properties = child(cell, "tcPr")
            merge = child(properties, "vMerge")
            continues = merge is not None and value(merge) in (None, "continue")
            # A merged cell is walked all the same: its empty lists count.
            lines = list(self._flat(cell))
            cells.append([] if continues else lines)
            cells += [[] for _ in range(_span(properties, "gridSpan", 1) - 1)]
        return cells

    def _flat(self, cell: Element) -> Iterator[str]:
        """The lines of a cell; a table inside it gives its words and not its form."""
        kept = self.tables
        for line in self.lines(cell):
            nested = line.startswith("| ") and line.endswith(" |")
            yield line.strip("| ").replace(" | ", " ") if nested else line
        self.tables = kept

    def _is_layout(self, table: Element, rows: list[list[list[str]]]) -> bool:
        if max((len(row) for row in rows), default=0) == 1:
            return True
        known = (_LAYOUT.search(line) for row in rows for cell in row for line in cell)
        if len(rows) > _LAYOUT_ROWS or not any(known):
            return False
        properties = child(table, "tblPr")
        borders = child(properties, "tblBorders")
        if borders is not None:
            drawn = has_visible_side(borders)
        else:
            style = value(child(properties, "tblStyle"))
            drawn = self._styles.table_has_borders(style)
        return not drawn and not any(
            has_visible_side(child(child(cell, "tcPr"), "tcBorders"))
            for row in _rows(table)
            for cell in _cells(row)
        )


def _gap(label: str) -> str:
    return " " if label.endswith(" ") else ""


def _rows(table: Element) -> list[Element]:
    return _descend(table, "tr")


def _cells(row: Element) -> list[Element]:
    return _descend(row, "tc")


def _descend(element: Element, name: str) -> list[Element]:
    """Children of a name, also those inside of content controls and revisions."""
    found: list[Element] = []
    for part in element:
        if local(part) == name:
            found.append(part)
        elif local(part) in _TRANSPARENT:
            found += _descend(part, name)
    return found


def _span(properties: Element | None, name: str, otherwise: int) -> int:
    text = value(child(properties, name))
    if text and text.isdecimal() and len(text) <= 4:
        return min(int(text), _MAX_COLUMNS)
    return otherwise


def note_lines(notes: Element | None, body: Body) -> dict[str, str]:
    """The text of each footnote or endnote, by its id."""
    return {
        value(note, "id") or "": " ".join(body.lines(note))
        for name in ("footnote", "endnote")
        for note in children(notes, name)
    }
