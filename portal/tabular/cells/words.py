"""Words: texts, yes and no, one of a list, telephone numbers."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any, TypeVar

from portal.tabular.errors import CellProblem
from portal.vietnamese import Phone, fold, nfc, tidy
from portal.vietnamese import parse_phone as read_phone
from portal.vietnamese.dates import short_date, short_time

Value = TypeVar("Value")

_YES = {"co", "x", "yes", "y", "true", "1", "dung", "✓", "✔", "☑", "☒"}
_NO = {"khong", "ko", "no", "n", "false", "0", "sai", "-"}
_LISTED = 12


def as_text(value: Any) -> str:
    """A cell as the text its author sees; 5.0 is 5, as in the sheet."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime):
        day = short_date(value)
        return day if value.time() == time() else f"{day} {short_time(value)}"
    if isinstance(value, date):
        return short_date(value)
    return str(value)


def parse_text(value: Any, *, max_length: int = 1_000, multiline: bool = False) -> str:
    """Composed, with single spaces; with its lines only when asked for.

    A date where words are expected is refused: Excel makes one of a document number
    such as 6/2020, and what was typed is gone.
    """
    if isinstance(value, (date, time, timedelta)):
        raise CellProblem("date_for_text")
    text = as_text(value)
    if multiline:
        lines = (tidy(line) for line in text.splitlines())
        text = "\n".join(lines).strip("\n")
    else:
        text = tidy(text)
    if len(text) > max_length:
        raise CellProblem("too_long", limit=max_length, length=len(text))
    return text


def parse_bool(value: Any) -> bool:
    """có, x, 1, true … or không, 0, false …"""
    if isinstance(value, bool):
        return value
    word = fold(parse_text(value))
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise CellProblem("not_yes_or_no")


def parse_choice(value: Any, choices: Mapping[str, Value]) -> Value:
    """The choice whose title this is: exactly, else case and accents aside.

    Two titles that differ in their accents alone (HĐ, HD) are never taken for each
    other.
    """
    text = parse_text(value)
    if text in choices:
        return choices[text]
    for key in (lambda title: nfc(title).casefold(), fold):
        wanted = key(text)
        found = [title for title in choices if key(title) == wanted]
        if len(found) > 1:
            raise CellProblem("ambiguous_choice", choices=found)
        if found:
            return choices[found[0]]
    by_key = {fold(title): title for title in choices}
    near = difflib.get_close_matches(fold(text)[:100], by_key, n=1)
    raise CellProblem(
        "unknown_choice",
        choices=list(choices)[:_LISTED],
        nearest=by_key[near[0]] if near else "",
    )


def parse_phone(value: Any) -> Phone:
    """A reading of the number, with the changes made to what was typed."""
    phone = read_phone(value if isinstance(value, (int, float)) else as_text(value))
    if phone.problem:
        raise CellProblem(f"phone_{phone.problem}")
    return phone
