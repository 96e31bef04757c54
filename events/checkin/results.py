"""What a ticket shown at the door is answered, and who has arrived: pure rules."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from events.enums import RegistrationState, ScanResult

State = RegistrationState

_BY_STATE = {
    State.CONFIRMED: ScanResult.OK,
    State.OFFERED: ScanResult.OK,
    State.PENDING: ScanResult.PENDING,
    State.WAITING: ScanResult.WAITING,
    State.CANCELLED: ScanResult.CANCELLED,
    State.REJECTED: ScanResult.REJECTED,
    State.TRANSFERRED: ScanResult.TRANSFERRED,
    State.EXCHANGED: ScanResult.WRONG_EVENT,
}
#: After these the person is in the hall.
ADMITTING = (ScanResult.OK, ScanResult.ALREADY)


def answer(state: str, *, is_here: bool, is_present: bool) -> ScanResult:
    """What to say of a registration in this state.

    `is_here`: it is of the conference at whose door it is shown. `is_present`: the
    person has arrived in this part already.
    """
    if not is_here:
        return ScanResult.WRONG_EVENT
    if is_present:
        return ScanResult.ALREADY
    return _BY_STATE[State(state)]


@dataclass(frozen=True, slots=True)
class Mark:
    """One row of one person in one part, as far as arrival depends on it."""

    id: int
    at: datetime
    admits: bool
    takes_back: bool = False


def arrival(marks: Iterable[Mark]) -> Mark | None:
    """By which row somebody has arrived; None where nobody has.

    The earliest that let them in after the last time it was taken back. In whatever
    order the rows come from their devices, the answer is the same.
    """
    marks = list(marks)
    undone = max((mark.at for mark in marks if mark.takes_back), default=None)
    let_in = [
        mark for mark in marks if mark.admits and (undone is None or mark.at > undone)
    ]
    return min(let_in, key=lambda mark: (mark.at, mark.id), default=None)
