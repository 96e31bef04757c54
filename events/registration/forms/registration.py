"""The forms of the attendee's side: register, correct, hand over, find a ticket."""

from typing import ClassVar
from uuid import UUID, uuid4, uuid5

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from events.enums import Purpose
from events.models.attendees import Agreed
from events.models.keys import person_key
from events.personal_data import consents
from events.registration.forms.details import DetailsForm
from portal import guard
from portal.forms.fields import form_key
from portal.forms.people import read_phone
from portal.forms.reader import ReaderForm

ONE_FORM = UUID("4d0f7ad5-2f9c-5d5e-9b55-5a1c9f0f6f11")


class KeyedForm(DetailsForm):
    """Sent twice it is one registration: the key is made with the empty form."""

    key = forms.CharField(required=False, initial=uuid4, widget=forms.HiddenInput)

    @property
    def submission_key(self) -> UUID:
        """One key for one person: whoever goes back and changes the name is new."""
        key = form_key(self.cleaned_data["key"])
        who = person_key(self.cleaned_data["name"], self.cleaned_data["phone"])
        return uuid5(key, f"{self.event.pk}|{who}")


def _consent_field(purpose: Purpose, **options) -> forms.BooleanField:
    return forms.BooleanField(
        label=consents.current().labels[purpose],
        required=purpose == consents.REQUIRED,
        **options,
    )


class RegistrationForm(DetailsForm, guard.GuardedForm):
    guard_action = "registration"

    taking_part = _consent_field(
        Purpose.TAKING_PART,
        error_messages={"required": _("Tick this box: without it no seat can be kept")},
    )
    photos = _consent_field(Purpose.PHOTOS)
    certificate = _consent_field(Purpose.CERTIFICATE)
    invitations = _consent_field(Purpose.INVITATIONS)

    @property
    def submission_key(self) -> UUID:
        """One form opened is one registration, whatever is sent of it again."""
        return uuid5(ONE_FORM, f"{self.event.pk}|{self.guard_stamp}")

    @property
    def person(self) -> str:
        """The `person_key` of who is registered, once the form is valid."""
        return person_key(self.cleaned_data["name"], self.cleaned_data["phone"])

    @property
    def optional_fields(self) -> list[forms.BoundField]:
        return [self[purpose.value] for purpose in consents.OPTIONAL]

    def agreed(self) -> Agreed:
        ticked = {p for p in consents.ASKED if self.cleaned_data[p.value]}
        return Agreed(consents.CURRENT, frozenset(ticked), frozenset(consents.ASKED))


class CorrectionForm(DetailsForm):
    """`revision` is that of the registration the form was opened with."""

    revision = forms.IntegerField(widget=forms.HiddenInput)


class TransferForm(KeyedForm):
    """A colleague's details; what else they agree to, they say on their own ticket."""

    taking_part = forms.BooleanField(
        label=_(
            "My colleague has read this and agrees that the data is used for taking "
            "part in this conference"
        ),
        error_messages={
            "required": _("Ask your colleague first, then tick this box"),
        },
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            # The browser would offer the holder's own name and number.
            if "autocomplete" in field.widget.attrs:
                field.widget.attrs["autocomplete"] = "off"

    def agreed(self) -> Agreed:
        only = frozenset({consents.REQUIRED})
        return Agreed(consents.CURRENT, only, asked=only)


class ConsentsForm(ReaderForm):
    """What may be given and taken back while one keeps the seat."""

    purposes = forms.MultipleChoiceField(
        label=_("What you have agreed to"),
        help_text=_("Untick what you take back. You keep your seat."),
        required=False,
        choices=[(p, consents.current().labels[p]) for p in consents.OPTIONAL],
        widget=forms.CheckboxSelectMultiple,
    )


class ResendForm(ReaderForm):
    """To whose stored addresses tickets are sent again."""

    prefix = "lai"
    short: ClassVar[tuple[str, ...]] = ("phone",)

    phone = forms.CharField(
        label=pgettext_lazy("form", "Telephone"),
        help_text=_("The number you registered with."),
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
    )

    def clean_phone(self) -> str:
        """In E.164. What is no number is said, or its owner waits for a letter in vain:
        that tells nobody who has registered.
        """
        return read_phone(self.cleaned_data["phone"]).e164


class LookupForm(ResendForm):
    heading_when_refused = _("The ticket was not opened")
    prefix = None
    short: ClassVar[tuple[str, ...]] = ("phone", "code")

    code = forms.CharField(
        label=_("Code of the ticket"),
        help_text=_("Six letters and digits, under the picture to scan."),
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters"}
        ),
    )

    def clean_code(self) -> str:
        letters = filter(str.isalnum, self.cleaned_data["code"])
        return "".join(letters).upper()[:12]
