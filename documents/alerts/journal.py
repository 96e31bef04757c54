"""Keeps each change once, in the order in which it was noticed."""

from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from documents.alerts.changes import noticed_changes
from documents.models import RegulationChange
from portal.models import Subscription

#: Of subscriptions to acts.
KIND = "van-ban"


def last_change() -> int:
    """The change noticed last; 0 before the first look."""
    return RegulationChange.objects.aggregate(last=Max("pk"))["last"] or 0


@transaction.atomic
def record_changes(now: datetime) -> None:
    """Write down what is new since the last look.

    The first look of all only sets the point from which on things are news.
    """
    known = set(RegulationChange.objects.values_list("key", flat=True))
    fresh = {
        change.key: RegulationChange(
            regulation_id=change.regulation,
            key=change.key,
            phase=change.phase,
            what=change.detail or change.what,
            on=change.on,
            source_id=change.source,
            provision=change.provision,
            noticed_at=now,
        )
        for change in noticed_changes(timezone.localdate(now))
        if change.key not in known
    }
    RegulationChange.objects.bulk_create(
        fresh.values(), batch_size=500, ignore_conflicts=True
    )
    if not known:
        Subscription.objects.filter(kind=KIND).update(sent_through=last_change())
