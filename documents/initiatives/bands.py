"""Costs as readers ask for them: who has more to spend finds what costs less. Pure."""

from django.utils.translation import gettext as _

FREE, DEAR = "0", "tu-100-trieu"
_BELOW = {
    "duoi-1-trieu": 1_000_000,
    "duoi-10-trieu": 10_000_000,
    "duoi-100-trieu": 100_000_000,
}
# Steps of before, still answered where somebody kept their address.
_BETWEEN = {
    "1-10-trieu": (1_000_000, 10_000_000),
    "10-100-trieu": (10_000_000, 100_000_000),
}


def bands(cost: int | None) -> tuple[str, ...]:
    """Every choice the cost answers to; none where nobody has said what it costs."""
    if cost is None:
        return ()
    free = (FREE,) if cost == 0 else ()
    below = (code for code, limit in _BELOW.items() if cost < limit)
    between = (code for code, (low, high) in _BETWEEN.items() if low <= cost < high)
    return (*free, *below, *between, *(() if cost < 100_000_000 else (DEAR,)))


def band_labels() -> dict[str, str]:
    """The choices that are offered, the cheapest first."""
    return {
        FREE: _("Nothing to buy"),
        "duoi-1-trieu": _("Less than 1 million VND"),
        "duoi-10-trieu": _("Less than 10 million VND"),
        "duoi-100-trieu": _("Less than 100 million VND"),
        DEAR: _("100 million VND or more"),
    }


def kept_labels() -> dict[str, str]:
    """What the steps of before are called."""
    return {
        "1-10-trieu": _("1 to 10 million VND"),
        "10-100-trieu": _("10 to 100 million VND"),
    }
