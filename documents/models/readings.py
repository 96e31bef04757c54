"""What was found in a file by reading it: facts, and text for an editor to review."""

from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext_lazy as _

from documents.enums import Recognition
from documents.extraction import Remark
from documents.extraction.errors import by_code
from documents.extraction.wording import error_text, remark_text

# Another try may end better.
_PASSING = {"missing_file", "out_of_memory", "timed_out"}


class FileReadingQuerySet(models.QuerySet):
    def by_document(self, documents: Iterable[int]) -> dict[int, "FileReading"]:
        """Readings of the documents' present files, by document; one query."""
        rows = self.filter(document_id__in=documents).select_related("document")
        return {row.document_id: row for row in rows if row.is_of_file}


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

    objects = models.Manager.from_queryset(FileReadingQuerySet)()

    class Meta:
        verbose_name = _("reading of a file")
        verbose_name_plural = _("readings of files")

    def __str__(self) -> str:
        return f"{self.document_id}: {self.sha256[:12]}"

    @property
    def is_of_file(self) -> bool:
        """Whether the document still has the file that was read."""
        return self.sha256 == self.document.sha256

    @property
    def may_give_text(self) -> bool:
        """Whether it holds text, or reading the file again may bring some."""
        if self.text:
            return True
        return self.problem.get("code") in _PASSING

    @property
    def problem_text(self) -> str:
        """Why no text could be taken, in words; empty when some could."""
        if not self.problem:
            return ""
        return error_text(by_code(self.problem["code"])(**self.problem["params"]))

    @property
    def remark_texts(self) -> list[str]:
        """What to look at before the text is trusted; a scan is told apart."""
        return [
            remark_text(Remark(remark["code"], remark["params"]))
            for remark in self.remarks
            if remark["code"] != "no_text_layer"
        ]
