"""From a unit's word that it applies an initiative to a row that counts."""

from datetime import datetime, timedelta

from django.conf import settings
from django.core import signing
from django.db import transaction
from django.urls import reverse

from documents.initiatives.contributions.contact import ContactDetails, store_contact
from documents.models.initiative_enums import Review
from documents.models.replications import Replication, ReplicationContact
from portal import mail

ANSWER_WITHIN = timedelta(days=60)
# The button pressed twice, or the page loaded again: the same word, said once.
_SAME_WITHIN = timedelta(hours=1)
_SALT = "documents.replication.answer"
DECISION_LETTERS = {
    Review.ASKED: "documents/replication_asked",
    Review.CONFIRMED: "documents/replication_confirmed",
    Review.REJECTED: "documents/replication_rejected",
}


@transaction.atomic
def offer(
    initiative_id: int, values: dict, details: ContactDetails, *, now: datetime
) -> None:
    """Keep what a unit says as a row that waits for the organiser.

    Said again within the hour it stays one row.
    """
    again = Replication.objects.filter(
        initiative_id=initiative_id,
        unit=values["unit"],
        status=values["status"],
        review=Review.PENDING,
        sent_at__gte=now - _SAME_WITHIN,
    )
    if again.exists():
        return
    row = Replication.objects.create(initiative_id=initiative_id, sent_at=now, **values)
    store_contact(ReplicationContact, details, now=now, replication=row)


def answer_link(row: Replication) -> str:
    """An address at which only what was asked back can be put right."""
    token = signing.dumps(row.pk, salt=_SALT)
    return settings.SITE_URL + reverse("replication_answer", args=[token])


def asked_row(token: str) -> Replication | None:
    """The row an address opens: one the organiser still waits to hear of."""
    try:
        pk = signing.loads(token, salt=_SALT, max_age=ANSWER_WITHIN)
    except signing.BadSignature:
        return None
    rows = Replication.objects.select_related("initiative")
    return rows.filter(pk=pk, review=Review.ASKED, initiative__live=True).first()


def answer(row: Replication, values: dict) -> None:
    """Put the row right, and back among those to be looked at."""
    for name, value in values.items():
        setattr(row, name, value)
    row.review = Review.PENDING
    row.save(update_fields=[*values, "review"])


@transaction.atomic
def decide(row: Replication, *, words: str, user, now: datetime) -> bool:
    """Save the row with the decision in `row.review`, and write to whoever wrote.

    Returns whether a letter was queued: without an address there is none. A row
    turned down loses its contact at once.
    """
    confirmed = row.review == Review.CONFIRMED
    if confirmed:
        row.confirmed_at = row.confirmed_at or now
        row.confirmed_by = row.confirmed_by or user
    else:
        row.confirmed_at = row.confirmed_by = None
    row.save()
    contact = ReplicationContact.objects.filter(pk=row.pk).first()
    is_queued = (
        _queue_letter(row, contact, words) if contact and contact.email else False
    )
    if contact and row.review == Review.REJECTED:
        contact.delete()
    return is_queued


def _queue_letter(row: Replication, contact: ReplicationContact, words: str) -> bool:
    template = DECISION_LETTERS.get(Review(row.review))
    if template is None:
        return False
    mail.queue(
        template,
        contact.email,
        {
            "name": contact.name,
            "unit": row.unit,
            "page": row.initiative,
            "words": words,
            "answer_url": answer_link(row),
            "days": ANSWER_WITHIN.days,
        },
        about=about(row.pk),
    )
    return True


def about(pk: int) -> str:
    """What letters on a row are filed under."""
    return f"replication:{pk}"
