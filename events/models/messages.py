"""Notices as rows: one each, written with what it tells of."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from events.enums import NoticeKind
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
