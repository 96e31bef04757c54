"""The form that asks which column of an office's list is what."""

from collections.abc import Mapping
from itertools import islice
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from events.delegations.columns import NAME
from events.delegations.forms.people import LABELS
from events.delegations.headings import FAMILY, GIVEN, MIDDLE
from events.delegations.layout import Keys, lacking
from events.delegations.listing import COUNTED, SheetRows, heading_key
from events.delegations.wording import unclear_columns
from portal.forms.reader import ReaderForm

_SHOWN = 3
_LENGTH = 40
CHOICES = (
    ("", _("Not used")),
    (NAME, LABELS[NAME]),
    (FAMILY, _("Family name, with the middle name if it stands there")),
    (MIDDLE, _("Middle name alone")),
    (GIVEN, _("Given name alone")),
    *((key, label) for key, label in LABELS.items() if key != NAME),
)


class ColumnsForm(ReaderForm):
    """A choice for each column that has something in it."""

    def __init__(
        self,
        listing: SheetRows,
        data: Mapping[str, Any] | None = None,
        *,
        initial: Keys | None = None,
    ):
        self.listing = listing
        self._columns = [
            index
            for index, heading in enumerate(listing.headings)
            if any(listing.texts(index)) and heading_key(heading.title) not in COUNTED
        ]
        known = {_field(index): key for index, key in (initial or {}).items()}
        super().__init__(data, initial=known)
        for index in self._columns:
            self.fields[_field(index)] = forms.ChoiceField(
                label=self._label(index),
                help_text=self._examples(index),
                choices=CHOICES,
                required=False,
                widget=forms.Select(attrs={"class": "input"}),
            )

    @property
    def columns(self) -> list[forms.BoundField]:
        return [self[_field(index)] for index in self._columns]

    @property
    def keys(self) -> Keys:
        """Which column is what, once the form is valid."""
        chosen = {index: self.cleaned_data[_field(index)] for index in self._columns}
        return {index: key for index, key in chosen.items() if key}

    @property
    def answers(self) -> dict[str, str]:
        """The same by heading, to be remembered; unused columns too."""
        return {
            self.listing.heading_id(index): self.cleaned_data[_field(index)]
            for index in self._columns
        }

    def clean(self) -> dict[str, Any]:
        if not self.errors and (code := lacking(self.keys)):
            self.add_error(None, unclear_columns(code))
        return self.cleaned_data

    def _label(self, index: int) -> str:
        heading = self.listing.headings[index]
        title = heading.title or str(pgettext_lazy("column", "without a heading"))
        place = str(_("Column %(letter)s") % {"letter": heading.letter})
        return f"{place}: {title}" if heading.letter else title

    def _examples(self, index: int) -> str:
        """The first cells with something in them."""
        filled = filter(None, map(str.strip, self.listing.texts(index)))
        return " · ".join(text[:_LENGTH] for text in islice(filled, _SHOWN))


def _field(index: int) -> str:
    return f"cot-{index}"
