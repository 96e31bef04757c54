"""Mistakes that readers report in an act's page."""

from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from documents.enums import ReportState


class MistakeReport(models.Model):
    """What a reader says is wrong, and what became of it.

    It is about the record only, so it goes with the record. Who wrote it is not
    asked; an address left for an answer is erased when the report is closed.
    """

    regulation = models.ForeignKey(
        "documents.RegulationPage",
        models.CASCADE,
        related_name="mistake_reports",
        verbose_name=_("regulation"),
    )
    provision = models.CharField(_("place"), max_length=200, blank=True)
    message = models.TextField(_("what is wrong"), max_length=2000)
    contact = models.CharField(
        _("address for an answer"),
        max_length=200,
        blank=True,
        help_text=_("Erased when the report is closed."),
    )
    state = models.CharField(
        pgettext_lazy("report", "state"),
        max_length=10,
        choices=ReportState,
        default=ReportState.OPEN,
        db_index=True,
    )
    answer = models.TextField(
        _("what was done"), blank=True, help_text=_("A note for editors.")
    )
    sent_at = models.DateTimeField(pgettext_lazy("report", "sent"))
    closed_at = models.DateTimeField(_("closed"), null=True, editable=False)

    class Meta:
        verbose_name = _("report of a mistake")
        verbose_name_plural = _("reports of mistakes")
        ordering = ["-sent_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.regulation.symbol}: {self.message[:60]}"

    def apply_state(self, now: datetime) -> None:
        """Bring what follows from the state into line with it; saves nothing."""
        if self.state == ReportState.CLOSED:
            self.closed_at = self.closed_at or now
            self.contact = ""
        else:
            self.closed_at = None
