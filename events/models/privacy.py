"""Requests about personal data, and the days on which nobody answers any."""

from datetime import datetime, timedelta
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from events.enums import Channel, RequestKind, RequestState
from events.models.keys import CODE_LENGTH, new_code
from portal import vietnamese
from portal.vietnamese.dates import short_date

KEPT_AFTER_ANSWER = timedelta(days=90)


class Holiday(models.Model):
    """A day off that no calendar tells: of the lunar year, or moved by decree."""

    day = models.DateField(_("day"), unique=True)
    name = models.CharField(
        pgettext_lazy("holiday", "name"), max_length=100, blank=True
    )

    class Meta:
        verbose_name = _("day off")
        verbose_name_plural = _("days off")
        ordering = ["-day"]

    def __str__(self) -> str:
        return f"{short_date(self.day)} {self.name}".strip()


class DataRequestQuerySet(models.QuerySet):
    def unanswered(self):
        return self.filter(answered_at=None)

    def overdue(self, now: datetime):
        return self.unanswered().filter(due_at__lt=now)

    def tally(self, now: datetime) -> tuple[int, int]:
        """How many are unanswered, and how many of these are overdue."""
        late = models.Count("pk", filter=Q(due_at__lt=now))
        counts = self.unanswered().aggregate(all=models.Count("pk"), late=late)
        return counts["all"], counts["late"]

    def forgettable(self, now: datetime):
        """Answered so long ago that who asked is nobody's business any more."""
        return self.filter(forgotten_at=None, answered_at__lte=now - KEPT_AFTER_ANSWER)


class DataRequest(models.Model):
    """What somebody asked about their data, until when, and what was done.

    `due_at` follows the office's days off for as long as nobody has answered.
    """

    key = models.UUIDField(unique=True, default=uuid4, editable=False)
    code = models.CharField(
        pgettext_lazy("data request", "code"),
        max_length=CODE_LENGTH,
        default=new_code,
        editable=False,
    )
    kind = models.CharField(_("what is wanted"), max_length=10, choices=RequestKind)
    name = models.CharField(_("full name"), max_length=120)
    contact = models.CharField(_("telephone or e-mail"), max_length=254)
    about = models.TextField(_("what it is about"), max_length=2000, blank=True)
    channel = models.CharField(_("through"), max_length=12, choices=Channel)
    received_at = models.DateTimeField(_("received"), db_index=True)
    due_at = models.DateTimeField(_("answer by"))
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("answered by"),
    )
    answer = models.TextField(_("what was done"), max_length=2000, blank=True)
    forgotten_at = models.DateTimeField(null=True, blank=True)

    objects = DataRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("request about personal data")
        verbose_name_plural = _("requests about personal data")
        ordering = ["-received_at", "-pk"]
        default_permissions = ("change",)
        indexes = [
            models.Index(
                fields=["due_at"],
                condition=Q(answered_at=None),
                name="events_unanswered_requests",
            )
        ]

    def __str__(self) -> str:
        # Named in the admin's history: never by the person.
        return self.code

    @property
    def contact_display(self) -> str:
        phone = self.contact.startswith("+")
        return vietnamese.display_phone(self.contact) if phone else self.contact

    def state(self, now: datetime) -> RequestState:
        if self.answered_at:
            return RequestState.ANSWERED
        return RequestState.OVERDUE if self.due_at < now else RequestState.OPEN
