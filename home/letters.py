"""News for those who follow it by letter: all of it, or topics."""

from collections.abc import Sequence
from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from home.models import ArticlePage, NewsIndexPage, NewsTopic
from portal.subscriptions.registry import NewsItem, Subject, moment_of

KIND = "tin-tuc"
#: An article that is entered long after its day, as importers do, is no news.
FRESH = timedelta(days=30)


def subject(key: str) -> Subject | None:
    """A topic by its slug; without one, all news."""
    index = NewsIndexPage.objects.live().first()
    url = (index.get_url() or "") if index else ""
    if not key:
        return Subject(_("All news"), url)
    topic = NewsTopic.objects.filter(slug=key).first()
    words = {"topic": topic.title if topic else ""}
    return (
        Subject(_("News: %(topic)s") % words, f"{url}?chu-de={key}") if topic else None
    )


def news(key: str, after: int, through: int) -> Sequence[NewsItem]:
    """What was first published between the marks, the newest first."""
    since, now = moment_of(after), moment_of(through)
    fresh = timezone.localdate(since) - FRESH
    new = ArticlePage.objects.live().public().for_listing().newest()
    new = new.filter(
        first_published_at__gt=since,
        first_published_at__lte=now,
        published_on__gte=fresh,
    )
    if key:
        new = new.filter(topic__slug=key)
    return [
        NewsItem(
            title=article.title,
            url=article.full_url,
            about=article.description,
            is_sample=article.is_sample,
        )
        for article in new
    ]
