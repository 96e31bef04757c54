"""The news: the index with its filters and its feed, and the article."""

from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from home import letters
from home.filters import NewsFilter
from home.models import ArticlePage, NewsIndexPage, NewsTopic
from portal import jsonld
from portal.feeds import listing_feed
from portal.page_cache.values import until_published
from portal.page_views import page_context, page_schema, page_view
from portal.share_cards import Line, ShareCard, share_card
from portal.subscriptions.views import ALL, SubscriptionOffer, follow
from portal.vietnamese.dates import short_date


@page_context(NewsIndexPage)
def listing(index: NewsIndexPage, request: HttpRequest) -> dict:
    url = index.get_url(request)
    filtered = NewsFilter(request.GET, base_url=url)
    topic = request.GET.get("chu-de", "")
    return filtered.context(index) | {
        "feed_url": f"{url}rss/",
        "follow_url": f"{url}theo-doi/" + (f"?chu-de={quote(topic)}" if topic else ""),
    }


@page_view(NewsIndexPage, "rss/", name="rss")
def rss(index: NewsIndexPage, request: HttpRequest) -> HttpResponse:
    return listing_feed(index, index.articles()[:30], request)


@page_view(NewsIndexPage, "theo-doi/", name="follow")
def follow_news(index: NewsIndexPage, request: HttpRequest) -> HttpResponse:
    """A reader asks for letters about news: all, or of some topics."""
    topics = list(NewsTopic.objects.values_list("slug", "title"))
    asked = request.GET.get("chu-de", "")
    chosen = [asked] if asked in dict(topics) else [ALL]
    offer = SubscriptionOffer(
        letters.KIND,
        heading=_("News by letter"),
        lead=_("At most one letter a day, and only when there is something new."),
        back=_("Back to the news"),
        choices=[(ALL, _("All news")), *topics],
        chosen=chosen,
        feed_url=f"{index.get_url(request)}rss/",
    )
    return follow(index, request, offer)


@page_context(ArticlePage)
def around_article(page: ArticlePage, request: HttpRequest) -> dict:
    """What is read next, and the topic."""
    topic = page.topic
    return {
        "related": _read_next(page.pk or 0, page.topic_id),
        "topic_url": f"{page.parent_url(request)}?chu-de={topic.slug}" if topic else "",
    }


@until_published(maxsize=256)
def _read_next(article: int, topic: int | None) -> tuple[ArticlePage, ...]:
    rows = ArticlePage.objects.for_listing().related_to(article, topic)
    return tuple(rows[:3])


@share_card(ArticlePage)
def article_card(page: ArticlePage) -> ShareCard:
    """Title, topic and day, beside the article's own picture."""
    return ShareCard(
        title=page.full_title,
        kicker=page.topic.title if page.topic else "",
        lines=(Line(short_date(page.published_on), "calendar"),),
        cover=page.cover_id,
    )


@page_schema(ArticlePage)
def news_article(page: ArticlePage, request: HttpRequest) -> dict:
    data = jsonld.web_page(page, request)
    data["headline"] = data.pop("name")
    data["datePublished"] = page.published_on.isoformat()
    if page.author_unit:
        data["author"] = {"@type": "Organization", "name": page.author_unit}
    return data | jsonld.newsroom(page, request)
