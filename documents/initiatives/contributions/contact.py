"""How whoever wrote can be reached: asked in one manner, kept apart from the rest."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from documents.initiatives.contributions import consent
from documents.models.contacts import Contact
from portal.forms.fields import NameField, PhoneField
from portal.forms.mail_fields import MailField
from portal.forms.reader import ReaderForm


@dataclass(frozen=True, slots=True)
class ContactDetails:
    """A person who wrote, and at least one way to them."""

    name: str
    email: str = ""
    phone: str = ""


class ContactForm(ReaderForm):
    """Name, e-mail or telephone, and the consent to use them."""

    short: ClassVar[tuple[str, ...]] = ("phone",)

    name = NameField(
        label=_("Your full name"),
        help_text=_("For the organiser alone; it is not published."),
    )
    email = MailField(
        label=pgettext_lazy("form", "E-mail"),
        required=False,
        error_messages={
            "invalid": _(
                "Write one e-mail address, as in ten@donvi.vn, or leave this empty."
            )
        },
    )
    phone = PhoneField(label=pgettext_lazy("form", "Telephone"), required=False)
    consent = forms.BooleanField(
        label=consent.current().labels[consent.CONTACT],
        error_messages={
            "required": _("Tick this box: without it nobody can ask you back")
        },
    )

    def clean(self) -> dict:
        cleaned = super().clean()
        ways = ("email", "phone")
        if not any(cleaned.get(way) or way in self.errors for way in ways):
            self.add_error("email", _("Write an e-mail address or a telephone number."))
        return cleaned

    def contact_details(self) -> ContactDetails:
        given = self.cleaned_data
        return ContactDetails(given["name"], given["email"], given["phone"])


def store_contact(
    model: type[Contact], details: ContactDetails, *, now: datetime, **owner
) -> Contact:
    """Store it beside the row it belongs to, with what was agreed to."""
    return model.objects.create(
        name=details.name,
        email=details.email,
        phone=details.phone,
        consent_version=consent.CURRENT,
        consented_at=now,
        **owner,
    )
