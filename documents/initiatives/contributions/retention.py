"""When the time of what people wrote is over, and removing it then."""

from datetime import datetime

from django.db.models import Q, QuerySet

from documents.initiatives.contributions import board, replication_requests
from documents.initiatives.contributions.consent import KEPT_ANSWERED, KEPT_UNANSWERED
from documents.models.initiative_enums import NeedState, Review
from documents.models.needs import Need, NeedContact
from documents.models.replications import Replication, ReplicationContact
from portal import mail


def forget_replications(now: datetime) -> None:
    """Erase contacts whose time is over, and rows nobody decided on.

    A confirmed row stays: it names a unit, not a person.
    """
    old = Replication.objects.filter(sent_at__lt=now - KEPT_UNANSWERED)
    answered = Q(replication__confirmed_at__lt=now - KEPT_ANSWERED)
    over = ReplicationContact.objects.filter(answered | Q(replication__in=old))
    _erase(over, replication_requests.about)
    old.exclude(review=Review.CONFIRMED).delete()


def forget_needs(now: datetime) -> None:
    """The same for needs; what was on the board stays, without whom to ask."""
    old = Need.objects.filter(sent_at__lt=now - KEPT_UNANSWERED)
    answered = Q(need__approved_at__lt=now - KEPT_ANSWERED)
    _erase(NeedContact.objects.filter(answered | Q(need__in=old)), board.about)
    old.filter(state__in=(NeedState.PENDING, NeedState.REJECTED)).delete()


def _erase(contacts: QuerySet, about) -> None:
    """Delete the contacts and the letters that went to them."""
    keys = list(contacts.values_list("pk", flat=True))
    if keys:
        mail.forget(about=[about(key) for key in keys])
    contacts.model.objects.filter(pk__in=keys).delete()
