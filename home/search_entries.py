"""What the news tell search."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext_lazy as _

from home.models import ArticlePage, HomePage, NewsTopic
from portal.search import registry
from portal.search.page_words import KIND_WORDS, joined, month_words
from portal.search.registry import Description, Facet
from portal.vietnamese import sort_key

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


@registry.describes(HomePage)
def describe_front(page: HomePage) -> None:
    """Everybody knows it: a result that leads there helps nobody."""


@registry.gives_popular
def suggested_searches() -> Iterable[str]:
    front = HomePage.objects.live().first()
    return front.search_suggestions if front else ()


def _topic_labels(values: Iterable[str]) -> Mapping[str, object]:
    topics = NewsTopic.objects.values_list("slug", "title")
    return dict(sorted(topics, key=lambda pair: sort_key(pair[1])))


registry.add_facet(Facet("chu-de", _("Topic"), _topic_labels, 70))
