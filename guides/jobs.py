"""What the room does by itself."""

from datetime import datetime

from guides.first_pages.kept import draw_missing
from guides.open_data.bulk import make_all
from portal.jobs import daily, every


@daily(hour=2)
def make_bulk_files(now: datetime) -> None:
    """Acts, their relations and initiatives as whole files."""
    make_all(now)


@every(minutes=1)
def draw_first_pages(_now: datetime) -> None:
    """What readers see of a form before they load it."""
    draw_missing()
