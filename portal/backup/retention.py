"""Which backups are kept. Pure."""

from collections.abc import Iterable
from datetime import datetime

DAYS = 14
MONTHS = 12


def expired(taken: Iterable[datetime]) -> set[datetime]:
    """Those that may go: not the last of one of the newest days, nor of a month.

    Counted are the days and months that have a backup, so that a portal whose worker
    stood still for a month does not lose what it had. Times are of one time zone.
    """
    last_of_day: dict[tuple, datetime] = {}
    last_of_month: dict[tuple, datetime] = {}
    everything = sorted(taken)
    for moment in everything:
        last_of_day[moment.year, moment.month, moment.day] = moment
        last_of_month[moment.year, moment.month] = moment
    kept = {*list(last_of_day.values())[-DAYS:]}
    kept |= {*list(last_of_month.values())[-MONTHS:]}
    return {moment for moment in everything if moment not in kept}
