"""A proposal while it is written: begun, saved part by part, resumed, deleted."""

import secrets
from datetime import datetime, timedelta
from hashlib import sha256
from hmac import compare_digest

from django.conf import settings
from django.core.signing import Signer
from django.db import transaction
from django.urls import reverse

from documents.initiatives.submissions.parts import Raw
from documents.models.initiative_enums import SubmissionState
from documents.models.submissions import InitiativeSubmission, SubmissionFile
from portal import mail

#: Deleted so long after it was last saved.
KEPT_WRITING = timedelta(days=30)
#: So many letters leave for one request at most.
MOST_LINKS = 5
# Stands in no first token.
_DOT = "."


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
    rows = rows.filter(expires_at__gt=now)
    number, dot, _seal = token[:200].partition(_DOT)
    if not dot:
        return rows.filter(token_hash=digest(token)).first()
    is_number = number.isdecimal() and len(number) < 19
    row = rows.filter(pk=int(number)).first() if is_number else None
    return (
        row
        if row and compare_digest(second_token(row).encode(), token.encode())
        else None
    )


def second_token(row: InitiativeSubmission) -> str:
    """A secret that opens it as the first does, for whoever has lost that one."""
    return Signer(sep=_DOT, salt=f"submission:{row.token_hash}").sign(str(row.pk))


def send_links(email: str, *, now: datetime) -> int:
    """Write to the address the link of each proposal that names it; return how many."""
    states = (SubmissionState.WRITING, SubmissionState.SENT)
    rows = InitiativeSubmission.objects.filter(
        email__iexact=email, state__in=states, expires_at__gt=now
    )
    found = list(rows.order_by("-saved_at")[:MOST_LINKS])
    with transaction.atomic():
        for row in found:
            send_link(row, second_token(row), row.email)
    return len(found)


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
    is_sent = row.state == SubmissionState.SENT
    mail.queue(
        "documents/submission_sent" if is_sent else "documents/submission_link",
        email,
        {
            "link": settings.SITE_URL + address(token),
            "days": KEPT_WRITING.days,
            "code": row.code,
        },
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
