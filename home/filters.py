"""The news listing: its filters, and what a reader's words and choices find."""

import re

from django.core.paginator import Page
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from home.models.news import NewsIndexPage
from home.search_entries import NEWS
from portal.keys import among
from portal.listing.choices import Choices
from portal.listing.context import listing_context
from portal.listing.facets import Facet, Narrowed, by_name, in_use, years
from portal.listing.pages import page_of, page_of_best
from portal.page_cache.values import until_published
from portal.search.query import clean
from portal.search.search_box import Answer, add_places, answer

PER_PAGE = 12
_SLUG = re.compile(r"[-a-zA-Z0-9_]{1,80}")
_YEAR = re.compile(r"19\d\d|2\d\d\d", re.ASCII)


def facets(topics: dict[str, str]) -> tuple[Facet, ...]:
    """A topic by its slug, and a year."""
    return (
        Facet(
            "chu-de",
            pgettext("reader", "Topic"),
            in_use(by_name(topics.items())),
            accepts=_SLUG.fullmatch,
            is_single=True,
        ),
        Facet(
            "nam",
            pgettext("reader", "Year"),
            years,
            accepts=_YEAR.fullmatch,
            chip=lambda year: _("Year %(year)s") % {"year": year},
            is_single=True,
        ),
    )


class NewsFilter:
    """One request's words and filters over the news."""

    def __init__(self, query, *, base_url: str) -> None:
        self.query, self.base_url = query, base_url

    def context(self, index: NewsIndexPage) -> dict:
        """Return what the template shows; counts respect the other filter."""
        q = clean(self.query.get("q", ""))
        answered = answer(q, NEWS) if q else None
        articles = index.articles()
        if answered:
            articles = articles.filter(pk__in=among(answered.pages))
        groups = list(articles.facet_rows()) if answered else _all_groups(index)
        topics = {slug: title for _count, slug, title, _year in groups if slug}
        rows = [(count, slug, year) for count, slug, _title, year in groups]
        table = facets(topics)
        choices = Choices.read(self.query, table, base_url=self.base_url, q=q)
        left = Narrowed(rows, table, choices.chosen, is_grouped=True)
        if topic := choices.one("chu-de"):
            articles = articles.filter(topic__slug=topic)
        if year := choices.one("nam"):
            articles = articles.filter(published_on__year=int(year))
        is_all = answered is None and not any(choices.chosen.values())
        return listing_context(choices, left.all_counts()) | {
            "articles": _page_of_all(index, choices.page, left.total)
            if is_all
            else _page(articles, answered, choices.page, left.total),
            "result_count": left.total,
            "answer": answered,
        }


@until_published()
def _all_groups(index: NewsIndexPage) -> list[tuple]:
    return list(index.articles().facet_rows())


@until_published()
def _page_of_all(index: NewsIndexPage, number: str | None, total: int) -> Page:
    page = _page(index.articles(), None, number, total)
    page.object_list = list(page.object_list)
    return page


def _page(found, answered: Answer | None, number: str | None, total: int) -> Page:
    """The newest first; of words what answers best."""
    if answered is None:
        return page_of(found, number, per_page=PER_PAGE, total=total)
    page = page_of_best(found, answered.rank, number, per_page=PER_PAGE)
    add_places(page.object_list, answered)
    return page
