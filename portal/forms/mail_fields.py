"""Fields for an e-mail address: a slip in it is asked about once, nothing is forced."""

from django import forms
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from portal.forms.fields import whole
from portal.forms.mail_addresses import meant
from portal.forms.people import LONGEST_ADDRESS
from portal.vietnamese import tidy


class SentAddress(str):
    """What was typed, with the address that its author was `asked` about before."""

    __slots__ = ("asked",)
    asked: str


class ContactInput(forms.TextInput):
    """An address with a slip carries along that its author has been asked about it.

    Its value may be a telephone number instead.
    """

    def value_from_datadict(self, data, files, name: str) -> SentAddress:
        sent = SentAddress(tidy(super().value_from_datadict(data, files, name) or ""))
        sent.asked = data.get(asked_name(name), "")
        return sent

    def render(self, name: str, value, attrs=None, renderer=None) -> SafeString:
        drawn = super().render(name, value, attrs, renderer)
        address = str(value or "").strip()
        if not meant(address):
            return drawn
        # Together safe: each was drawn by its template.
        return drawn + forms.HiddenInput().render(
            asked_name(name), address, renderer=renderer
        )


class MailInput(ContactInput):
    """The same, for an address alone."""

    input_type = "email"
    template_name = forms.EmailInput.template_name


class MailField(forms.EmailField):
    """One address; the browser offers the reader's own and cuts none short."""

    widget = MailInput

    def __init__(self, **options) -> None:
        super().__init__(**{"max_length": LONGEST_ADDRESS} | options)
        self.widget.attrs.setdefault("autocomplete", "email")
        whole(self)

    def clean(self, value) -> str:
        return asked_once(super().clean(value), value)


class ContactField(forms.CharField):
    """An address or a number; whether it is either, its form judges."""

    widget = ContactInput

    def clean(self, value) -> str:
        return asked_once(super().clean(value), value)


def asked_name(name: str) -> str:
    """What the field is called that says which address of `name` was asked about."""
    return f"{name}-asked"


def asked_once(address: str, sent: str | None) -> str:
    """The address; raises ValidationError for a slip that was not asked about yet.

    `sent` is what one of these inputs has read.
    """
    right = meant(address)
    if right and getattr(sent, "asked", "") != address:
        raise forms.ValidationError(slip_found(right))
    return address


def slip_found(right: str) -> str:
    """The question, and the two ways on."""
    return _(
        "Is “%(meant)s” meant? Correct the address, or press the button "
        "once more if it is right as it stands."
    ) % {"meant": right}
