"""Fields for what readers type, which no browser cuts short or refuses for us."""

import re
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from portal.forms.people import (
    read_name,
    read_phone,
    read_text,
    read_words,
    without_personal_numbers,
)

_MONEY = re.compile(r"(?i)đồng|đ|vnđ|vnd|₫")
_THOUSANDS = re.compile(r"-?\d{1,3}(\.\d{3})+(,\d+)?")
_FORMATS = ["%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d"]


def form_key(typed: str) -> UUID:
    """The key an empty form was made with; nonsense makes a new one."""
    try:
        return UUID(typed)
    except ValueError:
        return uuid4()


def whole(field: forms.CharField) -> forms.CharField:
    """Without `maxlength`: a browser would cut what is pasted and say nothing."""
    field.widget.attrs.pop("maxlength", None)
    return field


def unread_day(typed: str) -> str:
    """Says of what was typed that no day could be read in it."""
    return gettext(
        "“%(day)s” could not be read: write a day that exists, with the four"
        " digits of its year."
    ) % {"day": typed}


class DayField(forms.DateField):
    """A day as people write it: 25/01/2030."""

    widget = forms.TextInput
    most = 40

    def __init__(self, **options) -> None:
        options["help_text"] = options.get("help_text") or _("Example: 25/01/2030")
        super().__init__(input_formats=_FORMATS, **options)
        self.widget.attrs["inputmode"] = "numeric"

    def to_python(self, value):
        try:
            return super().to_python(value)
        except forms.ValidationError:
            said = unread_day(str(value).strip()[: self.most])
            raise forms.ValidationError(said, code="invalid") from None


def day_field(**options) -> forms.DateField:
    """A day that says what it could not read, and why."""
    return DayField(**options)


class LineField(forms.CharField):
    """One line of words, tidied; `most` characters of it find room.

    What is to be `published` has nobody's telephone or identity card in it.
    """

    def __init__(self, *, most: int, published: bool = False, **options) -> None:
        super().__init__(**options)
        self.most = most
        self.published = published

    def clean(self, value) -> str:
        typed, empty = super().clean(value), self.error_messages["required"]
        return self._shown(read_words(typed, most=self.most, empty=empty))

    def _shown(self, text: str) -> str:
        return without_personal_numbers(text) if self.published else text


class ParagraphsField(LineField):
    """The same in several lines, which stay apart."""

    def __init__(self, *, rows: int = 4, **options) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **options)

    def clean(self, value) -> str:
        typed = forms.CharField.clean(self, value)
        empty = self.error_messages["required"]
        return self._shown(read_text(typed, most=self.most, empty=empty))


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


class NumberField(forms.DecimalField):
    """A number as people write it: 33,5 or 1.500 or 1500."""

    widget = forms.TextInput(attrs={"inputmode": "decimal"})

    def __init__(self, **options) -> None:
        options.setdefault("error_messages", {})["invalid"] = _(
            "Write a number, in digits."
        )
        super().__init__(localize=False, **options)

    def to_python(self, value):
        return super().to_python(plain_number(str(value or "")))

    def widget_attrs(self, widget) -> dict:
        return {}


class MoneyField(NumberField):
    """An amount in đồng, without fractions."""

    def __init__(self, **options) -> None:
        super().__init__(max_digits=15, decimal_places=0, min_value=0, **options)

    def to_python(self, value):
        text = _MONEY.sub("", str(value or ""))
        return super().to_python(text)


def plain_number(text: str) -> str:
    """As Python reads it: without points between thousands, a point for the comma."""
    text = "".join(text.split())
    if _THOUSANDS.fullmatch(text):
        text = text.replace(".", "")
    return text.replace(",", ".")
