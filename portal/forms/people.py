"""Names, telephone numbers and words that people type: read, or told the way out."""

import re

from django import forms
from django.core.validators import EmailValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from portal.vietnamese import (
    NameProblem,
    Phone,
    PhoneProblem,
    clean_name,
    detect_legacy,
    parse_phone,
    tidy,
)
from portal.vietnamese.names import MAX_NAME_LENGTH
from portal.vietnamese.personal_numbers import NumberKind, personal_numbers

LONGEST_ADDRESS = 254
_GAPS = re.compile(r"\n{3,}")
LEGACY = gettext_lazy(
    "This was typed in an old code (TCVN3 or VNI), which cannot be read here. Set the "
    "typing program to Unicode and type it again."
)
_NAMES = {
    NameProblem.EMPTY: gettext_lazy("Write the full name."),
    NameProblem.LEGACY_ENCODING: LEGACY,
    NameProblem.NOT_A_NAME: gettext_lazy(
        "Write one person's full name: letters only, no digits and no other signs."
    ),
}
_PHONES = {
    PhoneProblem.EMPTY: gettext_lazy("Write a telephone number."),
    PhoneProblem.NOT_DIGITS: gettext_lazy(
        "A telephone number has digits only. Example: 0912 345 678"
    ),
    PhoneProblem.SEVERAL: gettext_lazy("Write one telephone number only."),
    PhoneProblem.UNKNOWN_PREFIX: gettext_lazy(
        "No telephone number in Vietnam starts like this. Please check it. "
        "Example: 0912 345 678"
    ),
}


_PUBLISHED = {
    NumberKind.PHONE: gettext_lazy(
        "“%(it)s” looks like a telephone number. Everybody reads this: write it where "
        "you are asked how to reach you."
    ),
    NumberKind.IDENTITY: gettext_lazy(
        "“%(it)s” looks like the number of an identity card. Everybody reads this: "
        "remove it."
    ),
    NumberKind.ACCOUNT: gettext_lazy(
        "“%(it)s” looks like the number of a bank account. Everybody reads this: "
        "remove it."
    ),
}


def read_name(typed: str) -> str:
    """The name as it is kept; raises ValidationError for what is none."""
    found = clean_name(typed)
    if found.problem:
        raise forms.ValidationError(name_problem(found.problem, found.value))
    return found.value


def read_contact(typed: str) -> str:
    """An e-mail address, or a number in E.164: where somebody is answered.

    Raises ValidationError for what is neither.
    """
    if "@" not in typed and any(sign.isdigit() for sign in typed):
        return read_phone(typed).e164
    bad = gettext_lazy("Write one e-mail address, as in ten@donvi.vn, or a number.")
    EmailValidator(message=bad)(typed)
    if len(typed) > LONGEST_ADDRESS:
        raise forms.ValidationError(bad)
    return typed


def read_phone(typed: str) -> Phone:
    """The number, in E.164 and as shown; raises ValidationError for what is none."""
    phone = parse_phone(typed)
    if phone.problem:
        raise forms.ValidationError(phone_problem(phone))
    return phone


def read_words(typed: str, *, most: int, empty: str) -> str:
    """Tidied words that fit their column; raises ValidationError, `empty` if none."""
    return _fitting(typed, tidy(typed), most, empty)


def read_text(typed: str, *, most: int, empty: str) -> str:
    """The same of several lines; more than one empty line between them is one."""
    text = "\n".join(map(tidy, typed.splitlines()))
    return _fitting(typed, _GAPS.sub("\n\n", text).strip(), most, empty)


def without_personal_numbers(text: str) -> str:
    """The text itself; raises ValidationError where a telephone, an identity card or
    an account stands in what everybody is going to read.
    """
    for number in personal_numbers(text):
        raise forms.ValidationError(_PUBLISHED[number.kind] % {"it": number.written})
    return text


def _fitting(typed: str, value: str, most: int, empty: str) -> str:
    if detect_legacy(typed):
        raise forms.ValidationError(LEGACY)
    if len(value) > most:
        raise forms.ValidationError(too_long(value, most))
    if typed and not value:
        raise forms.ValidationError(empty)
    return value


def name_problem(problem: NameProblem, value: str) -> str:
    if problem == NameProblem.TOO_LONG:
        return too_long(value, MAX_NAME_LENGTH)
    return str(_NAMES[problem])


def too_long(value: str, most: int) -> str:
    return _("This has %(length)d characters; there is room for %(most)d.") % {
        "length": len(value),
        "most": most,
    }


def phone_problem(phone: Phone) -> str:
    if phone.problem == PhoneProblem.WRONG_LENGTH:
        digits = sum(map(str.isdecimal, phone.typed))
        return ngettext(
            "A mobile number has 10 digits; this has %(digits)d. Example: 0912 345 678",
            "A mobile number has 10 digits; this has %(digits)d. Example: 0912 345 678",
            digits,
        ) % {"digits": digits}
    return str(_PHONES[phone.problem])
