"""Whether somebody may be registered already under other details: a hint, no rule."""

from enum import StrEnum

from django.db.models import Q

from events.models import Registration
from events.models.attendees import Attendee
from events.models.keys import agency_key, person_key
from portal.vietnamese import match_key


class Resemblance(StrEnum):
    """What a live registration of the same conference has in common."""

    SAME_PHONE = "same_phone"
    SAME_NAME = "same_name"


def resemblance(
    event_id: int, attendee: Attendee, *, besides: int | None = None
) -> Resemblance | None:
    """Same phone with another name, or same name and agency with another phone.

    The very same person is no resemblance: `seats` refuses that. `besides` is the
    registration being corrected.
    """
    same = person_key(attendee.name, attendee.phone)
    named = Q(
        person_key__startswith=f"{match_key(attendee.name)}|",
        agency_key=agency_key(attendee.organisation_name),
    )
    rows = Registration.objects.live().filter(event=event_id).exclude(person_key=same)
    rows = rows.exclude(pk=besides).filter(Q(phone=attendee.phone) | named)
    phones = set(rows.values_list("phone", flat=True)[:20])
    if attendee.phone in phones:
        return Resemblance.SAME_PHONE
    return Resemblance.SAME_NAME if phones else None
