"""A registration as a row: made, told from others of the same conference, written."""

from datetime import datetime
from typing import Any

from events.enums import Channel, Purpose
from events.models import Consent, EventPage, Registration, SeatCount
from events.models.attendees import Agreed, Attendee
from events.models.keys import new_code
from events.models.registrations import RegistrationQuerySet
from events.seats.errors import AlreadyRegistered
from events.seats.queries import alike
from portal.kept_inserts import insert
from portal.models import User


class Rows:
    """The registrations of one conference, for the length of a transaction."""

    def __init__(
        self,
        event: EventPage,
        count: SeatCount,
        *,
        now: datetime,
        channel: Channel,
        actor: User | None = None,
    ) -> None:
        self.event = event
        self.count = count
        self.now = now
        self.channel = channel
        self.actor = actor

    @property
    def registrations(self) -> RegistrationQuerySet:
        return Registration.objects.filter(event_id=self.event.pk)

    def became(self, state: str, *, before: str = "") -> None:
        """A registration has another state, or is there with its first one."""

    def _row(self, attendee: Attendee, **columns: Any) -> Registration:
        row = Registration(
            event_id=self.event.pk,
            code=new_code(),
            channel=self.channel,
            created_at=self.now,
            changed_at=self.now,
            **columns,
        )
        row.describe(attendee)
        return row

    def _insert(self, row: Registration, agreed: Agreed | None) -> None:
        insert([row])
        self.became(row.state)
        if agreed is not None:
            insert(self._consents(row, agreed))

    def _ensure_new(self, row: Registration) -> None:
        """Raise AlreadyRegistered if the person holds another live place here."""
        if other := self._settle_code(row):
            raise AlreadyRegistered(other)

    def _settle_code(self, row: Registration) -> Registration | None:
        """Change its code if somebody here has it; the lock keeps it free.

        Returns the person's other live registration at this conference.
        """
        while True:
            found = alike.rows(
                event=self.event.pk, person=row.person_key, code=row.code
            )
            others = [one for one in found if one.pk != row.pk]
            if all(one.code != row.code for one in others):
                break
            row.code = new_code()
            row.describe(row.attendee)
        same = (one for one in others if one.person_key == row.person_key)
        return next((one for one in same if one.is_live), None)

    def _consents(self, row: Registration, agreed: Agreed) -> list[Consent]:
        return [
            Consent(
                registration=row,
                purpose=purpose,
                given=purpose in agreed.purposes,
                text_version=agreed.text_version,
                at=self.now,
                channel=self.channel,
                actor=self.actor,
            )
            for purpose in Purpose
            if purpose in agreed.asked
        ]


def is_namesake(row: Registration, other: Registration) -> bool:
    """Whether only the name is the same, as far as anybody knows."""
    return not row.phone and other.agency_key != row.agency_key
