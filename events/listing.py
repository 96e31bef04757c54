"""The listing of conferences: what a reader chose, and what that finds."""

from datetime import date, datetime
from urllib.parse import urlencode

from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from events.counts import Counts
from events.models.dated import within
from events.months import Month, calendar
from events.standing import show
from portal.listings import page_of

PER_PAGE = 20
MOST_IN_A_MONTH = 200
MOST_MONTHS = 18
PAST = "da-qua"


class Listing:
    """One request's view, place and month over the conferences.

    Nonsense is left aside and said so: `not_understood` names what was typed.
    """

    def __init__(self, query, *, base_url: str, now: datetime) -> None:
        self.base_url, self.now = base_url, now
        self.today: date = timezone.localdate(now)
        self.not_understood: list[str] = []
        self.month = self._month(query.get("thang", ""))
        self.is_past = self._view(query.get("xem", "")) and not self.month
        self.place = self._place(query.get("noi", ""))
        self.page = query.get("trang")

    def _view(self, text: str) -> bool:
        if text not in ("", PAST):
            self._refuse(text)
        return text == PAST

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
        chosen = {"past": self.is_past, "place": self.place, "month": self.month}
        chosen |= changes
        pairs = (
            ("xem", PAST if chosen["past"] and not chosen["month"] else ""),
            ("noi", chosen["place"] or ""),
            ("thang", chosen["month"] or ""),
        )
        query = urlencode([pair for pair in pairs if pair[1]])
        return f"{self.base_url}?{query}" if query else self.base_url

    def context(self, events) -> dict:
        """What the template shows, in as many queries for one row as for many."""
        events = events.live().public().with_days()
        counts = Counts(events, self.today)
        if self.place is not None and self.place not in counts.places:
            self._refuse(str(self.place))
            self.place = None
        found = events.for_listing()
        if self.place is not None:
            found = found.filter(locality_id=self.place)
        shown = self._of_month(found) if self.month else self._of_view(found)
        return shown | {
            "not_understood": self.not_understood,
            "views": self._views(counts),
            "is_past": self.is_past,
            "facets": [self._places(counts), self._months(counts)],
            "active_filters": self._active(counts),
            "clear_url": self.base_url,
        }

    def _of_view(self, found) -> dict:
        over = Q(happens_to__lt=self.today)
        ahead = Q(happens_to__gte=self.today) | Q(happens_to=None)
        found = found.filter(over if self.is_past else ahead)
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
        named = (
            (pgettext("events", "Coming"), False),
            (pgettext("events", "Past"), True),
        )
        return [
            {
                "title": title,
                "url": self.url(past=past, month=None),
                "count": counts.total(is_past=past, place=self.place),
                "current": not self.month and self.is_past == past,
            }
            for title, past in named
        ]

    def _places(self, counts: Counts) -> dict:
        is_past = None if self.month else self.is_past
        numbers = counts.by_place(is_past=is_past, month=self.month)
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
        is_past = None if self.month else self.is_past
        numbers = counts.by_month(is_past=is_past, place=self.place)
        months = sorted(numbers, reverse=self.is_past)[:MOST_MONTHS]
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
