"""A place given back at one conference of a series for one at another."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime

from events.enums import LIVE, SEATED, Channel, NoticeKind, RegistrationState
from events.models import ConferenceSeriesPage, EventPage, Invitation, Registration
from events.models.terms import Phase
from events.seats.conditions import require
from events.seats.errors import (
    AgencyFull,
    EventFull,
    QuotaExceeded,
    RegistrationClosed,
    WrongSeries,
)
from events.seats.seating import Seating
from events.seats.transaction import locked
from portal.models import User

State = RegistrationState


def exchange(
    registration_id: int,
    event_id: int,
    *,
    now: datetime,
    actor: User | None,
    reason: str = "",
) -> Registration:
    """Move somebody to another conference of the series; the ticket goes along.

    Returns the registration there. The place here is free in the same transaction,
    for the next in line. Who has a seat is moved to a seat or not at all; who waits
    goes to the end of the line there. Whoever came on an invitation joins that of
    the same agency there, within its number, else counts by the agency's quota.

    Raises WrongSeries, RegistrationClosed unless it is still to be held and takes
    registrations, NotPossible unless the registration is live, AlreadyRegistered,
    EventFull, AgencyFull, QuotaExceeded, SeatsBusy.
    """
    source = Registration.objects.values_list("event_id", flat=True)
    from_id = source.get(pk=registration_id)
    _ensure_one_series(from_id, event_id)
    with _both(from_id, event_id, now=now, actor=actor) as (here, there):
        row = here.registrations.get(pk=registration_id)
        require(row, *LIVE)
        _ensure_to_come(there)
        before, token, code = State(row.state), row.token, row.code
        here.leave_for_another(row, reason=reason)
        moved = there.enter_from_another(
            row,
            token=token,
            code=code,
            state=_state_there(before, there),
            invitation=_invitation_there(row, there),
            reason=reason,
        )
        _seat(moved, there, had_seat=before in SEATED)
        here.fill()
        there.notify(moved, NoticeKind.EXCHANGED, reason=reason)
    return moved


@contextmanager
def _both(
    from_id: int, to_id: int, *, now: datetime, actor: User | None
) -> Iterator[tuple[Seating, Seating]]:
    """Both conferences, locked in the order of their ids.

    Whoever moves somebody the other way locks them in the same order, and waits.
    """
    with ExitStack() as locks:
        held = {
            event_id: locks.enter_context(
                locked(event_id, now=now, channel=Channel.ORGANISER, actor=actor)
            )
            for event_id in sorted((from_id, to_id))
        }
        yield held[from_id], held[to_id]


def _ensure_one_series(from_id: int, to_id: int) -> None:
    paths = EventPage.objects.filter(pk__in=(from_id, to_id)).order_by()
    above = [
        path[: -EventPage.steplen] for path in paths.values_list("path", flat=True)
    ]
    one = len(above) == 2 and len(set(above)) == 1
    if not (one and ConferenceSeriesPage.objects.filter(path=above[0]).exists()):
        raise WrongSeries


def _ensure_to_come(there: Seating) -> None:
    """An organiser may add people outside the window, but to nothing that is off."""
    terms = there.terms
    if terms.registration and terms.is_held() and not terms.has_started(there.now):
        return
    phase = terms.phase(there.now) if terms.live else Phase.ELSEWHERE
    raise RegistrationClosed(phase, terms.opens_at, terms.deadline)


def _state_there(before: State, there: Seating) -> State:
    """Who was not approved yet is not by being moved."""
    is_pending = before == State.PENDING and there.terms.needs_approval
    return State.PENDING if is_pending else State.WAITING


def _invitation_there(row: Registration, there: Seating) -> Invitation | None:
    """The invitation of the same agency. Raises QuotaExceeded when it is used up."""
    if row.invitation is None:
        return None
    found = Invitation.objects.filter(
        event_id=there.event.pk,
        organisation_id=row.invitation.organisation_id,
        revoked_at=None,
    ).first()
    if found and (coming := len(there.delegation(found))) >= found.quota:
        raise QuotaExceeded(found.quota, coming + 1)
    return found


def _seat(moved: Registration, there: Seating, *, had_seat: bool) -> None:
    """Give a seat, or a place in line to whoever had no more than that."""
    is_over = moved.state == State.WAITING and there.quota_is_used_up(moved)
    if is_over and (had_seat or not there.terms.waiting_list):
        raise AgencyFull(there.terms.agency_quota or 0)
    if is_over:
        there.fill(newcomers=[moved])
    else:
        there.admit_unheard([moved])
    if had_seat and moved.state not in SEATED:
        raise EventFull(there.count.capacity)
