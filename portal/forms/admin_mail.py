"""Addresses that officials type into the admin's forms: a slip is asked about once."""

from django.db import models
from django.forms import Field, Form
from wagtail.admin.forms.account import NameEmailForm
from wagtail.admin.forms.choosers import EmailLinkChooserForm
from wagtail.admin.forms.models import register_form_field_override
from wagtail.users.forms import UserCreationForm, UserEditForm

from portal.forms.mail_fields import MailField, MailInput

#: Wagtail's forms that name their field themselves.
_FORMS: tuple[tuple[type[Form], str], ...] = (
    (EmailLinkChooserForm, "email_address"),
    (NameEmailForm, "email"),
    (UserCreationForm, "email"),
    (UserEditForm, "email"),
)


def ask_about_slips() -> None:
    """Once, when the portal has started: on every page, setting, snippet and user."""
    register_form_field_override(
        models.EmailField, override={"form_class": MailField, "widget": _of_another()}
    )
    for form, name in _FORMS:
        form.base_fields[name] = _asking(form.base_fields[name])


def _asking(field: Field) -> MailField:
    return MailField(required=field.required, label=field.label, widget=_of_another())


def _of_another() -> MailInput:
    """The browser would offer the official's own address."""
    return MailInput(attrs={"autocomplete": "off"})
