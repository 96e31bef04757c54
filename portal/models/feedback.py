from datetime import date

from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _


class PageFeedbackQuerySet(models.QuerySet):
    def count_answer(self, *, page_id: int, helpful: bool, on: date) -> None:
        """Add one answer to the page's tally of that day."""
        row, _created = self.get_or_create(page_id=page_id, on=on)
        field = "helpful" if helpful else "unhelpful"
        self.filter(pk=row.pk).update(**{field: F(field) + 1})


class PageFeedback(models.Model):
    """How many readers of a page found it useful on a day.

    A tally and not a row per answer: nothing in it can lead back to a reader,
    and a flood of clicks cannot fill the disk.
    """

    page = models.ForeignKey(
        "wagtailcore.Page", models.CASCADE, related_name="feedback"
    )
    on = models.DateField(_("day"))
    helpful = models.PositiveIntegerField(_("helpful"), default=0)
    unhelpful = models.PositiveIntegerField(_("not helpful"), default=0)

    objects = PageFeedbackQuerySet.as_manager()

    class Meta:
        verbose_name = _("reader feedback")
        verbose_name_plural = _("reader feedback")
        ordering = ["-on", "page"]
        constraints = [
            models.UniqueConstraint(
                fields=["page", "on"], name="portal_feedback_page_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.page_id} {self.on}"
