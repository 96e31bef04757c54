"""Letters are no archive of addresses: after some weeks only a tally is left."""

from datetime import datetime, timedelta

from django.conf import settings
from django.core.files.storage import storages
from django.db import transaction
from post_office.models import STATUS, Attachment, Email

from portal.mail.records import drop_attachments
from portal.mail.written import files

CHUNK = 200
#: Files of a transaction that is still open are younger.
_ORPHAN_AGE = timedelta(days=1)


def clear_mail(now: datetime, *, days: int | None = None) -> int:
    """Empty words and addresses of letters finished so many days ago; say how many.

    The rows stay, with template, time and outcome. In chunks, so that nobody who
    registers meanwhile waits.
    """
    keep = settings.MAIL_KEEP_DAYS if days is None else days
    old = Email.objects.filter(
        status__in=[STATUS.sent, STATUS.failed],
        last_updated__lt=now - timedelta(days=keep),
    ).exclude(to="")
    cleared = 0
    while ids := list(old.values_list("pk", flat=True)[:CHUNK]):
        with transaction.atomic():
            drop_attachments(ids)
            cleared += Email.objects.filter(pk__in=ids).update(
                to="",
                cc="",
                bcc="",
                subject="",
                message="",
                html_message="",
                headers=None,
                context=None,
                message_id=None,
            )
    return cleared


def drop_written(now: datetime, *, days: int | None = None) -> int:
    """Remove letters so many days old that were written to files, not sent."""
    keep = timedelta(days=settings.MAIL_KEEP_DAYS if days is None else days)
    before = (now - keep).timestamp()
    old = [file for file in files() if file.stat().st_mtime < before]
    for file in old:
        file.unlink(missing_ok=True)
    return len(old)


def drop_orphans(now: datetime) -> int:
    """Remove files that no letter has: their transaction was rolled back."""
    storage = storages["mail"]
    known = set(Attachment.objects.values_list("file", flat=True))
    dropped = 0
    for name in _walk(storage, ""):
        age = now - storage.get_modified_time(name)
        if name not in known and age > _ORPHAN_AGE:
            storage.delete(name)
            dropped += 1
    return dropped


def _walk(storage, folder: str):
    try:
        folders, files = storage.listdir(folder)
    except FileNotFoundError:
        return
    yield from (f"{folder}{name}" for name in files)
    for name in folders:
        yield from _walk(storage, f"{folder}{name}/")
