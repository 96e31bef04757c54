"""The forms about certificates: the public one, and the organiser's."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from events.certificates.numbers import Number, parse_number
from events.enums import RevokeReason
from events.models import CertificateSettings

_LONGEST = 60


class CheckForm(forms.Form):
    """The number of a certificate, written in whatever way."""

    number = forms.CharField(
        label=_("Number of the certificate"),
        help_text=_("Four digits, a stroke, the year. For example: 0412/2026"),
        error_messages={"required": _("Type the number printed on the certificate.")},
        max_length=_LONGEST,
        widget=forms.TextInput(
            attrs={
                "class": "input",
                "autocomplete": "off",
                "inputmode": "text",
                "spellcheck": "false",
            }
        ),
    )

    def clean_number(self) -> Number:
        number = parse_number(self.cleaned_data["number"])
        if number is None:
            raise forms.ValidationError(
                _("Write four digits, a stroke and the year, as in 0412/2026.")
            )
        return number


class SettingsForm(forms.ModelForm):
    """Who signs, for how many hours, on which day."""

    class Meta:
        model = CertificateSettings
        fields = (
            "subject",
            "hours",
            "authority",
            "signer_title",
            "signer",
            "place",
            "signed_on",
        )
        widgets = {
            "subject": forms.Textarea(attrs={"rows": 2}),
            "signed_on": AdminDateInput(),
        }

    def clean_subject(self) -> str:
        """One line: it stands in the middle of a sentence."""
        return " ".join(self.cleaned_data["subject"].split())


class RevokeForm(forms.Form):
    """Why a certificate is taken back; the reason says whether another follows."""

    reason = forms.ChoiceField(
        label=_("Reason"),
        choices=RevokeReason.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose why.")},
    )

    def clean_reason(self) -> RevokeReason:
        return RevokeReason(self.cleaned_data["reason"])
