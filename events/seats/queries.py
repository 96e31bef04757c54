"""What the seats ask and write, as SQL that is written once per process.

A registration is made of these: with them written anew each time it took three times
the processor. Bound to the tables of the seats alone, which no signal announces.
"""

from typing import Any

from django.db.models import (
    CharField,
    DateTimeField,
    F,
    Field,
    Func,
    IntegerField,
    OuterRef,
    Q,
    Subquery,
)

from events.enums import LIVE, SEATED, RegistrationState
from events.models import Registration, SeatCount
from events.models.registration_settings import RegistrationSettings
from portal.kept_queries import KeptQuery, KeptUpdate

State = RegistrationState
COUNTED = (*SEATED, State.WAITING)
COUNTERS = ("capacity", "taken", "waiting", "last_sequence")
_OF_EVENT = (
    *("title", "live", "starts_on", "ends_on"),
    *(field.name for field in RegistrationSettings._meta.get_fields()),
)
# In quotes: only type checkers know a field of something.
MOVED: "dict[str, Field[Any, Any]]" = {
    "state": CharField(),
    "changed_at": DateTimeField(),
    "revision": IntegerField(),
    "offer_until": DateTimeField(),
}
move = KeptUpdate(
    lambda pk, **moved: (Registration.objects.filter(pk=pk), moved),
    pk=IntegerField(),
    **MOVED,
)
#: Whoever a new registration could be mistaken for: its person, or its code. Each side
#: has an index of its own, which an order would keep both engines from.
alike = KeptQuery(
    lambda event, person, code: Registration.objects.filter(
        Q(event_id=event, person_key=person, state__in=LIVE)
        | Q(event_id=event, code=code)
    ).order_by(),
    event=IntegerField(),
    person=CharField(),
    code=CharField(),
)
next_version = KeptUpdate(
    lambda pk: (SeatCount.objects.filter(pk=pk), {"version": F("version") + 1}),
    pk=IntegerField(),
)


def _rows_of(state: str) -> Subquery:
    """How many registrations in a state the conference of a `SeatCount` has."""
    rows = Registration.objects.filter(event_id=OuterRef("pk"), state=state)
    count = Func(template="COUNT(*)", output_field=IntegerField())
    return Subquery(rows.order_by().annotate(rows=count).values("rows"))


#: A conference's counters, what its rows are, and its terms as `event`.
seat_count = KeptQuery(
    lambda pk: (
        SeatCount.objects.filter(pk=pk)
        .select_related("event")
        .only("version", *COUNTERS, *(f"event__{name}" for name in _OF_EVENT))
        .annotate(**{f"rows_{state}": _rows_of(state) for state in COUNTED})
    ),
    pk=IntegerField(),
)
counters = KeptUpdate(
    lambda pk, **counters: (SeatCount.objects.filter(pk=pk), counters),
    pk=IntegerField(),
    **{name: IntegerField() for name in COUNTERS},
)
overdue = KeptQuery(
    lambda event, now: Registration.objects.filter(
        event_id=event, state=State.OFFERED, offer_until__lte=now
    ),
    event=IntegerField(),
    now=DateTimeField(),
)
