"""The news listing's words and filters, checked, and the links that change them."""

from urllib.parse import urlencode

from django import forms
from django.core.paginator import Page
from django.utils.translation import gettext as _

from home.search_entries import NEWS
from portal.keys import among
from portal.listings import page_of, page_of_keys
from portal.search.query import clean
from portal.search.search_box import Answer, add_places, answer

PER_PAGE = 12


class NewsFilterForm(forms.Form):
    """`chu-de` is a topic's slug, `nam` a year; nonsense is as good as nothing."""

    topic = forms.SlugField(required=False)
    year = forms.IntegerField(required=False, min_value=1900, max_value=2999)


class NewsFilter:
    """One request's words and filters over the news."""

    def __init__(self, query, *, base_url: str) -> None:
        form = NewsFilterForm({"topic": query.get("chu-de"), "year": query.get("nam")})
        form.full_clean()
        self.topic: str = form.cleaned_data.get("topic", "")
        self.year: int | None = form.cleaned_data.get("year")
        self.q = clean(query.get("q", ""))
        self.page = query.get("trang")
        self.base_url = base_url

    def url(self, *, topic: str | None = "", year: int | None = None) -> str:
        pairs = [("q", self.q), ("chu-de", topic), ("nam", year)]
        query = urlencode([(name, value) for name, value in pairs if value])
        return f"{self.base_url}?{query}" if query else self.base_url

    def context(self, articles) -> dict:
        """Return what the template shows; counts respect the other filter."""
        answered = answer(self.q, NEWS) if self.q else None
        if answered:
            articles = articles.filter(pk__in=among(answered.pages))
        found = articles.matching(topic=self.topic, year=self.year)
        page = self._page(found, answered)
        topics = self._topics(articles.matching(year=self.year))
        return {
            "articles": page,
            "result_count": page.paginator.count,
            "query": self.q,
            "answer": answered,
            "topics": topics,
            "years": self._years(articles.matching(topic=self.topic)),
            "active_filters": self._active(topics),
            "clear_url": self.url(),
            "all_url": self.base_url,
        }

    def _page(self, found, answered: Answer | None) -> Page:
        """The newest first; of words what answers best."""
        if answered is None:
            return page_of(found, self.page, per_page=PER_PAGE)
        keys = found.order_by().values_list("pk", flat=True)
        keys = sorted(keys, key=answered.rank)
        page = page_of_keys(keys, found, self.page, per_page=PER_PAGE)
        add_places(page.object_list, answered)
        return page

    def _topics(self, articles) -> list[dict]:
        return [
            {
                "title": row["topic__title"],
                "url": self.url(topic=row["topic__slug"], year=self.year),
                "count": row["count"],
                "current": row["topic__slug"] == self.topic,
            }
            for row in articles.topic_counts()
        ]

    def _years(self, articles) -> list[dict]:
        return [
            {
                "title": str(row["published_on__year"]),
                "url": self.url(topic=self.topic, year=row["published_on__year"]),
                "count": row["count"],
                "current": row["published_on__year"] == self.year,
            }
            for row in articles.year_counts()
        ]

    def _active(self, topics: list[dict]) -> list[dict]:
        active = []
        if self.topic:
            titles = [topic["title"] for topic in topics if topic["current"]]
            label = titles[0] if titles else self.topic
            active.append({"label": label, "url": self.url(year=self.year)})
        if self.year:
            label = _("Year %(year)s") % {"year": self.year}
            active.append({"label": label, "url": self.url(topic=self.topic)})
        return active
