"""What the library does by itself."""

from datetime import datetime

from documents.alerts.sending import send_alerts
from documents.alerts.subscribing import forget_unconfirmed
from documents.contributions.retention import forget_replications
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


@daily(hour=3)
def forget_proposals(now: datetime) -> None:
    """Proposals left half-way, and those decided on long ago, with their files."""
    writing.forget_over(now)
