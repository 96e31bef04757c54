"""What waits for organisers: imported, these register."""

from events.checkin import errands as checkin  # noqa: F401
from events.organising import errands as organising  # noqa: F401
from events.privacy import errands as privacy  # noqa: F401
