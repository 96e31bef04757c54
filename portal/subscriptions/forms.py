"""The address that letters about news go to."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext_lazy as _

from portal import guard
from portal.forms.mail_fields import MailField


class SubscriptionForm(guard.GuardedForm):
    """`choices` are keys with their words; without any the page itself is followed."""

    guard_action = "follow"

    what = forms.MultipleChoiceField(
        label=_("What do you want to follow?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Tick at least one.")},
    )
    email = MailField(
        label=_("Your e-mail address"),
        help_text=_("A letter with a button to confirm goes there first."),
        error_messages={
            "required": _("Write the address the letters are to go to."),
            "invalid": _("Write the address like this: ten@example.vn"),
        },
    )
    consent = forms.BooleanField(
        label=_("The portal may keep this address to tell me of changes"),
        help_text=_("For nothing else. It is deleted as soon as you stop."),
        error_messages={"required": _("Tick the box: without it we cannot write.")},
    )

    def __init__(
        self, *args, choices: Sequence[tuple[str, str]] = (), **kwargs
    ) -> None:
        super().__init__(*args, **kwargs)
        if choices:
            self.fields["what"].choices = choices
        else:
            del self.fields["what"]
