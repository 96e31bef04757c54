"""The files an act came in."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from documents.enums import FileRole


class RegulationFile(Orderable):
    """One file of an act; its size and fingerprint are the document's own."""

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
    pages = models.PositiveIntegerField(_("pages"), null=True, blank=True)
    has_text_layer = models.BooleanField(
        _("text can be selected"),
        null=True,
        help_text=_("No for a scan nobody has read by machine yet."),
    )

    panels = [
        FieldRowPanel([FieldPanel("document"), FieldPanel("role")]),
        FieldRowPanel([FieldPanel("pages"), FieldPanel("has_text_layer")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("file of an act")
        verbose_name_plural = _("files of an act")

    def __str__(self) -> str:
        return f"{self.get_role_display()}: {self.document_id}"
