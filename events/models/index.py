"""All conferences: what comes, what was, month by month."""

from django.utils.translation import gettext_lazy as _

from events.models.pages import EventPage
from portal.models import PortalPage


class EventIndexPage(PortalPage):
    """All conferences: what comes, then what was."""

    # Seats are shown, never older than this.
    cache_seconds = 10

    max_count = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["events.ConferenceSeriesPage", "events.EventPage"]
    template = "events/event_index_page.html"
    schema_type = "CollectionPage"

    class Meta:
        verbose_name = _("conference index")

    def events(self):
        return EventPage.objects.descendant_of(self)
