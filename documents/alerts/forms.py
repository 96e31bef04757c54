"""The address that letters about changes go to."""

from django import forms
from django.utils.translation import gettext_lazy as _

from portal import guard


class SubscriptionForm(guard.GuardedForm):
    guard_action = "act-follow"

    email = forms.EmailField(
        label=_("Your e-mail address"),
        help_text=_("A letter with a button to confirm goes there first."),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "inputmode": "email"}),
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
