"""The conferences' demonstration: those of January 2021, and invented ones ahead."""

from datetime import date

from events.demo import future, past


def load(*, today: date) -> None:
    """Add what is known of 2021, and a labelled series some weeks after `today`."""
    past.load()
    future.load(today=today)


def refresh(*, today: date) -> None:
    """Move the invented series ahead once it has begun; nothing else is touched."""
    future.refresh(today=today)
