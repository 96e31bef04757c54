"""What readers send the library: a report of a mistake."""

from django import forms
from django.utils.translation import gettext_lazy as _

from portal import guard
from portal.forms.fields import whole
from portal.forms.mail_fields import ContactField, ContactInput
from portal.forms.people import read_contact


class ReportForm(guard.GuardedForm):
    guard_action = "act-report"
    short = ("provision",)

    provision = forms.CharField(
        label=_("Which article or clause"),
        help_text=_("For example: clause 2 of Article 5, or the date of issue."),
        max_length=200,
        required=False,
    )
    message = whole(
        forms.CharField(
            label=_("What is wrong"),
            help_text=_("Where you can, say what the signed act has instead."),
            max_length=2000,
            widget=forms.Textarea(attrs={"rows": 6}),
            error_messages={
                "required": _("Write what is wrong."),
                "max_length": _("Shorten the text to at most 2,000 characters."),
            },
        )
    )
    contact = ContactField(
        label=_("E-mail or telephone for an answer"),
        help_text=_("Only if you want an answer. It is erased when the matter is."),
        max_length=200,
        required=False,
        widget=ContactInput(attrs={"autocomplete": "email"}),
    )

    def clean_contact(self) -> str:
        """As it was typed: an address or a number at which somebody can be answered."""
        if typed := self.cleaned_data["contact"]:
            read_contact(typed)
        return typed
