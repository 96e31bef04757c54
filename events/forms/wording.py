"""What a form says about details it cannot take: each names the way out."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from events.duplicates import Resemblance
from portal.vietnamese import NameProblem, Phone, PhoneProblem
from portal.vietnamese.names import MAX_NAME_LENGTH

LEGACY = gettext_lazy(
    "This was typed in an old code (TCVN3 or VNI), which cannot be read here. Set the "
    "typing program to Unicode and type it again."
)
RESEMBLANCES = {
    Resemblance.SAME_PHONE: gettext_lazy(
        "Somebody with another name has registered for this conference with this "
        "telephone number. If that is right, as where one person registers several, "
        "tick the box below."
    ),
    Resemblance.SAME_NAME: gettext_lazy(
        "Somebody of this name and organisation has registered for this conference "
        "with another telephone number. If that is somebody else, tick the box below."
    ),
}
_NAMES = {
    NameProblem.EMPTY: gettext_lazy("Write the full name."),
    NameProblem.LEGACY_ENCODING: LEGACY,
    NameProblem.NOT_A_NAME: gettext_lazy("A full name is made of letters, no digits."),
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
