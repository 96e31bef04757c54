"""Which column of an office's list is what: told from its cells, else asked."""

from collections.abc import Mapping

from events.delegations.columns import BY_KEY, NAME, PHONE
from events.delegations.headings import FAMILY, GIVEN, PIECES
from events.delegations.listing import SheetRows
from events.delegations.names import (
    Beside,
    given_beside,
    joined,
    seem_halves,
    untitled_beside,
)

Keys = dict[int, str]


class Unclear(Exception):
    """Which column is what has to be asked; `code` says why, `keys` what is known."""

    def __init__(self, code: str, keys: Keys):
        super().__init__(code)
        self.code = code
        self.keys = keys


def settle(listing: SheetRows, remembered: Mapping[str, str]) -> Keys:
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
    if not known <= set(remembered) and seem_halves(names_of(listing, keys)):
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


def names_of(listing: SheetRows, keys: Keys) -> list[str]:
    """The whole name of each row, its pieces joined."""
    columns = name_columns(keys)
    return [joined([row.text(index) for index in columns]) for row in listing.rows]


def _settle_details(keys: Keys) -> None:
    """Of two columns for a detail that may be missing, the first is taken."""
    seen = set()
    for index, key in sorted(keys.items()):
        optional = key in BY_KEY and not BY_KEY[key].required
        if optional and key in seen:
            del keys[index]
        seen.add(key)


def _settle_name(listing: SheetRows, keys: Keys) -> None:
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


def _settle_untitled(listing: SheetRows, keys: Keys, at: int) -> None:
    """A heading merged over two columns leaves the second without one."""
    beside = at + 1
    if beside >= len(listing.headings) or listing.headings[beside].title:
        return
    found = untitled_beside(listing.texts(at), listing.texts(beside))
    if found is Beside.UNCLEAR:
        raise Unclear("name_and_pieces", keys)
    if found is Beside.PIECE:
        keys[at], keys[beside] = FAMILY, GIVEN
