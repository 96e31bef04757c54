"""What letters about news need done."""

from datetime import datetime

from portal.jobs import daily
from portal.subscriptions.delivery import send_news
from portal.subscriptions.verbs import forget_idle


@daily(hour=6)
def tell_news(now: datetime) -> None:
    """Letters about what is new, before the working day begins."""
    send_news(now)


@daily(hour=3)
def forget_idle_addresses(now: datetime) -> None:
    forget_idle(now=now)
