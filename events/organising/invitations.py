"""Invitations of agencies: made for many at once, changed, revoked."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import Count, Q

from events.enums import LIVE
from events.models import EventPage, Invitation
from portal.models import Organisation

_LIVE = Count("registrations", filter=Q(registrations__state__in=LIVE))


def invitations_of(event: EventPage):
    """The event's invitations with `registered`, valid ones first, by name."""
    rows = Invitation.objects.filter(event=event).select_related("organisation")
    return rows.annotate(registered=_LIVE).order_by(
        "revoked_at", "organisation__sort_key", "pk"
    )


def to_invite(event: EventPage):
    """The agencies of today that hold no valid invitation yet."""
    invited = Invitation.objects.filter(event=event, revoked_at=None)
    day = event.starts_on
    rows = Organisation.objects.exclude(pk__in=invited.values("organisation"))
    if day:
        rows = rows.exclude(valid_to__lt=day).exclude(valid_from__gt=day)
    return rows


@transaction.atomic
def invite(
    event: EventPage,
    quotas: Iterable[tuple[Organisation, int]],
    *,
    note: str,
    now: datetime,
) -> int:
    """Invite each agency for so many people; who is invited already stays so.

    Returns how many invitations were made.
    """
    before = Invitation.objects.filter(event=event).count()
    Invitation.objects.bulk_create(
        [
            Invitation(
                event=event,
                organisation=agency,
                quota=quota,
                note=note,
                created_at=now,
            )
            for agency, quota in quotas
        ],
        ignore_conflicts=True,
    )
    return Invitation.objects.filter(event=event).count() - before


def revoke(invitation: Invitation, *, now: datetime) -> bool:
    """End the link; those registered through it keep their places."""
    valid = Invitation.objects.filter(pk=invitation.pk, revoked_at=None)
    return bool(valid.update(revoked_at=now))
