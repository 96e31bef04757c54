"""Numbers that seem to be somebody's, asked about once in what an office keeps."""

from typing import ClassVar

from django import forms
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from portal.forms.reader import ReaderForm
from portal.vietnamese.personal_numbers import (
    NumberKind,
    PersonalNumber,
    personal_numbers,
)


class KeptNumbersForm(ReaderForm):
    """Asks once whether a personal number in the field `numbers_in` is meant.

    `keep_numbers` says so; the template draws it where `has_numbers`. What was kept
    before, as the field's initial value says, is not asked about again.
    """

    numbers_in: ClassVar[str]

    keep_numbers = forms.BooleanField(
        required=False, label=_("These numbers are needed, send them along")
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.has_numbers = False
        names = [name for name in self.fields if name != "keep_numbers"]
        below = names.index(self.numbers_in) + 1
        self.order_fields([*names[:below], "keep_numbers", *names[below:]])

    def clean(self) -> dict:
        super().clean()
        name, cleaned = self.numbers_in, self.cleaned_data
        text = cleaned.get(name, "")
        kept = self.get_initial_for_field(self.fields[name], name)
        found = personal_numbers(text) if text != kept else []
        self.has_numbers = bool(found)
        if found and not cleaned.get("keep_numbers"):
            self.add_error(name, number_warning(found[0]))
        return cleaned


def number_found(number: PersonalNumber) -> str:
    """What it looks like, in a sentence."""
    if number.kind == NumberKind.PHONE:
        return gettext("There is what looks like a telephone number.")
    return ngettext(
        "There is %(count)d digit in a row, like an identity number.",
        "There are %(count)d digits in a row, like an identity number.",
        number.digits,
    ) % {"count": number.digits}


def number_warning(number: PersonalNumber) -> str:
    """What it looks like, and the two ways on."""
    ways = gettext("Remove it, or tick the box below to send it along.")
    return f"{number_found(number)} {ways}"
