"""An invented series, labelled so, in four places some weeks ahead."""

from datetime import date
from importlib import resources

from events.demo import agencies, people, plan, programme
from events.models import (
    ConferenceSeriesPage,
    EventIndexPage,
    EventPage,
    SeriesMaterial,
)
from portal.demo import content
from portal.demo.markup import Text, parse

CLOSED = "closed"
# Where the hall is another one since people registered, and nobody was told yet.
MOVED = "Hữu Lũng"
VENUE = "Hội trường trung tâm (minh họa)"
VENUE_BEFORE = "Phòng họp lớn (minh họa)"


def load(*, today: date) -> None:
    agencies.add_all()
    text = _read()
    series = programme.series(text, *_span(text, today))
    series.materials = [SeriesMaterial(document=programme.checklist())]
    content.publish(EventIndexPage.objects.get(), series)
    for number, line in enumerate(text.lines("places")):
        *facts, count = programme.cells(line)
        event = content.publish(series, _event(facts, number, today))
        people.fill(event, int(count), today=today)
        if event.locality.name == MOVED:
            _move(event)


def refresh(*, today: date) -> None:
    """Once the first conference is due, all of them lie ahead again."""
    text = _read()
    series = ConferenceSeriesPage.objects.filter(
        slug=text.head["slug"], is_sample=True, live=True
    ).first()
    if series is None or series.starts_on is None or series.starts_on > today:
        return
    for number, line in enumerate(text.lines("places")):
        _kind, _name, slug, _capacity, fate, _people = programme.cells(line)
        event = EventPage.objects.child_of(series).filter(slug=slug, live=True).first()
        if event is not None:
            _set_days(event, number, today, fate)
            event.save_revision().publish()
    series.starts_on, series.ends_on = _span(text, today)
    series.save_revision().publish()


def _read() -> Text:
    source = resources.files(__package__) / "coming.txt"
    return parse(source.read_text(encoding="utf-8"))


def _span(text: Text, today: date) -> tuple[date, date]:
    last = len(text.lines("places")) - 1
    first, end = (
        plan.days(number, today=today, closed=False).on for number in (0, last)
    )
    return first, end


def _event(cells: list[str], number: int, today: date) -> EventPage:
    kind, name, slug, capacity, fate = cells
    locality = programme.locality(name, kind)
    event = EventPage(
        title=f"Lớp tại {str(locality)[0].lower()}{str(locality)[1:]}",
        slug=slug,
        summary=(
            "Một trong bốn lớp minh họa của đợt tập huấn viết và nhân rộng sáng kiến "
            "ở cơ sở."
        ),
        is_sample=True,
        locality=locality,
        venue=VENUE_BEFORE if name == MOVED else VENUE,
        directions=(
            "Có chỗ để xe trong sân. Lối vào không bậc thềm ở cửa bên phải. "
            "Mang theo vé QR trên điện thoại hoặc bản in."
        ),
        registration_on=True,
        capacity=int(capacity),
        contact_name=agencies.ORGANISER,
    )
    _set_days(event, number, today, fate)
    return event


def _move(event: EventPage) -> None:
    """Into the other hall: the organiser's next step is to tell those registered."""
    event.venue = VENUE
    event.save_revision().publish()


def _set_days(event: EventPage, number: int, today: date, fate: str) -> None:
    days = plan.days(number, today=today, closed=fate == CLOSED)
    event.starts_on = event.ends_on = days.on
    event.start_time, event.end_time = plan.MORNING, plan.NOON
    event.opens_at, event.closes_at = days.opens_at, days.closes_at
