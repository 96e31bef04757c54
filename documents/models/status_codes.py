"""The status of some acts on a day, asked in SQL that is written once a day.

To have the ORM write the rules anew takes fifty times as long as to answer them, and a
search asks twice.
"""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from django.db import connection

from documents.models.regulations import RegulationPage

#: No page has this key.
_NONE, _AT_ONCE = -1, 20


def status_codes(pages: Iterable[int], on: date) -> dict[int, str]:
    """The code of each of these pages that is an act; one query."""
    keys = list(pages)
    if not keys:
        return {}
    # Of few lengths: a database reads each of its statements but once.
    keys += [_NONE] * (-len(keys) % _AT_ONCE)
    rules, values = _rules(on, connection.vendor)
    places = ", ".join(["%s"] * len(keys))
    with connection.cursor() as cursor:
        cursor.execute(f"{rules} IN ({places})", [*values, *keys])
        return dict(cursor.fetchall())


@lru_cache(maxsize=4)
def _rules(on: date, vendor: str) -> tuple[str, tuple]:
    """SQL that ends where the keys follow, and its values.

    The keys stand within: around it, a database would look at every act first.
    """
    acts = RegulationPage.objects.filter(pk__in=[_NONE]).with_status(on).order_by()
    rules, values = acts.values_list("pk", "status_code").query.sql_with_params()
    asked, _in, rest = rules.rpartition(" IN (%s)")
    if rest or values[-1] != _NONE:
        raise AssertionError(f"the keys stand elsewhere: {rules}")
    return asked, values[:-1]
