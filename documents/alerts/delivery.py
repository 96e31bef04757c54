"""One letter to each address about all that is new to it."""

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.db import transaction

from documents.alerts import journal, subscriptions, wording
from documents.alerts.changes import ADDED
from documents.models import ActChange, ActSubscription, RegulationPage
from portal import mail

MOST_ACTS = 20


@dataclass(frozen=True, slots=True)
class RegulationNotice:
    """An act and the lines about it."""

    act: RegulationPage
    lines: tuple[wording.NoticeLine, ...]


def send_alerts(now: datetime) -> int:
    """Note what changed and queue the letters about it; return how many.

    An address is told of a change once: the letter and the mark up to where it was
    told are written in one transaction, so a second run, or two at once, add nothing.
    """
    journal.record_changes(now)
    last = journal.last_change()
    behind = ActSubscription.objects.filter(
        confirmed_at__isnull=False, told_through__lt=last
    )
    return sum(_tell(subscription, last) for subscription in behind.iterator(200))


@transaction.atomic
def _tell(subscription: ActSubscription, last: int) -> bool:
    first = subscription.told_through
    ours = ActSubscription.objects.filter(pk=subscription.pk, told_through=first)
    if not ours.update(told_through=last):
        return False
    changes = _unsent(subscription, first, last)
    acts = _by_act(changes, whole=subscription.act_id is None)
    if not acts:
        return False
    stop_url = subscriptions.address(subscription, "follow_stop")
    mail.queue(
        "documents/act_changes",
        subscription.email,
        {
            "acts": acts[:MOST_ACTS],
            "more": len(acts[MOST_ACTS:]),
            "only": acts[0].act if subscription.act_id else None,
        },
        about=subscriptions.about(subscription),
        headers={"List-Unsubscribe-Post": "List-Unsubscribe=One-Click"},
        unsubscribe_url=stop_url,
    )
    return True


def _unsent(subscription: ActSubscription, first: int, last: int):
    """The changes the address has not been told of, of acts readers still see."""
    public = RegulationPage.objects.live().public()
    news = ActChange.objects.filter(pk__gt=first, pk__lte=last, act__in=public)
    if subscription.act_id:
        news = news.filter(act=subscription.act_id).exclude(what=ADDED)
    return (
        news.select_related("act", "source")
        .defer("act__text", "act__body", "source__text", "source__body")
        .order_by("act_id", "pk")
    )


def _by_act(news, *, whole: bool) -> list[RegulationNotice]:
    """By act; of one that is new itself, its history is no news."""
    found = []
    for _pk, group in groupby(news, key=lambda change: change.act_id):
        changes = list(group)
        added = [change for change in changes if change.what == ADDED]
        shown = added if whole and added else changes
        found.append(
            RegulationNotice(changes[0].act, tuple(map(wording.notice_line, shown)))
        )
    return found
