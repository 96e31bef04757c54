"""RSS: a listing's pages, or whatever else there is to tell."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.feedgenerator import Rss201rev2Feed


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a feed; `key` stays the same when the line is told again."""

    title: str
    link: str
    words: str
    key: str
    at: datetime | None


def listing_feed(listing, pages, request: HttpRequest) -> HttpResponse:
    """Return the pages, as given, as the RSS feed of their listing page."""
    items = []
    for page in pages:
        link = request.build_absolute_uri(page.get_url(request))
        day = page.listed_on
        items.append(Item(page.title, link, page.description, link, day and noon(day)))
    about = listing.description or listing.title
    return feed(listing, listing.title, about, items, request)


def feed(
    page, title: str, about: str, items: Iterable[Item], request: HttpRequest
) -> HttpResponse:
    """Return the items, as given, as a feed of the page."""
    rss = Rss201rev2Feed(
        title=title,
        link=request.build_absolute_uri(page.get_url(request)),
        description=about,
        language="vi",
        feed_url=request.build_absolute_uri(),
    )
    for item in items:
        rss.add_item(
            title=item.title,
            link=item.link,
            description=item.words,
            unique_id=item.key,
            unique_id_is_permalink=item.key == item.link,
            pubdate=item.at,
        )
    response = HttpResponse(content_type="application/rss+xml; charset=utf-8")
    rss.write(response, "utf-8")
    return response


def noon(day: date) -> datetime:
    """Feeds want a moment; noon keeps the day the same in every time zone near."""
    return timezone.make_aware(datetime.combine(day, time(12)))
