"""The forms on the way into the admin."""

from datetime import datetime

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.auth import LoginForm as WagtailLoginForm
from wagtail.admin.forms.auth import PasswordResetForm as WagtailPasswordResetForm

from portal.guard import TooMany
from portal.sign_in import limits, passkeys


class LoginForm(WagtailLoginForm):
    """Wagtail's sign-in form, with a label on every field and limits of our own."""

    def __init__(self, request=None, *args, now: datetime, **kwargs) -> None:
        super().__init__(request, *args, **kwargs)
        self.fields["password"].label = _("Password")
        self._now = now
        #: Set when the limit was reached; nothing was tried then.
        self.flood: TooMany | None = None

    def clean(self) -> dict:
        username = self.cleaned_data.get("username", "")
        try:
            limits.check_password(self.request, username, self._now)
        except TooMany as flood:
            self.flood = flood
            raise ValidationError(limits.refusal(flood)) from flood
        try:
            return super().clean()
        except ValidationError:
            limits.wrong_password(self.request, username, self._now)
            raise


class PasswordResetForm(WagtailPasswordResetForm):
    """Sends few letters in an hour to one address, and says the same either way."""

    def save(self, *args, request=None, **kwargs) -> None:
        # Django calls it: no time comes along.
        now = timezone.now()
        if request and limits.may_reset(request, self.cleaned_data["email"], now):
            super().save(*args, request=request, **kwargs)


class CodeForm(forms.Form):
    """A code of the phone's, a recovery code, or what a passkey has signed."""

    code = forms.CharField(
        label=_("The six digits on your phone, or a recovery code"),
        max_length=40,
        required=False,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "autofocus": "", "size": 16}
        ),
    )
    answer = forms.CharField(
        max_length=passkeys.LONGEST_ANSWER, required=False, widget=forms.HiddenInput()
    )
    asked = forms.CharField(max_length=1000, required=False, widget=forms.HiddenInput())

    def clean(self) -> dict:
        given = super().clean() or self.cleaned_data
        if not (given.get("code") or given.get("answer")):
            code = self.fields["code"]
            self.add_error("code", code.error_messages["required"])
        return given


class PasskeyForm(forms.Form):
    """A new passkey: what its owner calls it, and what the browser has made."""

    name = forms.CharField(
        label=_("Name of the key"),
        help_text=_("So that you know it again: my phone, the office computer."),
        max_length=60,
        required=False,
    )
    answer = forms.CharField(
        max_length=passkeys.LONGEST_ANSWER, widget=forms.HiddenInput()
    )
    asked = forms.CharField(max_length=1000, widget=forms.HiddenInput())


class PhoneForm(forms.Form):
    """The first code of a new phone; `key` is the secret, signed."""

    key = forms.CharField(widget=forms.HiddenInput())
    code = forms.CharField(
        label=_("The six digits that the phone shows"),
        max_length=20,
        widget=forms.TextInput(
            attrs={
                "autocomplete": "one-time-code",
                "inputmode": "numeric",
                "size": 10,
            }
        ),
    )
