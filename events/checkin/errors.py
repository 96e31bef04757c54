"""Why the door did nothing. None of these names a person."""

from datetime import datetime


class DoorError(Exception):
    """The verb was refused; nothing was written."""


class AttendanceClosed(DoorError):
    """Attendance has been closed; it is opened again before anything is added."""

    def __init__(self, closed_at: datetime):
        super().__init__(closed_at)
        self.closed_at = closed_at


class NotPresent(DoorError):
    """Nobody can be taken back who is not there."""


class ReasonMissing(DoorError):
    """What goes past a rule is written down with why."""
