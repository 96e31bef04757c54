"""What people are told: queued in the transaction that gives them cause.

A row of `Message` is written for every notice; a mail beside it where an address
was given. A notice that was told before, by the same key, is not told again.
"""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import NamedTuple

from events.enums import Notice
from events.models import Message, Registration


class Told(NamedTuple):
    """A notice to one person; `reason` is the organiser's own word in it."""

    registration: Registration
    notice: Notice
    reason: str = ""
    key: str = ""


def tell(notices: Collection[Told], *, now: datetime) -> None:
    """Write the notices of one transaction."""
    Message.objects.bulk_create(_messages(notices, now), ignore_conflicts=True)


def _messages(notices: Iterable[Told], now: datetime) -> Iterable[Message]:
    return [
        Message(
            registration=told.registration,
            notice=told.notice,
            key=told.key or str(told.registration.revision),
            at=now,
        )
        for told in notices
    ]
