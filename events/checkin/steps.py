"""The day on a conference's path: papers, the door, what was scanned, the closing."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db.models import Count, Max
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from events.checkin import attendance, conflicts
from events.checkin.access import door_url
from events.models import DoorDevice, EventPage
from events.organising.steps import PathPhase, Step, states_steps
from portal.models import User
from portal.vietnamese.dates import local, short_date, short_moment

#: Earlier the list still changes, and a telephone would keep one that is old.
DOOR_OPENS = timedelta(days=1)
PRINTED = timedelta(days=3)
BEFORE, TODAY, AFTER = PathPhase.BEFORE, PathPhase.ON_THE_DAY, PathPhase.AFTER


@states_steps
def papers(event: EventPage, user: User, now: datetime) -> Iterator[Step]:
    """Sheets to sign and badges, printed as often as the list changes."""
    if event.terms.is_over(now):
        return
    from_day = _day_before(event, PRINTED)
    waits = ""
    if from_day is None or local(now).date() < from_day:
        day = short_date(from_day) if from_day else ""
        waits = _("From %(day)s, when the list is settled") % {"day": day}
        waits = waits if day else _("Once the conference has its day")
    for order, title, name in (
        (60, _("Sign-in list"), "attendance_sign_in"),
        (70, _("Badges"), "attendance_badges"),
    ):
        url = "" if waits else reverse(name, args=[event.pk])
        yield Step(
            BEFORE, order, title, "", url, _("Print"), waits, is_at_hand=not waits
        )


@states_steps
def door(event: EventPage, user: User, now: datetime) -> Iterator[Step]:
    """The reception desk and the telephones that keep its list."""
    title, counts = _("Reception desk"), attendance.counts(event).total
    desk = reverse("attendance", args=[event.pk])
    # Closed before its end, it is over for the door.
    is_over = event.terms.is_over(now) or attendance.closed(event) is not None
    if counts.present and is_over:
        text = ngettext("%(count)s came", "%(count)s came", counts.present)
        text = text % {"count": counts.present}
        yield Step(TODAY, 10, title, text, desk, _("See"), is_done=True)
    elif is_over:
        waits = _("Nobody was scanned; the signed paper says who came")
        yield Step(TODAY, 10, title, waits=waits)
    elif waits := _why_closed(event, now):
        yield Step(TODAY, 10, title, waits=waits)
        return
    else:
        text = _("Nobody has come in yet")
        if counts.present:
            words = {"present": counts.present, "expected": counts.expected}
            text = _("%(present)s of %(expected)s are inside") % words
        button = _("Open the reception desk")
        yield Step(TODAY, 10, title, text, door_url(event), button)
    yield from _devices(event, is_over=is_over)


@states_steps
def scans(event: EventPage, user: User, now: datetime) -> Iterator[Step]:
    """What was scanned without a connection and somebody has to decide."""
    found = conflicts.reconciliation(event)
    title, url = _("Scans made without a connection"), _attendance(event)
    if found.conflicts:
        count = len(found.conflicts)
        text = ngettext("%(count)s to decide", "%(count)s to decide", count)
        yield Step(TODAY, 30, title, text % {"count": count}, url, _("Decide"))
    elif found.waiting:
        count = sum(device.waiting for device in found.waiting)
        text = ngettext(
            "%(count)s still on a device", "%(count)s still on devices", count
        )
        yield Step(TODAY, 30, title, text % {"count": count}, url, _("See which"))
    elif found.offline:
        count = found.offline
        text = ngettext("%(count)s, all settled", "%(count)s, all settled", count)
        text = text % {"count": count}
        yield Step(TODAY, 30, title, text, url, _("See"), is_done=True)
    elif not event.terms.is_over(now):
        text = _("Shown when somebody has to decide")
        yield Step(TODAY, 30, title, text, waits=_("There are none"))


@states_steps
def closing(event: EventPage, user: User, now: datetime) -> Iterator[Step]:
    """Marked from the signed paper, then closed: all that follows has that number."""
    title, url = pgettext("path", "Attendance"), _attendance(event)
    detail = _("Mark from the signed paper, then close it")
    if not event.terms.has_started(now):
        yield Step(AFTER, 10, title, detail, waits=_("Once the conference has begun"))
        return
    held = attendance.closed(event)
    if held is None:
        yield Step(AFTER, 10, title, detail, url, _("Mark and close"))
        return
    words = {"when": short_moment(held.closed_at), "count": held.present}
    yield Step(
        AFTER,
        10,
        title,
        _("Closed %(when)s with %(count)s present") % words,
        url,
        _("See"),
        is_done=True,
        is_stale=attendance.has_changed(event, held),
    )


def _devices(event: EventPage, *, is_over: bool) -> Iterator[Step]:
    rows = DoorDevice.objects.filter(event=event)
    found = rows.aggregate(count=Count("pk"), heard=Max("heard_at"))
    title, count = _("Lists kept on telephones"), found["count"]
    if count:
        text = ngettext(
            "%(count)s device, last in touch %(when)s",
            "%(count)s devices, last in touch %(when)s",
            count,
        ) % {"count": count, "when": short_moment(found["heard"])}
        url = "" if is_over else door_url(event)
        yield Step(TODAY, 20, title, text, url, _("Load anew"), is_done=True)
    elif not is_over:
        text = _("Open the desk once on each telephone: it keeps the list")
        yield Step(TODAY, 20, title, text, door_url(event), _("Load the list"))


def _why_closed(event: EventPage, now: datetime) -> str:
    """Why the door cannot be opened yet; empty where it can."""
    first = _day_before(event, DOOR_OPENS)
    if first is None:
        return _("Once the conference has its day")
    if not event.live:
        return _("Once the page is published")
    if local(now).date() < first:
        return _("From %(day)s") % {"day": short_date(first)}
    return ""


def _day_before(event: EventPage, span: timedelta):
    return event.starts_on - span if event.starts_on else None


def _attendance(event: EventPage) -> str:
    return reverse("attendance", args=[event.pk])
