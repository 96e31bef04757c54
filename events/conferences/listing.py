"""The listing of conferences: what a reader chose, and what that finds."""

from datetime import date, datetime
from urllib.parse import urlencode

from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from events.conferences.counts import Counts
from events.conferences.months import Month, calendar
from events.conferences.search import find_events
from events.conferences.status import show
from events.models.days import within
from portal.keys import among
from portal.listings import page_of, page_of_keys
from portal.models import Locality
from portal.search.query import clean
from portal.search.search_box import Answer, add_places

PER_PAGE = 20
MOST_IN_A_MONTH = 200
MOST_MONTHS = 18
COMING, PAST = "sap-toi", "da-qua"


class Listing:
    """One request's words, view, place and month over the conferences.

    Who looks for words looks among all days; who does not, for what comes. Nonsense is
    left aside and said so: `not_understood` names what was typed.
    """

    def __init__(self, query, *, base_url: str, now: datetime) -> None:
        self.base_url, self.now = base_url, now
        self.today: date = timezone.localdate(now)
        self.not_understood: list[str] = []
        self.q = clean(query.get("q", ""))
        self.month = self._month(query.get("thang", ""))
        self.view = self._view(query.get("xem", ""))
        self.is_past = self._is_past()
        self.place = self._place(query.get("noi", ""))
        self.page = query.get("trang")

    def _view(self, text: str) -> str:
        if text in (COMING, PAST):
            return text
        self._refuse(text)
        return ""

    def _is_past(self) -> bool | None:
        """None for all days."""
        if self.month or (self.q and not self.view):
            return None
        return self.view == PAST

    def _place(self, text: str) -> int | None:
        if text.isascii() and text.isdecimal() and len(text) < 10:
            return int(text)
        self._refuse(text)
        return None

    def _month(self, text: str) -> Month | None:
        month = Month.parse(text[:20])
        if month is None:
            self._refuse(text)
        return month

    def _refuse(self, text: str) -> None:
        if text:
            shown = "".join(c if c.isprintable() else " " for c in text[:30])
            self.not_understood.append(shown.strip() or "?")

    def url(self, **changes) -> str:
        """This listing's address with some choices changed; from page one."""
        chosen = {"view": self.view, "place": self.place, "month": self.month}
        chosen |= changes
        pairs = (
            ("q", self.q),
            ("xem", "" if chosen["month"] else chosen["view"]),
            ("noi", chosen["place"] or ""),
            ("thang", chosen["month"] or ""),
        )
        query = urlencode([pair for pair in pairs if pair[1]])
        return f"{self.base_url}?{query}" if query else self.base_url

    def context(self, events) -> dict:
        """What the template shows, in as many queries for one row as for many."""
        events = events.live().public().with_days()
        answer = find_events(self.q) if self.q else None
        if answer:
            events = events.filter(pk__in=among(answer.pages))
        counts = Counts(events, self.today)
        self._know_place(counts)
        found = events.for_listing()
        if self.place is not None:
            found = found.filter(locality_id=self.place)
        shown = self._of_month(found) if self.month else self._of_view(found, answer)
        return shown | {
            "query": self.q,
            "answer": answer,
            "not_understood": self.not_understood,
            "views": self._views(counts),
            "is_past": self.is_past,
            "facets": [self._places(counts), self._months(counts)],
            "active_filters": self._active(counts),
            "clear_url": self.url(view="", place=None, month=None),
            "all_url": self.base_url,
        }

    def _know_place(self, counts: Counts) -> None:
        """A place without any conference is left aside; among words it may be."""
        if self.place is None or self.place in counts.places:
            return
        known = Locality.objects.filter(pk=self.place).first() if self.q else None
        if known:
            counts.places[self.place] = str(known)
            return
        self._refuse(str(self.place))
        self.place = None

    def _of_view(self, found, answer: Answer | None) -> dict:
        over = Q(happens_to__lt=self.today)
        ahead = Q(happens_to__gte=self.today) | Q(happens_to=None)
        if self.is_past is not None:
            found = found.filter(over if self.is_past else ahead)
        if answer:
            keys = sorted(found.values_list("pk", flat=True), key=answer.rank)
            page = page_of_keys(keys, found, self.page, per_page=PER_PAGE)
            page.object_list = show(page.object_list, self.now)
            add_places(page.object_list, answer)
            return {"events": page, "result_count": len(keys)}
        first = F("happens_from")
        order = first.desc() if self.is_past else first.asc(nulls_last=True)
        rows = found.order_by(order, "start_time", "path")
        page = page_of(rows, self.page, per_page=PER_PAGE)
        page.object_list = show(page.object_list, self.now)
        return {"events": page}

    def _of_month(self, found) -> dict:
        month = self.month
        rows = found.filter(within(month.first, month.last))
        rows = rows.order_by("happens_from", "start_time", "path")
        shown = show(rows[:MOST_IN_A_MONTH], self.now)
        before, after = month.shifted(-1), month.shifted(1)
        return {
            "month": month,
            "days": calendar(month, shown),
            "undated": [event for event in shown if event.starts_on is None],
            "month_count": len(shown),
            "month_before": {"month": before, "url": self.url(month=before)},
            "month_after": {"month": after, "url": self.url(month=after)},
        }

    def _views(self, counts: Counts) -> list[dict]:
        named = [
            (pgettext("events", "Coming"), COMING if self.q else "", False),
            (pgettext("events", "Past"), PAST, True),
        ]
        if self.q:
            named.insert(0, (pgettext("events", "All"), "", None))
        return [
            {
                "title": title,
                "url": self.url(view=view, month=None),
                "count": counts.total(is_past=past, place=self.place),
                "current": not self.month and self.is_past is past,
            }
            for title, view, past in named
        ]

    def _places(self, counts: Counts) -> dict:
        numbers = counts.by_place(is_past=self.is_past, month=self.month)
        items = [
            {
                "title": name,
                "url": self.url(place=None if place == self.place else place),
                "count": numbers[place],
                "current": place == self.place,
            }
            for place, name in counts.places.items()
            if numbers[place] or place == self.place
        ]
        return {"title": _("Place"), "items": items}

    def _months(self, counts: Counts) -> dict:
        numbers = counts.by_month(is_past=self.is_past, place=self.place)
        is_latest_first = self.is_past or (self.q and self.is_past is None)
        months = sorted(numbers, reverse=bool(is_latest_first))[:MOST_MONTHS]
        items = [
            {
                "title": _month_name(month),
                "url": self.url(month=None if month == self.month else month),
                "count": numbers[month],
                "current": month == self.month,
            }
            for month in months
        ]
        return {"title": pgettext("calendar", "Month"), "items": items}

    def _active(self, counts: Counts) -> list[dict]:
        active = []
        if self.place is not None:
            label = counts.places[self.place]
            active.append({"label": label, "url": self.url(place=None)})
        if self.month:
            label = _month_name(self.month)
            active.append({"label": label, "url": self.url(month=None)})
        return active


def _month_name(month: Month) -> str:
    return _("Month %(month)d/%(year)d") % {"month": month.number, "year": month.year}
