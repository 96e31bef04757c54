"""The news on a conference's path: for editors a press, for others who writes it."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from events.checkin import attendance
from events.models import EventPage
from events.organising.steps import PathPhase, Step, states_steps
from home.views.importer import target_index
from portal.models import User


@states_steps
def news(event: EventPage, user: User, now: datetime) -> Iterator[Step]:
    """Drafted from the facts once there is one number; an editor publishes it."""
    title, order = _("News"), 70
    detail = _("A draft from the facts; read before it is published")
    if attendance.closed(event) is None:
        waits = _("Once attendance is closed")
        yield Step(PathPhase.AFTER, order, title, detail, waits=waits)
    elif target_index(user) is None:
        waits = _("Whoever writes the news drafts it")
        yield Step(PathPhase.AFTER, order, title, detail, waits=waits)
    else:
        url = reverse("conference_news", args=[event.pk])
        yield Step(PathPhase.AFTER, order, title, detail, url, _("Draft the news"))
