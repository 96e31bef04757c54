"""What the news tell search."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from home.models import ArticlePage, HomePage, NewsIndexPage, NewsTopic
from portal.listing.names import named
from portal.search import registry
from portal.search.descriptions import (
    Description,
    SearchFacet,
    Service,
    phrases_of_services,
)
from portal.search.page_words import KIND_WORDS, hub, joined, month_words

NEWS = "tin-tuc"

registry.add_kind(NEWS, _("News"), 40)


@registry.describes(ArticlePage)
def describe_article(page: ArticlePage) -> Description:
    return Description(
        kind=NEWS,
        text="\n".join(filter(None, (page.summary, page.search_text()))),
        also=joined(
            (
                KIND_WORDS[NEWS],
                page.topic and page.topic.title,
                page.author_unit,
                month_words(page.published_on),
            )
        ),
        facets={"chu-de": [page.topic.slug] if page.topic else []},
    )


@registry.describes(NewsIndexPage)
def describe_list(page: NewsIndexPage) -> Description:
    return hub(page, NEWS, "tin mới bài viết mới nhất có gì mới thông báo")


@registry.describes(HomePage)
def describe_front(page: HomePage) -> None:
    """Everybody knows it: a result that leads there helps nobody."""


@registry.gives_popular
def suggested_searches() -> Iterable[str]:
    front = HomePage.objects.live().first()
    return front.search_suggestions if front else ()


_topics = named(NewsTopic.objects.values_list("slug", "title"))
registry.add_facet(SearchFacet("chu-de", _("Topic"), _topics, order=70))


_ASKED = phrases_of_services("home")

registry.add_services(
    Service(
        _("Receive news by e-mail"),
        _("One letter a day at most, of a topic or of all; stopped by one press."),
        "nhận theo dõi tin tức mới qua thư điện tử email bản tin",
        NewsIndexPage,
        "theo-doi/",
        asked=_ASKED["news"],
        beside=("EventIndexPage/theo-doi/", "RegulationIndexPage/theo-doi/"),
    ),
)
