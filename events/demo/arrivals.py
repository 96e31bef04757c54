"""Who came to the invented classes, and what followed for those who had been there."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from django.utils import timezone

from events import seats
from events.certificates import verbs as certificates
from events.checkin import attendance, verbs
from events.checkin.parts import parts_of
from events.checkin.record import Shown
from events.demo import agencies
from events.demo.generation import somebody
from events.enums import (
    Channel,
    Purpose,
    RemarkState,
    RevokeReason,
    ScanSource,
    Usefulness,
)
from events.models import (
    Certificate,
    CertificateSettings,
    DoorDevice,
    EventPage,
    Registration,
    SurveyAnswer,
)
from events.models.attendees import Agreed
from events.personal_data import consents
from events.reports import survey

BEFORE = timedelta(minutes=25)
BETWEEN = timedelta(seconds=40)
# Of those seated one in so many stays away, one in so many agrees to be looked up.
ABSENT, LOOKED_UP = 7, 3
SIGNER = "Nông Thị Mẫu (minh họa)"
POSITION = "Trưởng ban tổ chức (minh họa)"
SUBJECT = "lớp hướng dẫn lập hồ sơ sáng kiến ở đơn vị (minh họa)"
HOURS = 7
# Three questions, answered by so many; what two of them wrote.
ANSWERS = 21
USEFUL = (Usefulness.AT_ONCE,) * 4 + (Usefulness.MOSTLY,) * 2 + (Usefulness.LITTLE,)
REMARKS = (
    "Minh họa: xin thêm mẫu bản mô tả của trạm y tế.",
    "Minh họa: nên có nhiều thì giờ sửa bài cho nhau hơn.",
)
INSIDE_AT_THE_DOOR = 18
DEVICES = ("Máy cửa chính (minh họa)", "Máy cửa bên (minh họa)")


def held(event: EventPage) -> None:
    """A class that is over: who came, the closing, certificates and answers."""
    begins, ends = _hours(event)
    rows = _seated(event)
    present = [row for number, row in enumerate(rows, 1) if number % ABSENT]
    for part, at in zip(
        parts_of(event),
        (begins, begins + timedelta(hours=6, minutes=30)),
        strict=True,
    ):
        _arrive(event, present, part.key, at - BEFORE)
    morning = parts_of(event)[0].key
    for number in (901, 902):
        verbs.walk_in(
            event,
            somebody(event.pk * 1_000 + number, agencies.agency(agencies.INVITED[3])),
            part=morning,
            key=uuid4(),
            agreed=Agreed(consents.CURRENT),
            now=begins + timedelta(minutes=number - 890),
            actor=None,
        )
    evening = ends + timedelta(minutes=40)
    for row in present[::LOOKED_UP]:
        consents.choose(row, [Purpose.CERTIFICATE], now=evening, actor=None)
    verbs.close(event, now=evening, actor=None)
    _certify(event, evening + timedelta(minutes=20))
    _answer(event, present)


def at_the_door(event: EventPage, *, now: datetime) -> None:
    """A class people are coming to: some are inside, no later than `now`.

    One ticket was cancelled and one handed to a colleague, so that a scan of either
    can be tried.
    """
    begins, _ends = _hours(event)
    rows = _seated(event)
    day_before = begins - timedelta(hours=18)
    seats.cancel(rows[-1].pk, now=day_before, channel=Channel.TICKET)
    seats.transfer(
        rows[-2].pk,
        somebody(event.pk * 1_000 + 900, agencies.agency(agencies.INVITED[3])),
        agreed=Agreed(consents.CURRENT),
        key=uuid4(),
        now=day_before,
        channel=Channel.TICKET,
    )
    first = min(begins - BEFORE, now - INSIDE_AT_THE_DOOR * BETWEEN)
    devices = [
        DoorDevice.objects.create(
            event=event, name=name, heard_at=first + INSIDE_AT_THE_DOOR * BETWEEN
        )
        for name in DEVICES
    ]
    (whole,) = parts_of(event)
    inside = rows[:INSIDE_AT_THE_DOOR]
    _arrive(event, inside, whole.key, first, devices=devices)


def _hours(event: EventPage) -> tuple[datetime, datetime]:
    """When an invented class begins and ends: each of them says so."""
    if event.starts_at is None or event.ends_at is None:
        raise ValueError(f"no hours: {event.title}")
    return event.starts_at, event.ends_at


def _seated(event: EventPage) -> list[Registration]:
    """Who has a seat, agencies mixed: nobody comes in the order of a list."""
    rows = list(Registration.objects.filter(event=event).order_by("pk"))
    return [row for first in range(3) for row in rows[first::3]]


def _arrive(
    event: EventPage,
    rows: Iterable[Registration],
    part: str,
    first: datetime,
    *,
    devices: Iterable[DoorDevice] = (),
) -> None:
    """Scanned one after the other, at each device in turn; some are found by name."""
    keys: list[UUID | None] = [device.pk for device in devices] or [None]
    for number, row in enumerate(rows):
        at = first + number * BETWEEN
        source = ScanSource.CODE if number % 6 else ScanSource.NAME
        shown = Shown(part, source, at, device_id=keys[number % len(keys)])
        verbs.check_in(event, row.pk, shown, now=at, actor=None)


def _certify(event: EventPage, now: datetime) -> None:
    """Issued to all who were there; one was issued anew, so its first is revoked."""
    CertificateSettings.objects.create(
        event=event,
        signer=SIGNER,
        signer_title=POSITION,
        hours=HOURS,
        subject=SUBJECT,
        signed_on=timezone.localdate(now),
    )
    issued = certificates.issue(event, now=now, actor=None)
    last: Certificate = issued[-1]
    later = now + timedelta(minutes=10)
    why = RevokeReason.WRONG_DETAIL
    certificates.reissue(last.pk, reason=why, now=later, actor=None)


def _answer(event: EventPage, present: Iterable[Registration]) -> None:
    """Answers to the three questions; one of two remarks has been read."""
    asked = survey.parts_of(event)
    came = attendance.present(event)
    rows = [row for row in present if row.pk in came][:ANSWERS]
    for number, row in enumerate(rows):
        survey.answer(
            row,
            usefulness=USEFUL[number % len(USEFUL)],
            parts=[asked[number % len(asked)]],
            remark=REMARKS[number] if number < len(REMARKS) else "",
        )
    read = SurveyAnswer.objects.filter(event=event, remark=REMARKS[0])
    read.update(shown=REMARKS[0], state=RemarkState.SHOWN)
