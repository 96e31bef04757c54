"""Conferences that are over while their attendance is still open."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from events.organising.errand_rows import attendance_open
from events.organising.permissions import visible_events
from portal.errands.registry import NAMED, Errand, Link, Named, states_errands
from portal.errands.wording import since
from portal.vietnamese.dates import short_date


@states_errands
def still_open(user: Any, now: datetime) -> Iterator[Errand]:
    """Held, with people registered, and not closed: papers and news wait for it."""
    rows = attendance_open(visible_events(user), now)
    found = list(
        rows.order_by("ends_on", "pk").only(
            "title", "starts_on", "ends_on", "start_time", "end_time"
        )
    )
    if not found:
        return
    first, *others = found
    named = tuple(
        Named(
            one.title,
            reverse("attendance", args=[one.pk]),
            short_date(one.ends_on),
        )
        for one in found[:NAMED]
    )
    detail = _("%(title)s ended %(when)s; certificates, report and news wait for it")
    yield Errand(
        len(found),
        _("Attendance still open"),
        Link(_("Close attendance"), named[0].url),
        detail % {"title": first.title, "when": since(first.ends_at, now)},
        named=named if others else (),
    )
