"""What was found in a file by reading it: facts, and text for an editor to review."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from documents.enums import Recognition


class FileReading(models.Model):
    """One reading of one document; of another `sha256`, it is of an older file.

    The text is a proposal: readers see only what an editor put into the act.
    """

    document = models.OneToOneField(
        "portal.PortalDocument", models.CASCADE, related_name="reading"
    )
    sha256 = models.CharField(max_length=64)
    read_at = models.DateTimeField()
    pages = models.PositiveIntegerField(null=True)
    has_text_layer = models.BooleanField(null=True)
    text = models.TextField(blank=True, default="")
    # Codes with what fills their sentences, as `documents.extraction` gives them.
    remarks = models.JSONField(default=list)
    problem = models.JSONField(default=dict)
    recognition = models.CharField(
        max_length=10, choices=Recognition, blank=True, default=""
    )
    recognition_asked_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("reading of a file")
        verbose_name_plural = _("readings of files")

    def __str__(self) -> str:
        return f"{self.document_id}: {self.sha256[:12]}"
