"""Numbers as Vietnamese write them: 1.234.567,5."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from portal.tabular.cells.words import as_text
from portal.tabular.errors import CellProblem
from portal.vietnamese import nfc

_LONGEST = 30
_SPACES = re.compile(r"\s+")
_SIGNED = re.compile(r"([+\-\u2212]?)([0-9][0-9.,]*)")
_GROUPED = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*")


def parse_number(
    value: Any,
    *,
    whole: bool = False,
    minimum: Decimal | int | None = None,
    maximum: Decimal | int | None = None,
) -> Decimal | int:
    """A Decimal, or an int when `whole`.

    Points group and the comma divides; the other way round is understood where it
    can mean nothing else. "1,234" can mean two numbers, and is refused.
    """
    number = _number(value)
    if whole:
        if number != number.to_integral_value():
            raise CellProblem("not_whole")
        number = int(number)
    if minimum is not None and number < minimum:
        raise CellProblem("too_small", limit=minimum)
    if maximum is not None and number > maximum:
        raise CellProblem("too_big", limit=maximum)
    return number


def _number(value: Any) -> Decimal:
    if isinstance(value, bool):
        raise CellProblem("not_a_number")
    if isinstance(value, (int, float, Decimal)):
        number = Decimal(str(value))
        if not number.is_finite():
            raise CellProblem("not_a_number")
        return number
    text = _SPACES.sub("", nfc(as_text(value), plain_spaces=True))
    found = _SIGNED.fullmatch(text)
    if not found or len(text) > _LONGEST:
        raise CellProblem("not_a_number")
    sign, digits = found.groups()
    number = Decimal(_plain(digits))
    return number if sign in ("", "+") else -number


def _plain(digits: str) -> str:
    """Digits with at most one point, whatever divided and grouped them."""
    points, commas = digits.count("."), digits.count(",")
    if points and commas:
        divider = "," if digits.rfind(",") > digits.rfind(".") else "."
        whole, _, rest = digits.rpartition(divider)
        grouped = _GROUPED.fullmatch(whole)
        if not grouped or grouped[1] == divider or not rest:
            raise CellProblem("not_a_number")
        return f"{re.sub('[.,]', '', whole)}.{rest}"
    if points + commas > 1 or (points and _may_group(digits)):
        if not _GROUPED.fullmatch(digits):
            raise CellProblem("not_a_number")
        return re.sub("[.,]", "", digits)
    if commas and _may_group(digits):
        raise CellProblem("ambiguous_number")
    if digits.endswith((".", ",")):
        raise CellProblem("not_a_number")
    return digits.replace(",", ".")


def _may_group(digits: str) -> bool:
    """A single sign before just three digits, after a number that may be grouped."""
    return bool(_GROUPED.fullmatch(digits)) and not digits.startswith("0")
