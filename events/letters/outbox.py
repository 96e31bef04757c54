"""What people are told: queued in the transaction that gives them cause.

A row of `Message` is written for every notice; a letter beside it where an address
was given, a short message where the portal has a channel for them. A notice that was
told before, by the same key, is not told again.
"""

from collections.abc import Collection
from datetime import datetime
from typing import NamedTuple

from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef, Q
from django_tasks import task

from events.enums import Notice
from events.letters.letters import Desk, Told
from events.models import Message, Registration
from portal import mail
from portal.mail.channels import short_messages
from portal.models.mail import MailRecord

#: The `mail_id` of a message whose letter could not be queued at all.
REFUSED = 0
#: More letters than these are written by the worker: those who register meanwhile
#: would wait for them.
AT_ONCE = 40


def tell(notices: Collection[Told], *, now: datetime) -> None:
    """Write the notices of one transaction, each once however often it is told."""
    if not notices:
        return
    told = {_mark(notice): notice for notice in notices}
    with transaction.atomic():
        written = _written(told, now)
        if short_messages.available:
            reached = written
        else:
            reached = [row for row in written if row.registration.email]
        # The worker has only rows to go by, and an organiser's words are in none.
        has_words = any(told[_mark(row)].reason for row in reached)
        if len(reached) <= AT_ONCE or has_words:
            _send([(row, told[_mark(row)]) for row in reached])
            return
        ids = [row.pk for row in reached]
        for start in range(0, len(ids), AT_ONCE):
            write_letters.enqueue(ids[start : start + AT_ONCE])


@task()
def write_letters(message_ids: list[int]) -> int:
    """Write the letters of messages that have none yet; return how many there were."""
    with transaction.atomic():
        rows = Message.objects.filter(pk__in=message_ids, mail_id=None)
        rows = list(rows.select_related("registration"))
        _send([(row, Told(row.registration, Notice(row.notice))) for row in rows])
    return len(rows)


def undelivered():
    """The last letter to each person, where it did not get out."""
    states = (mail.MailState.FAILED, mail.MailState.EXPIRED)
    failed = [
        Q(mail_id__in=MailRecord.objects.in_state(state).order_by().values("pk"))
        for state in states
    ]
    later = Message.objects.filter(
        registration=OuterRef("registration"),
        pk__gt=OuterRef("pk"),
        mail_id__isnull=False,
    )
    letters_out = Message.objects.filter(Q(mail_id=REFUSED) | failed[0] | failed[1])
    return letters_out.filter(~Exists(later)).order_by()


class Failed(NamedTuple):
    """A letter that did not get out: to whom, of what, and why."""

    registration: Registration
    notice: Notice
    at: datetime
    problem: mail.MailProblem


def failed_for(event_id: int) -> list[Failed]:
    """Whom of a conference the last letter did not reach, in two queries."""
    rows = undelivered().filter(registration__event_id=event_id)
    rows = list(rows.select_related("registration").order_by("registration__sequence"))
    states = mail.states(row.mail_id for row in rows)
    return [
        Failed(
            row.registration,
            Notice(row.notice),
            row.at,
            # Only an address is ever refused before a letter is there.
            states[row.mail_id].problem if row.mail_id else mail.MailProblem.ADDRESS,
        )
        for row in rows
    ]


def _mark(told: Told | Message) -> tuple[int, str, str]:
    """What makes a notice the same one."""
    key = told.own_key if isinstance(told, Told) else told.key
    return told.registration.pk, str(told.notice), key


def _written(told: dict[tuple, Told], now: datetime) -> list[Message]:
    """The rows of those not told before."""
    rows = [
        Message(
            registration=notice.registration,
            notice=notice.notice,
            key=notice.own_key,
            at=now,
        )
        for notice in told.values()
    ]
    try:
        with transaction.atomic():
            return Message.objects.bulk_create(rows)
    except IntegrityError:
        known = Message.objects.filter(registration__in={mark[0] for mark in told})
        known = set(known.values_list("registration_id", "notice", "key"))
        new = [row for row in rows if _mark(row) not in known]
        return Message.objects.bulk_create(new)


def _send(rows: Collection[tuple[Message, Told]]) -> None:
    desk = Desk([told for _row, told in rows])
    for row, told in rows:
        if row.registration.email:
            row.mail_id = _queued(desk, told, row)
        may_ring = short_messages.available and row.registration.phone
        if may_ring and (text := desk.short_text(told)):
            short_messages.queue(row.registration.phone, text)
    Message.objects.bulk_update(
        [row for row, _told in rows if row.mail_id is not None], ["mail_id"]
    )


def _queued(desk: Desk, told: Told, row: Message) -> int:
    try:
        return desk.queue(told, now=row.at)
    except mail.MailRefused:
        return REFUSED
