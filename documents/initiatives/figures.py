"""Numbers in words and bars; the number always stands in text beside its bar. Pure."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext as _

_MILLION, _BILLION = 1_000_000, 1_000_000_000


def number_text(value: Decimal | int) -> str:
    """Grouped, without zeros that say nothing: 1.260 and 3,5."""
    value = Decimal(value)
    whole = value == value.to_integral_value()
    plain = value.to_integral_value() if whole else value.normalize()
    return number_format(plain, force_grouping=True)


def money_text(amount: int | None) -> str:
    """What it costs, as one says it: 0 đồng, 350.000 đồng, 1,5 triệu đồng."""
    if amount is None:
        return ""
    if amount >= _BILLION:
        return _("%(count)s billion VND") % {"count": _short(amount, _BILLION)}
    if amount >= _MILLION:
        return _("%(count)s million VND") % {"count": _short(amount, _MILLION)}
    return _("%(count)s VND") % {"count": number_text(amount)}


def _short(amount: int, unit: int) -> str:
    return number_text(round(Decimal(amount) / unit, 2))


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of a figure: how long of the full length, and the number in words."""

    value: Decimal
    total: Decimal
    text: str


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured, before and after, drawn to one scale."""

    what: str
    before: Bar
    after: Bar


def figure(what: str, before: Decimal, after: Decimal, unit: str) -> Figure | None:
    """Two bars to one scale; percents to 100. None where a bar would mislead.

    A bar starts at zero, so what is below zero has none and stands in the table only.
    """
    if min(before, after) < 0 or max(before, after) == 0:
        return None
    is_percent = unit.strip() == "%" and max(before, after) <= 100
    total = Decimal(100) if is_percent else max(before, after)
    return Figure(
        what,
        Bar(before, total, with_unit(before, unit)),
        Bar(after, total, with_unit(after, unit)),
    )


def with_unit(value: Decimal, unit: str) -> str:
    """46% but 3,5 kg."""
    unit = unit.strip()
    gap = "" if unit in ("%", "") else "\u00a0"
    return f"{number_text(value)}{gap}{unit}"
