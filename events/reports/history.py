"""When the report was last taken out, as the conference's own history has it."""

from dataclasses import dataclass
from datetime import datetime

from wagtail.log_actions import log
from wagtail.models import PageLogEntry

from events.models import AttendanceClosing, EventPage
from portal.models import User

REPORT = "events.report_made"


@dataclass(frozen=True, slots=True)
class ReportDownload:
    """One report: when, and with which closing's number."""

    at: datetime
    closing_id: int
    present: int

    def agrees_with(self, closing: AttendanceClosing | None) -> bool:
        """Whether it says what attendance was closed with, now."""
        return closing is not None and closing.pk == self.closing_id


def note(event: EventPage, closing: AttendanceClosing, *, actor: User) -> None:
    """Write that a report with the number of this closing was taken out."""
    data = {"closing": closing.pk, "present": closing.present}
    log(event, REPORT, user=actor, data=data)


def latest(event: EventPage) -> ReportDownload | None:
    """The last report of the conference; None until there is one."""
    rows = PageLogEntry.objects.filter(page=event.pk, action=REPORT)
    row = rows.order_by("-timestamp", "-pk").first()
    if row is None:
        return None
    return ReportDownload(row.timestamp, row.data["closing"], row.data["present"])
