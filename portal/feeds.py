"""A listing as RSS."""

from datetime import datetime, time

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.feedgenerator import Rss201rev2Feed


def listing_feed(listing, pages, request: HttpRequest) -> HttpResponse:
    """Return the pages, as given, as the RSS feed of their listing page."""
    address = request.build_absolute_uri
    feed = Rss201rev2Feed(
        title=listing.title,
        link=address(listing.get_url(request)),
        description=listing.description or listing.title,
        language="vi",
        feed_url=address(),
    )
    for page in pages:
        link = address(page.get_url(request))
        feed.add_item(
            title=page.title,
            link=link,
            description=page.description,
            unique_id=link,
            pubdate=_noon(page.listed_on),
            updateddate=page.updated_at,
        )
    response = HttpResponse(content_type="application/rss+xml; charset=utf-8")
    feed.write(response, "utf-8")
    return response


def _noon(day) -> datetime | None:
    """Feeds want a moment; noon keeps the day the same in every time zone near."""
    return day and timezone.make_aware(datetime.combine(day, time(12)))
