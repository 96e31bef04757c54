"""Who comes, as every form of the attendee's side asks it."""

from typing import ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from events.enums import Audience
from events.models import EventPage, Registration
from events.models.attendees import Attendee
from events.registration.duplicates import Resemblance, resemblance
from events.registration.forms.capitals import CapitalsMixin
from events.registration.forms.questions import (
    answers_again,
    answers_in,
    names_of_words,
    question_fields,
)
from portal.forms.agencies import Agencies
from portal.forms.kept_numbers import KeptNumbersForm
from portal.forms.mail_fields import MailField
from portal.forms.people import read_name, read_phone, read_words
from portal.forms.reader import Hinted
from portal.vietnamese import PhoneChange

AGENCY_LIST = "cac-don-vi"
_BAD_MAIL = _("Write one e-mail address, as in ten@donvi.vn, or leave this empty.")
_RESEMBLANCES = {
    Resemblance.SAME_PHONE: _(
        "Somebody with another name has registered for this conference with this "
        "telephone number. If that is right, as where one person registers several, "
        "tick the box below."
    ),
    Resemblance.SAME_NAME: _(
        "Somebody of this name and organisation has registered for this conference "
        "with another telephone number. If that is somebody else, tick the box below."
    ),
}
_GROUPS = [
    (Audience.OFFICIAL, Hinted(Audience.OFFICIAL.label, "")),
    (
        Audience.PUBLIC_EMPLOYEE,
        Hinted(
            Audience.PUBLIC_EMPLOYEE.label, _("for example teachers, medical staff")
        ),
    ),
    (Audience.WORKER, Hinted(Audience.WORKER.label, "")),
    (
        Audience.CADRE,
        Hinted(Audience.CADRE.label, _("elected or appointed for a term")),
    ),
    (Audience.OTHER, Hinted(Audience.OTHER.label, "")),
]


class DetailsForm(CapitalsMixin, KeptNumbersForm):
    """Seven fields and the organiser's questions; `attendee()` once it is valid."""

    short: ClassVar[tuple[str, ...]] = ("phone",)
    #: Whether somebody alike is asked about: only of who may know who is registered.
    warns: ClassVar[bool] = False

    name = forms.CharField(
        label=_("Full name"),
        help_text=_("As it is to stand on the ticket and the attendance list."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    phone = forms.CharField(
        label=pgettext_lazy("form", "Telephone"),
        help_text=_("With it and the code of the ticket you find the ticket again."),
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
    )
    organisation = forms.CharField(
        label=pgettext_lazy("form", "Organisation"),
        help_text=_("Type a few letters and choose, or write the name in full."),
        widget=forms.TextInput(
            attrs={"autocomplete": "organization", "list": AGENCY_LIST}
        ),
    )
    position = forms.CharField(
        label=pgettext_lazy("form", "Position"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "organization-title"}),
    )
    audience = forms.ChoiceField(
        label=pgettext_lazy("form", "Group"), choices=_GROUPS, widget=forms.RadioSelect
    )
    email = MailField(
        label=pgettext_lazy("form", "E-mail"),
        help_text=_("For a copy of the ticket and a reminder."),
        required=False,
        error_messages={"invalid": _BAD_MAIL},
    )
    note = forms.CharField(
        label=pgettext_lazy("form", "Note"),
        help_text=_("What would help you take part, such as a seat near the screen."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    anyway = forms.BooleanField(
        label=_("Register all the same: this is another person"), required=False
    )

    def __init__(
        self, *args, event: EventPage, current: Registration | None = None, **kwargs
    ) -> None:
        self.event = event
        self.current = current
        self.agencies = Agencies(event.starts_on)
        self.resembles: Resemblance | None = None
        asked = event.get_questions()
        questions = question_fields(asked)
        self.question_names = list(questions)
        self.numbers_in = (*names_of_words(asked), "note")
        self.base_fields = {**self.base_fields, **questions}
        super().__init__(*args, **kwargs)
        self.offer_capitals(current.name if current else "")

    @property
    def questions(self) -> list[forms.BoundField]:
        return [self[name] for name in self.question_names]

    @property
    def asks_anyway(self) -> bool:
        """Whether there is a doubt to confirm; nobody else sees the box."""
        asked = self.resembles is not None or bool(self.data.get("anyway"))
        return self.warns and asked

    def clean_name(self) -> str:
        return self.as_meant(read_name(self.cleaned_data["name"]))

    def clean_phone(self) -> str:
        self.read_phone = read_phone(self.cleaned_data["phone"])
        return self.read_phone.e164

    @property
    def has_old_number(self) -> bool:
        return PhoneChange.OLD_PREFIX_REPLACED in self.read_phone.changes

    def clean_organisation(self) -> str:
        return self._words("organisation", "organisation_name")

    def clean_position(self) -> str:
        return self._words("position", "position")

    def clean_note(self) -> str:
        return self._words("note", "note")

    def _words(self, field: str, column: str) -> str:
        """Tidied words that fit their column."""
        return read_words(
            self.cleaned_data[field],
            most=Registration._meta.get_field(column).max_length,
            empty=self.fields[field].error_messages["required"],
        )

    def clean(self) -> dict:
        cleaned = super().clean()
        if self.warns and not self.errors:
            besides = self.current.pk if self.current else None
            self.resembles = resemblance(
                self.event.pk, self.attendee(), besides=besides
            )
            if self.resembles and not cleaned["anyway"]:
                self.add_error("anyway", _RESEMBLANCES[self.resembles])
        return cleaned

    def attendee(self) -> Attendee:
        """The details as `seats` takes them; a managed agency by its own name."""
        given = self.cleaned_data
        agency = self.agencies.find(given["organisation"])
        return Attendee(
            name=given["name"],
            phone=given["phone"],
            organisation_name=agency.name if agency else given["organisation"],
            organisation_id=agency.pk if agency else None,
            email=given["email"],
            position=given["position"],
            audience=given["audience"],
            note=given["note"],
            answers=answers_in(given),
        )


def details_of(registration: Registration) -> dict:
    """The initial values with which a registration is corrected."""
    return {
        "name": registration.name,
        "phone": registration.phone_display,
        "organisation": registration.organisation_name,
        "position": registration.position,
        "audience": registration.audience,
        "email": registration.email,
        "note": registration.note,
        **answers_again(registration.answers),
    }
