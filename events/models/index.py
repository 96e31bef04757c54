"""All conferences: what comes, what was, month by month; as feed and as calendar."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import path

from events.models.pages import EventPage
from events.models.series import ConferenceSeriesPage
from portal.feeds import listing_feed
from portal.models import PortalPage


class EventIndexPage(PortalPage):
    """All conferences: what comes, then what was."""

    max_count = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["events.ConferenceSeriesPage", "events.EventPage"]
    template = "events/event_index_page.html"
    schema_type = "CollectionPage"

    class Meta:
        verbose_name = _("conference index")

    def events(self):
        return EventPage.objects.descendant_of(self)

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        from events.conferences.listing import Listing  # it reads the models

        context = super().get_context(request, *args, **kwargs)
        base = self.get_url(request) or ""
        listing = Listing(request.GET, base_url=base, now=timezone.now())
        return (
            context
            | listing.context(self.events())
            | {"feed_url": f"{base}rss/", "calendar_url": f"{base}lich.ics"}
        )

    @path("rss/", name="rss")
    def rss(self, request: HttpRequest) -> HttpResponse:
        """The conferences to come, the soonest first."""
        coming = self.events().for_listing().upcoming(timezone.now())
        return listing_feed(self, coming[:30], request)

    @path("lich.ics/", name="calendar")
    def calendar(self, request: HttpRequest) -> HttpResponse:
        """The conferences of the last year and to come, for calendar programs."""
        from events.conferences.calendar_files import index_calendar

        return index_calendar(self, request)


def upcoming_or_latest(now, *, limit: int) -> tuple[list, bool]:
    """Return the next events or, with none ahead, the latest series; and if past."""
    from events.conferences.status import show  # it reads the models' terms

    upcoming = EventPage.objects.for_listing().upcoming(now)[:limit]
    if upcoming := show(upcoming, now):
        return upcoming, False
    series = ConferenceSeriesPage.objects.for_listing().past(now)
    return list(series[:1]), True
