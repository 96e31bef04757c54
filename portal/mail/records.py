"""What became of a letter, and removing letters."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Q
from post_office.models import STATUS, Attachment, Email

from portal.mail import written
from portal.models.mail import MailProblem, MailRecord, MailState


@dataclass(frozen=True)
class MailStatus:
    """Where a letter stands, for whoever asked to have it sent."""

    state: MailState
    attempts: int
    problem: MailProblem
    changed_at: datetime
    next_try: datetime | None


def state(email_id: int) -> MailStatus | None:
    """Where the letter stands; None when it is unknown or was removed."""
    return states([email_id]).get(email_id)


def states(email_ids: Iterable[int]) -> dict[int, MailStatus]:
    """The same for many, in one query; unknown ones are missing."""
    rows = MailRecord.objects.for_listing().filter(pk__in=list(email_ids))
    return {row.pk: _status(row) for row in rows}


def _status(row: MailRecord) -> MailStatus:
    is_open = row.state in (MailState.WAITING, MailState.RETRYING)
    return MailStatus(
        state=row.state,
        attempts=row.attempts,
        problem=MailProblem(row.problem),
        changed_at=row.email.last_updated,
        next_try=row.email.scheduled_time if is_open else None,
    )


def retry(email_id: int, now: datetime) -> bool:
    """Queue a failed letter once more, with all its attempts before it.

    False when it is not a failed one, or when its words are gone already.
    """
    failed = Email.objects.filter(pk=email_id, status=STATUS.failed).exclude(to="")
    with transaction.atomic():
        again = failed.update(
            status=STATUS.queued,
            scheduled_time=None,
            expires_at=None,
            last_updated=now,
        )
        if again:
            MailRecord.objects.filter(pk=email_id).update(
                attempts=0, problem=MailProblem.NONE
            )
    return bool(again)


def forget(*, address: str = "", about: str | Sequence[str] = "") -> int:
    """Remove letters to an address, or about things: sent, failed and waiting.

    Those written to files for want of a mail server go too.
    """
    things = [about] if isinstance(about, str) else list(about)
    if not address and not any(things):
        raise ValueError("forget whose letters?")
    chosen = Q(record__about__in=list(filter(None, things)))
    if address:
        chosen |= Q(to__iexact=address)
    with transaction.atomic():
        found = dict(Email.objects.filter(chosen).values_list("pk", "message_id"))
        drop_attachments([*found])
        Email.objects.filter(pk__in=found).delete()
        names = {*filter(None, found.values())}
        transaction.on_commit(lambda: written.erase(names))
    return len(found)


def drop_attachments(email_ids: Sequence[int]) -> None:
    """Remove the files of these letters: the rows now, the files once that holds."""
    parts = list(Attachment.objects.filter(emails__in=email_ids).distinct())
    if not parts:
        return
    Attachment.objects.filter(pk__in=[part.pk for part in parts]).delete()
    for part in parts:
        transaction.on_commit(lambda file=part.file: file.delete(save=False))
