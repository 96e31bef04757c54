"""The log of who looked at attendees' data."""

from datetime import datetime, timedelta

from events.enums import Seen
from events.models import AttendeeAccess

# Typing in a search field asks for the same list again and again.
SAME_LOOK = timedelta(minutes=10)
KEPT_FOR = timedelta(days=2 * 365)


def note(
    what: Seen,
    *,
    user,
    event_id: int | None,
    how_many: int,
    now: datetime,
    asked: str = "",
) -> None:
    """Write down one look; a list looked at again within minutes is the same look.

    No conference: somebody was looked for in all of them, and found in none.
    """
    look = {"user": user, "event_id": event_id, "what": what, "asked": asked[:300]}
    if what == Seen.LIST:
        recent = AttendeeAccess.objects.filter(**look, at__gt=now - SAME_LOOK)
        if recent.filter(how_many__gte=how_many).exists():
            return
    AttendeeAccess.objects.create(
        **look, username=user.get_username(), how_many=how_many, at=now
    )


def clear(now: datetime) -> int:
    """Remove looks that are too old to be asked about; return how many."""
    deleted, _by_model = AttendeeAccess.objects.filter(at__lt=now - KEPT_FOR).delete()
    return deleted
