"""The news on a conference's path: for editors a press, for others who writes it."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from events.checkin import attendance
from events.models import EventPage
from events.organising.steps import PathPhase, Step, states_steps
from home import conference_draft
from home.views.importer import target_index
from portal.models import User


@states_steps
def news(event: EventPage, user: User, now: datetime) -> Iterator[Step]:
    """Drafted from the facts once there is one number; done when it is public."""
    title, order = pgettext("path", "News"), 70
    detail = _("A draft from the facts; read before it is published")
    about = [pk for pk in (event.pk, event.series_id) if pk]
    articles = list(conference_draft.drafts_about(about))
    public = next((one for one in articles if one.live), None)
    if public:
        url, text = public.get_url() or "", _("“%(title)s” is published")
        text = text % {"title": public.title}
        yield Step(PathPhase.AFTER, order, title, text, url, _("See"), is_done=True)
    elif attendance.closed(event) is None:
        waits = _("Once attendance is closed")
        yield Step(PathPhase.AFTER, order, title, detail, waits=waits)
    elif target_index(user) is None:
        waits = _("Whoever writes the news drafts it")
        yield Step(PathPhase.AFTER, order, title, detail, waits=waits)
    elif articles:
        url = reverse("wagtailadmin_pages:edit", args=[articles[0].pk])
        text = _("Drafted, not yet published")
        yield Step(PathPhase.AFTER, order, title, text, url, _("Go on writing"))
    else:
        url = reverse("conference_news", args=[event.pk])
        yield Step(PathPhase.AFTER, order, title, detail, url, _("Draft the news"))
