"""Files sent with a proposal: which are taken, and where they lie."""

import hashlib
from datetime import datetime
from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.db import transaction
from django.db.models import Sum
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from documents.initiatives.submissions import drafts
from documents.models.initiative_enums import SubmissionState
from documents.models.submissions import InitiativeSubmission, SubmissionFile
from portal.file_kinds import extension
from portal.forms.uploads import OFFICE, check_content
from portal.images.validation import EXTENSIONS as PICTURES
from portal.images.validation import accept
from portal.vietnamese import tidy

MEGABYTE = 1024 * 1024
LARGEST = 10 * MEGABYTE
MOST = 5
MOST_TOGETHER = 30 * MEGABYTE
ALLOWED = ("pdf", *OFFICE, "jpg", "jpeg", "png")
_TOO_LARGE = gettext_lazy("“%(name)s” is larger than %(limit)s MB. Make it smaller.")


class Quota(FileUploadHandler):
    """Keeps nothing of a file that is too large, and remembers its name.

    The rest of such a file is read and dropped, so that the answer reaches whoever
    sends it.
    """

    def __init__(self, request=None) -> None:
        super().__init__(request)
        self.refused: list[str] = []
        self._seen = 0

    def new_file(self, *args, **kwargs) -> None:
        super().new_file(*args, **kwargs)
        self._seen = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        self._seen += len(raw_data)
        if self._seen > LARGEST:
            self.refused.append(self.file_name)
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None

    @property
    def message(self) -> str:
        """What to say of the first file that was too large."""
        return too_large(self.refused[0]) if self.refused else ""


def too_large(name: str) -> str:
    return str(_TOO_LARGE) % {"name": shown_name(name), "limit": LARGEST // MEGABYTE}


def shown_name(name: str) -> str:
    """The file's own name, without a path and of a length that can be shown."""
    plain = tidy(PurePath(name.replace("\\", "/")).name)
    stem, dot, ending = plain.rpartition(".")
    return f"{stem[:150]}{dot}{ending[:10]}" if dot else plain[:160]


def checked(file: UploadedFile) -> UploadedFile:
    """The file as it may be kept; raises ValidationError with the reason.

    What it is, is read from its first bytes, whatever its name says. A picture comes
    back without the place it was taken.
    """
    ending = extension(file.name or "")
    if file.size > LARGEST:
        raise ValidationError(too_large(file.name))
    if not file.size:
        raise ValidationError(_("The file is empty. Choose it again."))
    if ending not in ALLOWED:
        raise ValidationError(
            _("Only PDF, Word, Excel, PowerPoint, JPG and PNG files are taken.")
        )
    if ending in PICTURES:
        return accept(file)
    check_content(file, file.name or "")
    return file


def store(pk: int, file: UploadedFile, *, now: datetime) -> None:
    """Keep a checked file with the proposal; raises ValidationError when it is full."""
    with transaction.atomic():
        row = drafts.lock(pk)
        if row is None or row.state != SubmissionState.WRITING:
            raise ValidationError(_("The proposal has been sent already."))
        _check_room(row, file.size)
        name = shown_name(file.name or "")
        held = SubmissionFile(
            submission=row,
            name=name,
            size=file.size,
            sha256=_fingerprint(file),
            uploaded_at=now,
        )
        if row.files.filter(sha256=held.sha256).exists():
            return
        held.file.save(f"{held.sha256[:24]}.{extension(name)}", file, save=False)
        held.save()
        row.saved_at, row.expires_at = now, now + drafts.KEPT_WRITING
        row.save(update_fields=["saved_at", "expires_at"])


def _check_room(row: InitiativeSubmission, size: int) -> None:
    if row.files.count() >= MOST:
        raise ValidationError(
            _("There are %(most)d files already. Remove one first.") % {"most": MOST}
        )
    together = row.files.aggregate(total=Sum("size"))["total"] or 0
    if together + size > MOST_TOGETHER:
        raise ValidationError(
            _("All files together may have %(limit)d MB.")
            % {"limit": MOST_TOGETHER // MEGABYTE}
        )


def remove(submission: InitiativeSubmission, file_pk: int) -> None:
    """Delete one of its own files; another's is left alone."""
    if submission.state != SubmissionState.WRITING:
        return
    with transaction.atomic():
        for file in submission.files.filter(pk=file_pk):
            drafts.delete_file(file)


def _fingerprint(file: UploadedFile) -> str:
    found = hashlib.sha256()
    for chunk in file.chunks():
        found.update(chunk)
    file.seek(0)
    return found.hexdigest()
