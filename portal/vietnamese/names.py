"""Names as typed into one field, "Họ và tên": tidied, never cut short."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from portal.vietnamese.legacy import detect_legacy
from portal.vietnamese.letters import nfc

MAX_NAME_LENGTH = 120


#: What a name has besides letters: Y-Liên, D’Arc, Tr., (minh họa).
_BETWEEN = frozenset(" -–'’.()")


class NameProblem(StrEnum):
    """Why a name cannot be kept as it is."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    LEGACY_ENCODING = "legacy_encoding"
    NOT_A_NAME = "not_a_name"


@dataclass(frozen=True, slots=True)
class CleanName:
    """The tidied name and what is wrong with it; `value` always holds all of it."""

    value: str
    problem: NameProblem | None = None


def tidy(text: str) -> str:
    """NFC, one plain space between words, nothing that prints no ink."""
    composed = nfc(text, plain_spaces=True)
    if not composed.isprintable():
        composed = "".join(c if c.isprintable() else " " for c in composed)
    return " ".join(composed.split())


def _is_one_name(value: str) -> bool:
    """Letters and what stands between them; neither digits, pictures nor two people."""
    if not any(map(str.isalpha, value)) or "và" in value.split():
        return False
    return all(
        sign.isalpha() or sign in _BETWEEN or unicodedata.category(sign) == "Mn"
        for sign in value
    )


def clean_name(text: str, max_length: int = MAX_NAME_LENGTH) -> CleanName:
    """Tidy a person's name and say why it is not one."""
    legacy = detect_legacy(text)
    value = tidy(text)
    if legacy:
        return CleanName(value, NameProblem.LEGACY_ENCODING)
    if not value:
        return CleanName(value, NameProblem.EMPTY)
    if len(value) > max_length:
        return CleanName(value, NameProblem.TOO_LONG)
    if not _is_one_name(value):
        return CleanName(value, NameProblem.NOT_A_NAME)
    return CleanName(value)


def with_capitals(name: str) -> str:
    """The name with the first letter of each word large; the others stay as typed.

    Only to be offered: some people write a part of their name small on purpose.
    """
    return " ".join(word[:1].upper() + word[1:] for word in tidy(name).split())


def superior_of(unit: str) -> str:
    """Above whose name a provincial office writes its own: "UBND tỉnh Lạng Sơn".

    Empty for a name that says no province.
    """
    found = re.search(r"\btỉnh\s+(.+)$", tidy(unit))
    return f"UBND tỉnh {found[1]}" if found else ""


def heads_of(unit: str) -> dict[str, str]:
    """The two lines above a paper on the left: who is above the unit, and the unit.

    "Sở Khoa học và Công nghệ tỉnh Lạng Sơn" stands below "UBND tỉnh Lạng Sơn" and
    leaves the province to that line, as Nghị định 30/2020/NĐ-CP, Phụ lục I, has it.
    """
    parent = superior_of(unit)
    own = tidy(unit)
    return {
        "parent": parent,
        "unit": own.partition(" tỉnh ")[0] if parent else own,
    }
