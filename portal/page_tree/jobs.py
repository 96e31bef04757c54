"""Pages come and go at their hour without anybody there."""

from datetime import datetime

from portal.jobs import every
from portal.page_tree.schedule import publish_due, unpublish_expired


@every(minutes=1)
def keep_hours(now: datetime) -> None:
    publish_due(now)
    unpublish_expired(now)
