"""The certificates on a conference's path."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.checkin import attendance
from events.models import Certificate, EventPage
from events.organising.steps import PathPhase, Step, states_steps
from portal.models import User


@states_steps
def certificates(event: EventPage, user: User, now: datetime) -> Iterator[Step]:
    """Issued once attendance is closed; stale when others are present by now."""
    url = reverse("certificates", args=[event.pk])
    rows = Certificate.objects.of_event(event).valid()
    issued = set(rows.values_list("registration_id", flat=True))
    closing = attendance.closed(event)
    title = _("Certificates")
    if not issued and closing is None:
        yield Step(
            PathPhase.AFTER,
            50,
            title,
            _("For those present only; numbers run through the year"),
            waits=_("Once attendance is closed"),
        )
        return
    count = len(issued)
    missing = attendance.present(event) - _had(event) if closing else set()
    is_stale = bool(issued) and (closing is None or bool(missing))
    text = ngettext("%(count)s issued", "%(count)s issued", count) % {"count": count}
    yield Step(
        PathPhase.AFTER,
        50,
        title,
        text if issued else _("For those present only"),
        url,
        _("See them") if issued else _("Issue certificates"),
        is_done=bool(issued) and not is_stale,
        is_stale=is_stale,
    )


def _had(event: EventPage) -> set[int]:
    """Everybody who was ever given one: whose was revoked, that was decided by hand."""
    rows = Certificate.objects.of_event(event)
    return set(rows.values_list("registration_id", flat=True))
