"""The office's own Word files that reports and letters of invitation are made from."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from events.enums import PaperKind


class PaperTemplate(models.Model):
    """A template in place of the portal's own; one of each kind."""

    kind = models.CharField(
        _("kind of paper"), max_length=12, choices=PaperKind, primary_key=True
    )
    content = models.BinaryField()
    file_name = models.CharField(_("file"), max_length=200)
    uploaded_at = models.DateTimeField(_("uploaded"))
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        verbose_name = _("template of a paper")
        verbose_name_plural = _("templates of papers")

    def __str__(self) -> str:
        return self.get_kind_display()
