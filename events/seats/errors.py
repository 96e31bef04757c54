"""Why a seat verb did nothing. Each carries what its message needs, no person."""

from datetime import datetime

from events.models import Registration
from events.models.terms import Phase


class SeatError(Exception):
    """The verb was refused; nothing was written."""


class SeatsBusy(SeatError):
    """Others held the lock longer than anybody should have to wait."""

    retry_after = 5


class RegistrationClosed(SeatError):
    """Outside the window, or the conference does not take this kind of person."""

    def __init__(
        self,
        phase: Phase,
        opens_at: datetime | None = None,
        closed_at: datetime | None = None,
    ) -> None:
        super().__init__(phase)
        self.phase = phase
        self.opens_at = opens_at
        self.closed_at = closed_at


class EventFull(SeatError):
    """No seat, and no waiting list to stand on."""

    def __init__(self, capacity: int | None, free: int = 0) -> None:
        super().__init__(capacity)
        self.capacity = capacity
        self.free = free


class AlreadyRegistered(SeatError):
    """This person holds a place already; whose it is stays with the caller."""

    def __init__(self, registration: Registration) -> None:
        super().__init__(registration.pk)
        self.registration = registration


class QuotaExceeded(SeatError):
    """An invitation is for fewer people."""

    def __init__(self, quota: int, wanted: int) -> None:
        super().__init__(quota, wanted)
        self.quota = quota
        self.wanted = wanted


class AgencyFull(SeatError):
    """The agency has as many seats there as one agency may have."""

    def __init__(self, quota: int) -> None:
        super().__init__(quota)
        self.quota = quota


class WrongSeries(SeatError):
    """The two are not conferences of one series."""


class NotPossible(SeatError):
    """The registration is not in a state this can be done to."""

    def __init__(self, registration: Registration) -> None:
        super().__init__(registration.state)
        self.registration = registration


class OfferLapsed(NotPossible):
    """The seat was kept until `offer_until` and has gone to the next in line."""


class Stale(NotPossible):
    """Somebody changed it after this form was opened."""


class ReasonNeeded(SeatError):
    """What is done by hand, past a rule, is written down with why."""


class WrongSubmission(SeatError):
    """The form's key belongs to another conference."""
