"""Whoever may see attendees comes in by a second factor."""

from typing import Any

from events.organising.permissions import runs_conferences
from portal.sign_in.requirement import needs_second_factor


@needs_second_factor
def sees_attendees(user: Any) -> bool:
    return runs_conferences(user)
