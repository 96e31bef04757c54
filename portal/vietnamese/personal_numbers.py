"""Numbers in a text that seem to be somebody's: identity cards, telephones. Pure."""

import re
from dataclasses import dataclass
from enum import StrEnum

_DIGITS = re.compile(r"(?<![\w/.,+-])(\+?\d(?:[ .-]?\d){8,13})(?![\w/]|[.,-]\d)")
_MONEY = re.compile(r"[1-9]\d{0,2}(?:[. ]000)+|[1-9]\d{0,2}(?:\.\d{3})+")
_IDENTITY = (9, 12)


class NumberKind(StrEnum):
    IDENTITY = "identity"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class PersonalNumber:
    """What it seems to be, as written, and how many digits it has."""

    kind: NumberKind
    written: str
    digits: int


def personal_numbers(text: str) -> list[PersonalNumber]:
    """Those of the text in their order; amounts of money and symbols are none."""
    found = (_read(match[1]) for match in _DIGITS.finditer(text))
    return [number for number in found if number]


def _read(written: str) -> PersonalNumber | None:
    digits = "".join(filter(str.isdigit, written))
    if _MONEY.fullmatch(written):
        return None
    is_home = digits.startswith("0") and len(digits) in (10, 11)
    if is_home or (written.startswith("+") and digits.startswith("84")):
        return PersonalNumber(NumberKind.PHONE, written, len(digits))
    if len(digits) in _IDENTITY and not written.startswith("+"):
        return PersonalNumber(NumberKind.IDENTITY, written, len(digits))
    return None
