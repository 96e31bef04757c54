"""The organiser's forms: one attendee, a reason, invitations."""

from collections.abc import Collection

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.snippets.widgets import AdminSnippetChooser

from events.enums import Audience
from events.organising.invitations import InvitationRow
from events.registration.forms.details import DetailsForm
from portal.forms.mail_fields import MailField
from portal.models import Organisation


class AttendeeForm(DetailsForm):
    """One person, as the organiser was told on the phone or reads in a letter.

    The checks are those of the registration page; what the organiser was not told
    may stay empty.
    """

    warns = True

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for name in (*self.question_names, "phone", "audience"):
            self.fields[name].required = False
        for field in self.fields.values():
            # The browser would offer the organiser's own name and number.
            if "autocomplete" in field.widget.attrs:
                field.widget.attrs["autocomplete"] = "off"
        for name in ("name", "organisation", "position", "email", "note"):
            self.fields[name].help_text = ""
        self.fields["phone"].help_text = _("Leave empty only if there is none.")
        self.fields["note"].widget.attrs["rows"] = 2

    def clean_phone(self) -> str:
        return super().clean_phone() if self.cleaned_data["phone"].strip() else ""

    def clean_audience(self) -> str:
        return self.cleaned_data["audience"] or Audience.OTHER


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=_("Reason"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Write down the reason.")},
        help_text=_("The person reads it; it is kept in the history."),
    )


class NewsForm(forms.Form):
    """What is told beside the facts when a conference was moved or called off."""

    text = forms.CharField(
        label=_("A word of yours"),
        max_length=3000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("For instance why, and whom to ask. May stay empty."),
    )


class InvitationsForm(forms.Form):
    """How many people each of the agencies ticked may send."""

    quota = forms.IntegerField(
        label=_("People each agency may send"),
        min_value=1,
        max_value=2000,
        initial=5,
    )
    note = forms.CharField(
        label=_("Note for yourself"),
        max_length=300,
        required=False,
        help_text=_("For instance the number of the official letter."),
    )


def _address_field(**options) -> MailField:
    """Where an agency is invited; the browser would offer the organiser's own."""
    words = {"invalid": _("Write one e-mail address, as in ten@donvi.vn.")}
    field = MailField(required=False, error_messages=words, **options)
    field.widget.attrs["autocomplete"] = "off"
    return field


class AddressesForm(forms.Form):
    """The addresses of many invitations at once, a field for each of `lines`."""

    def __init__(self, lines: Collection[InvitationRow], data=None) -> None:
        super().__init__(data)
        self._ids = {f"email-{line.row.pk}": line.row.pk for line in lines}
        for name, line in zip(self._ids, lines, strict=True):
            label = gettext("E-mail address of %(agency)s") % {
                "agency": line.row.organisation
            }
            field = _address_field(label=label, initial=line.address)
            field.widget.attrs |= {
                "placeholder": gettext("no address yet"),
                "aria-label": label,
            }
            self.fields[name] = field

    def typed(self) -> dict[int, str]:
        """What was sent along, by the id of the invitation; the form is valid."""
        sent = (name for name in self._ids if name in self.data)
        return {self._ids[name]: self.cleaned_data[name] for name in sent}


class QuotaForm(forms.Form):
    quota = forms.IntegerField(label=_("People at most"), min_value=1, max_value=2000)
    contact = forms.CharField(
        label=_("Focal person"),
        max_length=200,
        required=False,
        help_text=_("Name and phone of whom to call at the agency."),
    )
    email = _address_field(
        label=_("E-mail address for the invitation"),
        help_text=_("Empty: the address of the agency in the list of agencies."),
    )
    note = forms.CharField(label=_("Note for yourself"), max_length=300, required=False)


class MergeForm(forms.Form):
    loser = forms.ModelChoiceField(
        label=_("This one is a double and goes"),
        queryset=Organisation.objects.all(),
        widget=AdminSnippetChooser(Organisation),
    )
    survivor = forms.ModelChoiceField(
        label=_("This one stays"),
        queryset=Organisation.objects.all(),
        widget=AdminSnippetChooser(Organisation),
    )

    def clean(self) -> dict:
        cleaned = super().clean()
        loser = cleaned.get("loser")
        if loser and loser == cleaned.get("survivor"):
            self.add_error("survivor", _("Choose two different agencies."))
        return cleaned
