"""What stands on the share pictures of conferences and their series."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from events.conferences.facts import day_in_words
from events.enums import Circumstance
from events.models import ConferenceSeriesPage, EventPage
from portal.share_cards import Line, ShareCard, share_card
from portal.vietnamese.dates import short_days


@share_card(EventPage)
def conference_card(event: EventPage) -> ShareCard:
    """Title, day and venue; no seats, which are others tomorrow.

    One that is called off says so and has no day; of a postponed one the day is left
    out until the new one, which makes a new picture, is known.
    """
    is_off = event.circumstance == Circumstance.CANCELLED
    is_planned = event.circumstance == Circumstance.PLANNED
    day = day_in_words(event) if is_planned else ""
    place = event.venue or event.place
    notes = [pgettext("conference", "Called off") if is_off else ""]
    notes.append(pgettext("reader", "sample") if event.is_sample else "")
    return ShareCard(
        title=event.full_title,
        kicker=" · ".join(filter(None, notes)),
        lines=_lines(day, "" if is_off else place),
        ground="hills",
    )


@share_card(ConferenceSeriesPage)
def series_card(series: ConferenceSeriesPage) -> ShareCard:
    """Title and days of the whole series."""
    days = series.date_text
    if series.starts_on and not days:
        days = short_days(series.starts_on, series.ends_on)
    kind = _("Series of conferences")
    sample = pgettext("reader", "sample")
    return ShareCard(
        title=series.full_title,
        kicker=f"{kind} · {sample}" if series.is_sample else kind,
        lines=_lines(days, ""),
        ground="hills",
    )


def _lines(day: str, place: str) -> tuple[Line, ...]:
    known = (Line(day, "calendar"), Line(place, "pin"))
    return tuple(line for line in known if line.text)
