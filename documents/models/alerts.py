"""What changed in the library, as it was noticed."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from documents.enums import AlertPhase
from portal.models.subscriptions import new_token  # noqa: F401  migrations name it here


class RegulationChange(models.Model):
    """A change noticed once, in the order in which it was noticed.

    `key` says what changed in the words of the facts, so that neither a second look
    nor a page published again makes a second row.
    """

    regulation = models.ForeignKey(
        "documents.RegulationPage", models.CASCADE, related_name="noticed_changes"
    )
    key = models.CharField(max_length=240, unique=True)
    phase = models.CharField(max_length=10, choices=AlertPhase)
    what = models.CharField(max_length=20)
    on = models.DateField(null=True)
    source = models.ForeignKey(
        "documents.RegulationPage", models.CASCADE, null=True, related_name="+"
    )
    provision = models.CharField(max_length=120, blank=True)
    noticed_at = models.DateTimeField()

    class Meta:
        verbose_name = _("noticed change")
        verbose_name_plural = _("noticed changes")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.key
