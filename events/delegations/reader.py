"""A list of people on its way into a delegation: typed or uploaded, not yet saved.

Between preview and confirmation it travels in the form itself, signed: nothing of it
is stored anywhere before its author confirms it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.core.signing import BadSignature, Signer

from events.delegations.columns import BY_HAND, NAME, PHONE, check, is_example
from events.delegations.diff import DETAILS
from events.delegations.headings import MIDDLE
from events.delegations.layout import Keys, name_columns
from events.delegations.listing import ListedRow, SheetRows
from events.delegations.listing_notes import notes_of
from events.delegations.names import joined
from events.delegations.wording import half_name
from portal.tabular import CellProblem, TableRefused
from portal.vietnamese import match_key, tidy
from portal.vietnamese.names import with_capitals

GOOD_FOR = timedelta(hours=24)
# So many rows are mended on the page; whoever has more mends the file.
MENDED_HERE = 50
_SALT = "events.delegation-draft"


class DraftLost(Exception):
    """What came back is not a draft of this invitation, or is too old."""


@dataclass(slots=True)
class DraftRow:
    """One row as it was typed; `unread` says why a cell of the file gave nothing.

    `opened` is a row that its author wants to correct or to leave out.
    """

    number: int
    cells: dict[str, str]
    unread: dict[str, CellProblem] = field(default_factory=dict)
    skip: bool = False
    opened: bool = False

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
                # Half a name that is sent back as it stands was looked at.
                seen = key in row.unread and row.unread[key].code == "told"
                if seen or typed != row.cells.get(key, ""):
                    row.cells[key] = typed
                    row.unread.pop(key, None)

    def open(self, number: str) -> None:
        """Let the row of this number be mended on the page, however good it is."""
        for row in self.rows:
            row.opened = row.opened or str(row.number) == number

    def in_small_letters(self) -> list[tuple[str, str]]:
        """The names that may want capitals: as they were typed, and with them."""
        found = []
        for row in self.rows:
            typed = tidy(row.cells.get(NAME, ""))
            offered = with_capitals(typed)
            if offered != typed and not row.skip and NAME not in row.unread:
                found.append((typed, offered))
        return found

    def write_capitals(self) -> None:
        """Write every name with capitals, as its author asked."""
        for row in self.rows:
            if row.cells.get(NAME):
                row.cells[NAME] = with_capitals(row.cells[NAME])

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
                row.opened,
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
            opened,
        )
        for number, cells, bad, skip, opened in data["rows"]
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


def from_listing(listing: SheetRows, keys: Keys) -> Draft:
    """The people of an uploaded list whose columns are known. Raises TableRefused."""
    named = name_columns(keys)
    columns = {key: [at] for at, key in keys.items() if key in DETAILS}
    columns[NAME] = named
    given = tuple(key for key in DETAILS if key in columns)
    rows = [
        _row(row, {key: columns[key] for key in given}, keys) for row in listing.rows
    ]
    rows = [row for row in rows if _filled(row) and not is_example(row.cells)]
    if not rows:
        raise TableRefused("no_rows")
    places = {key: _place(listing, columns[key]) for key in given}
    notes = (*listing.notes, *notes_of(listing, keys))
    draft = Draft(uuid4(), rows, given, True, places, notes, listing.filename)
    draft.skip_repeats()
    return draft


def _row(row: ListedRow, columns: Mapping[str, list[int]], keys: Keys) -> DraftRow:
    cells, unread = {}, {}
    for key, places in columns.items():
        texts = [row.text(at) for at in places]
        cells[key] = joined(texts) if len(places) > 1 else texts[0]
        for at in places:
            if at in row.unread:
                unread[key] = row.unread[at]
    pieces = {keys[at]: row.text(at).strip() for at in columns[NAME]}
    pieces.pop(MIDDLE, None)
    if any(pieces.values()) and not all(pieces.values()):
        unread.setdefault(NAME, half_name())
    return DraftRow(row.number, cells, unread)


def _place(listing: SheetRows, columns: list[int]) -> tuple[str, str]:
    """The headings and letters of a detail that may stand in several columns."""
    headings = [listing.headings[at] for at in columns]
    title = " + ".join(one.title for one in headings if one.title)
    return title, "+".join(one.letter for one in headings if one.letter)


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
