"""Fields for what readers type, which no browser cuts short or refuses for us."""

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.forms.people import read_name, read_phone, read_text, read_words

_FORMATS = ["%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d"]


def whole(field: forms.CharField) -> forms.CharField:
    """Without `maxlength`: a browser would cut what is pasted and say nothing."""
    field.widget.attrs.pop("maxlength", None)
    return field


def day_field(**options) -> forms.DateField:
    """A day as people write it: 25/01/2030."""
    options["help_text"] = options.get("help_text") or _("Example: 25/01/2030")
    return forms.DateField(
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        input_formats=_FORMATS,
        error_messages={"invalid": _("Write a day as in 25/01/2030.")},
        **options,
    )


class LineField(forms.CharField):
    """One line of words, tidied; `most` characters of it find room."""

    def __init__(self, *, most: int, **options) -> None:
        super().__init__(**options)
        self.most = most

    def clean(self, value) -> str:
        typed = super().clean(value)
        return read_words(typed, most=self.most, empty=self.error_messages["required"])


class ParagraphsField(LineField):
    """The same in several lines, which stay apart."""

    def __init__(self, *, rows: int = 4, **options) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **options)

    def clean(self, value) -> str:
        typed = forms.CharField.clean(self, value)
        return read_text(typed, most=self.most, empty=self.error_messages["required"])


class NameField(forms.CharField):
    """A person's name."""

    widget = forms.TextInput(attrs={"autocomplete": "name"})

    def clean(self, value) -> str:
        typed = super().clean(value)
        return read_name(typed) if typed else ""


class PhoneField(forms.CharField):
    """A telephone number of Vietnam, as people write it; its value is as shown."""

    widget = forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"})

    def clean(self, value) -> str:
        typed = super().clean(value)
        return read_phone(typed).display if typed else ""
