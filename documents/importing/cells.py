"""What single cells of a table of acts may hold, as their values."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

from documents.law.symbols import parse_symbol
from documents.models import Issuer, RegulationPage
from portal.tabular import CellProblem, as_text, parse_choice, parse_text
from portal.vietnamese import nfc

LONGEST_TEXT = 5_000_000
_NO_NUMBER = _("This is not the number of an act. Write it as 36/2018/QĐ-UBND.")


def symbol(value: Any) -> str:
    text = parse_text(value, max_length=80)
    if parse_symbol(text) is None:
        raise CellProblem("told", message=_NO_NUMBER)
    return text


def words(field: str = "symbol_as_printed") -> Callable[[Any], str]:
    longest = RegulationPage._meta.get_field(field).max_length
    return partial(parse_text, max_length=longest)


def each_issuer(choices: dict[str, Issuer]) -> Callable[[Any], tuple[Issuer, ...]]:
    """Reads issuers divided by semicolons, the leading one first."""

    def parse(value: Any) -> tuple[Issuer, ...]:
        names = [name for name in parse_text(value).split(";") if name.strip()]
        if not names:
            raise CellProblem("required")
        found = [parse_choice(name, choices) for name in names]
        for place, issuer in enumerate(found):
            if issuer in found[:place]:
                message = _("%(issuer)s is named twice.") % {"issuer": issuer.name}
                raise CellProblem("told", message=message)
        return tuple(found)

    return parse


def one_an_issuer(field: str) -> Callable[[Any], tuple[str, ...]]:
    """Reads words divided by semicolons; a place left empty is nobody known."""
    one = words(field)

    def parse(value: Any) -> tuple[str, ...]:
        parts = (part.strip() for part in parse_text(value).rstrip("; ").split(";"))
        return tuple(one(part) if part else "" for part in parts)

    return parse


def lines(value: Any) -> str:
    return parse_text(value, max_length=20_000, multiline=True)


def full_text(value: Any) -> str:
    """Kept as it stands: tables in plain text live by their spaces."""
    text = nfc(as_text(value).replace("\r\n", "\n").replace("\r", "\n"))
    if len(text) > LONGEST_TEXT:
        raise CellProblem("too_long", limit=LONGEST_TEXT, length=len(text))
    return f"{text.strip()}\n"


def audiences(value: Any) -> str:
    groups = lines(value).replace(";", "\n").splitlines()
    return "\n".join(group.strip() for group in groups if group.strip())


def url(value: Any) -> str:
    text = parse_text(value, max_length=500)
    try:
        URLValidator(schemes=["http", "https"])(text)
    except ValidationError as error:
        raise CellProblem("not_a_url") from error
    return text
