"""What a stranger with a certificate in hand is answered."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils import timezone

from events.certificates.numbers import Number, is_plausible, masked
from events.enums import Purpose
from events.models import Certificate
from events.personal_data import consents


class Verdict(StrEnum):
    VALID = "valid"
    REVOKED = "revoked"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Answer:
    """`shown_name` is masked, and empty where it may not be shown; of a revoked
    certificate nobody's name is. `number` is what was asked for."""

    verdict: Verdict
    number: str
    certificate: Certificate | None = None
    shown_name: str = ""
    hours: int | None = None
    issued_on: date | None = None
    revoked_on: date | None = None
    reason: str = ""
    now_valid: str = ""


def by_number(number: Number) -> Answer:
    """The answer to a typed number: named only with the consent to be looked up."""
    found = None
    if is_plausible(number):
        rows = _rows().filter(year=number.year, running=number.running)
        found = rows.first()
    if found is None:
        return Answer(Verdict.WRONG, str(number))
    agreed = consents.agreed_now(found.registration).get(Purpose.CERTIFICATE)
    return _answer(found, may_name=bool(agreed and agreed.given))


def by_code(code: str) -> Answer | None:
    """The answer to the secret printed on the paper; None where it is nobody's.

    Whoever has the paper has read the name.
    """
    found = _rows().filter(code=code).first()
    return _answer(found, may_name=True) if found else None


def _rows():
    return Certificate.objects.select_related(
        "registration__event", "printed", "replaced_by"
    ).defer("registration__event__body")


def _answer(found: Certificate, *, may_name: bool) -> Answer:
    if found.revoked_at:
        return Answer(
            Verdict.REVOKED,
            found.number,
            found,
            revoked_on=timezone.localdate(found.revoked_at),
            reason=str(found.get_reason_display()),
            now_valid=_now_valid(found),
        )
    return Answer(
        Verdict.VALID,
        found.number,
        found,
        shown_name=masked(found.name) if may_name else "",
        hours=found.printed.hours,
        issued_on=found.printed.signed_on,
    )


def _now_valid(found: Certificate) -> str:
    """The number that stands for it, through however many were issued anew."""
    seen = {found.pk}
    while (found := found.replaced_by) and found.pk not in seen:
        if found.is_valid:
            return found.number
        seen.add(found.pk)
    return ""
