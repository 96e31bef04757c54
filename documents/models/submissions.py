"""A unit's proposal for the showcase while it is being written."""

from django.core.files.storage import Storage, storages
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from documents.models.initiative_enums import SubmissionState


def private_files() -> Storage:
    """Files nobody reaches by address: they lie outside what is served."""
    return storages["private"]


class InitiativeSubmission(models.Model):
    """Answers saved as they come; whoever has the secret link goes on writing.

    `answers` holds personal data until a moderator has taken the proposal over or
    its time is up: then the row and its files are deleted. The link itself is not
    kept, only its digest.
    """

    token_hash = models.CharField(max_length=64, unique=True)
    state = models.CharField(
        pgettext_lazy("submission", "state"),
        max_length=10,
        choices=SubmissionState,
        default=SubmissionState.WRITING,
        db_index=True,
    )
    step = models.CharField(max_length=40, blank=True)
    answers = models.JSONField(default=dict, blank=True)
    email = models.EmailField(_("E-mail"), blank=True)
    consent_version = models.CharField(max_length=20, blank=True)
    page = models.ForeignKey(
        "documents.InitiativePage",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("initiative"),
    )
    note = models.TextField(_("note for organisers"), max_length=1000, blank=True)
    created_at = models.DateTimeField(_("begun"))
    saved_at = models.DateTimeField(_("saved"))
    sent_at = models.DateTimeField(_("sent in"), null=True, blank=True)
    expires_at = models.DateTimeField(_("deleted on"), db_index=True)

    class Meta:
        verbose_name = _("proposal for the showcase")
        verbose_name_plural = _("proposals for the showcase")
        ordering = ["-saved_at", "-pk"]

    def __str__(self) -> str:
        # Once deleted it has no number any more.
        return self.code if self.pk else str(self._meta.verbose_name)

    @property
    def code(self) -> str:
        """DX-00001: what sender, moderators and the draft call it."""
        return f"DX-{self.pk:05d}"


class SubmissionFile(models.Model):
    """A file sent with a proposal; it becomes a document when a moderator agrees."""

    submission = models.ForeignKey(
        InitiativeSubmission, models.CASCADE, related_name="files"
    )
    file = models.FileField(
        _("file"), storage=private_files, upload_to="submissions/%Y/%m", max_length=255
    )
    name = models.CharField(_("name"), max_length=200)
    size = models.PositiveBigIntegerField(_("size"))
    sha256 = models.CharField(max_length=64)
    uploaded_at = models.DateTimeField(_("sent in"))

    class Meta:
        verbose_name = _("file of a proposal")
        verbose_name_plural = _("files of proposals")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name
