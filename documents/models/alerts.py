"""Who gets letters about what changes, and the changes themselves."""

import secrets

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from documents.enums import AlertPhase


def new_token() -> str:
    return secrets.token_urlsafe(24)


class RegulationSubscription(models.Model):
    """An address that asked for letters about changes; the only place where it is.

    Without an act it is the whole library's. The row is deleted when its owner stops,
    and a week after it was asked for if nobody confirmed it. `sent_through` is the
    last change that was sent to it.
    """

    regulation = models.ForeignKey(
        "documents.RegulationPage",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="subscriptions",
    )
    email = models.EmailField(_("E-mail"))
    token = models.CharField(max_length=40, unique=True, default=new_token)
    requested_at = models.DateTimeField(_("asked for"))
    confirmed_at = models.DateTimeField(_("confirmed"), null=True)
    sent_through = models.BigIntegerField(default=0)

    class Meta:
        verbose_name = _("subscription to changes")
        verbose_name_plural = _("subscriptions to changes")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["regulation", "email"], name="documents_subscription_once"
            ),
            models.UniqueConstraint(
                fields=["email"],
                condition=Q(regulation=None),
                name="documents_library_subscription_once",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


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
