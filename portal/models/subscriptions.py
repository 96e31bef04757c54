"""Who asked to be told by letter, and of what."""

import secrets

from django.db import models
from django.utils.translation import gettext_lazy as _


def new_token() -> str:
    return secrets.token_urlsafe(24)


class Subscriber(models.Model):
    """An address that asked for letters; the only place where it is.

    The row goes when its owner stops, with the last thing it follows, and a few days
    after it was asked for if nobody confirmed anything. `token` opens the page on
    which all of it is decided; `written_on` is the day of the last letter.
    """

    email = models.EmailField(_("E-mail"), unique=True)
    token = models.CharField(max_length=40, unique=True, default=new_token)
    written_on = models.DateField(null=True)

    class Meta:
        verbose_name = _("subscriber")
        verbose_name_plural = _("subscribers")
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.pk)


class Subscription(models.Model):
    """One thing that an address follows: its kind, and what of it by a room's own key.

    An empty key is all of the kind. `sent_through` is the mark, in the counting of
    the kind, up to which the address was written to.
    """

    subscriber = models.ForeignKey(
        Subscriber, models.CASCADE, related_name="subscriptions"
    )
    kind = models.CharField(max_length=20)
    key = models.CharField(max_length=80, blank=True)
    requested_at = models.DateTimeField(_("asked for"))
    confirmed_at = models.DateTimeField(_("confirmed"), null=True)
    sent_through = models.BigIntegerField(default=0)

    class Meta:
        verbose_name = _("subscription to changes")
        verbose_name_plural = _("subscriptions to changes")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["subscriber", "kind", "key"], name="portal_subscription_once"
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)
