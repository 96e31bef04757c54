"""Words of administrative prose: numbers, days, lists, acts as they are cited. Pure."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time

from events.reports.facts import Act, PlaceFact, SpeakerFact
from portal.vietnamese.dates import long_date, short_date

_TWO_DIGITS = 10


def two_digits(count: int) -> str:
    """09, 27: below ten with a zero in front, as offices write it."""
    return f"{count:02d}" if 0 < count < _TWO_DIGITS else str(count)


def joined(parts: Sequence[str], *, last: str = " và ") -> str:
    """A, B và C."""
    parts = [part for part in parts if part]
    if len(parts) < 2:
        return "".join(parts)
    return ", ".join(parts[:-1]) + last + parts[-1]


def group_in_prose(label: str) -> str:
    """A group within a sentence: công chức; those of none of them are người khác."""
    name = lowered(label)
    return f"người {name}" if name == "khác" else name


def lowered(text: str) -> str:
    """With a small first letter, unless a name or an abbreviation begins it."""
    first, rest = text[:1], text[1:2]
    return text if rest.isupper() else first.lower() + text[1:]


def sentence(text: str) -> str:
    """With a capital in front and a full stop behind."""
    text = text.strip()
    if not text:
        return ""
    end = "" if text[-1] in ".!?…" else "."
    return text[0].upper() + text[1:] + end


def days(first: date | None, last: date | None) -> str:
    """ngày 22/12/2026; từ 25 đến 28/01/2021; từ 30/01 đến 02/02/2021."""
    if first is None:
        return ""
    if last is None or last == first:
        return f"ngày {short_date(first)}"
    if (first.year, first.month) == (last.year, last.month):
        return f"từ {first:%d} đến {short_date(last)}"
    if first.year == last.year:
        return f"từ {first:%d/%m} đến {short_date(last)}"
    return f"từ {short_date(first)} đến {short_date(last)}"


def hours(starts: time | None, ends: time | None) -> str:
    """từ 07 giờ 30 đến 16 giờ 30; nothing where only one of them is known."""
    if starts is None or ends is None:
        return ""
    return f"từ {clock(starts)} đến {clock(ends)}"


def clock(at: time) -> str:
    """07 giờ 30, 08 giờ 00."""
    return f"{at:%H} giờ {at:%M}"


def moment(at: datetime) -> str:
    """17 giờ 00 ngày 27 tháng 11 năm 2026, by the clock of `at`."""
    return f"{clock(at.time())} {long_date(at.date())}"


def place_of(place: PlaceFact) -> str:
    """Hội trường trung tâm, xã Hữu Lũng: what the venue's name says stands once."""
    if place.locality and place.locality.casefold() in place.venue.casefold():
        return place.venue
    return ", ".join(filter(None, (place.venue, place.locality)))


def in_figures(day: date) -> str:
    """ngày 19/4/2018, as acts are cited in running text."""
    return f"ngày {short_date(day)}"


def cited(act: Act, *, day: Callable[[date], str] = in_figures) -> str:
    """Quyết định số 36/2018/QĐ-UBND, do UBND tỉnh Lạng Sơn ban hành ngày 19/4/2018.

    A paper that is signed writes the `day` out.
    """
    name = f"{act.kind} số {act.symbol}" if act.kind else act.symbol
    by = f"do {act.issuer} ban hành" if act.issuer else "ban hành"
    if act.signed_on:
        return f"{name}, {by} {day(act.signed_on)}"
    return f"{name}, {by}" if act.issuer else name


def introduced(speaker: SpeakerFact) -> str:
    """đồng chí Hoàng Thị Hiên (Chuyên viên, Sở Khoa học và Công nghệ)."""
    post = ", ".join(filter(None, (speaker.title, speaker.organisation)))
    return f"đồng chí {speaker.name} ({post})" if post else f"đồng chí {speaker.name}"
