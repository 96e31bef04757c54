"""The places that letters speak of: in line, left for another, put into a calendar."""

from collections import defaultdict
from collections.abc import Collection

from events.enums import NoticeKind
from events.models import Message, Registration

#: After these a calendar program has the conference.
SEATED_BY = (NoticeKind.CONFIRMED, NoticeKind.PROMOTED, NoticeKind.EXCHANGED)


def lines_of(rows: Collection[Registration]) -> dict[int, list[int]]:
    """The numbers in line of those who wait, by conference."""
    lines = defaultdict(list)
    if events := {row.event_id for row in rows}:
        waiting = Registration.objects.waiting().filter(event_id__in=events)
        for event_id, sequence in waiting.values_list("event_id", "sequence"):
            lines[event_id].append(sequence)
    return lines


def left_for(rows: Collection[Registration]) -> dict[int, Registration]:
    """The places at other conferences that these stand for, by these."""
    if not rows:
        return {}
    left = Registration.objects.in_bulk([row.replaces_id for row in rows])
    return {row.pk: left[row.replaces_id] for row in rows if row.replaces_id in left}


def have_entry(rows: Collection[Registration]) -> set[int]:
    """To whom a calendar entry was sent that is to be struck out."""
    if not rows:
        return set()
    seated = Message.objects.filter(registration__in=rows, notice__in=SEATED_BY)
    return set(seated.values_list("registration_id", flat=True))
