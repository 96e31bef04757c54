"""The files an act came in."""

from collections.abc import Callable
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from documents.enums import FileRole
from documents.models.readings import FileReading

FileCheck = Callable[..., str]

_checks: list[FileCheck] = []


def checks_files(check: FileCheck) -> FileCheck:
    """Decorates `check(file, *, now)`: why a file cannot be attached, or ""."""
    _checks.append(check)
    return check


class RegulationFileQuerySet(models.QuerySet):
    def with_readings(self):
        """Files with what is known of them, without the text read from them."""
        found = self.select_related("document__reading")
        return found.defer("document__reading__text", "document__reading__remarks")


class RegulationFile(Orderable):
    """One file of an act; what is told of it is read from the document itself."""

    regulation = ParentalKey(
        "documents.RegulationPage", on_delete=models.CASCADE, related_name="files"
    )
    document = models.ForeignKey(
        "portal.PortalDocument",
        models.PROTECT,
        related_name="regulation_files",
        verbose_name=_("file"),
    )
    role = models.CharField(_("role"), max_length=20, choices=FileRole)

    objects = models.Manager.from_queryset(RegulationFileQuerySet)()

    panels = [FieldRowPanel([FieldPanel("document"), FieldPanel("role")])]

    class Meta(Orderable.Meta):
        verbose_name = _("file of an act")
        verbose_name_plural = _("files of an act")

    def __str__(self) -> str:
        return f"{self.get_role_display()}: {self.document_id}"

    @property
    def is_original(self) -> bool:
        """Whether the text of the act itself stands in it."""
        return self.role != FileRole.APPENDIX

    @property
    def reading(self) -> FileReading | None:
        """What was found in the file as it is now."""
        reading = getattr(self.document, "reading", None)
        if reading is None or reading.sha256 != self.document.sha256:
            return None
        return reading

    @property
    def pages(self) -> int | None:
        return self.reading.pages if self.reading else None

    @property
    def has_text_layer(self) -> bool | None:
        """No for a scan nobody has read by machine yet."""
        return self.reading.has_text_layer if self.reading else None

    def clean(self) -> None:
        """Refuse what a check registered with `checks_files` refuses."""
        super().clean()
        if self.document_id:
            self._check(timezone.now())

    def _check(self, now: datetime) -> None:
        for check in _checks:
            if message := check(self, now=now):
                raise ValidationError({"document": message})


def files_of(act) -> list[RegulationFile]:
    """The act's files with what is known of them; those of a draft from memory."""
    rows = act.files.all()
    known = rows.with_readings() if isinstance(rows, models.QuerySet) else rows
    return list(known) if act.pk else []
