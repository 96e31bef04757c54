"""A notice for everybody registered, sent some at a time by the worker."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from events.enums import NoticeKind
from events.models.pages import EventPage


class AnnouncementQuerySet(models.QuerySet):
    def unfinished(self):
        return self.filter(done_at=None).order_by("pk")


class Announcement(models.Model):
    """One notice to many: what, to whom, and how far the worker has come.

    `chosen` lists registrations by id; None means everybody who has a place or waits.
    Those who registered from `before` on knew already. `reached` is the last
    registration reached, so that work cut short goes on from there. One that was
    declined was finished without a notice to anybody. `submission` is the form's key.
    """

    event = models.ForeignKey(EventPage, models.CASCADE, related_name="announcements")
    notice = models.CharField(_("notice"), max_length=16, choices=NoticeKind)
    subject = models.CharField(_("subject"), max_length=150, blank=True)
    text = models.TextField(_("text"), blank=True, max_length=3000)
    chosen = models.JSONField(null=True, blank=True)
    before = models.DateTimeField(null=True, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    created_at = models.DateTimeField()
    reached = models.PositiveBigIntegerField(default=0)
    reached_count = models.PositiveIntegerField(default=0, db_column="told")
    done_at = models.DateTimeField(null=True, blank=True)
    declined = models.BooleanField(default=False)
    submission = models.UUIDField(null=True, unique=True, editable=False)

    objects = AnnouncementQuerySet.as_manager()

    class Meta:
        verbose_name = _("announcement")
        verbose_name_plural = _("announcements")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["done_at", "id"])]

    def __str__(self) -> str:
        return f"{self.notice} {self.event_id}"

    @property
    def key(self) -> str:
        """What tells its messages from those of another."""
        return f"announcement:{self.pk}"
