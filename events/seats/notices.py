"""What people are to be told, handed on in the transaction that gives cause.

Seats know no letters: `events.letters` says here, when the portal starts, what is
done with notices.
"""

from collections.abc import Callable, Collection
from datetime import datetime
from typing import NamedTuple

from django.core.exceptions import ImproperlyConfigured

from events.enums import NoticeKind
from events.models import Registration


class Notice(NamedTuple):
    """A notice to one person; `subject` and `reason` are the organiser's own words."""

    registration: Registration
    kind: NoticeKind
    reason: str = ""
    key: str = ""
    subject: str = ""

    @property
    def unique_key(self) -> str:
        """What tells it from another notice of its kind to the same person."""
        return self.key or str(self.registration.revision)


Sender = Callable[..., None]
_senders: list[Sender] = []


def sends_notices(sender: Sender) -> Sender:
    """The function takes notices and `now`, in the caller's transaction."""
    _senders[:] = [sender]
    return sender


def send(notices: Collection[Notice], *, now: datetime) -> None:
    """Hand the notices on. Raises ImproperlyConfigured where nobody sends them."""
    if not _senders:
        raise ImproperlyConfigured(
            "nothing sends notices: events.letters.outbox was not imported"
        )
    _senders[0](notices, now=now)
