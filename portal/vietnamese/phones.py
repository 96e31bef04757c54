"""Vietnamese telephone numbers as people write them, and what was done to read them."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

import phonenumbers

from portal.vietnamese.letters import ZERO_WIDTH

COUNTRY = "84"

# The four digits of 11-digit mobile numbers, and the three that replaced them in 2018.
OLD_MOBILE_PREFIXES = {
    "0120": "070", "0121": "079", "0122": "077", "0126": "076", "0128": "078",
    "0123": "083", "0124": "084", "0125": "085", "0127": "081", "0129": "082",
    "0162": "032", "0163": "033", "0164": "034", "0165": "035", "0166": "036",
    "0167": "037", "0168": "038", "0169": "039",
    "0186": "056", "0188": "058", "0199": "059",
}  # fmt: skip

_MOBILE = re.compile(r"0[35789]\d{8}")
_LANDLINE = re.compile(r"02\d{9}")
_NUMBER_CELL = re.compile(r"(\d+)[.,]0")
_OTHER_THAN_DIGITS = re.compile(r"[\s().\-\u2010-\u2015\u2212·/]+")
_BETWEEN_NUMBERS = re.compile(r"[/;,\n]|\s-\s|hoặc|và")
_MAX_LENGTH = 60


class PhoneChange(StrEnum):
    """What was done to the digits as typed."""

    ZERO_RESTORED = "zero_restored"
    OLD_PREFIX_REPLACED = "old_prefix_replaced"


class PhoneProblem(StrEnum):
    EMPTY = "empty"
    NOT_DIGITS = "not_digits"
    SEVERAL = "several"
    WRONG_LENGTH = "wrong_length"
    UNKNOWN_PREFIX = "unknown_prefix"


@dataclass(frozen=True, slots=True)
class Phone:
    """A reading of what was typed: either `e164` and `display`, or a `problem`."""

    typed: str
    e164: str = ""
    display: str = ""
    changes: tuple[PhoneChange, ...] = ()
    problem: PhoneProblem | None = None


def parse_phone(typed: str | int | float | None) -> Phone:
    """Read one number, Vietnamese unless it starts with + and another country.

    A spreadsheet cell may arrive as a number: 912345678 gets its zero back, and
    `changes` says so.
    """
    shown = _as_typed(typed)
    text = _plain(shown)
    if not text:
        return Phone(shown, problem=PhoneProblem.EMPTY)
    if len(text) > _MAX_LENGTH:
        is_number = any(map(str.isdecimal, text))
        problem = PhoneProblem.WRONG_LENGTH if is_number else PhoneProblem.NOT_DIGITS
        return Phone(shown, problem=problem)
    phone = _read(shown, text)
    parts = [part for part in _BETWEEN_NUMBERS.split(text) if part.strip()]
    if phone.problem and len(parts) > 1 and all(_read(p, p).e164 for p in parts):
        return Phone(shown, problem=PhoneProblem.SEVERAL)
    return phone


def display_phone(e164: str) -> str:
    """`0912 345 678` for a stored +84912345678; another country's with its code."""
    if not e164.startswith(f"+{COUNTRY}"):
        return _foreign("", e164).display or e164
    national = "0" + e164.removeprefix(f"+{COUNTRY}")
    if len(national) == 11:
        return f"{national[:4]} {national[4:8]} {national[8:]}"
    return f"{national[:4]} {national[4:7]} {national[7:]}"


def _as_typed(typed: str | int | float | None) -> str:
    if typed is None:
        return ""
    if isinstance(typed, float) and typed.is_integer():
        return str(int(typed))
    return str(typed)


def _plain(text: str) -> str:
    """ASCII digits whatever the keyboard, no invisible characters."""
    visible = "".join(char for char in text if char not in ZERO_WIDTH)
    return unicodedata.normalize("NFKC", visible).strip()


def _read(shown: str, text: str) -> Phone:
    if cell := _NUMBER_CELL.fullmatch(text):
        text = cell[1]
    digits = _OTHER_THAN_DIGITS.sub("", text)
    if digits.startswith("+") and not digits.startswith(f"+{COUNTRY}"):
        return _foreign(shown, digits)
    digits = digits.removeprefix("+")
    if not (digits.isascii() and digits.isdecimal()):
        return Phone(shown, problem=PhoneProblem.NOT_DIGITS)
    return _vietnamese(shown, digits)


def _vietnamese(shown: str, digits: str) -> Phone:
    changes: list[PhoneChange] = []
    national = _national(digits)
    if not national.startswith("0"):
        national = "0" + national
        changes.append(PhoneChange.ZERO_RESTORED)
    if len(national) == 11 and national[:4] in OLD_MOBILE_PREFIXES:
        national = OLD_MOBILE_PREFIXES[national[:4]] + national[4:]
        changes.append(PhoneChange.OLD_PREFIX_REPLACED)
    if not (_MOBILE.fullmatch(national) or _LANDLINE.fullmatch(national)):
        length = 11 if national.startswith("02") else 10
        right_length = len(national) == length
        problem = (
            PhoneProblem.UNKNOWN_PREFIX if right_length else PhoneProblem.WRONG_LENGTH
        )
        return Phone(shown, problem=problem)
    e164 = f"+{COUNTRY}{national[1:]}"
    return Phone(shown, e164, display_phone(e164), tuple(changes))


def _national(digits: str) -> str:
    """Without the country code, with the 0 that stands in for it.

    Nine digits starting with 84 are a Vinaphone number that lost its zero.
    """
    if digits.startswith("00" + COUNTRY):
        digits = digits.removeprefix("00")
    if digits.startswith(COUNTRY) and len(digits) > 10:
        return "0" + digits.removeprefix(COUNTRY).removeprefix("0")
    return digits


def _foreign(shown: str, digits: str) -> Phone:
    if not digits.removeprefix("+").isdecimal():
        return Phone(shown, problem=PhoneProblem.NOT_DIGITS)
    unknown = Phone(shown, problem=PhoneProblem.UNKNOWN_PREFIX)
    try:
        number = phonenumbers.parse(digits)
    except phonenumbers.NumberParseException:
        return unknown
    if not phonenumbers.is_valid_number(number):
        return unknown
    style = phonenumbers.PhoneNumberFormat
    e164 = phonenumbers.format_number(number, style.E164)
    return Phone(shown, e164, phonenumbers.format_number(number, style.INTERNATIONAL))
