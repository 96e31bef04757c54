"""A ticket's address opened by whoever receives people: the button to let them in."""

from datetime import datetime
from uuid import uuid4

from django.http import HttpRequest
from django.utils.translation import gettext as _

from events.checkin import attendance
from events.checkin.access import door_url
from events.models import EventPage
from events.organising.permissions import may_see
from events.tickets.door import DoorOffer, offers_door
from events.tickets.ticket import Ticket
from portal.vietnamese.dates import local, short_date


@offers_door
def at_the_door(
    request: HttpRequest, ticket: Ticket, now: datetime
) -> DoorOffer | None:
    """The button on the conference's days, a reason on others; None for readers.

    The camera of any telephone thus checks people in, without the portal's own page.
    """
    event, user = ticket.event, request.user
    if not (event.live and user.is_authenticated and may_see(user, event)):
        return None
    door, why = door_url(event, request), _reason_against(event, now)
    return DoorOffer(
        door,
        "" if why else f"{door}quet/",
        request.build_absolute_uri(ticket.path),
        str(uuid4()),
        why,
    )


def _reason_against(event: EventPage, now: datetime) -> str:
    first = event.starts_on
    today = local(now).date()
    if first is None:
        return _("This conference has no day yet.")
    if today < first:
        return _("People are let in on %(day)s.") % {"day": short_date(first)}
    if today > (event.ends_on or first):
        return _("The conference is over: mark who came from the signed paper.")
    if attendance.closed(event):
        return _("Attendance is closed. Open it again to add anybody.")
    return ""
