"""One letter to each address about all that is new to it."""

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.db import transaction

from documents.alerts import journal, subscriptions, wording
from documents.alerts.changes import ADDED
from documents.models import RegulationChange, RegulationPage, RegulationSubscription
from portal import mail

MOST_ACTS = 20


@dataclass(frozen=True, slots=True)
class RegulationNotice:
    """An act and the lines about it."""

    regulation: RegulationPage
    lines: tuple[wording.NoticeLine, ...]


def send_alerts(now: datetime) -> int:
    """Note what changed and queue the letters about it; return how many.

    An address gets a change once: the letter and the mark up to where changes were
    sent are written in one transaction, so a second run, or two at once, add nothing.
    """
    journal.record_changes(now)
    last = journal.last_change()
    behind = RegulationSubscription.objects.filter(
        confirmed_at__isnull=False, sent_through__lt=last
    )
    return sum(_tell(subscription, last) for subscription in behind.iterator(200))


@transaction.atomic
def _tell(subscription: RegulationSubscription, last: int) -> bool:
    first = subscription.sent_through
    ours = RegulationSubscription.objects.filter(pk=subscription.pk, sent_through=first)
    if not ours.update(sent_through=last):
        return False
    changes = _unsent(subscription, first, last)
    acts = _by_act(changes, whole=subscription.regulation_id is None)
    if not acts:
        return False
    stop_url = subscriptions.address(subscription, "follow_stop")
    mail.queue(
        "documents/act_changes",
        subscription.email,
        {
            "acts": acts[:MOST_ACTS],
            "more": len(acts[MOST_ACTS:]),
            "only": acts[0].regulation if subscription.regulation_id else None,
        },
        about=subscriptions.about(subscription),
        headers={"List-Unsubscribe-Post": "List-Unsubscribe=One-Click"},
        unsubscribe_url=stop_url,
    )
    return True


def _unsent(subscription: RegulationSubscription, first: int, last: int):
    """The changes not sent to the address, of acts readers still see."""
    public = RegulationPage.objects.live().public()
    news = RegulationChange.objects.filter(
        pk__gt=first, pk__lte=last, regulation__in=public
    )
    if subscription.regulation_id:
        news = news.filter(regulation=subscription.regulation_id).exclude(what=ADDED)
    return (
        news.select_related("regulation", "source")
        .defer("regulation__text", "regulation__body", "source__text", "source__body")
        .order_by("regulation_id", "pk")
    )


def _by_act(news, *, whole: bool) -> list[RegulationNotice]:
    """By act; of one that is new itself, its history is no news."""
    found = []
    for _pk, group in groupby(news, key=lambda change: change.regulation_id):
        changes = list(group)
        added = [change for change in changes if change.what == ADDED]
        shown = added if whole and added else changes
        found.append(
            RegulationNotice(
                changes[0].regulation, tuple(map(wording.notice_line, shown))
            )
        )
    return found
