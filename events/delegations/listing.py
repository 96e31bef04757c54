"""An office's own list as it was uploaded: headings and texts, not yet people.

While its columns are asked about it travels in the form, signed, and is stored nowhere.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import IO

from django.core.signing import BadSignature, Signer

from events.delegations.columns import NAME, PHONE, as_typed_text, title
from events.delegations.headings import HEADED
from events.delegations.table_foot import foot_of
from portal.tabular import CellProblem, Heading, Limits, TableRefused, read_cells
from portal.tabular.model import MEGABYTE, Unreadable, letter
from portal.tabular.wording import note_text
from portal.vietnamese import fold

LIMITS = Limits(
    file_bytes=2 * MEGABYTE,
    unpacked_bytes=32 * MEGABYTE,
    rows=2_000,
    columns=60,
    cells=60_000,
)
GOOD_FOR = timedelta(hours=24)
#: What a list cannot do without, as its headings say it.
NEEDED = [title(NAME), title(PHONE)]
COUNTED = frozenset(("stt", "tt", "so tt", "so thu tu", "no"))
_SALT = "events.delegation-listing"


class ListingLost(Exception):
    """What came back is not a list of this invitation, or is too old."""


@dataclass(frozen=True, slots=True)
class ListedRow:
    """A row's texts by column; `unread` says why a cell gave none."""

    number: int
    texts: tuple[str, ...]
    unread: Mapping[int, CellProblem] = field(default_factory=dict)

    def text(self, index: int) -> str:
        return self.texts[index] if index < len(self.texts) else ""


@dataclass(frozen=True, slots=True)
class SheetRows:
    """`hidden` and `foot` are the numbers of rows that were left out."""

    headings: tuple[Heading, ...]
    rows: tuple[ListedRow, ...]
    hidden: tuple[int, ...] = ()
    foot: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()
    filename: str = ""

    def texts(self, index: int) -> list[str]:
        return [row.text(index) for row in self.rows]

    def heading_id(self, index: int) -> str:
        """What answers about a column are kept by: its heading, or the one beside."""
        if title := self.headings[index].title:
            return heading_key(title)
        left = self.headings[index - 1].title if index else ""
        return f"{heading_key(left)} >"

    def pack(self, invitation_id: int, now: datetime) -> str:
        data = {
            "invitation": invitation_id,
            "at": now.timestamp(),
            "headings": [[one.title, one.letter, one.key] for one in self.headings],
            "rows": [
                [
                    row.number,
                    row.texts,
                    {index: [p.code, p.params] for index, p in row.unread.items()},
                ]
                for row in self.rows
            ],
            "left_out": [self.hidden, self.foot],
            "notes": self.notes,
            "filename": self.filename,
        }
        return Signer(salt=_SALT).sign_object(data, compress=True)


def unpack_listing(packed: str, invitation_id: int, now: datetime) -> SheetRows:
    """The list that `pack` gave to this invitation's page. Raises ListingLost."""
    try:
        data = Signer(salt=_SALT).unsign_object(packed)
    except (BadSignature, ValueError) as error:
        raise ListingLost from error
    age = now.timestamp() - data["at"]
    if data["invitation"] != invitation_id or age > GOOD_FOR.total_seconds():
        raise ListingLost
    rows = tuple(
        ListedRow(
            number,
            tuple(texts),
            {
                int(at): CellProblem(code, **params)
                for at, (code, params) in bad.items()
            },
        )
        for number, texts, bad in data["rows"]
    )
    hidden, foot = map(tuple, data["left_out"])
    headings = tuple(Heading(*one) for one in data["headings"])
    notes = tuple(data["notes"])
    return SheetRows(headings, rows, hidden, foot, notes, data["filename"])


def read_listing(file: IO[bytes], filename: str) -> SheetRows:
    """The list in an uploaded spreadsheet. Raises TableRefused."""
    try:
        cells = read_cells(file, filename=filename, columns=HEADED, limits=LIMITS)
    except TableRefused as error:
        if error.code == "no_headings":
            # A name may stand in two columns, and much may be left out.
            raise TableRefused("no_headings", expected=NEEDED) from error
        raise
    shown = [row for row in cells.rows if row[0] not in cells.hidden]
    rows = [_row(number, values) for number, values in shown]
    foot = foot_of([(row.number, row.texts) for row in rows], cells.counters)
    body = tuple(
        row
        for row in rows
        if row.number not in foot
        and any(
            text for index, text in enumerate(row.texts) if index not in cells.counters
        )
    )
    if not body:
        raise TableRefused("no_rows")
    width = max(len(row.texts) for row in body)
    headings = cells.headings + tuple(
        Heading("", _letter(cells.headings, index))
        for index in range(len(cells.headings), width)
    )
    hidden = tuple(number for number, _ in cells.rows if number in cells.hidden)
    notes = tuple(map(note_text, cells.notes))
    return SheetRows(headings, body, hidden, tuple(foot), notes, filename)


def heading_key(title: str) -> str:
    """Equal for one heading however it is spelt."""
    return " ".join(fold(title).split())


def _row(number: int, values: tuple) -> ListedRow:
    texts, unread = [], {}
    for index, value in enumerate(values):
        if isinstance(value, Unreadable):
            texts.append(value.shown)
            unread[index] = CellProblem(value.code)
            continue
        text, problem = as_typed_text(value)
        texts.append(text)
        if problem:
            unread[index] = problem
    return ListedRow(number, tuple(texts), unread)


def _letter(headings: tuple[Heading, ...], index: int) -> str:
    from_file = any(heading.letter for heading in headings)
    return letter(index) if from_file else ""
