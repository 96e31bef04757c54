"""What is asked of each member of a delegation: in a sheet's column or a form's field.

Headings are Vietnamese: they are what offices write above their lists. A cell of a
file and a field of a form are checked by the same parsers.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import partial
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from events.enums import Audience
from portal.forms.people import name_problem
from portal.tabular import (
    CellProblem,
    Column,
    as_text,
    parse_choice,
    parse_phone,
    parse_text,
)
from portal.vietnamese import (
    LegacyEncoding,
    NameProblem,
    Phone,
    clean_name,
    decode_tcvn3,
    decode_vni,
    detect_legacy,
    fold,
)

NAME, PHONE, POSITION = "name", "phone", "position"
AUDIENCE, EMAIL, NOTE = "audience", "email", "note"
LONGEST = {NAME: 120, POSITION: 150, NOTE: 500, EMAIL: 254}
_DECODERS = {LegacyEncoding.TCVN3: decode_tcvn3, LegacyEncoding.VNI: decode_vni}
_GROUPS = {str(group.value): group for group in Audience}
_SHOWN = 80
_EXAMPLE = "vi du"


def audiences() -> dict[str, Audience]:
    """The groups by every word that names them."""
    return {str(group.label): group for group in Audience}


def _name(value: Any) -> str:
    if "\t" in str(value).strip():
        several = _(
            "Several cells of a spreadsheet stand in this one. Write one person in "
            "each row, or send the list as a file."
        )
        raise CellProblem("told", message=str(several))
    clean = clean_name(parse_text(value, max_length=LONGEST[NAME]))
    if clean.problem is NameProblem.NOT_A_NAME:
        message = name_problem(clean.problem, clean.value)
        raise CellProblem("told", message=message)
    return clean.value


def _email(value: Any) -> str:
    text = parse_text(value, max_length=LONGEST[EMAIL])
    try:
        validate_email(text)
    except ValidationError:
        message = _("This is not an e-mail address. Example: ten@coquan.vn")
        raise CellProblem("told", message=str(message)) from None
    return text


def _audience(value: Any) -> Audience:
    text = parse_text(value)
    return _GROUPS.get(text) or parse_choice(text, audiences())


COLUMNS = (
    Column(
        NAME,
        ("Họ và tên", "Họ tên", "Họ và tên đại biểu", "Đại biểu", "Tên"),
        required=True,
        parse=_name,
        about=_("Family name, middle name and given name in one cell, in Unicode."),
    ),
    Column(
        POSITION,
        ("Chức vụ", "Chức danh", "Chức vụ, chức danh", "Chức vụ/Chức danh"),
        parse=partial(parse_text, max_length=LONGEST[POSITION]),
        default="",
        about=_("As it is to stand in the list, for example “Giáo viên”."),
    ),
    Column(
        PHONE,
        ("Điện thoại", "Số điện thoại", "Điện thoại di động", "ĐT", "SĐT", "Số ĐT"),
        required=True,
        parse=parse_phone,
        about=_("10 digits, for example 0912 345 678. One number a person."),
    ),
    Column(
        AUDIENCE,
        ("Nhóm đối tượng", "Nhóm", "Đối tượng"),
        parse=_audience,
        default=Audience.OTHER,
        about=_("Chosen from the list of the cell. Empty counts as “Khác”."),
    ),
    Column(
        EMAIL,
        ("Thư điện tử", "Email", "E-mail", "Hộp thư"),
        parse=_email,
        default="",
        about=_("Not required. Whoever has one gets the ticket by mail too."),
    ),
    Column(
        NOTE,
        ("Ghi chú",),
        parse=partial(parse_text, max_length=LONGEST[NOTE]),
        default="",
        about=_("Not required: what the organiser should know."),
    ),
)
BY_KEY = {column.key: column for column in COLUMNS}
# The short form for people typed in by hand.
BY_HAND = (NAME, PHONE, POSITION, AUDIENCE)


def as_typed_text(value: Any) -> tuple[str, CellProblem | None]:
    """A cell of a file as its author sees it, and why it gives no text."""
    if value is None:
        return "", None
    dated = isinstance(value, (date, time, timedelta))
    return as_text(value), CellProblem("date_for_text") if dated else None


def title(key: str) -> str:
    return BY_KEY[key].titles[0]


def is_example(cells: Mapping[str, str]) -> bool:
    """The row of the template that shows how to fill in the others."""
    return bool(re.match(rf"{_EXAMPLE}\b", fold(cells.get(NAME, "")).strip()))


@dataclass(frozen=True, slots=True)
class Checked:
    """A row's cells: their values, or what is wrong with them."""

    values: dict[str, Any]
    problems: dict[str, CellProblem]


def check(cells: Mapping[str, str], keys: Iterable[str]) -> Checked:
    """Parse the cells under these keys; one that is not there is empty."""
    values: dict[str, Any] = {}
    problems: dict[str, CellProblem] = {}
    for key in keys:
        try:
            values[key] = _parsed(cells.get(key, ""), BY_KEY[key])
        except CellProblem as problem:
            problems[key] = problem
    return Checked(values, problems)


def _parsed(text: str, column: Column) -> Any:
    if encoding := detect_legacy(text):
        raise CellProblem(str(encoding), reads=_DECODERS[encoding](text)[:_SHOWN])
    value = column.parse(text) if text.strip() else None
    if isinstance(value, Phone):
        return value
    if value in (None, ""):
        if column.required:
            raise CellProblem("required")
        return column.default
    return value
