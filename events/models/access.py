"""Who looked at attendees' data, and when: written with the look, never changed."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from events.enums import Seen
from events.models.pages import EventPage


class AttendeeAccess(models.Model):
    """One look at a list, a person, an export or messages.

    `asked` says in words by what the list was narrowed, and never repeats what was
    searched for. The user's name stays when the account is gone.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("user"),
    )
    username = models.CharField(_("user"), max_length=150)
    at = models.DateTimeField(_("at"), db_index=True)
    event = models.ForeignKey(
        EventPage,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("conference"),
    )
    what = models.CharField(_("what was seen"), max_length=12, choices=Seen)
    how_many = models.PositiveIntegerField(_("people"))
    asked = models.CharField(_("narrowed by"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("look at attendee data")
        verbose_name_plural = _("looks at attendee data")
        ordering = ["-at", "-pk"]
        default_permissions = ("view",)

    def __str__(self) -> str:
        return f"{self.what} {self.event_id}"
