"""Numbers that seem to be somebody's, asked about once in what an office keeps."""

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
    """Asks once whether a personal number in the fields `numbers_in` is meant.

    `keep_numbers` says so, of all of them; the template draws it below the last of them
    where `has_numbers`. What was kept before, as a field's initial value says, is not
    asked about again.
    """

    numbers_in: tuple[str, ...]

    keep_numbers = forms.BooleanField(
        required=False, label=_("These numbers are needed, send them along")
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.has_numbers = False
        names = [name for name in self.fields if name != "keep_numbers"]
        below = max(map(names.index, self.numbers_in)) + 1
        self.order_fields([*names[:below], "keep_numbers", *names[below:]])

    def clean(self) -> dict:
        super().clean()
        cleaned = self.cleaned_data
        found = {name: self._numbers_in(name) for name in self.numbers_in}
        self.has_numbers = any(found.values())
        if not cleaned.get("keep_numbers"):
            for name, numbers in found.items():
                if numbers:
                    self.add_error(name, number_warning(numbers[0]))
        return cleaned

    def _numbers_in(self, name: str) -> list[PersonalNumber]:
        text = self.cleaned_data.get(name, "")
        kept = self.get_initial_for_field(self.fields[name], name)
        return personal_numbers(text) if text != kept else []


def number_found(number: PersonalNumber) -> str:
    """What it looks like, in a sentence."""
    if number.kind == NumberKind.PHONE:
        return gettext("There is what looks like a telephone number.")
    if number.kind == NumberKind.ACCOUNT:
        return ngettext(
            "There is %(count)d digit in a row, like an account number.",
            "There are %(count)d digits in a row, like an account number.",
            number.digits,
        ) % {"count": number.digits}
    return ngettext(
        "There is %(count)d digit in a row, like an identity number.",
        "There are %(count)d digits in a row, like an identity number.",
        number.digits,
    ) % {"count": number.digits}


def number_warning(number: PersonalNumber) -> str:
    """What it looks like, and the two ways on."""
    ways = gettext("Remove it, or tick the box below to send it along.")
    return f"{number_found(number)} {ways}"
