"""The conferences' demonstration: of January 2021, of these days, and some ahead."""

from datetime import date

from events.demo import future, past, recent


def load(*, today: date) -> None:
    """Add what is known of 2021, and two labelled series around `today`.

    One has a class of yesterday and one at the door; the other lies some weeks ahead.
    """
    past.load()
    recent.load(today=today)
    future.load(today=today)


def refresh(*, today: date) -> None:
    """Move what was invented ahead again; what an official works with stays."""
    recent.refresh(today=today)
    future.refresh(today=today)
