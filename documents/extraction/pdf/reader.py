"""A PDF as lines and remarks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import IO

from pypdf import PageObject, PdfReader
from pypdf.errors import LimitReachedError

from documents.extraction.errors import Damaged, TooComplex
from documents.extraction.limits import Limits
from documents.extraction.lines import Cleaner, as_text, letters
from documents.extraction.partial_result import Reading
from documents.extraction.pdf.columns import in_reading_order, set_edges
from documents.extraction.pdf.content import ContentReader, TooMuch
from documents.extraction.pdf.document import active_kinds, forget_streams, open_pdf
from documents.extraction.pdf.flow import Flow, usual_step
from documents.extraction.pdf.fonts import UNKNOWN, Fonts
from documents.extraction.pdf.furniture import Furniture, without_furniture
from documents.extraction.pdf.grids import take_tables
from documents.extraction.pdf.lines import build_lines
from documents.extraction.pdf.model import PageContent, PrintedLine, TableBlock
from documents.extraction.pdf.notes import (
    added,
    body_size,
    numbers,
    take_notes,
    with_marks,
)

# A scan may carry a stamp or a signature in letters: a page of an act has more.
_LETTERS_OF_A_STAMP = 250
_FEW_LETTERS = 25
_MANY_UNREADABLE = 0.05
_MAX_LISTED = 50
_PAGES_KEPT = 20


@dataclass(slots=True)
class _Pages:
    """What was read of all pages, one entry each."""

    lines: list[list[PrintedLine]] = field(default_factory=list)
    tables: list[list[TableBlock]] = field(default_factory=list)
    widths: list[float] = field(default_factory=list)
    heights: list[float] = field(default_factory=list)
    letters: list[int] = field(default_factory=list)
    pictured: list[bool] = field(default_factory=list)
    failed: list[int] = field(default_factory=list)
    too_much: int = 0
    turned: int = 0
    legacy: int = 0
    recognised: int = 0
    artifacts: int = 0


def read_pdf(file: IO[bytes], limits: Limits) -> Reading:
    """The text of a PDF; raises ExtractionError."""
    reader = open_pdf(file, limits)
    pages = list(reader.pages)
    reading = Reading("pdf", pages=len(pages))
    read = _read_pages(reader, pages, limits)
    if len(read.failed) == len(pages):
        raise TooComplex() if read.too_much else Damaged()
    reading.has_text_layer = _has_text_layer(read)
    if reading.has_text_layer:
        _compose(reading, read)
    else:
        reading.note("no_text_layer")
    _note(reading, read)
    if reader.is_encrypted:
        reading.note("restricted")
    if kinds := active_kinds(reader, pages):
        reading.note("active_content", kinds=kinds)
    return reading


def _read_pages(reader: PdfReader, pages: list[PageObject], limits: Limits) -> _Pages:
    fonts, read = Fonts(), _Pages()
    characters = 0
    for number, page in enumerate(pages, 1):
        try:
            content = ContentReader(page, fonts).read(page)
        except MemoryError:
            raise
        except (LimitReachedError, TooMuch):
            read.too_much += 1
            read.failed.append(number)
            content = PageContent(0, 0)
        # One damaged page must not cost the others.
        except Exception:  # noqa: BLE001
            read.failed.append(number)
            content = PageContent(0, 0)
        _add(read, content, number)
        if number % _PAGES_KEPT == 0:
            forget_streams(reader)
        characters += sum(len(piece.text) for piece in content.pieces)
        if characters > limits.max_characters:
            raise TooComplex()
    return read


def _add(read: _Pages, content: PageContent, number: int) -> None:
    artifacts = [piece for piece in content.pieces if piece.artifact]
    if len(artifacts) < len(content.pieces):
        # The file says itself what is no content; a page of nothing else is wrong.
        content.pieces = [piece for piece in content.pieces if not piece.artifact]
        read.artifacts += bool(artifacts)
    words = letters("".join(piece.text for piece in content.pieces))
    tables, rest = take_tables(content, number)
    read.tables.append(tables)
    lines = build_lines(rest, number)
    read.lines.append(lines)
    read.legacy += sum(line.legacy for line in lines)
    read.widths.append(content.width)
    read.heights.append(content.height)
    read.letters.append(words)
    read.pictured.append(content.picture_share > 0.3)
    read.recognised += content.unseen > words / 2
    read.turned += bool(content.turned_pieces)


def _has_text_layer(read: _Pages) -> bool:
    """Whether any page has words of its own, more than a stamp on a picture."""
    return any(
        words >= (_LETTERS_OF_A_STAMP if pictured else 1)
        for words, pictured in zip(read.letters, read.pictured, strict=True)
    )


def _compose(reading: Reading, read: _Pages) -> None:
    """Lines and tables of all pages to one text."""
    step = usual_step(read.lines)
    pages, furniture = without_furniture(read.lines, read.heights, step)
    size = body_size(pages)
    notes: list[str] = []
    called_on: list[set[str]] = []
    for index, lines in enumerate(pages):
        unfinished = notes[-1] if notes else ""
        pages[index], found = take_notes(lines, size, unfinished=unfinished)
        notes = added(notes, found)
        called_on.append(numbers(found))
    pages = [in_reading_order(lines) for lines in pages]
    set_edges(pages, read.widths)
    cleaner = Cleaner()
    flow = Flow(step)
    last_rows: list[str] = []
    for lines, tables, called in zip(pages, read.tables, called_on, strict=True):
        for item in _from_the_top(lines, tables):
            if isinstance(item, PrintedLine):
                item.segments = [
                    (a, b, with_marks(text, called)) for a, b, text in item.segments
                ]
                flow.add(item)
                last_rows = []
            else:
                rows = _rows(item, cleaner, called)
                reading.tables += not last_rows and bool(rows)
                # A table that runs on repeats its heading on the new page.
                repeats = last_rows and rows and rows[0] == last_rows[0]
                flow.interrupt(rows[1:] if repeats else rows)
                last_rows = last_rows or rows
    texts = [with_marks(text, set()) for text in flow.paragraphs + notes]
    reading.text = as_text(cleaner.clean_all(texts))
    cleaner.legacy_lines += read.legacy
    _note_cleaning(reading, cleaner, furniture, read)


def _rows(table: TableBlock, cleaner: Cleaner, called: set[str]) -> list[str]:
    rows = [
        cleaner.table_row([with_marks(cell, called) for cell in row])
        for row in table.rows
    ]
    return [row for row in rows if row]


def _from_the_top(
    lines: list[PrintedLine], tables: list[TableBlock]
) -> list[PrintedLine | TableBlock]:
    """Each table before the first line that stands below its top."""
    items: list[PrintedLine | TableBlock] = []
    waiting = sorted(tables, key=lambda table: -table.y)
    for line in lines:
        while waiting and waiting[0].y > line.y:
            items.append(waiting.pop(0))
        items.append(line)
    return items + waiting


def _note_cleaning(
    reading: Reading, cleaner: Cleaner, furniture: Furniture, read: _Pages
) -> None:
    removed = furniture.page_numbers + furniture.running_heads + read.artifacts
    if removed:
        reading.note(
            "running_heads_removed",
            page_numbers=furniture.page_numbers,
            heads=furniture.running_heads + read.artifacts,
        )
    if cleaner.legacy_lines:
        reading.note("legacy_encoding", count=cleaner.legacy_lines)
    unreadable = sum(
        char == UNKNOWN or "\ue000" <= char <= "\uf8ff" for char in reading.text
    )
    if unreadable > _MANY_UNREADABLE * max(len(reading.text), 1):
        reading.note("unreadable_characters", count=unreadable)


def _note(reading: Reading, read: _Pages) -> None:
    if read.failed:
        reading.note(
            "pages_not_read", count=len(read.failed), pages=read.failed[:_MAX_LISTED]
        )
    if reading.has_text_layer:
        scanned = [
            number
            for number, (words, pictured) in enumerate(
                zip(read.letters, read.pictured, strict=True), 1
            )
            if pictured and words < _FEW_LETTERS
        ]
        if scanned:
            reading.note(
                "pages_without_text", count=len(scanned), pages=scanned[:_MAX_LISTED]
            )
    if read.recognised and reading.has_text_layer:
        reading.note("recognised_text", pages=read.recognised)
    if read.turned:
        reading.note("turned_text_left_out", pages=read.turned)
