"""An invented conference with invented people, to try the admin and to measure it."""

from datetime import datetime, timedelta
from uuid import uuid4

from django.utils import timezone

from events import seats
from events.enums import Audience
from events.models import EventIndexPage, EventPage, Invitation
from events.models.attendees import Agreed, Attendee
from events.personal_data import consents
from portal.models import Organisation

PER_AGENCY = 250
_FAMILY = ("Hoàng", "Lý", "Nông", "Triệu", "Vi", "Lương", "Chu", "Đàm", "Hứa", "Bế")
_MIDDLE = ("Văn", "Thị", "Minh", "Thu", "Đức", "Ngọc", "Hồng", "Quang", "Thanh", "An")
_GIVEN = ("Mẫu", "Thử", "Ví", "Dụ", "Nháp", "Phác", "Minh", "Họa", "Mô", "Phỏng")


def add_conference(
    index: EventIndexPage, *, capacity: int | None, now: datetime
) -> EventPage:
    """A published conference, labelled a sample, that takes registrations from now."""
    day = timezone.localdate(now) + timedelta(weeks=4)
    event = EventPage(
        title="Hội nghị tạo tự động (minh họa)",
        slug=f"hoi-nghi-minh-hoa-{uuid4().hex[:8]}",
        summary="Hội nghị do máy tạo ra để thử và để đo.",
        is_sample=True,
        starts_on=day,
        ends_on=day,
        registration_on=True,
        capacity=capacity,
    )
    index.add_child(instance=event)
    event.save_revision().publish()
    return event


def fill(event: EventPage, people: int, *, now: datetime) -> None:
    """Have invented agencies register that many people, each by its invitation."""
    for number, first in enumerate(range(0, people, PER_AGENCY), 1):
        share = range(first, min(first + PER_AGENCY, people))
        name = f"Đơn vị số {number} (minh họa)"
        agency, _made = Organisation.objects.get_or_create(name=name)
        invitation = Invitation.objects.create(
            event=event, organisation=agency, quota=len(share), created_at=now
        )
        seats.settle_delegation(
            invitation.pk,
            added=[somebody(one, agency) for one in share],
            agreed=Agreed(consents.CURRENT),
            key=uuid4(),
            now=now,
        )


def somebody(number: int, agency: Organisation) -> Attendee:
    """An invented person; the name comes again after a thousand, the phone never."""
    names = (
        words[number // 10**place % 10]
        for place, words in ((2, _FAMILY), (1, _MIDDLE), (0, _GIVEN))
    )
    return Attendee(
        name=" ".join(names),
        phone=f"+8491{number:07d}",
        organisation_name=agency.name,
        organisation_id=agency.pk,
        audience=list(Audience)[number % len(Audience)],
    )
