"""What the library does by itself."""

from datetime import datetime

from django.utils import timezone

from documents.initiatives.contributions import board
from documents.initiatives.contributions.retention import (
    forget_needs,
    forget_replications,
)
from documents.initiatives.submissions import drafts
from portal.jobs import daily


@daily(hour=3)
def forget_contacts(now: datetime) -> None:
    """Names and numbers of whoever wrote to the showcase, when their time is over."""
    forget_replications(now)
    forget_needs(now)


@daily(hour=0)
def close_needs(now: datetime) -> None:
    """Needs that have stood on the board long enough."""
    board.close_expired(timezone.localdate(now))


@daily(hour=3)
def forget_proposals(now: datetime) -> None:
    """Proposals left half-way, and those decided on long ago, with their files."""
    drafts.delete_expired(now)
