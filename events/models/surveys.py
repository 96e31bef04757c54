"""Three questions after a conference; what was answered names nobody."""

import uuid
from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from events.enums import Audience, RemarkState, Usefulness
from events.models.attendance import Scan
from events.models.pages import EventPage
from events.models.registrations import Registration

#: Answers are taken for so long after the end.
OPEN_FOR = timedelta(days=14)


class SurveyReply(models.Model):
    """That somebody has answered: once each, and nothing of what or when."""

    registration = models.OneToOneField(
        Registration, models.CASCADE, primary_key=True, related_name="survey_reply"
    )

    def __str__(self) -> str:
        return str(self.registration_id)


class SurveyAnswer(models.Model):
    """The answers of one person to the three questions.

    No time and no number that counts up, so that no list of people in their order says
    whose it is. `remark` is what was written; readers of the results see `shown`, and
    only once somebody has read it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    event = models.ForeignKey(EventPage, models.CASCADE, related_name="survey_answers")
    audience = models.CharField(_("group"), max_length=16, choices=Audience)
    usefulness = models.CharField(max_length=12, choices=Usefulness)
    parts = models.JSONField(default=list, blank=True)
    remark = models.CharField(max_length=500, blank=True)
    state = models.CharField(
        max_length=8, choices=RemarkState, default=RemarkState.UNREAD
    )
    shown = models.CharField(_("as it is shown"), max_length=500, blank=True)
    read_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        verbose_name = _("survey answer")
        verbose_name_plural = _("survey answers")
        indexes = [models.Index(fields=["event", "state"])]

    def __str__(self) -> str:
        return str(self.event_id)


def closes_at(event: EventPage) -> datetime | None:
    """Until when answers are taken; None where no day is known."""
    return event.ends_at + OPEN_FOR if event.ends_at else None


def may_answer(registration: Registration, event: EventPage, now: datetime) -> bool:
    """Whoever was present, once, from the end of the conference for two weeks."""
    end, until = event.ends_at, closes_at(event)
    if registration.forgotten_at or not (end and until and end <= now < until):
        return False
    if SurveyReply.objects.filter(pk=registration.pk).exists():
        return False
    return Scan.objects.filter(registration=registration, first=True).exists()
