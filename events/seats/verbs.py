"""The verbs that give, change and take back seats: the only code that does.

Each is one transaction that locks the conference first, ends in `fill()` and queues
what people are told; what organisers decide stands in `decisions`. Each returns rows or
raises a `SeatError`, and then wrote nothing. The public form, the ticket page,
delegations, the organiser's lists and the jobs all call these.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from uuid import UUID

from events.enums import LIVE, Action, Channel, NoticeKind, RegistrationState
from events.models import Invitation, Registration
from events.models.attendees import Agreed, Attendee
from events.seats.conditions import ensure_not_begun, ensure_open, require
from events.seats.errors import (
    NotPossible,
    OfferLapsed,
    QuotaExceeded,
    Stale,
)
from events.seats.seating import Seating
from events.seats.transaction import locked, one_locked
from portal.models import User

State = RegistrationState


def register(
    event_id: int,
    attendee: Attendee,
    *,
    agreed: Agreed | None,
    key: UUID,
    now: datetime,
    channel: Channel = Channel.PUBLIC,
    actor: User | None = None,
    reason: str = "",
    hold: Callable[[], bool] = lambda: False,
    may_repeat: bool = False,
) -> Registration:
    """Register one person: confirmed, waiting in line, or awaiting approval.

    The same `key` again answers with the first registration. An organiser may add
    outside the window; then a free seat is given at once. `hold` is asked of a new one,
    in its transaction, whether the organiser is to confirm it first. Who `may_repeat`
    is not told of an earlier registration.
    Raises RegistrationClosed, EventFull, AlreadyRegistered, SeatsBusy.
    """
    by_organiser = channel == Channel.ORGANISER
    with locked(event_id, now=now, channel=channel, actor=actor) as seating:
        if replay := seating.sent_before(key):
            return replay[0]
        if not by_organiser:
            ensure_open(seating)
        is_held = hold()
        asks = is_held or seating.terms.needs_approval
        registration = seating.append(
            attendee,
            agreed=agreed,
            submission=seating.submit(key),
            needs_approval=asks and not by_organiser,
            reason=reason,
            is_held=is_held,
            may_repeat=may_repeat,
        )
        seating.admit([registration])
    return registration


def settle_delegation(
    invitation_id: int,
    *,
    added: Iterable[Attendee] = (),
    changed: Mapping[int, Attendee] | None = None,
    removed: Iterable[int] = (),
    agreed: Agreed,
    key: UUID,
    now: datetime,
    channel: Channel = Channel.DELEGATION,
    actor: User | None = None,
) -> list[Registration]:
    """Bring an agency's delegation to what its list says, all of it or nothing.

    `changed` and `removed` name live registrations of this invitation by id. Returns
    the delegation's live registrations in order. Raises QuotaExceeded,
    RegistrationClosed, EventFull, AlreadyRegistered, NotPossible, SeatsBusy.
    """
    invitation = Invitation.objects.get(pk=invitation_id)
    with locked(invitation.event_id, now=now, channel=channel, actor=actor) as seating:
        if seating.sent_before(key) is None:
            ensure_open(seating, invited=True)
            submission = seating.submit(key)
            mine = seating.delegation(invitation)
            for registration_id in removed:
                _leave(seating, _one_of(mine, registration_id))
            for registration_id, attendee in (changed or {}).items():
                _correct(seating, _one_of(mine, registration_id), attendee)
            newcomers = [
                seating.append(
                    attendee,
                    agreed=agreed,
                    submission=submission,
                    invitation=invitation,
                    needs_approval=seating.terms.needs_approval,
                )
                for attendee in added
            ]
            coming = seating.delegation(invitation)
            if len(coming) > invitation.quota:
                raise QuotaExceeded(invitation.quota, len(coming))
            seating.admit(newcomers)
        coming = seating.delegation(invitation)
    return list(coming.values())


def accept_offer(
    registration_id: int, *, now: datetime, channel: Channel = Channel.TICKET
) -> Registration:
    """Take the seat that was kept. Raises OfferLapsed, and frees it, when too late."""
    with one_locked(registration_id, now, channel) as (seating, row):
        # An overdue offer was ended with the lock; the commit passes the seat on.
        if not row.has_lapsed:
            require(row, State.OFFERED)
            row.offer_until = None
            seating.move(
                row, State.CONFIRMED, Action.CONFIRMED, notice=NoticeKind.CONFIRMED
            )
        seating.fill()
    if row.has_lapsed:
        raise OfferLapsed(row)
    return row


def cancel(
    registration_id: int,
    *,
    now: datetime,
    channel: Channel,
    actor: User | None = None,
    reason: str = "",
) -> Registration:
    """Give the place back; the next in line has it before this returns.

    Raises NotPossible when it was not live, or when the conference has begun and
    it is not the organiser who cancels.
    """
    with one_locked(registration_id, now, channel, actor) as (seating, row):
        ensure_not_begun(seating, row)
        _leave(seating, row, reason=reason)
        seating.fill()
    return row


def correct(
    registration_id: int,
    attendee: Attendee,
    *,
    revision: int,
    now: datetime,
    channel: Channel,
    actor: User | None = None,
) -> Registration:
    """Write corrected details. `revision` is the one the form was opened with.

    Raises Stale, NotPossible, AlreadyRegistered for somebody else's name and phone.
    """
    with one_locked(registration_id, now, channel, actor) as (seating, row):
        ensure_not_begun(seating, row)
        if row.is_live and row.revision != revision:
            raise Stale(row)
        _correct(seating, row, attendee)
        seating.fill()
    return row


def transfer(
    registration_id: int,
    attendee: Attendee,
    *,
    agreed: Agreed | None,
    key: UUID,
    now: datetime,
    channel: Channel,
    actor: User | None = None,
) -> Registration:
    """Hand the place, or the number in line, to a colleague; the old ticket is dead.

    Returns the colleague's registration. Raises NotPossible, AlreadyRegistered.
    """
    with one_locked(registration_id, now, channel, actor) as (seating, row):
        if replay := seating.sent_before(key):
            return replay[0]
        ensure_not_begun(seating, row)
        require(row, *LIVE)
        successor = seating.hand_over(row, attendee, agreed=agreed, key=key)
        seating.fill()
        seating.notify(row, NoticeKind.HANDED_OVER)
        seating.welcome(successor)
    return successor


def _one_of(
    delegation: Mapping[int, Registration], registration_id: int
) -> Registration:
    try:
        return delegation[registration_id]
    except KeyError:
        row = Registration.objects.get(pk=registration_id)
        raise NotPossible(row) from None


def _leave(seating: Seating, row: Registration, *, reason: str = "") -> None:
    require(row, *LIVE)
    row.offer_until = None
    seating.move(
        row,
        State.CANCELLED,
        Action.CANCELLED,
        notice=NoticeKind.CANCELLED,
        reason=reason,
    )


def _correct(seating: Seating, row: Registration, attendee: Attendee) -> None:
    require(row, *LIVE)
    seating.rewrite(row, attendee)
    seating.notify(row, NoticeKind.CORRECTED)
