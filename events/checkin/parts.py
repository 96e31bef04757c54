"""The parts in which attendance is taken: once, or each half of each day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from events.enums import DayPart
from events.models import EventPage, Reception
from portal.vietnamese.dates import short_date

NOON = time(12)
#: Attendance is taken once where nothing is said, however long it lasts.
MOST_DAYS = 7
WHOLE, MORNING, AFTERNOON = "all", "am", "pm"


@dataclass(frozen=True, slots=True)
class Part:
    """One column of the sign-in sheet. `key` does not change when the day does."""

    key: str
    day: int
    half: str
    on: date | None
    label: str


def parts(
    days: Sequence[date], *, has_morning: bool, has_afternoon: bool
) -> list[Part]:
    """The parts of a conference on these days, in their order.

    A day is two parts where something happens before noon and after it, else one.
    """
    halves = (MORNING, AFTERNOON) if has_morning and has_afternoon else (WHOLE,)
    numbered = list(enumerate(days[:MOST_DAYS], start=1)) or [(1, None)]
    several = len(numbered) > 1
    return [
        Part(f"{day}-{half}", day, half, on, _label(half, on if several else None))
        for day, on in numbered
        for half in halves
    ]


def _label(half: str, on: date | None) -> str:
    words = {WHOLE: _("Whole day"), MORNING: _("Morning"), AFTERNOON: _("Afternoon")}
    if on is None:
        return pgettext("door", "Attendance") if half == WHOLE else words[half]
    return _("%(part)s of %(day)s") % {"part": words[half], "day": short_date(on)}


def current(known: Sequence[Part], now: datetime) -> Part:
    """The part that people come to at this moment, by the clock of the place."""
    local = timezone.localtime(now)
    today = [part for part in known if part.on == local.date()]
    if not today:
        started = [part for part in known if part.on and part.on <= local.date()]
        return started[-1] if started else known[0]
    return today[-1] if local.time() >= NOON else today[0]


def parts_of(event: EventPage) -> list[Part]:
    """The parts of a conference, as the organiser or the programme has it."""
    chosen = Reception.objects.filter(pk=event.pk).values_list("parts", flat=True)
    setting = chosen.first() or DayPart.BY_PROGRAMME
    halves = setting == DayPart.HALVES
    if setting == DayPart.BY_PROGRAMME:
        halves = _has_two_halves(event)
    return parts(_days(event), has_morning=halves, has_afternoon=halves)


def _days(event: EventPage) -> list[date]:
    if event.starts_on is None:
        return []
    last = event.ends_on or event.starts_on
    length = (last - event.starts_on).days + 1
    return [event.starts_on + timedelta(days=number) for number in range(length)]


def _has_two_halves(event: EventPage) -> bool:
    """Whether the agenda has entries before noon and some after it begins again."""
    times = [item.time for item in event.get_agenda() if item.time]
    return any(hour < NOON for hour in times) and any(hour > NOON for hour in times)
