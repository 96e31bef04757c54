"""The listing of conferences: what a reader chose, and what that finds."""

from collections import Counter
from datetime import datetime

from django.db.models import F
from django.utils.translation import pgettext

from events.conferences.facets import (
    COMING,
    MONTH,
    PAST,
    PLACE,
    VIEW,
    facets,
    find_place,
    month_name,
    read_rows,
)
from events.conferences.months import Month, calendar
from events.conferences.search import find_events
from events.conferences.status import show
from events.models import EventIndexPage
from events.models.days import within
from portal.keys import among
from portal.listing.choices import Choices
from portal.listing.context import listing_context
from portal.listing.facets import Narrowed
from portal.listing.pages import page_of, page_of_best
from portal.page_cache.values import until_published
from portal.search.query import clean
from portal.search.search_box import Answer, add_places

PER_PAGE = 20
MOST_IN_A_MONTH = 200
MOST_MONTHS = 18


class Listing:
    """One request's words, view, place and month over the conferences.

    Who looks for words looks among all days; who does not, for what comes.
    """

    def __init__(self, query, *, base_url: str, now: datetime) -> None:
        self.query, self.base_url = query, base_url
        # Nothing begins or ends within a minute: what is counted is kept for one.
        self.now = now.replace(second=0, microsecond=0)
        self.q = clean(query.get("q", ""))

    def context(self, index: EventIndexPage) -> dict:
        """What the template shows, in as many queries for one row as for many.

        Nonsense is left aside and said so: `not_understood` names what was typed.
        """
        events = public_events(index, self.now)
        answer = find_events(self.q) if self.q else None
        if answer:
            events = events.filter(pk__in=among(answer.pages))
            rows, places = read_rows(events)
        else:
            rows, places = _all_rows(index, self.now)
        typed = self.query.get(PLACE, "").strip()
        if self.q and typed not in places:
            places = places | find_place(typed)
        table = facets(places, self._months)
        self.choices = choices = Choices.read(
            self.query, table, base_url=self.base_url, q=self.q
        )
        self.view = self._view(choices)
        found = events.for_listing()
        if place := choices.one(PLACE):
            found = found.filter(locality_id=int(place))
        month = Month.parse(choices.one(MONTH))
        chosen = {**choices.chosen, VIEW: self.view}
        left = Narrowed(rows, table, chosen, is_grouped=True)
        shown = (
            self._of_month(found, month)
            if month
            else self._of_view(found, answer, left.total)
        )
        whenever = Narrowed(rows, table, {**chosen, MONTH: ()}, is_grouped=True)
        counts = {name: left.counts(name) for name in (PLACE, MONTH)}
        return (
            listing_context(choices, counts)
            | shown
            | {
                "answer": answer,
                "not_understood": choices.refused,
                "views": self._views(whenever.counts(VIEW), is_month=bool(month)),
                "is_past": self.view == (PAST,),
            }
        )

    def _view(self, choices: Choices) -> tuple[str, ...]:
        """Coming or past; both of a month, and of words unless one was chosen."""
        if choices.chosen[MONTH]:
            return ()
        return choices.chosen[VIEW] or (() if self.q else (COMING,))

    def _of_view(self, found, answer: Answer | None, total: int) -> dict:
        is_past = self.view == (PAST,)
        if self.view:
            found = found.filter(is_over=is_past)
        number = self.choices.page
        if answer:
            page = page_of_best(found, answer.rank, number, per_page=PER_PAGE)
            page.object_list = show(page.object_list, self.now)
            add_places(page.object_list, answer)
            return {"events": page, "result_count": page.paginator.count}
        first = F("happens_from")
        order = first.desc() if is_past else first.asc(nulls_last=True)
        rows = found.order_by(order, "start_time", "path")
        page = page_of(rows, number, per_page=PER_PAGE, total=total)
        page.object_list = show(page.object_list, self.now)
        return {"events": page}

    def _of_month(self, found, month: Month) -> dict:
        rows = found.filter(within(month.first, month.last))
        rows = rows.order_by("happens_from", "start_time", "path")
        shown = show(rows[:MOST_IN_A_MONTH], self.now)
        before, after = month.shifted(-1), month.shifted(1)
        return {
            "month": month,
            "days": calendar(month, shown),
            "undated": [event for event in shown if event.starts_on is None],
            "month_count": len(shown),
            "month_before": {"month": before, "url": self._url_of(before)},
            "month_after": {"month": after, "url": self._url_of(after)},
        }

    def _url_of(self, month: Month) -> str:
        return self.choices.url({MONTH: [str(month)]})

    def _views(self, counts: Counter[str], *, is_month: bool) -> list[dict]:
        """All there is among words; what comes needs no word in the address else."""
        named = [
            (pgettext("events", "Coming"), (COMING,) if self.q else (), (COMING,)),
            (pgettext("events", "Past"), (PAST,), (PAST,)),
        ]
        if self.q:
            named.insert(0, (pgettext("events", "All"), (), ()))
        return [
            {
                "title": title,
                "url": self.choices.url({VIEW: typed, MONTH: ()}),
                "count": sum(counts[one] for one in view or (COMING, PAST)),
                "current": not is_month and self.view == view,
            }
            for title, typed, view in named
        ]

    def _months(self, counts: Counter[str], chosen) -> list[tuple[str, str]]:
        """The soonest of what comes first, the latest of what is over or found."""
        is_latest_first = self.view == (PAST,) or bool(self.q and not self.view)
        months = sorted(counts, reverse=is_latest_first)[:MOST_MONTHS]
        return [(month, month_name(month)) for month in months]


def public_events(index: EventIndexPage, now: datetime):
    """What readers see below the index, with its days and whether it is over."""
    return index.events().live().public().with_days().with_end(now)


@until_published()
def _all_rows(
    index: EventIndexPage, now: datetime
) -> tuple[list[tuple], dict[str, str]]:
    return read_rows(public_events(index, now))
