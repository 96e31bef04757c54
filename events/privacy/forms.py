"""The request as people write it, and as the office answers it."""

from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy
from wagtail.admin.widgets import AdminDateInput

from events.enums import RequestKind
from events.privacy.clock import CLOSING
from events.privacy.requests import RequestDetails
from portal import guard
from portal.forms.fields import form_key, whole
from portal.forms.mail_fields import ContactField
from portal.forms.people import LEGACY, name_problem, read_contact
from portal.forms.reader import Hinted, ReaderForm
from portal.vietnamese import clean_name, detect_legacy, nfc

OLDEST = timedelta(days=31)

_KINDS = [
    (
        RequestKind.SEE,
        Hinted(RequestKind.SEE.label, _("You get a copy of all of it.")),
    ),
    (RequestKind.CORRECT, Hinted(RequestKind.CORRECT.label, "")),
    (
        RequestKind.WITHDRAW,
        Hinted(
            RequestKind.WITHDRAW.label,
            _("for example to photos, or to invitations to later conferences"),
        ),
    ),
    (
        RequestKind.DELETE,
        Hinted(
            RequestKind.DELETE.label,
            _("A seat at a conference to come is given back with it."),
        ),
    ),
    (RequestKind.OBJECT, Hinted(RequestKind.OBJECT.label, "")),
]


class RequestForm(ReaderForm):
    kind = forms.ChoiceField(
        label=_("What you want"),
        choices=_KINDS,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what you want.")},
    )
    name = forms.CharField(
        label=_("Full name"),
        help_text=_(
            "As you gave it when you registered or asked. Whoever only gets news by "
            "e-mail leaves it empty."
        ),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    contact = ContactField(
        label=_("Telephone or e-mail"),
        help_text=_(
            "The one you registered or asked with, or at which you get news: there you "
            "are answered, and by it the office sees that it is you who asks."
        ),
    )
    about = whole(
        forms.CharField(
            label=_("What it is about"),
            help_text=_(
                "For example which conference or question, or what is wrong and how it "
                "should read. Do not write numbers of identity papers."
            ),
            required=False,
            max_length=2000,
            widget=forms.Textarea(attrs={"rows": 5}),
            error_messages={
                "max_length": _("Shorten the text to at most 2,000 characters.")
            },
        )
    )

    def clean_name(self) -> str:
        """As it is written, or empty: not everybody has given the portal a name."""
        if not self.cleaned_data["name"]:
            return ""
        found = clean_name(self.cleaned_data["name"])
        if found.problem:
            raise forms.ValidationError(name_problem(found.problem, found.value))
        return found.value

    def clean_contact(self) -> str:
        """A number in E.164, or an address."""
        return read_contact(self.cleaned_data["contact"])

    def clean_about(self) -> str:
        typed = nfc(self.cleaned_data["about"]).strip()
        if detect_legacy(typed):
            raise forms.ValidationError(LEGACY)
        return typed

    def details(self) -> RequestDetails:
        given = self.cleaned_data
        return RequestDetails(
            RequestKind(given["kind"]), given["name"], given["contact"], given["about"]
        )


class PublicRequestForm(RequestForm, guard.GuardedForm):
    """Sent twice it is one request: the key is made with the empty form."""

    guard_action = "data-request"

    key = forms.CharField(required=False, initial=uuid4, widget=forms.HiddenInput)

    @property
    def request_key(self) -> UUID:
        return form_key(self.cleaned_data["key"])


class ReceivedRequestForm(RequestForm):
    """What somebody says on the telephone or writes in a letter."""

    received_on = forms.DateField(
        label=_("Day it came"),
        widget=AdminDateInput,
        help_text=_("The two working days count from the day after."),
    )

    def __init__(self, *args, now: datetime, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.now = now
        self.fields["received_on"].initial = timezone.localdate(now)
        self.fields["kind"].label = _("What is wanted")
        for name, field in self.fields.items():
            if name != "received_on":
                field.help_text = ""
            # The browser would offer the official's own name.
            field.widget.attrs["autocomplete"] = "off"

    def clean_received_on(self) -> date:
        day, today = self.cleaned_data["received_on"], timezone.localdate(self.now)
        if day > today:
            raise forms.ValidationError(_("This day is still to come."))
        if day < today - OLDEST:
            raise forms.ValidationError(_("This is more than a month ago."))
        return day

    @property
    def received_at(self) -> datetime:
        """Now, or the close of an earlier day: the clock counts whole days."""
        day = self.cleaned_data["received_on"]
        if day == timezone.localdate(self.now):
            return self.now
        return timezone.make_aware(datetime.combine(day, CLOSING))


class SearchForm(forms.Form):
    name = forms.CharField(label=_("Full name"), max_length=300, required=False)
    contact = forms.CharField(
        label=_("Telephone or e-mail"), max_length=254, required=False
    )

    def clean(self) -> dict:
        super().clean()
        if not self.errors and not any(self.cleaned_data.values()):
            raise forms.ValidationError(
                _("Write a name, a telephone number or an e-mail.")
            )
        return self.cleaned_data

    @property
    def by(self) -> str:
        """What somebody was looked for by, for the log: the kind, never the words."""
        contact = self.cleaned_data["contact"]
        if not contact:
            return pgettext("looked for by", "name")
        if "@" in contact:
            kind = pgettext("looked for by", "e-mail")
        else:
            kind = pgettext("looked for by", "telephone")
        if not self.cleaned_data["name"]:
            return kind
        return pgettext("looked for by", "name and %(contact)s") % {"contact": kind}


class AnswerForm(forms.Form):
    answer = forms.CharField(
        label=pgettext_lazy("data request", "What was done"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_(
            "For instance how you made sure who asked, what was handed over, corrected "
            "or erased, and how the person was told. Erased 90 days later."
        ),
        error_messages={"required": _("Write down what was done.")},
    )
