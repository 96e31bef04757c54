"""A notice to many: written down first, then sent some at a time, each person once."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F

from events.enums import Circumstance, NoticeKind, RegistrationState
from events.letters import outbox
from events.models import Announcement, CalendarEntry, EventPage, Registration
from events.seats.notices import Notice

CHUNK = 100
_NOTICES = {
    RegistrationState.PENDING: NoticeKind.PENDING,
    RegistrationState.WAITING: NoticeKind.WAITING,
    RegistrationState.OFFERED: NoticeKind.OFFERED,
    RegistrationState.CONFIRMED: NoticeKind.CONFIRMED,
}


def announce(
    event: EventPage,
    notice: NoticeKind,
    *,
    by,
    now: datetime,
    subject: str = "",
    text: str = "",
    chosen: Iterable[int] | None = None,
    before: datetime | None = None,
    submission: UUID | None = None,
) -> Announcement:
    """Have the worker tell those registered, or the `chosen` of them by id.

    The same `submission` of a form, sent in twice, is one announcement.
    """
    row = {
        "event": event,
        "notice": notice,
        "subject": subject,
        "text": text,
        "chosen": None if chosen is None else sorted(set(chosen)),
        "before": before,
        "created_by": by,
        "created_at": now,
    }
    if submission is None:
        return Announcement.objects.create(**row)
    found, _made = Announcement.objects.get_or_create(
        submission=submission, defaults=row
    )
    return found


def decline(event: EventPage, notice: NoticeKind, *, by, now: datetime) -> Announcement:
    """Write down that nobody gets a notice of the change."""
    return Announcement.objects.create(
        event=event,
        notice=notice,
        created_by=by,
        created_at=now,
        done_at=now,
        declined=True,
    )


def audience(announcement: Announcement):
    """Who is meant, whether or not the notice has reached them."""
    rows = Registration.objects.live().filter(event_id=announcement.event_id)
    if announcement.before:
        rows = rows.filter(created_at__lt=announcement.before)
    if announcement.chosen is not None:
        rows = rows.filter(pk__in=announcement.chosen)
    return rows


def send_next(announcement: Announcement, *, now: datetime) -> bool:
    """Send to the next few; False once everybody has the notice.

    Two workers at the same announcement send nothing twice: whoever writes `reached`
    first has these few, the other sends nothing and comes again.
    """
    with transaction.atomic():
        rows = audience(announcement).filter(pk__gt=announcement.reached)
        few = list(rows.order_by("pk")[:CHUNK])
        mine = Announcement.objects.filter(
            pk=announcement.pk, reached=announcement.reached, done_at=None
        )
        if not few:
            mine.update(done_at=now)
            return False
        count = F("reached_count") + len(few)
        if not mine.update(reached=few[-1].pk, reached_count=count):
            announcement.refresh_from_db()
            return announcement.done_at is None
        notices = [
            Notice(
                row,
                NoticeKind(announcement.notice),
                reason=announcement.text,
                key=announcement.key,
                subject=announcement.subject,
            )
            for row in few
        ]
        outbox.send(notices, now=now)
    announcement.reached = few[-1].pk
    return True


def send_again(rows: Iterable[Registration], *, now: datetime) -> None:
    """Tell each anew where they stand, with the ticket: once a minute at most."""
    key = f"again:{now:%Y%m%d%H%M}"
    notices = [
        Notice(row, _NOTICES[row.state], key=key)
        for row in rows
        if row.state in _NOTICES
    ]
    with transaction.atomic():
        outbox.send(notices, now=now)


def notice_of(event: EventPage) -> NoticeKind:
    """The notice for those registered after the page was changed."""
    called_off = event.circumstance == Circumstance.CANCELLED
    return NoticeKind.EVENT_CANCELLED if called_off else NoticeKind.EVENT_MOVED


def unannounced_change(event_id: int) -> datetime | None:
    """When the published page changed what no announcement has followed since."""
    changed = (
        CalendarEntry.objects.filter(event_id=event_id, sequence__gt=0)
        .values_list("changed_at", flat=True)
        .first()
    )
    if changed is None:
        return None
    news = Announcement.objects.filter(
        event_id=event_id,
        notice__in=(NoticeKind.EVENT_MOVED, NoticeKind.EVENT_CANCELLED),
        created_at__gte=changed,
    )
    return None if news.exists() else changed


def unannounced_count(event_id: int) -> int:
    """How many registered before a change that was not announced."""
    changed = unannounced_change(event_id)
    if changed is None:
        return 0
    rows = Registration.objects.live().filter(event_id=event_id)
    return rows.filter(created_at__lt=changed).count()
