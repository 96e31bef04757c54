"""The unit that writes, and where it is: as forms ask it and rows keep it."""

from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.forms.agencies import Agencies
from portal.forms.fields import LineField, whole
from portal.forms.reader import ReaderForm
from portal.models import Locality, Organisation

LIST = "cac-don-vi"


class UnitForm(ReaderForm):
    """Any name may be typed; one that the portal knows is linked to its unit."""

    unit = whole(
        LineField(
            most=255,
            label=_("Name of your unit"),
            help_text=_("Type a few letters and choose, or write the name in full."),
            widget=forms.TextInput(
                attrs={"autocomplete": "organization", "list": LIST}
            ),
        )
    )
    locality = forms.ModelChoiceField(
        Locality.objects.none(),
        label=_("Commune or ward"),
        required=False,
        empty_label=_("Choose one"),
        error_messages={"invalid_choice": _("Choose a place from the list.")},
    )

    def __init__(self, *args, today: date, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.agencies = Agencies(today)
        self.fields["locality"].queryset = Locality.objects.valid_on(today)

    def unit_columns(self) -> dict:
        """Columns of a row: the words, the known unit, the place it is known to be."""
        typed = self.cleaned_data["unit"]
        agency = self.agencies.find(typed)
        known = Organisation.objects.filter(pk=agency.pk).first() if agency else None
        place = self.cleaned_data["locality"]
        return {
            "unit": known.name if known else typed,
            "organisation": known,
            "locality": place or (known.locality if known else None),
        }
