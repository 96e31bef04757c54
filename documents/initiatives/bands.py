"""Costs in steps a reader can choose between. Pure."""

from bisect import bisect_right

from django.utils.translation import gettext as _

_LIMITS = (1, 1_000_000, 10_000_000, 100_000_000)
CODES = ("0", "duoi-1-trieu", "1-10-trieu", "10-100-trieu", "tu-100-trieu")


def band(cost: int | None) -> str:
    """The step a cost lies in; empty where nobody has said what it costs."""
    return "" if cost is None else CODES[bisect_right(_LIMITS, cost)]


def band_labels() -> dict[str, str]:
    return dict(
        zip(
            CODES,
            (
                _("Nothing to buy"),
                _("Less than 1 million VND"),
                _("1 to 10 million VND"),
                _("10 to 100 million VND"),
                _("100 million VND or more"),
            ),
            strict=True,
        )
    )
