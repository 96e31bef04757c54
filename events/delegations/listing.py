"""An office's own list as it was uploaded, and which of its columns is what.

What can be told from headings and cells is settled here. The rest is asked on the
screen; the list travels in that form, signed, and is stored nowhere.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import IO

from django.core.signing import BadSignature, Signer

from events.delegations.columns import BY_KEY, NAME, PHONE, as_typed_text
from events.delegations.headings import FAMILY, GIVEN, HEADED, PIECES
from events.delegations.names import (
    Beside,
    given_beside,
    joined,
    seem_halves,
    untitled_beside,
)
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
COUNTED = frozenset(("stt", "tt", "so tt", "so thu tu", "no"))
_SALT = "events.delegation-listing"

Keys = dict[int, str]


class ListingLost(Exception):
    """What came back is not a list of this invitation, or is too old."""


class Unclear(Exception):
    """Which column is what has to be asked; `code` says why, `keys` what is known."""

    def __init__(self, code: str, keys: Keys):
        super().__init__(code)
        self.code = code
        self.keys = keys


@dataclass(frozen=True, slots=True)
class ListedRow:
    """A row's texts by column; `unread` says why a cell gave none."""

    number: int
    texts: tuple[str, ...]
    unread: Mapping[int, CellProblem] = field(default_factory=dict)

    def text(self, index: int) -> str:
        return self.texts[index] if index < len(self.texts) else ""


@dataclass(frozen=True, slots=True)
class Listing:
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

    def names(self, keys: Keys) -> list[str]:
        """The whole name of each row, its pieces joined."""
        columns = name_columns(keys)
        return [joined([row.text(index) for index in columns]) for row in self.rows]

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


def unpack_listing(packed: str, invitation_id: int, now: datetime) -> Listing:
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
    return Listing(headings, rows, hidden, foot, notes, data["filename"])


def read_listing(file: IO[bytes], filename: str) -> Listing:
    """The list in an uploaded spreadsheet. Raises TableRefused."""
    cells = read_cells(file, filename=filename, columns=HEADED, limits=LIMITS)
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
    return Listing(headings, body, hidden, tuple(foot), notes, filename)


def settle(listing: Listing, remembered: Mapping[str, str]) -> Keys:
    """Which column is what; `remembered` are answers by heading. Raises Unclear."""
    keys = {}
    for index, heading in enumerate(listing.headings):
        key = remembered.get(listing.heading_id(index), heading.key)
        if key:
            keys[index] = key
    _settle_details(keys)
    _settle_name(listing, keys)
    wanting = lacking(keys)
    if wanting:
        raise Unclear(wanting, keys)
    known = set(map(listing.heading_id, name_columns(keys)))
    if not known <= set(remembered) and seem_halves(listing.names(keys)):
        raise Unclear("halves", keys)
    return keys


def lacking(keys: Keys) -> str:
    """Why these columns make no list yet: a code, or nothing."""
    chosen = list(keys.values())
    if not any(key == NAME or key in PIECES for key in chosen):
        return "no_name"
    if PHONE not in chosen:
        return "no_phone"
    if len(set(chosen)) < len(chosen):
        return "twice"
    if NAME in chosen and set(PIECES) & set(chosen):
        return "name_and_pieces"
    return ""


def name_columns(keys: Keys) -> list[int]:
    """Where the name stands, its pieces in their order."""
    order = {key: at for at, key in enumerate((NAME, *PIECES))}
    found = [(order[key], index) for index, key in keys.items() if key in order]
    return [index for _, index in sorted(found)]


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


def _settle_details(keys: Keys) -> None:
    """Of two columns for a detail that may be missing, the first is taken."""
    seen = set()
    for index, key in sorted(keys.items()):
        optional = key in BY_KEY and not BY_KEY[key].required
        if optional and key in seen:
            del keys[index]
        seen.add(key)


def _settle_name(listing: Listing, keys: Keys) -> None:
    """Tell a whole name from the pieces of one. Raises Unclear."""
    whole = [index for index, key in keys.items() if key == NAME]
    given = [index for index, key in keys.items() if key == GIVEN]
    family = [index for index, key in keys.items() if key == FAMILY]
    if not whole:
        if family and not given:
            raise Unclear("halves", keys)
        if given and not family:
            keys[given[0]] = NAME
        return
    at = whole[0]
    names = listing.texts(at)
    if given and not family:
        found = given_beside(names, listing.texts(given[0]))
        if found is Beside.UNCLEAR:
            raise Unclear("name_and_pieces", keys)
        if found is Beside.PIECE:
            keys[at] = FAMILY
        else:
            del keys[given[0]]
    elif family and given and not seem_halves(names):
        for index in family + given:
            del keys[index]
    elif len(whole) == 1 and not family:
        _settle_untitled(listing, keys, at)


def _settle_untitled(listing: Listing, keys: Keys, at: int) -> None:
    """A heading merged over two columns leaves the second without one."""
    beside = at + 1
    if beside >= len(listing.headings) or listing.headings[beside].title:
        return
    found = untitled_beside(listing.texts(at), listing.texts(beside))
    if found is Beside.UNCLEAR:
        raise Unclear("name_and_pieces", keys)
    if found is Beside.PIECE:
        keys[at], keys[beside] = FAMILY, GIVEN
