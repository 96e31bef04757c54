"""What the processes that work in the background know of one another."""

from django.db import models


class WorkerBeat(models.Model):
    """A worker that lives; one that has not been seen for long does not."""

    worker = models.CharField(max_length=64, primary_key=True)
    seen_at = models.DateTimeField()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.worker


class JobRun(models.Model):
    """When a periodic job was last run, by whom, and how it ended."""

    name = models.CharField(max_length=150, primary_key=True)
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    # Who runs it now; empty when nobody does.
    worker = models.CharField(max_length=64, blank=True)
    # The class of the exception that ended the last run; its words may name people.
    problem = models.CharField(max_length=100, blank=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.name
