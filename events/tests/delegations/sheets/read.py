"""What a list comes to: who is in it, or the reason that it must be asked."""

from events.delegations.layout import Unclear, settle
from events.delegations.listing import read_listing
from events.delegations.reader import from_listing
from events.tests.delegations.sheets.build import OfficeList
from portal.vietnamese import parse_phone


def people_of(given: OfficeList) -> list[tuple[str, str]] | None:
    """Names and telephones; None where it has to be asked."""
    listing = read_listing(given.file(), given.filename)
    try:
        keys = settle(listing, {})
    except Unclear:
        return None
    draft = from_listing(listing, keys)
    return [
        (row.cells["name"], national(row.cells["phone"]))
        for row in draft.rows
        if not row.skip
    ]


def national(text: str) -> str:
    phone = parse_phone(text)
    return "0" + phone.e164.removeprefix("+84") if phone.e164 else text
