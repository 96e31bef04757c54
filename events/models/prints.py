"""Papers of a conference that take too long for a request: files made by the worker."""

from functools import partial

from django.conf import settings
from django.core.files.storage import storages
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from events.enums import PrintedPaper, PrintProblem
from events.models.pages import EventPage


class PaperPrintQuerySet(models.QuerySet):
    def remove(self) -> int:
        """Remove these prints, and their files once that is kept; return how many."""
        for file in self.exclude(file="").values_list("file", flat=True):
            transaction.on_commit(partial(storages["private"].delete, file))
        return self.delete()[0]


class PaperPrint(models.Model):
    """A paper for everybody of a conference in one file, made by the worker.

    `done` of `total` people are drawn; `repeated` counts what had to be drawn again
    because the process that drew it ended. The file is private and does not outlive
    its people.
    """

    event = models.ForeignKey(EventPage, models.CASCADE, related_name="paper_prints")
    paper = models.CharField(
        max_length=16, choices=PrintedPaper, default=PrintedPaper.CERTIFICATES
    )
    file = models.CharField(max_length=120, blank=True)
    total = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    repeated = models.PositiveSmallIntegerField(default=0)
    problem = models.CharField(max_length=40, choices=PrintProblem, blank=True)
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    finished_at = models.DateTimeField(null=True, blank=True)

    objects = PaperPrintQuerySet.as_manager()

    class Meta:
        verbose_name = _("file to print")
        verbose_name_plural = _("files to print")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.event_id} {self.paper} {self.done}/{self.total}"

    @property
    def is_running(self) -> bool:
        return self.finished_at is None
