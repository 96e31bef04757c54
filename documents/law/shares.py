"""What has to be true of an initiative's authors and days. Pure."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

WHOLE = Decimal(100)


def share_excess(shares: Iterable[Decimal]) -> Decimal:
    """How far the shares are from 100 percent; 0 too where there is no author."""
    found = list(shares)
    return sum(found, Decimal(0)) - WHOLE if found else Decimal(0)


def is_too_early(decided_on: date | None, first_applied_on: date | None) -> bool:
    """Only what has been applied or tried can be recognised."""
    if decided_on is None or first_applied_on is None:
        return False
    return decided_on < first_applied_on
