"""What readers send the library: a report of a mistake, an address to be told at."""

from django import forms
from django.utils.translation import gettext_lazy as _

from portal import guard


class ReportForm(guard.GuardedForm):
    guard_action = "act-report"
    short = ("provision",)

    provision = forms.CharField(
        label=_("Which article or clause"),
        help_text=_("For example: clause 2 of Article 5, or the date of issue."),
        max_length=200,
        required=False,
    )
    message = forms.CharField(
        label=_("What is wrong"),
        help_text=_("Where you can, say what the signed act has instead."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={
            "required": _("Write what is wrong."),
            "max_length": _("Shorten the text to at most 2,000 characters."),
        },
    )
    contact = forms.CharField(
        label=_("E-mail or telephone for an answer"),
        help_text=_("Only if you want an answer. It is erased when the matter is."),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "email"}),
    )


class FollowForm(guard.GuardedForm):
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
