"""Which columns somebody last chose for the lists they take out."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class ExportColumns(models.Model):
    """`columns` are those of `events.organising.columns`, by name and in no order."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        primary_key=True,
        related_name="+",
        verbose_name=_("user"),
    )
    columns = models.JSONField(_("columns"), default=list)

    class Meta:
        verbose_name = _("columns of an export")
        verbose_name_plural = _("columns of exports")
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.user_id)
