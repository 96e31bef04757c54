"""RSS and Atom: a listing's pages, or whatever else there is to tell."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from urllib.parse import quote, urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed

from portal.models import SiteSettings


class _Atom(Atom1Feed):
    """Plain words as plain words, and a day of its own where nothing is in it."""

    def add_item_elements(self, handler, item) -> None:
        words, item = item["description"], item | {"description": None}
        super().add_item_elements(handler, item)
        handler.addQuickElement("summary", words, {"type": "text"})

    def latest_post_date(self) -> datetime:
        days = [item["updateddate"] for item in self.items]
        return max(days, default=self.feed["updated"])


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """A line of an Atom feed; `key` is an address that stays the same (a `tag:`)."""

    title: str
    link: str
    words: str
    key: str
    published: datetime
    updated: datetime


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


def atom(
    page, title: str, about: str, entries: Iterable[FeedEntry], request: HttpRequest
) -> HttpResponse:
    """Return the entries, as given, as an Atom feed (RFC 4287) of the page.

    Equal for the same entries: whoever has it already is told so by its ETag.
    """
    house, _lines = SiteSettings.for_request(request, timezone.localdate())
    address = request.build_absolute_uri(request.path)
    found = _Atom(
        title=title,
        link=request.build_absolute_uri(page.get_url(request)),
        description=about,
        subtitle=about,
        language="vi",
        feed_url=address,
        feed_guid=address,
        author_name=house.portal_name,
        updated=page.updated_at or timezone.now(),
    )
    for entry in entries:
        found.add_item(
            title=entry.title,
            link=entry.link,
            description=entry.words,
            unique_id=entry.key,
            pubdate=entry.published,
            updateddate=entry.updated,
        )
    response = HttpResponse(content_type="application/atom+xml; charset=utf-8")
    found.write(response, "utf-8")
    return response


def tag(key: str) -> str:
    """The key as an address that leads nowhere and stays (RFC 4151)."""
    host = urlsplit(settings.SITE_URL).hostname or "localhost"
    return f"tag:{host},2026:{quote(key)}"


def noon(day: date) -> datetime:
    """Feeds want a moment; noon keeps the day the same in every time zone near."""
    return timezone.make_aware(datetime.combine(day, time(12)))
