"""Where somebody may be moved to: the form that asks, and what it offers."""

from datetime import datetime
from typing import Any

from django import forms
from django.db.models import Exists
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from events.conferences import facts
from events.conferences.status import show
from events.enums import Circumstance
from events.models import ConferenceSeriesPage, EventPage
from events.organising.forms import ReasonForm
from events.organising.permissions import visible_events


def targets(event: EventPage, user, *, now: datetime):
    """The other conferences of its series to come that the user runs too."""
    above = event.path[: -event.steplen]
    found = visible_events(user).filter(
        Exists(ConferenceSeriesPage.objects.filter(path=above)),
        path__startswith=above,
        depth=event.depth,
        live=True,
        registration_on=True,
        circumstance=Circumstance.PLANNED,
    )
    return found.exclude(pk=event.pk).upcoming(now).select_related("seats", "locality")


class ExchangeForm(ReasonForm):
    """To which conference, and why; the reason may stay empty."""

    to = forms.TypedChoiceField(
        label=gettext_lazy("Move to"),
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose the conference to move to.")},
    )
    field_order = ("to", "reason")

    def __init__(self, *args, offered: list[EventPage], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        chosen: Any = self.fields["to"]
        chosen.choices = [(event.pk, _described(event)) for event in offered]
        self.fields["reason"].required = False


def form_for(event: EventPage, user, data, *, now: datetime) -> ExchangeForm:
    """The form with what may be chosen now; `data` None asks for the first time."""
    return ExchangeForm(data, offered=show(targets(event, user, now=now), now))


def _described(event) -> str:
    """Title, day and seats left, as far as they are limited."""
    parts = [event.title, facts.when(event)]
    if event.status.capacity is not None:
        left = max(event.status.capacity - event.status.taken, 0)
        parts.append(
            ngettext("%(count)d seat free", "%(count)d seats free", left)
            % {"count": left}
            if left
            else _("no seat free")
        )
    return " · ".join(part for part in parts if part)
