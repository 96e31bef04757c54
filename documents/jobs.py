"""What the library does by itself."""

from datetime import datetime

from django.utils import timezone

from documents.alerts.sending import send_alerts
from documents.alerts.subscribing import forget_unconfirmed
from documents.contributions import needing
from documents.contributions.retention import forget_needs, forget_replications
from documents.submissions import writing
from portal.jobs import daily


@daily(hour=6)
def tell_changes(now: datetime) -> None:
    """Letters about acts that changed, before the working day begins."""
    send_alerts(now)


@daily(hour=3)
def forget_unconfirmed_addresses(now: datetime) -> None:
    forget_unconfirmed(now=now)


@daily(hour=3)
def forget_contacts(now: datetime) -> None:
    """Names and numbers of whoever wrote to the showcase, when their time is over."""
    forget_replications(now)
    forget_needs(now)


@daily(hour=0)
def close_needs(now: datetime) -> None:
    """Needs that have stood on the board long enough."""
    needing.close_over(timezone.localdate(now))


@daily(hour=3)
def forget_proposals(now: datetime) -> None:
    """Proposals left half-way, and those decided on long ago, with their files."""
    writing.forget_over(now)
