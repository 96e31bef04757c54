"""Which bulk files there are: each row names the one that is read today."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class BulkFile(models.Model):
    """A whole collection as one file; the row changes once the new file lies there."""

    name = models.CharField(max_length=60, unique=True)
    stored_as = models.CharField(max_length=120)
    rows = models.PositiveIntegerField()
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("bulk file")
        verbose_name_plural = _("bulk files")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
