"""What the importers do by themselves."""

from datetime import datetime

from portal.importing import kept_tables
from portal.jobs import daily


@daily(hour=3)
def forget_tables(now: datetime) -> None:
    """Tables uploaded for a trial run and never confirmed."""
    kept_tables.forget_old(now)
