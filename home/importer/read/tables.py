"""Tables of a page: those that hold data, told from those that only lay out."""

from __future__ import annotations

from dataclasses import dataclass, field

from home.importer.article import Block

MAX_SPAN = 20
# A cell longer than this holds prose: the table was used for the page's layout.
LONGEST_CELL = 400


@dataclass
class OpenTable:
    """A table being read: where its blocks begin, and which belong to which cell."""

    start: int
    rows: list[list[tuple[int, int]]] = field(default_factory=list)
    headers: list[bool] = field(default_factory=list)
    cell_start: int = -1
    span: int = 1
    nested: bool = False

    def open_row(self) -> None:
        self.rows.append([])
        self.headers.append(True)

    def open_cell(self, position: int, is_header: bool, colspan: str) -> None:
        self.cell_start = position
        self.span = min(int(colspan), MAX_SPAN) if colspan.isdecimal() else 1
        self.headers[-1] = self.headers[-1] and is_header

    def close_cell(self, position: int) -> None:
        """The cell ends; the columns it also covers stay empty."""
        self.rows[-1].append((self.cell_start, position))
        self.rows[-1].extend([(position, position)] * (self.span - 1))

    def as_data(self, blocks: list[Block]) -> Block | None:
        """One block for the whole table, unless it only lays out a page."""
        rows = [row for row in self.rows if row]
        width = max(map(len, rows), default=0)
        inside = blocks[self.start :]
        if self.nested or width < 2 or len(rows) < 2 or not inside:
            return None
        if any(b.kind in {"image", "heading"} for b in inside):
            return None
        if any(len(b.text) > LONGEST_CELL for b in inside):
            return None
        grid = tuple(
            tuple(" ".join(b.text for b in blocks[low:high]) for low, high in row)
            + ("",) * (width - len(row))
            for row in rows
        )
        named = zip(self.headers, self.rows, strict=True)
        first = [b for low, high in rows[0] for b in blocks[low:high]]
        return Block(
            kind="table",
            rows=grid,
            has_header=next(header for header, row in named if row)
            or (bool(first) and all(run.bold for b in first for run in b.runs)),
            hints=frozenset.intersection(*(b.hints for b in inside)),
        )
