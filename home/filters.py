"""The news listing's query string, checked, and the links that change it."""

from urllib.parse import urlencode

from django import forms
from django.utils.translation import gettext as _

from portal.listings import page_of

PER_PAGE = 12


class NewsFilterForm(forms.Form):
    """`chu-de` is a topic's slug, `nam` a year; nonsense is as good as nothing."""

    topic = forms.SlugField(required=False)
    year = forms.IntegerField(required=False, min_value=1900, max_value=2999)


class NewsFilter:
    """One request's filters over the news."""

    def __init__(self, query, *, base_url: str) -> None:
        form = NewsFilterForm({"topic": query.get("chu-de"), "year": query.get("nam")})
        form.full_clean()
        self.topic: str = form.cleaned_data.get("topic", "")
        self.year: int | None = form.cleaned_data.get("year")
        self.page = query.get("trang")
        self.base_url = base_url

    def url(self, *, topic: str | None = "", year: int | None = None) -> str:
        pairs = [("chu-de", topic), ("nam", year)]
        query = urlencode([(name, value) for name, value in pairs if value])
        return f"{self.base_url}?{query}" if query else self.base_url

    def context(self, articles) -> dict:
        """Return what the template shows; counts respect the other filter."""
        found = articles.matching(topic=self.topic, year=self.year)
        page = page_of(found, self.page, per_page=PER_PAGE)
        topics = self._topics(articles.matching(year=self.year))
        return {
            "articles": page,
            "result_count": page.paginator.count,
            "topics": topics,
            "years": self._years(articles.matching(topic=self.topic)),
            "active_filters": self._active(topics),
            "clear_url": self.base_url,
            "filter_query": self.url(topic=self.topic, year=self.year).partition("?")[
                2
            ],
        }

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
