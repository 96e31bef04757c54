"""The forms of a delegation's focal person."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from events.delegations.columns import (
    AUDIENCE,
    BY_HAND,
    BY_KEY,
    EMAIL,
    NAME,
    NOTE,
    PHONE,
    POSITION,
    check,
)
from events.delegations.listing import LIMITS
from events.delegations.wording import cell_flaw
from events.enums import Audience
from events.registration.forms.capitals import CapitalsMixin
from portal.forms.chosen_files import ChosenFileField
from portal.forms.kept_numbers import KeptNumbersForm
from portal.forms.mail_fields import MailInput, asked_once
from portal.forms.reader import ReaderForm
from portal.tabular import TableRefused
from portal.tabular.wording import table_text

# Rows to fill in by hand: so many are there, and so many more each time.
ROWS_SHOWN = 3
MOST_ROWS = 60
LABELS = {
    NAME: _("Full name"),
    PHONE: pgettext_lazy("form", "Telephone"),
    POSITION: pgettext_lazy("form", "Position"),
    AUDIENCE: pgettext_lazy("form", "Group"),
    EMAIL: pgettext_lazy("form", "E-mail"),
    NOTE: pgettext_lazy("form", "Note"),
}


class Cell(forms.CharField):
    """Kept as typed: it is checked with its row, by the rules for cells of a file."""

    def clean(self, value: str | None) -> str:
        return value or ""


def cell_field(key: str, typed: str = "") -> forms.Field:
    """The field for one detail of a person."""
    if key == AUDIENCE:
        return _group_field(typed)
    # No autocomplete: the browser would offer the focal person's own details.
    attrs = {"autocomplete": "off"}
    if key == PHONE:
        attrs["inputmode"] = "tel"
    return Cell(
        label=LABELS[key],
        required=BY_KEY[key].required,
        widget=forms.TextInput(attrs=attrs),
    )


def dress(fields: Mapping[str, forms.Field]) -> None:
    """Give fields that a form adds to itself the look of those it declares."""
    for field in fields.values():
        if not isinstance(field, forms.BooleanField):
            field.widget.attrs["class"] = "input"


def _group_field(typed: str) -> forms.Field:
    """The closed list; what was typed and is none of it stays until one is chosen."""
    known = not check({AUDIENCE: typed}, (AUDIENCE,)).problems
    blank = ("" if known else typed, gettext("Choose a group"))
    return forms.ChoiceField(
        label=LABELS[AUDIENCE], required=False, choices=[blank, *Audience.choices]
    )


def group_value(typed: str) -> str:
    """The choice a cell's words stand for; themselves where they are none."""
    checked = check({AUDIENCE: typed}, (AUDIENCE,))
    known = typed.strip() and not checked.problems
    return checked.values[AUDIENCE].value if known else typed


class PersonForm(CapitalsMixin, KeptNumbersForm):
    """One member of the delegation; `revision` is what the form was opened with."""

    short = (PHONE,)
    numbers_in = (NOTE,)

    name = cell_field(NAME)
    phone = cell_field(PHONE)
    position = cell_field(POSITION)
    audience = forms.ChoiceField(label=LABELS[AUDIENCE], choices=Audience.choices)
    email = Cell(
        label=LABELS[EMAIL],
        required=False,
        widget=MailInput(attrs={"autocomplete": "off"}),
    )
    note = cell_field(NOTE)
    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, kept: str = "", **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.offer_capitals(kept)

    def clean_name(self) -> str:
        return self.as_meant(self.cleaned_data["name"])

    @property
    def drawn(self) -> list[forms.BoundField]:
        """All but the box for numbers, which only those who wrote one see."""
        unseen = "" if self.has_numbers else "keep_numbers"
        return [one for one in self if one.name != unseen]

    def clean_email(self) -> str:
        typed = self.cleaned_data["email"]
        return asked_once(typed, typed)

    def clean(self) -> dict[str, Any]:
        """`details` are the values as registrations hold them."""
        super().clean()
        cells = {
            key: self.cleaned_data[key] for key in LABELS if key not in self.errors
        }
        checked = check(cells, cells)
        for key, problem in checked.problems.items():
            self.add_error(key, cell_flaw(key, problem, cells[key]).message)
        if not self.errors:
            phone = checked.values[PHONE].e164
            self.details = {**checked.values, PHONE: phone}
        return self.cleaned_data


class UploadForm(ReaderForm):
    file = ChosenFileField(
        most_bytes=LIMITS.file_bytes,
        label=_("The list as a file"),
        help_text=_("Excel (.xlsx, .xls), LibreOffice (.ods) or CSV."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xls,.ods,.csv"}),
        error_messages={
            "required": _("Not chosen: the file with the list."),
            "empty": _("The file is empty."),
        },
    )

    def refuse(self, error: TableRefused) -> None:
        self.add_error("file", table_text(error))


class RowsForm(ReaderForm):
    """People typed in by hand, some rows of them; checked in the preview."""

    short = ()

    def __init__(self, typed: Iterable[Mapping[str, str]] = (), *, rows: int):
        self.numbers = range(min(rows, MOST_ROWS))
        initial = {
            f"{number}-{key}": text
            for number, cells in enumerate(typed)
            for key, text in cells.items()
        }
        super().__init__(initial=initial, prefix="nguoi")
        fields = {
            f"{number}-{key}": cell_field(key)
            for number in self.numbers
            for key in BY_HAND
        }
        dress(fields)
        self.fields.update(fields)

    @property
    def people(self) -> list[tuple[int, list[forms.BoundField]]]:
        return [
            (number + 1, [self[f"{number}-{key}"] for key in BY_HAND])
            for number in self.numbers
        ]

    @property
    def may_grow(self) -> bool:
        return len(self.numbers) < MOST_ROWS


def typed_rows(data: Mapping[str, Any]) -> list[dict[str, str]]:
    """What came from a RowsForm, row by row."""
    found = []
    for number in range(MOST_ROWS):
        if f"nguoi-{number}-{NAME}" not in data:
            break
        found.append({key: data.get(f"nguoi-{number}-{key}", "") for key in BY_HAND})
    return found
