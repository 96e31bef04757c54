"""The one screen that leads through a conference: done, next, and what it waits for."""

from typing import cast

from django.utils import timezone

from events.conferences.facts import when
from events.conferences.status import status_of
from events.organising.path import path_of, phase_at
from events.organising.steps import steps_of
from events.organising.views.base import STEPS, EventScreen
from portal.models import User


class PathView(EventScreen):
    """Every step of the conference, each a press from where it is done."""

    template_name = "events/admin/path.html"
    page_title = STEPS
    header_icon = "tasks"

    def get_context_data(self, **kwargs) -> dict:
        now, event = timezone.now(), self.event
        # The admin lets nobody in who is not signed in.
        user = cast(User, self.request.user)
        steps = steps_of(event, user, now)
        return super().get_context_data(
            **kwargs,
            path=path_of(steps, phase_at(event.terms, now)),
            when=when(event),
            status=status_of(event, now),
            is_over=event.terms.is_over(now),
            now=now,
            public_url=event.get_url(self.request) if event.live else "",
            may_edit=event.permissions_for_user(user).can_edit(),
        )
