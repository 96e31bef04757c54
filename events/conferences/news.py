"""Conferences new to readers, for those who follow them by letter."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from events.conferences import facts
from events.models import EventIndexPage, EventPage
from portal.page_views import page_view
from portal.subscriptions.registry import NewsItem, NewsLine, Subject, moment_of
from portal.subscriptions.views import SubscriptionOffer, follow

KIND = "hoi-nghi"


def subject(key: str) -> Subject | None:
    """All of them: there is no narrower choice yet."""
    index = EventIndexPage.objects.live().first()
    if key:
        return None
    return Subject(_("New conferences"), (index.get_url() or "") if index else "")


def news(key: str, after: int, through: int) -> Sequence[NewsItem]:
    """Those first published between the marks and not over, the soonest first."""
    now = moment_of(through)
    new = EventPage.objects.live().public().for_listing().upcoming(now)
    new = new.filter(first_published_at__gt=moment_of(after))
    return [_item(event) for event in new.filter(first_published_at__lte=now)]


def _item(event: EventPage) -> NewsItem:
    words_of = (facts.when_in_words(event) or facts.when(event), event.place)
    return NewsItem(
        title=event.full_title,
        url=event.full_url,
        about=event.description,
        is_sample=event.is_sample,
        lines=tuple(NewsLine(words) for words in words_of if words),
    )


@page_view(EventIndexPage, "theo-doi/", name="follow")
def follow_conferences(index, request: HttpRequest) -> HttpResponse:
    """A reader asks for letters about new conferences."""
    offer = SubscriptionOffer(
        KIND,
        heading=_("A letter when a conference is announced"),
        lead=_("At most one letter a day, with day, place and the way to register."),
        back=_("Back to the conferences"),
        feed_url=f"{index.get_url(request)}rss/",
    )
    return follow(index, request, offer)
