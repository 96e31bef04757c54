"""Numbers in a text that seem to be somebody's: identity, telephone, account. Pure."""

import re
from dataclasses import dataclass
from enum import StrEnum

_DIGITS = re.compile(r"(?<![\w/.,+-])(\+?\d(?:[ .-]?\d){8,13})(?![\w/]|[.,-]\d)")
# Bank accounts and cards: in one piece, or in groups as they are printed.
_ACCOUNT = re.compile(
    r"(?<![\w/.,+-])(\d{13,19}|\d{3,6}(?: \d{3,6}){2,5})(?![\w/]|[ .,-]\d)"
)
_ACCOUNT_DIGITS = range(13, 20)
_YEARS = re.compile(r"(?:19|20)\d\d(?: (?:19|20)\d\d)+")
_MONEY = re.compile(r"[1-9]\d{0,2}(?:[. ]000)+|[1-9]\d{0,2}(?:\.\d{3})+")
_IDENTITY = (9, 12)


class NumberKind(StrEnum):
    IDENTITY = "identity"
    PHONE = "phone"
    ACCOUNT = "account"


@dataclass(frozen=True, slots=True)
class PersonalNumber:
    """What it seems to be, as written, and how many digits it has."""

    kind: NumberKind
    written: str
    digits: int


def personal_numbers(text: str) -> list[PersonalNumber]:
    """Those of the text in their order; amounts of money and symbols are none."""
    found = {match.start(): _read(match[1]) for match in _DIGITS.finditer(text)}
    for match in _ACCOUNT.finditer(text):
        if account := _read_account(match[1]):
            found[match.start()] = account
    return [number for _place, number in sorted(found.items()) if number]


def _read_account(written: str) -> PersonalNumber | None:
    digits = written.replace(" ", "")
    if len(digits) not in _ACCOUNT_DIGITS:
        return None
    if _MONEY.fullmatch(written) or _YEARS.fullmatch(written):
        return None
    return PersonalNumber(NumberKind.ACCOUNT, written, len(digits))


def _read(written: str) -> PersonalNumber | None:
    digits = "".join(filter(str.isdigit, written))
    if _MONEY.fullmatch(written) or _YEARS.fullmatch(written):
        return None
    is_home = digits.startswith("0") and len(digits) in (10, 11)
    if is_home or (written.startswith("+") and digits.startswith("84")):
        return PersonalNumber(NumberKind.PHONE, written, len(digits))
    if len(digits) in _IDENTITY and not written.startswith("+"):
        return PersonalNumber(NumberKind.IDENTITY, written, len(digits))
    return None
