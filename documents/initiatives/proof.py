"""What an initiative has brought, measured: one figure leads, the rest follow. Pure."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from documents.initiatives.figures import Figure, figure, money_text, with_unit


class Benefit(Protocol):
    """A benefit as its row has it: numbers as measured, the amount in đồng."""

    kind: str
    what: str
    baseline: Decimal | None
    result: Decimal | None
    unit: str
    period: str
    amount: int | None
    method: str
    stated_by: str
    is_verified: bool
    evidence: object

    def get_kind_display(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Measure:
    """One benefit in words; `figure` draws it where a bar does not mislead."""

    what: str
    kind: str
    before: str
    after: str
    amount: str
    period: str
    method: str
    stated_by: str
    is_verified: bool
    evidence: object
    figure: Figure | None


@dataclass(frozen=True, slots=True)
class Proof:
    """The measure that leads a page, if any has a number, and the others in order."""

    lead: Measure | None
    others: tuple[Measure, ...]

    @property
    def all(self) -> tuple[Measure, ...]:
        """Every measure, the leading one first."""
        return self.others if self.lead is None else (self.lead, *self.others)


def proof_of(benefits: list[Benefit]) -> Proof:
    """The first measured before and after leads, else the first with a number."""
    measures = [_measure(row) for row in benefits]
    compared = (one for one in measures if one.before and one.after)
    numbered = (one for one in measures if one.after)
    lead = next(compared, None) or next(numbered, None)
    return Proof(lead, tuple(one for one in measures if one is not lead))


def _measure(row: Benefit) -> Measure:
    return Measure(
        what=row.what,
        kind=row.get_kind_display(),
        before=_valued(row.baseline, row.unit),
        after=_valued(row.result, row.unit),
        amount=money_text(row.amount),
        period=row.period,
        method=row.method,
        stated_by=row.stated_by,
        is_verified=row.is_verified,
        evidence=row.evidence,
        figure=_figure(row),
    )


def _figure(row: Benefit) -> Figure | None:
    if row.baseline is None or row.result is None:
        return None
    return figure(row.what, row.baseline, row.result, row.unit)


def _valued(value: Decimal | None, unit: str) -> str:
    return "" if value is None else with_unit(value, unit)
