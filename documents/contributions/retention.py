"""When the time of what people wrote is over, and removing it then."""

from datetime import datetime

from django.db.models import Q

from documents.contributions import replicating
from documents.contributions.consent import KEPT_ANSWERED, KEPT_UNANSWERED
from documents.models.replications import Replication, ReplicationContact
from documents.showcase.enums import Review
from portal import mail


def forget_replications(now: datetime) -> int:
    """Erase contacts whose time is over, and rows nobody decided on; return how many.

    A confirmed row stays: it names a unit, not a person.
    """
    old = Replication.objects.filter(sent_at__lt=now - KEPT_UNANSWERED)
    over = ReplicationContact.objects.filter(
        Q(replication__confirmed_at__lt=now - KEPT_ANSWERED) | Q(replication__in=old)
    )
    keys = list(over.values_list("pk", flat=True))
    if keys:
        mail.forget(about=[replicating.about(key) for key in keys])
    count = ReplicationContact.objects.filter(pk__in=keys).delete()[0]
    old.exclude(review=Review.CONFIRMED).delete()
    return count
