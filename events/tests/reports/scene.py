"""A conference in the evening: five registered, three of them there, one new."""

from datetime import timedelta
from uuid import uuid4

from events.checkin import close, verbs
from events.checkin.record import Shown
from events.enums import Audience, ScanSource
from events.models import EventPage, Registration
from events.tests.scenario import AGREED, add_event, invite, register, somebody

SCHOOL, STATION = "Trường minh họa", "Trạm minh họa"


def conference(**more) -> EventPage:
    """Held in the past of nobody's clock: the tests say what time it is."""
    known = {
        "title": "Hội nghị phổ biến sáng kiến",
        "start_time": "07:30",
        "end_time": "16:30",
        "venue": "Hội trường xã Hữu Lũng",
        "contact_name": "Phòng minh họa",
        "purpose": "Giới thiệu quy định\nHướng dẫn viết bản mô tả",
        **more,
    }
    return add_event(50, **known)


def people(event: EventPage) -> list[Registration]:
    """Three of the school, two of the station; the first of each stays away."""
    invite(event, SCHOOL, quota=8)
    found = []
    for number in range(5):
        of_school = number < 3
        attendee = somebody(
            number,
            email=f"nguoi{number}@x.vn",
            organisation_name=SCHOOL if of_school else STATION,
            audience=Audience.PUBLIC_EMPLOYEE if of_school else Audience.OFFICIAL,
        )
        found.append(register(event, number, attendee=attendee))
    at = event.starts_at
    for row in (found[1], found[2], found[4]):
        shown = Shown("1-all", ScanSource.CODE, at)
        verbs.check_in(event, row.pk, shown, now=at, actor=None)
    verbs.walk_in(
        event,
        somebody(9, organisation_name=STATION, audience=Audience.OFFICIAL),
        part="1-all",
        key=uuid4(),
        agreed=AGREED,
        now=at,
        actor=None,
    )
    return found


def closed(event: EventPage) -> None:
    close.close(event, now=event.ends_at + timedelta(hours=1), actor=None)
