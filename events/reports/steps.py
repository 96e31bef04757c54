"""Numbers, survey, report on a conference's path; the news is said by `home`."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.checkin import attendance
from events.enums import NoticeKind
from events.models import EventPage, SurveyAnswer
from events.organising.steps import PathPhase, Step, states_steps
from events.reports import history
from portal.models import User
from portal.vietnamese.dates import short_moment

AFTER = PathPhase.AFTER


@states_steps
def numbers(event: EventPage, user: User, now: datetime) -> Iterator[Step]:
    """Attendance closed, then the numbers; before that they are provisional."""
    closing = attendance.closed(event)
    present = len(attendance.present(event))
    words = ngettext("%(count)s present", "%(count)s present", present)
    counted = words % {"count": present}
    if closing:
        when = {"when": short_moment(closing.closed_at), "counted": counted}
        detail = _("Closed at %(when)s, %(counted)s") % when
        stale = closing.present != present
    else:
        detail, stale = (
            _("%(counted)s so far, not closed") % {"counted": counted},
            False,
        )
    yield Step(
        AFTER,
        20,
        _("Numbers"),
        detail,
        reverse("statistics", args=[event.pk]),
        _("See the numbers") if closing else _("See provisional numbers"),
        is_done=closing is not None,
        is_stale=stale,
    )


@states_steps
def questions(event: EventPage, user: User, now: datetime) -> Iterator[Step]:
    """Materials and survey by letter to those present."""
    title = _("Survey and materials")
    if not event.terms.has_started(now):
        yield Step(AFTER, 30, title, waits=_("After the conference"))
        return
    sent = event.announcements.filter(notice=NoticeKind.AFTERWARDS).exists()
    count = SurveyAnswer.objects.filter(event=event).count()
    words = ngettext("%(count)s answer so far", "%(count)s answers so far", count)
    yield Step(
        AFTER,
        30,
        title,
        words % {"count": count} if sent else _("A letter to those present"),
        reverse("survey", args=[event.pk]),
        _("See the answers") if sent else _("Send"),
        is_done=sent,
    )


@states_steps
def report(event: EventPage, user: User, now: datetime) -> Iterator[Step]:
    """A Word file once there is one number; done when taken out with that number."""
    title = _("Report on the conference")
    detail = _("A Word file from the office's template; the number is left empty")
    closing = attendance.closed(event)
    if closing is None:
        waits = _("Once attendance is closed")
        yield Step(AFTER, 60, title, detail, waits=waits)
        return
    url, made = reverse("event_report", args=[event.pk]), history.latest(event)
    if made is None:
        yield Step(AFTER, 60, title, detail, url, _("Download the report"))
        return
    is_stale = not made.agrees_with(closing) or attendance.has_changed(event, closing)
    text = _("Downloaded %(when)s, with %(count)s present")
    text = text % {"when": short_moment(made.at), "count": made.present}
    button = _("Download it anew") if is_stale else _("See")
    yield Step(AFTER, 60, title, text, url, button, is_done=True, is_stale=is_stale)
