"""Notices as rows and letters: written in the transaction that gives cause.

A row of `Message` is written for every notice; a letter beside it where an address
was given, a short message where the portal has a channel for them. A notice that was
sent before, by the same key, is not sent again.
"""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.db.models import BigIntegerField, Exists, OuterRef, Q
from django_tasks import task

from events.enums import NoticeKind
from events.letters.letters import LetterWriter
from events.models import Message
from events.seats.notices import Notice, sends_notices
from portal import mail
from portal.kept_inserts import insert_new
from portal.kept_queries import KeptUpdate
from portal.mail.channels import short_messages
from portal.models.mail import MailRecord

#: The `mail_id` of a message whose letter could not be queued at all.
REFUSED = 0
#: More letters than these are written by the worker: those who register meanwhile
#: would wait for them.
AT_ONCE = 40


@sends_notices
def send(notices: Collection[Notice], *, now: datetime) -> None:
    """Write the notices of one transaction, each once however often it is sent."""
    if not notices:
        return
    by_identity = {_identity(notice): notice for notice in notices}
    # No savepoint: what gave cause is not kept without its notices.
    with transaction.atomic(savepoint=False):
        written = _written(by_identity, now)
        if short_messages.available:
            reached = written
        else:
            reached = [row for row in written if row.registration.email]
        # The worker has only rows to go by, and an organiser's words are in none.
        notice_of = {row.pk: by_identity[_identity(row)] for row in reached}
        has_words = any(notice.reason for notice in notice_of.values())
        if len(reached) <= AT_ONCE or has_words:
            _queue_letters([(row, notice_of[row.pk]) for row in reached])
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
        _queue_letters(
            [(row, Notice(row.registration, NoticeKind(row.notice))) for row in rows]
        )
    return len(rows)


def undelivered():
    """The last letter to each person, where it did not get out."""
    later = Message.objects.filter(
        registration=OuterRef("registration"),
        pk__gt=OuterRef("pk"),
        mail_id__isnull=False,
    )
    return Message.objects.filter(_failed(), ~Exists(later)).order_by()


def unreached():
    """The messages that nothing brings: no address was given, or the letter failed.

    Where the portal sends short messages, whoever has a telephone was told by one.
    """
    nowhere = Q(mail_id=None, registration__email="")
    if short_messages.available:
        nowhere &= Q(registration__phone="")
    return Message.objects.filter(nowhere | _failed()).order_by()


def _failed() -> Q:
    """Letters that were refused, failed or came too late to be sent."""
    refused = Q(mail_id=REFUSED)
    for state in (mail.MailState.FAILED, mail.MailState.EXPIRED):
        rows = MailRecord.objects.in_state(state).order_by()
        refused |= Q(mail_id__in=rows.values("pk"))
    return refused


def _identity(notice: Notice | Message) -> tuple[int, str, str]:
    """What makes a notice the same one."""
    if isinstance(notice, Notice):
        return notice.registration.pk, str(notice.kind), notice.unique_key
    return notice.registration.pk, str(notice.notice), notice.key


def _written(by_identity: dict[tuple, Notice], now: datetime) -> list[Message]:
    """The rows of those not sent before."""
    rows = [
        Message(
            registration=notice.registration,
            notice=notice.kind,
            key=notice.unique_key,
            at=now,
        )
        for notice in by_identity.values()
    ]
    return insert_new(rows, "registration", "notice", "key")


def _queue_letters(rows: Collection[tuple[Message, Notice]]) -> None:
    if not rows:
        return
    writer = LetterWriter([notice for _row, notice in rows])
    for row, notice in rows:
        if row.registration.email:
            row.mail_id = _queued(writer, notice, row)
        may_ring = short_messages.available and row.registration.phone
        if may_ring and (text := writer.short_text(notice)):
            short_messages.queue(row.registration.phone, text)
    mailed = [row for row, _notice in rows if row.mail_id is not None]
    if len(mailed) == 1:
        _mailed.write(pk=mailed[0].pk, mail_id=mailed[0].mail_id)
    else:
        Message.objects.bulk_update(mailed, ["mail_id"])


_mailed = KeptUpdate(
    lambda pk, mail_id: (Message.objects.filter(pk=pk), {"mail_id": mail_id}),
    pk=BigIntegerField(),
    mail_id=BigIntegerField(),
)


def _queued(writer: LetterWriter, notice: Notice, row: Message) -> int:
    try:
        return writer.queue(notice, now=row.at)
    except mail.MailRefused:
        return REFUSED
