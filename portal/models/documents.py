"""The file an editor attaches to a page."""

import hashlib

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument


class PortalDocument(AbstractDocument):
    """An uploaded file with a fingerprint readers can check it against."""

    sha256 = models.CharField(
        _("SHA-256"), max_length=64, blank=True, editable=False, db_index=True
    )

    admin_form_fields = ("title", "file", "collection", "tags")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        permissions = [("choose_document", "Can choose document")]

    def save(self, *args, **kwargs):
        """Size and fingerprints follow the file, also when no form is involved."""
        if self.file and not self.file._committed:
            self._set_document_file_metadata()
        super().save(*args, **kwargs)

    def _set_document_file_metadata(self):
        super()._set_document_file_metadata()
        with self.open_file() as file:
            self.sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        self.file.seek(0)
