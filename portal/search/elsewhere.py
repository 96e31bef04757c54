"""For a room's own box that found nothing: what search finds among its kind."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from portal.search.choices import Choices
from portal.search.query import clean
from portal.search.results import Result, Results

MOST = 5


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A few results, the address of all, and what was searched for if not as typed."""

    results: Sequence[Result]
    url: str
    read_as: str

    def __bool__(self) -> bool:
        return bool(self.results)


def search_kind(query: str, kind: str, on: date) -> Elsewhere:
    """Texts and attached files too, slips mended: in as many queries for any query."""
    choices = Choices(q=clean(query), base_url=reverse("search"), kind=kind)
    found = Results(choices, on, per_page=MOST)
    read_as = found.query.text if found.found.corrected else ""
    return Elsewhere(list(found.page), choices.url(), read_as)
