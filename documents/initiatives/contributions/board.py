"""A need from a unit's word to the board, and off it again."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from documents.initiatives.contributions.contact import ContactDetails, store_contact
from documents.models.initiative_enums import NeedState
from documents.models.needs import Need, NeedContact
from portal import mail

#: How long a need stands on the board unless an organiser says otherwise.
SHOWN = timedelta(days=180)
_SAME_WITHIN = timedelta(hours=1)
DECISION_LETTERS = {
    NeedState.OPEN: "documents/need_open",
    NeedState.MET: "documents/need_met",
    NeedState.REJECTED: "documents/need_rejected",
}


@transaction.atomic
def post(values: dict, details: ContactDetails, *, now: datetime) -> None:
    """Keep a need that waits for the organiser; twice within the hour is once."""
    again = Need.objects.filter(
        title=values["title"],
        unit=values["unit"],
        state=NeedState.PENDING,
        sent_at__gte=now - _SAME_WITHIN,
    )
    if again.exists():
        return
    need = Need.objects.create(sent_at=now, **values)
    store_contact(NeedContact, details, now=now, need=need)


@transaction.atomic
def decide(need: Need, *, words: str, board_url: str, now: datetime) -> bool:
    """Save the need with the decision in `need.state`, and write to whoever posted it.

    Returns whether a letter was queued. One turned down loses its contact at once.
    """
    if need.state == NeedState.OPEN:
        need.approved_at = need.approved_at or now
        need.closes_on = need.closes_on or timezone.localdate(now) + SHOWN
    elif need.state == NeedState.MET:
        need.approved_at = need.approved_at or now
    need.save()
    contact = NeedContact.objects.filter(pk=need.pk).first()
    template = DECISION_LETTERS.get(NeedState(need.state))
    is_queued = bool(template and contact and contact.email)
    if is_queued:
        mail.queue(
            template,
            contact.email,
            {
                "name": contact.name,
                "need": need,
                "words": words,
                "page_url": f"{board_url}{need.pk}/",
            },
            about=about(need.pk),
        )
    if contact and need.state == NeedState.REJECTED:
        contact.delete()
    return is_queued


def close_expired(day: date) -> None:
    """Take off the board what has stood there long enough."""
    Need.objects.expired(day).update(state=NeedState.CLOSED)


def about(pk: int) -> str:
    """What letters on a need are filed under."""
    return f"need:{pk}"
