"""The call list: who has a notice that no letter brings, and what calling them came to.

It is worked out from the outbox: nobody puts anybody on it or takes anybody off.
"""

from collections.abc import Collection
from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import Case, Exists, F, OuterRef, Q, When

from events import seats
from events.enums import (
    HAVE_HEARD,
    LIVE,
    Action,
    CallOutcome,
    Channel,
    NoticeKind,
    RegistrationState,
)
from events.letters import outbox
from events.models import Call, Message, Registration, RegistrationChange
from events.seats.errors import NotPossible

State = RegistrationState

#: What somebody has to hear in time, and what has to be true still.
_WORTH_A_CALL = {
    NoticeKind.EVENT_MOVED: LIVE,
    NoticeKind.EVENT_CANCELLED: LIVE,
    NoticeKind.EXCHANGED: LIVE,
    NoticeKind.PROMOTED: (State.CONFIRMED,),
    NoticeKind.OFFERED: (State.OFFERED,),
    NoticeKind.REJECTED: (State.REJECTED,),
    NoticeKind.CANCELLED: (State.CANCELLED,),
}


class AlreadyCalled(Exception):
    """A colleague has told this person already."""

    def __init__(self, call: Call) -> None:
        super().__init__(call.pk)
        self.call = call


def call_list(event_ids: Collection[int]):
    """The messages to tell by telephone, and those that were.

    Of several to one person only the last: it says what holds now. Whoever cancelled
    by themselves knows, and so does whoever said so when called.
    """
    called = Call.objects.filter(message=OuterRef("pk"))
    later = Message.objects.filter(
        registration=OuterRef("registration"),
        pk__gt=OuterRef("pk"),
        notice__in=list(_WORTH_A_CALL),
    )
    waiting = outbox.unreached().filter(_still_true(), _not_their_own(), ~Exists(later))
    return Message.objects.filter(
        Q(Exists(called)) | Q(pk__in=waiting.values("pk")),
        registration__event__in=event_ids,
        registration__forgotten_at=None,
    )


def waiting_counts(event_ids: Collection[int]) -> dict[int, int]:
    """How many are still to be called, by conference; those with none are left out."""
    counts: dict[int, int] = {}
    waiting = call_list(event_ids).exclude(call__outcome__in=HAVE_HEARD).order_by()
    for event_id in waiting.values_list("registration__event", flat=True):
        counts[event_id] = counts.get(event_id, 0) + 1
    return counts


def record(message: Message, outcome: CallOutcome, *, by, now: datetime) -> Call:
    """Write down what a call came to, and do what was said.

    Who cannot come gives the seat back, who wants a seat on offer has it. Raises
    AlreadyCalled when somebody else has told the person, OfferLapsed, SeatsBusy.
    """
    if known := Call.objects.filter(message=message, outcome__in=HAVE_HEARD).first():
        raise AlreadyCalled(known)
    row = message.registration
    if outcome == CallOutcome.NOT_COMING:
        _give_back(row, by, now)
    elif outcome == CallOutcome.COMING and row.state == State.OFFERED:
        seats.accept_offer(row.pk, now=now, channel=Channel.ORGANISER)
    said = {"outcome": outcome, "at": now, "by": by}
    try:
        with transaction.atomic():
            return Call.objects.create(message=message, **said)
    except IntegrityError:
        still = Call.objects.filter(message=message).exclude(outcome__in=HAVE_HEARD)
        if not still.update(**said):
            raise AlreadyCalled(Call.objects.get(message=message)) from None
    return Call.objects.get(message=message)


def undo(message: Message) -> None:
    """Take a tick back: the person is on the list again. A seat given back is gone."""
    Call.objects.filter(message=message).delete()


def _give_back(row: Registration, by, now: datetime) -> None:
    try:
        seats.cancel(row.pk, now=now, channel=Channel.ORGANISER, actor=by)
    except NotPossible:  # it was given back meanwhile, which is all that is wanted
        return


def _still_true() -> Q:
    found = Q(pk__in=())
    for notice, states in _WORTH_A_CALL.items():
        found |= Q(notice=notice, registration__state__in=states)
    return found


def _not_their_own() -> Q:
    """Not of a place given back on the ticket page, nor by telephone to us."""
    by_us = RegistrationChange.objects.filter(
        registration=OuterRef("registration"),
        action=Action.CANCELLED,
        channel=Channel.ORGANISER,
    )
    said = Call.objects.filter(
        message__registration=OuterRef("registration"),
        outcome=CallOutcome.NOT_COMING,
    )
    return ~Q(notice=NoticeKind.CANCELLED) | (Q(Exists(by_us)) & ~Q(Exists(said)))


def in_order(rows):
    """With what each line shows: to be told first, by name; then those who know."""
    know = Case(When(call__outcome__in=HAVE_HEARD, then=1), default=0)
    rows = rows.select_related(
        "registration", "registration__replaces__event", "call__by"
    )
    return rows.order_by(
        know, F("call__at").asc(nulls_first=True), "registration__name_key", "pk"
    )
