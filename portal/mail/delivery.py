"""Taking due letters to the mail server, each by one worker at a time.

A letter is claimed by moving its hour: whoever's UPDATE finds it due has it, for as
long as the lease. A worker that dies keeps it from nobody for longer than that.
"""

import smtplib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.mail import BadHeaderError
from django.db import transaction
from django.db.models import F, Min, Q
from django.db.models.functions import Coalesce
from post_office.connections import connections
from post_office.models import STATUS, Email
from post_office.settings import get_default_mailer

from portal.mail import enclosures
from portal.mail.records import drop_attachments
from portal.models.mail import MailProblem, MailRecord

#: How long after each failed attempt the next one comes; after the last, none.
PAUSES = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=15),
    timedelta(hours=1),
    timedelta(hours=4),
    timedelta(hours=12),
    timedelta(hours=24),
)
#: Longer than a whole batch can take with a server that lets every word time out.
LEASE = timedelta(minutes=15)
BATCH = 10
_OPEN = (STATUS.queued, STATUS.requeued)


@dataclass
class Delivered:
    """What became of a batch."""

    sent: int = 0
    retried: int = 0
    failed: int = 0
    #: The server does not answer: no sense in trying the next letter at once.
    unreachable: bool = False

    @property
    def any(self) -> bool:
        return bool(self.sent or self.retried or self.failed)


def due(now: datetime) -> Q:
    """Letters that wait for nothing but a worker."""
    return Q(status__in=_OPEN) & (Q(scheduled_time=None) | Q(scheduled_time__lte=now))


def oldest_due(now: datetime) -> datetime | None:
    """Since when the letter that waits longest could have been sent; None for none.

    A letter that was tried in vain counts from the day of its next attempt.
    """
    since = Coalesce("scheduled_time", "created")
    waiting = Email.objects.filter(due(now)).annotate(since=since)
    return waiting.aggregate(oldest=Min("since"))["oldest"]


def deliver_due(
    now: datetime,
    *,
    limit: int = BATCH,
    stopping: Callable[[], bool] = lambda: False,
) -> Delivered:
    """Send what is due, the urgent and the oldest first; at most so many letters."""
    done = Delivered()
    waiting = Email.objects.filter(due(now)).order_by(
        "-priority", "scheduled_time", "pk"
    )
    try:
        for pk in list(waiting.values_list("pk", flat=True)[:limit]):
            if email := _claim(pk, now):
                _attempt(email, now, done)
            if done.unreachable or stopping():
                break
    finally:
        connections.close()
    return done


def _claim(pk: int, now: datetime) -> Email | None:
    """The letter, if it is still due and so ours; it counts as an attempt."""
    with transaction.atomic():
        claimed = Email.objects.filter(due(now), pk=pk).update(
            scheduled_time=now + LEASE, last_updated=now
        )
        if not claimed:
            return None
        MailRecord.objects.get_or_create(email_id=pk)
        MailRecord.objects.filter(pk=pk).update(attempts=F("attempts") + 1)
    return Email.objects.select_related("record").get(pk=pk)


def _attempt(email: Email, now: datetime, done: Delivered) -> None:
    if email.expires_at and email.expires_at <= now:
        problem = MailProblem.EXPIRED
    elif email.record.attempts > len(PAUSES) + 1:
        problem = MailProblem.INTERRUPTED
    else:
        problem = _send(email)
    if problem == MailProblem.NONE:
        done.sent += _finish(email, now, STATUS.sent, problem)
    elif problem in _HOPELESS or email.record.attempts > len(PAUSES):
        done.failed += _finish(email, now, STATUS.failed, problem)
    else:
        pause = PAUSES[email.record.attempts - 1]
        done.retried += _finish(email, now, STATUS.requeued, problem, now + pause)
    done.unreachable = problem == MailProblem.UNREACHABLE


def _send(email: Email) -> MailProblem:
    """Hand the letter to the server; say what went wrong, in our words."""
    try:
        message = email.prepare_email_message()
        enclosures.attach(message, email.record.template, email.record.about)
        message.message()  # written once here, where its faults are its own
    except (BadHeaderError, ValueError, LookupError, FileNotFoundError):
        return MailProblem.UNFIT
    try:
        connections[email.backend_alias or get_default_mailer()].send_messages(
            [message]
        )
    except Exception as fault:  # noqa: BLE001  whatever the backend raises, one letter
        connections.close()
        return _problem(fault)
    return MailProblem.NONE


_HOPELESS = frozenset({MailProblem.UNFIT, MailProblem.EXPIRED, MailProblem.INTERRUPTED})
_HOPELESS |= {MailProblem.ADDRESS}


def _problem(fault: Exception) -> MailProblem:
    match fault:
        case smtplib.SMTPRecipientsRefused():
            # A server that says 4xx only wants to be asked again.
            codes = [code for code, _words in fault.recipients.values()]
            lasting = codes and min(codes) >= 500
            return MailProblem.ADDRESS if lasting else MailProblem.REFUSED
        case smtplib.SMTPAuthenticationError():
            return MailProblem.LOGIN
        case smtplib.SMTPServerDisconnected() | smtplib.SMTPConnectError():
            return MailProblem.UNREACHABLE
        case smtplib.SMTPException():
            return MailProblem.REFUSED
        case OSError():
            return MailProblem.UNREACHABLE
    return MailProblem.OTHER


def _finish(
    email: Email,
    now: datetime,
    status: int,
    problem: MailProblem,
    next_try: datetime | None = None,
) -> int:
    """Write the outcome, unless the lease ran out and another worker has it now."""
    outcome = {"status": status, "scheduled_time": next_try, "last_updated": now}
    if status == STATUS.sent:
        # What was said is between us and the recipient; only that it was is kept.
        outcome |= {"message": "", "html_message": "", "headers": None}
    with transaction.atomic():
        mine = Email.objects.filter(pk=email.pk, scheduled_time=email.scheduled_time)
        if not mine.update(**outcome):
            return 0
        MailRecord.objects.filter(pk=email.pk).update(problem=problem)
        if status == STATUS.sent:
            drop_attachments([email.pk])
    return 1
