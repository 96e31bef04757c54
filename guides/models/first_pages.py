"""Pictures of the first pages of files, by what is in the file."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class FirstPage(models.Model):
    """How a file begins; of one that cannot be drawn the row says so, with no picture.

    The picture is WebP. Files with the same content have one row.
    """

    sha256 = models.CharField(max_length=64, unique=True)
    page_count = models.PositiveIntegerField(default=0)
    picture = models.BinaryField(blank=True, default=bytes)
    width = models.PositiveSmallIntegerField(default=0)
    height = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("first page of a file")
        verbose_name_plural = _("first pages of files")

    def __str__(self) -> str:
        return self.sha256
