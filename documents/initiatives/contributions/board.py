"""A need from a unit's word to the board, and off it again."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from documents.initiatives.contributions.contact import Reach, keep
from documents.models.initiative_enums import NeedState
from documents.models.needs import Need, NeedContact
from portal import mail

#: How long a need stands on the board unless an organiser says otherwise.
SHOWN = timedelta(days=180)
_SAME_WITHIN = timedelta(hours=1)
TOLD = {
    NeedState.OPEN: "documents/need_open",
    NeedState.MET: "documents/need_met",
    NeedState.REJECTED: "documents/need_rejected",
}


@transaction.atomic
def post(said: dict, reach: Reach, *, now: datetime) -> None:
    """Keep a need that waits for the organiser; twice within the hour is once."""
    again = Need.objects.filter(
        title=said["title"],
        unit=said["unit"],
        state=NeedState.PENDING,
        sent_at__gte=now - _SAME_WITHIN,
    )
    if again.exists():
        return
    need = Need.objects.create(sent_at=now, **said)
    keep(NeedContact, reach, now=now, need=need)


@transaction.atomic
def decide(need: Need, *, words: str, board_url: str, now: datetime) -> bool:
    """Save the need with the decision in `need.state`, and tell whoever posted it.

    Returns whether a letter was queued. One turned down loses its contact at once.
    """
    if need.state == NeedState.OPEN:
        need.approved_at = need.approved_at or now
        need.closes_on = need.closes_on or timezone.localdate(now) + SHOWN
    elif need.state == NeedState.MET:
        need.approved_at = need.approved_at or now
    need.save()
    reach = NeedContact.objects.filter(pk=need.pk).first()
    template = TOLD.get(NeedState(need.state))
    told = bool(template and reach and reach.email)
    if told:
        mail.queue(
            template,
            reach.email,
            {
                "name": reach.name,
                "need": need,
                "words": words,
                "page_url": f"{board_url}{need.pk}/",
            },
            about=about(need.pk),
        )
    if reach and need.state == NeedState.REJECTED:
        reach.delete()
    return told


def close_over(day: date) -> int:
    """Take off the board what has stood there long enough; return how many."""
    return Need.objects.over(day).update(state=NeedState.CLOSED)


def about(pk: int) -> str:
    """What letters on a need are filed under."""
    return f"need:{pk}"
