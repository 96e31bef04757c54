"""What the conferences tell search."""

from django.utils.translation import gettext_lazy as _

from events.conferences.search import EVENTS
from events.models import ConferenceSeriesPage, EventPage
from portal.search import registry
from portal.search.registry import Description

registry.add_kind(EVENTS, _("Conferences"), 20)


@registry.describes(EventPage, ConferenceSeriesPage)
def describe_event(page) -> Description:
    place = getattr(page, "locality_id", None)
    agenda = [item.title for item in page.get_agenda()]
    return Description(
        kind=EVENTS,
        text="\n".join(filter(None, (page.summary, page.search_text(), *agenda))),
        facets={"noi": [place] if place else []},
    )
