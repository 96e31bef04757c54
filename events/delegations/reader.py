"""A list of people on its way into a delegation: typed or uploaded, not yet saved.

Between preview and confirmation it travels in the form itself, signed: nothing of it
is stored anywhere before its author confirms it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import IO, Any
from uuid import UUID, uuid4

from django.core.signing import BadSignature, Signer

from events.delegations.columns import BY_HAND, NAME, PHONE, as_typed, check, is_example
from events.delegations.diff import DETAILS
from portal.tabular import CellProblem, Limits, Row, TableRefused, read_table
from portal.tabular.model import MEGABYTE
from portal.tabular.wording import note_text
from portal.vietnamese import match_key

LIMITS = Limits(
    file_bytes=2 * MEGABYTE,
    unpacked_bytes=32 * MEGABYTE,
    rows=2_000,
    columns=60,
    cells=60_000,
)
GOOD_FOR = timedelta(hours=24)
# So many rows are mended on the page; whoever has more mends the file.
MENDED_HERE = 50
_SALT = "events.delegation-draft"


class DraftLost(Exception):
    """What came back is not a draft of this invitation, or is too old."""


@dataclass(slots=True)
class DraftRow:
    """One row as it was typed; `unread` says why a cell of the file gave nothing."""

    number: int
    cells: dict[str, str]
    unread: dict[str, CellProblem] = field(default_factory=dict)
    skip: bool = False

    @property
    def person(self) -> tuple[str, str] | None:
        """Name and phone as keys, once both can be read."""
        checked = check(self.cells, (NAME, PHONE))
        if self.unread or checked.problems:
            return None
        return match_key(checked.values[NAME]), checked.values[PHONE].e164


@dataclass(slots=True)
class Draft:
    """`given` are the details the list has a column for, `places` where they stand.

    `whole` is a list of the whole delegation: whoever it lacks may be leaving.
    """

    key: UUID
    rows: list[DraftRow]
    given: tuple[str, ...]
    whole: bool
    places: dict[str, tuple[str, str]] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    filename: str = ""

    def mend(self, data: Mapping[str, Any]) -> None:
        """Take over what was typed into the fields of the preview."""
        for row in self.rows:
            if field_name(row.number, NAME) not in data:
                continue
            row.skip = field_name(row.number, "skip") in data
            for key in self.given:
                typed = data.get(field_name(row.number, key), "")
                if typed != row.cells.get(key, ""):
                    row.cells[key] = typed
                    row.unread.pop(key, None)

    def skip_repeats(self) -> None:
        """Leave out whoever stands in the list a second time, exactly alike."""
        seen = set()
        for row in self.rows:
            who = row.person
            row.skip = who is not None and who in seen
            seen.add(who)

    def pack(self, invitation_id: int, now: datetime) -> str:
        rows = [
            [
                row.number,
                row.cells,
                {k: [p.code, p.params] for k, p in row.unread.items()},
                row.skip,
            ]
            for row in self.rows
        ]
        data = {
            "invitation": invitation_id,
            "at": now.timestamp(),
            "key": str(self.key),
            "rows": rows,
            "given": self.given,
            "whole": self.whole,
            "places": self.places,
            "notes": self.notes,
            "filename": self.filename,
        }
        return Signer(salt=_SALT).sign_object(data, compress=True)


def unpack(packed: str, invitation_id: int, now: datetime) -> Draft:
    """The draft that `pack` gave to this invitation's page. Raises DraftLost."""
    try:
        data = Signer(salt=_SALT).unsign_object(packed)
    except (BadSignature, ValueError) as error:
        raise DraftLost from error
    age = now.timestamp() - data["at"]
    if data["invitation"] != invitation_id or age > GOOD_FOR.total_seconds():
        raise DraftLost
    rows = [
        DraftRow(
            number,
            cells,
            {key: CellProblem(code, **params) for key, (code, params) in bad.items()},
            skip,
        )
        for number, cells, bad, skip in data["rows"]
    ]
    return Draft(
        key=UUID(data["key"]),
        rows=rows,
        given=tuple(data["given"]),
        whole=data["whole"],
        places={key: tuple(place) for key, place in data["places"].items()},
        notes=tuple(data["notes"]),
        filename=data["filename"],
    )


def from_file(file: IO[bytes], filename: str) -> Draft:
    """The list in an uploaded spreadsheet. Raises TableRefused."""
    table = read_table(file, filename=filename, columns=as_typed(), limits=LIMITS)
    places = {
        heading.key: (heading.title, heading.letter)
        for heading in table.headings
        if heading.key
    }
    given = tuple(key for key in DETAILS if key in places)
    keys = {letter or title: key for key, (title, letter) in places.items()}
    rows = [_row(row, keys, given) for row in table.rows]
    rows = [row for row in rows if _filled(row) and not is_example(row.cells)]
    if not rows:
        raise TableRefused("no_rows")
    notes = tuple(map(note_text, table.notes))
    draft = Draft(uuid4(), rows, given, True, places, notes, filename)
    draft.skip_repeats()
    return draft


def _row(row: Row, keys: Mapping[str, str], given: Iterable[str]) -> DraftRow:
    cells = {key: row.values.get(key) or "" for key in given}
    unread = {}
    for error in row.errors:
        key = keys[error.letter or error.column]
        cells[key] = error.value
        if error.code != "required":
            unread[key] = CellProblem(error.code, **error.params)
    return DraftRow(row.number, cells, unread)


def _filled(row: DraftRow) -> bool:
    return bool(row.unread) or any(text.strip() for text in row.cells.values())


def from_rows(typed: Iterable[Mapping[str, str]]) -> Draft:
    """People typed in by hand; rows left empty do not count."""
    rows = [
        DraftRow(number, dict(cells))
        for number, cells in enumerate(typed, 1)
        if any(cells.get(key, "").strip() for key in (NAME, PHONE))
    ]
    draft = Draft(uuid4(), rows, BY_HAND, False)
    draft.skip_repeats()
    return draft


def field_name(number: int, key: str) -> str:
    """What a cell is called in the form of the preview."""
    return f"d{number}-{key}"
