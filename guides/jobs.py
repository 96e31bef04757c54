"""What the room does by itself."""

from datetime import datetime

from guides.open_data.bulk import make_all
from portal.jobs import daily


@daily(hour=2)
def make_bulk_files(now: datetime) -> None:
    """Acts, their relations and initiatives as whole files."""
    make_all(now)
