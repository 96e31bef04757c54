"""What an office prints for the day: the list to sign, badges, signs for tables."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from events.checkin.sheets import Signer, SignSheet, lines, sheets
from events.enums import SEATED
from events.models import EventPage, Registration
from events.organising.export import by_agency

EACH_SHEET = 8
#: Names longer than this are set smaller, on two lines.
LONG_NAME = 17
#: On a table's sign a name may be as long as this in the largest letters.
LONG_SIGN = 14


@dataclass(frozen=True, slots=True)
class Badge:
    """A name to wear. `code` is what the door reads; it opens no ticket."""

    name: str
    agency: str
    role: str
    tone: str
    code: str = ""

    @property
    def is_long(self) -> bool:
        return len(self.name) > LONG_NAME

    @property
    def is_long_sign(self) -> bool:
        return len(self.name) > LONG_SIGN


def seated(event: EventPage) -> list[Registration]:
    """Who has a seat, agency by agency and by tên within it; one query."""
    rows = Registration.objects.filter(event=event, state__in=SEATED)
    return by_agency(rows.filter(forgotten_at=None))


def sign_sheets(event: EventPage) -> list[SignSheet]:
    """The list to sign; a telephone is three digits, for it lies open on a table."""
    signers = [
        Signer(
            row.pk,
            row.name,
            row.position,
            f"…{row.phone[-3:]}" if row.phone else "",
            row.organisation_name,
        )
        for row in seated(event)
    ]
    return sheets(lines(signers, others=_("People who are not listed above")))


def badges(event: EventPage) -> list[Badge]:
    """One for each who has a seat, then the speakers."""
    people = [
        Badge(row.name, row.organisation_name, _("Delegate"), "delegate", row.code)
        for row in seated(event)
    ]
    return people + speakers(event)


def speakers(event: EventPage) -> list[Badge]:
    """Those who speak, with their organisation as on that day."""
    return [
        Badge(
            str(row.person),
            row.organisation_then,
            row.title_then or _("Speaker"),
            "speaker",
        )
        for row in event.get_speakers()
    ]


def by_sheet(made: Sequence[Badge]) -> list[Sequence[Badge]]:
    """Eight to a sheet."""
    return [
        made[start : start + EACH_SHEET] for start in range(0, len(made), EACH_SHEET)
    ]
