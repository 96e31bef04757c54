"""What the conferences are narrowed by: coming or past, place, month."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from events.conferences.months import Month
from portal.listing.facets import Facet, Labels, by_name, in_use, is_key
from portal.models import Locality, LocalityKind

COMING, PAST = "sap-toi", "da-qua"
VIEW, PLACE, MONTH = "xem", "noi", "thang"

Days = tuple[date | None, date | None]


def facets(places: dict[str, str], months: Labels) -> tuple[Facet, ...]:
    """Whoever chooses a month sees all of it: coming or past does not matter then."""
    single = partial(Facet, is_single=True)
    return (
        single(
            VIEW,
            accepts={COMING, PAST}.__contains__,
            is_tab=True,
            gives_way_to=MONTH,
        ),
        single(
            PLACE,
            _("Place"),
            in_use(by_name(places.items())),
            accepts=places.__contains__,
            chip=places.__getitem__,
        ),
        single(
            MONTH,
            pgettext("calendar", "Month"),
            months,
            values=lambda days: tuple(map(str, _touched(days))),
            accepts=lambda text: str(Month.parse(text)) == text,
            chip=month_name,
        ),
    )


def read_rows(events) -> tuple[list[tuple], dict[str, str]]:
    """Rows of count, view, place and days; the places by key, with their names.

    One query over events noted `with_days` and `with_end`; days are None where nobody
    knows them.
    """
    columns = ("locality_id", "locality__name", "locality__kind")
    columns += ("happens_from", "happens_to", "is_over")
    counted = events.order_by().values(*columns).annotate(count=Count("pk"))
    rows, places = [], {}
    for key, name, kind, first, last, is_over, count in counted.values_list(
        *columns, "count"
    ):
        view = PAST if is_over else COMING
        rows.append((count, view, key, (first, last)))
        if key is not None:
            # The kind goes with the name: a commune may be called as its old district.
            places[str(key)] = f"{LocalityKind(kind).label} {name}"
    return rows, places


def find_place(text: str) -> dict[str, str]:
    """The place of that key with its name, if there is one."""
    found = Locality.objects.filter(pk=int(text)).first() if is_key(text) else None
    return {text: str(found)} if found else {}


def month_name(text: str) -> str:
    month = Month.parse(text)
    return _("Month %(month)d/%(year)d") % {"month": month.number, "year": month.year}


def _touched(days: Days) -> Iterator[Month]:
    first, last = days
    if first is None or last is None:
        return
    month = Month.of(first)
    while month <= Month.of(last):
        yield month
        month = month.shifted(1)
