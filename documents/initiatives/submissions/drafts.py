"""A proposal while it is written: begun, saved part by part, resumed, deleted."""

import secrets
from datetime import datetime, timedelta
from hashlib import sha256

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from documents.initiatives.submissions.parts import Raw
from documents.models.initiative_enums import SubmissionState
from documents.models.submissions import InitiativeSubmission, SubmissionFile
from portal import mail

#: Deleted so long after it was last saved.
KEPT_WRITING = timedelta(days=30)


def begin(*, email: str, now: datetime) -> str:
    """Make an empty proposal; return the secret its address is made of.

    Only a digest of the secret is kept. With an e-mail address a letter with the link
    is queued. Raises `portal.mail.BadAddress` and makes nothing then.
    """
    token = secrets.token_urlsafe(24)
    with transaction.atomic():
        row = InitiativeSubmission.objects.create(
            token_hash=digest(token),
            email=email,
            created_at=now,
            saved_at=now,
            expires_at=now + KEPT_WRITING,
        )
        if email:
            send_link(row, token, email)
    return token


def find(token: str, *, now: datetime) -> InitiativeSubmission | None:
    """The proposal an address opens; one whose time is over is gone already."""
    rows = InitiativeSubmission.objects.select_related("page")
    return rows.filter(token_hash=digest(token), expires_at__gt=now).first()


def save_part(pk: int, slug: str, raw: Raw, *, now: datetime) -> bool:
    """Keep what was typed into one part, right or wrong; False once it was sent."""
    with transaction.atomic():
        row = lock(pk)
        if row is None or row.state != SubmissionState.WRITING:
            return False
        row.answers[slug] = raw
        row.step = slug
        _touch(row, now)
        row.save(update_fields=["answers", "step", "saved_at", "expires_at"])
    return True


def lock(pk: int) -> InitiativeSubmission | None:
    """The row for a change, in the caller's transaction; others wait."""
    return InitiativeSubmission.objects.select_for_update().filter(pk=pk).first()


def send_link(row: InitiativeSubmission, token: str, email: str) -> None:
    """Queue the letter with the link; it goes only where its owner wanted it."""
    mail.queue(
        "documents/submission_link",
        email,
        {"link": settings.SITE_URL + address(token), "days": KEPT_WRITING.days},
        about=about(row.pk),
        urgent=True,
    )


def delete(row: InitiativeSubmission) -> None:
    """Delete a proposal with its files and the letters about it."""
    with transaction.atomic():
        mail.forget(about=about(row.pk))
        for file in row.files.all():
            delete_file(file)
        row.delete()


def delete_file(file: SubmissionFile) -> None:
    """Delete a file: the row now, what it holds once that is certain."""
    held = file.file
    file.delete()
    transaction.on_commit(lambda: held.delete(save=False))


def delete_expired(now: datetime) -> None:
    """Delete every proposal whose time is over."""
    for row in InitiativeSubmission.objects.filter(expires_at__lte=now).iterator(100):
        delete(row)


def address(token: str) -> str:
    return reverse("submission", args=[token])


def about(pk: int) -> str:
    """What letters on a proposal are filed under."""
    return f"submission:{pk}"


def digest(token: str) -> str:
    return sha256(token.encode()).hexdigest()


def _touch(row: InitiativeSubmission, now: datetime) -> None:
    row.saved_at = now
    row.expires_at = now + KEPT_WRITING
