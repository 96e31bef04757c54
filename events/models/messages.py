"""Notices as rows: one each, written with what it tells of."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from events.enums import HAVE_HEARD, CallOutcome, NoticeKind
from events.models.registrations import Registration


class Message(models.Model):
    """A notice to one registered person.

    `key` tells two notices of a kind apart (the day a reminder is for), so that a
    job run twice sends nothing twice. `mail_id` is the row of the outbox; None where no
    address was given, and the ticket page alone tells it; 0 where the address was
    refused (`events.letters.outbox.REFUSED`).
    """

    registration = models.ForeignKey(
        Registration, models.CASCADE, related_name="messages"
    )
    notice = models.CharField(_("notice"), max_length=16, choices=NoticeKind)
    key = models.CharField(max_length=60, blank=True)
    at = models.DateTimeField()
    mail_id = models.PositiveBigIntegerField(null=True, blank=True, db_index=True)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["registration", "notice", "key"], name="events_told_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.notice} {self.key}".strip()


class Call(models.Model):
    """What came of telling somebody a message by telephone, who called and when.

    The last word of it: undone, the row goes. It goes with the message, too.
    """

    message = models.OneToOneField(
        Message, models.CASCADE, primary_key=True, related_name="call"
    )
    outcome = models.CharField(_("outcome"), max_length=16, choices=CallOutcome)
    at = models.DateTimeField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        verbose_name = _("call")
        verbose_name_plural = _("calls")

    def __str__(self) -> str:
        return f"{self.message_id} {self.outcome}"

    @property
    def has_heard(self) -> bool:
        return self.outcome in HAVE_HEARD
