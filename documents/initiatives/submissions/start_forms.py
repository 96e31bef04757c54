"""The forms before and after the parts: begin, have the link sent, send it in."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from documents.initiatives.submissions.files import LARGEST
from portal import guard
from portal.forms.chosen_files import ChosenFileField
from portal.forms.mail_fields import MailField

_ACTION = "submission"
_BAD_MAIL = _("Write one e-mail address, as in ten@donvi.vn, or leave this empty.")


def _email(**options) -> MailField:
    return MailField(
        label=pgettext_lazy("form", "E-mail"),
        error_messages={"invalid": _BAD_MAIL},
        **options,
    )


class StartForm(guard.GuardedForm):
    guard_action = _ACTION

    email = _email(
        help_text=_("The link to go on writing is sent there. You may leave it empty."),
        required=False,
    )


class LinkForm(guard.GuardedForm):
    guard_action = _ACTION

    email = _email(help_text=_("The link to go on writing is sent there."))


class LostLinkForm(guard.GuardedForm):
    guard_action = _ACTION

    email = _email(help_text=_("The one that the proposal names."))


class SendForm(guard.GuardedForm):
    guard_action = _ACTION

    is_true = forms.BooleanField(
        label=_(
            "What is written here is true, and every author knows that it is sent in"
        ),
        error_messages={"required": _("Tick this box to send the proposal")},
    )


class FileForm(guard.GuardedForm):
    guard_action = _ACTION

    file = ChosenFileField(
        most_bytes=LARGEST,
        label=_("File"),
        help_text=_("PDF, Word, Excel, PowerPoint, JPG or PNG."),
        max_length=255,
        error_messages={"empty": _("The file is empty. Choose it again.")},
    )
