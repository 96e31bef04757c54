"""What the conferences' search box finds: the one search, past and coming alike."""

from collections.abc import Iterator

from django.db.models import OuterRef, Q, Subquery
from django.db.models.functions import Length, Substr
from wagtail.models import Page

from events.models import ConferenceSeriesPage, EventPage
from portal.keys import among
from portal.search.search_box import Answer, answer

#: The kind of results that conferences are among.
EVENTS = "su-kien"


def find_events(text: str) -> Answer:
    """Conferences that answer, the best first; a series stands for its conferences."""
    found = answer(text, EVENTS)
    if not found.pages:
        return found
    above = Substr(OuterRef("path"), 1, Length(OuterRef("path")) - Page.steplen)
    among_found = among(found.pages)
    series = ConferenceSeriesPage.objects.filter(path=above, pk__in=among_found)
    rows = EventPage.objects.annotate(series=Subquery(series.values("pk")))
    rows = rows.filter(Q(pk__in=among_found) | Q(series__isnull=False)).order_by("path")
    within: dict[int, list[int]] = {}
    for event, of_series in rows.values_list("pk", "series"):
        within.setdefault(event, []).append(event)
        if of_series:
            within.setdefault(of_series, []).append(event)
    return found.in_order(tuple(_each_once(found, within)))


def _each_once(found: Answer, within: dict[int, list[int]]) -> Iterator[int]:
    seen: set[int] = set()
    for page in found.pages:
        for event in within.get(page, ()):
            if event not in seen:
                seen.add(event)
                yield event
