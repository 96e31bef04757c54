"""CSV in whatever encoding and with whatever divider it was saved."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Any

from portal.tabular.errors import Note, TableRefused
from portal.tabular.model import Grid, Limits
from portal.vietnamese import detect_legacy, nfc

_BOMS = {
    b"\xef\xbb\xbf": "utf-8",
    b"\xff\xfe": "utf-16-le",
    b"\xfe\xff": "utf-16-be",
}
_WINDOWS = "cp1258"
_DELIMITERS = ";\t,|"
_SAMPLE_ROWS = 60
_SAMPLE_BYTES = 4_000


def read_delimited(raw: bytes, limits: Limits) -> Iterator[Grid]:
    """The one grid of a CSV; raises TableRefused."""
    text, encoding = decode(raw)
    notes = []
    if encoding == _WINDOWS:
        notes.append(Note("encoding_guessed", {"encoding": "Windows-1258"}))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    first, _, rest = text.partition("\n")
    if first.lower().startswith("sep=") and len(first) == 5:
        # A hint to Excel, which shows the next line as row 1.
        delimiter, text = first[4], rest
    else:
        delimiter = sniff_delimiter(text)
    yield Grid(list(_rows(text, delimiter, limits)), notes=tuple(notes))


def decode(raw: bytes) -> tuple[str, str]:
    """The text and the encoding it was read in; raises TableRefused."""
    for bom, encoding in _BOMS.items():
        if raw.startswith(bom):
            return _decoded(raw[len(bom) :], encoding), encoding
    if encoding := _utf_16_without_mark(raw):
        return _decoded(raw, encoding), encoding
    if b"\x00" in raw:
        raise TableRefused("not_a_table", actual="unknown")
    try:
        return nfc(raw.decode("utf-8"), drop_zero_width=False), "utf-8"
    except UnicodeDecodeError:
        pass
    latin = raw.decode("cp1252", "replace")
    if detect_legacy(latin):
        # Letters of a TCVN3 or VNI font: each cell will say so.
        return latin, "cp1252"
    return _decoded(raw, _WINDOWS), _WINDOWS


def sniff_delimiter(text: str) -> str:
    """What divides the largest part of the rows into the same number of cells.

    The part, not the number: a list within a cell, of a name and a share a line, has
    a divider of its own, in more lines than the table has rows.
    """
    best, best_score = ",", (0.0, 0, 0)
    for delimiter in _DELIMITERS:
        counts = Counter(map(len, _sample(text, delimiter)))
        filled = counts.total() - counts[0]
        del counts[0], counts[1]
        if counts:
            width, rows = max(counts.items(), key=lambda item: (item[1], item[0]))
            if (score := (rows / filled, rows, width)) > best_score:
                best, best_score = delimiter, score
    return best


def _sample(text: str, delimiter: str) -> list[list[str]]:
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        return list(islice(reader, _SAMPLE_ROWS))
    except csv.Error:
        return []


def _rows(text: str, delimiter: str, limits: Limits) -> Iterator[tuple[int, list[Any]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = kept = cells = 0
    try:
        for number, row in enumerate(reader, 1):
            if len(row) > limits.columns:
                raise TableRefused("too_many_columns", limit=limits.columns)
            filled = sum(1 for cell in row if cell.strip())
            if not filled:
                continue
            kept += 1
            cells += filled
            if kept > limits.rows + 1:
                raise TableRefused("too_many_rows", limit=limits.rows)
            if cells > limits.cells:
                raise TableRefused("too_many_cells", limit=limits.cells)
            yield number, [cell if cell.strip() else None for cell in row]
    except csv.Error as error:
        raise TableRefused("csv_quotes", row=number + 1) from error


def _decoded(raw: bytes, encoding: str) -> str:
    try:
        return nfc(raw.decode(encoding), drop_zero_width=False)
    except UnicodeDecodeError as error:
        raise TableRefused("unknown_encoding") from error


def _utf_16_without_mark(raw: bytes) -> str:
    """Every other byte of Latin text in UTF-16 is zero."""
    sample = raw[:_SAMPLE_BYTES]
    half = len(sample) // 2
    if half and sample[1::2].count(0) > half * 0.5:
        return "utf-16-le"
    if half and sample[::2].count(0) > half * 0.5:
        return "utf-16-be"
    return ""
