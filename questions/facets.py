"""The public list's filter, and what a reader's words and choice find."""

import re
from collections import Counter

from django.utils.translation import gettext_lazy as _

from portal.keys import among
from portal.listing.choices import Choices
from portal.listing.context import listing_context
from portal.listing.facets import Facet, Narrowed, by_name, in_use
from portal.listing.pages import page_of, page_of_best
from portal.search.query import clean
from portal.search.search_box import add_places, answer
from questions.models import QuestionIndexPage
from questions.similar import KIND

PER_PAGE = 20
OFTEN = 3
TOPIC = "linh-vuc"
_SLUG = re.compile(r"[-a-zA-Z0-9_]{1,80}")


def facets(topics: dict[str, str]) -> tuple[Facet, ...]:
    return (
        Facet(
            TOPIC,
            _("Topic of questions"),
            in_use(by_name(topics.items())),
            accepts=_SLUG.fullmatch,
            is_single=True,
        ),
    )


class AnswerListing:
    """One request's words and topic; as many queries for one answer as for many."""

    def __init__(self, query, *, base_url: str) -> None:
        self.query, self.base_url = query, base_url

    def context(self, index: QuestionIndexPage) -> dict:
        q = clean(self.query.get("q", ""))
        answered = answer(q, KIND) if q else None
        found = index.answers()
        if answered:
            found = found.filter(pk__in=among(answered.pages))
        columns = ("topic__slug", "topic__title", "is_often_asked")
        rows = list(found.order_by().values_list("pk", *columns))
        table = facets({slug: title for _pk, slug, title, _often in rows if slug})
        choices = Choices.read(self.query, table, base_url=self.base_url, q=q)
        left = Narrowed([row[:2] for row in rows], table, choices.chosen)
        if topic := choices.one(TOPIC):
            found = found.filter(topic__slug=topic)
        is_whole = not q and not choices.pairs
        often = [row[0] for row in rows if row[3]] if is_whole else []
        chosen = list(index.answers().filter(pk__in=often)[:OFTEN]) if often else []
        if answered:
            page = page_of_best(found, answered.rank, choices.page, per_page=PER_PAGE)
            add_places(page.object_list, answered, shown=lambda row: row.summary)
        else:
            # Those at the head of the first page are not listed once more.
            rest = found.exclude(pk__in=[row.pk for row in chosen])
            total = left.total - len(chosen)
            page = page_of(rest, choices.page, per_page=PER_PAGE, total=total)
        counts: dict[str, Counter[str]] = left.all_counts()
        return listing_context(choices, counts) | {
            "answers": page,
            "often_asked": chosen if page.number == 1 else [],
            "result_count": left.total,
            "answer": answered,
            "feed_url": choices.url(base_url=f"{self.base_url}rss/"),
        }
