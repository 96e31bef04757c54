"""The door's forms: a code photographed, somebody new, an arrival taken back."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from events.checkin.frame import undo_reasons
from events.checkin.photograph import MOST_BYTES
from events.enums import LIVE, Purpose
from events.models import EventPage, Registration
from events.models.attendees import Agreed
from events.organising.forms import AttendeeForm
from events.personal_data.consents import CURRENT, REQUIRED
from portal.forms.chosen_files import ChosenFileField


class PhotographForm(forms.Form):
    """Drawn only: what is sent is read by `photograph.codes_in`."""

    photo = ChosenFileField(
        most_bytes=MOST_BYTES,
        label=_("Photograph of the code"),
        widget=forms.FileInput(attrs={"accept": "image/*", "capture": "environment"}),
    )


class NewcomerForm(AttendeeForm):
    """Name and agency of who stands at the door; the telephone may stay empty."""

    warns = False
    field_order = ("name", "spelling", "organisation", "phone", "reason")

    reason = forms.CharField(
        label=_("Why a chair is added"), max_length=300, required=False
    )
    instead_of = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, event: EventPage, **kwargs) -> None:
        super().__init__(*args, event=event, label_suffix="", **kwargs)
        self.order_fields(self.field_order)
        self.fields["phone"].label = pgettext_lazy("door", "Telephone (optional)")
        self.fields["phone"].help_text = _("Only to send ticket and certificate.")
        self.fields["organisation"].help_text = ""

    def clean_instead_of(self) -> int | None:
        """Raises ValidationError for somebody who has no place here to hand on."""
        chosen = self.cleaned_data["instead_of"]
        rows = Registration.objects.filter(event=self.event, state__in=LIVE)
        if chosen and not rows.filter(pk=chosen).exists():
            raise forms.ValidationError(_("Choose who is replaced once more."))
        return chosen

    @property
    def agreed(self) -> Agreed:
        """What the newcomer was told at the door, and said yes to."""
        purposes: frozenset[Purpose] = frozenset({REQUIRED})
        return Agreed(text_version=CURRENT, purposes=purposes, asked=purposes)


class UndoForm(forms.Form):
    undone_for = forms.ChoiceField(
        label=_("Why is this arrival taken back?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the reasons.")},
    )
    reason = forms.CharField(
        label=pgettext_lazy("undo", "In a few words"), max_length=300, required=False
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["undone_for"].choices = undo_reasons()
