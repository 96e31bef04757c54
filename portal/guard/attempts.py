"""A count of attempts in a fixed window, the same for every process and engine."""

import hmac
import math
import secrets
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache, partial, reduce
from operator import attrgetter, or_

from django.db import transaction
from django.db.models import CharField, DateField, DateTimeField, Field, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import ngettext

from portal.guard.address import client_group
from portal.kept_inserts import add_up
from portal.kept_queries import KeptQuery, Parameter
from portal.models import GuardCount, GuardSalt

#: What tells one count from another: the columns of their constraint.
_IDENTITY: dict[str, Field] = {
    "action": CharField(),
    "key": CharField(),
    "starts_at": DateTimeField(),
}
#: A longer wait is told in hours.
_IN_MINUTES = timedelta(minutes=90)
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})


@dataclass(frozen=True)
class Limit:
    """So many attempts in so long a window."""

    times: int
    per: timedelta

    def ends_in(self, now: datetime) -> timedelta:
        """How long the window that holds now still lasts."""
        return _window_start(now, self.per) + self.per - now


class TooMany(Exception):
    """The limit is reached; nothing was done."""

    def __init__(self, retry_after: timedelta) -> None:
        super().__init__(f"retry after {retry_after}")
        self.retry_after = retry_after

    @property
    def minutes(self) -> int:
        return max(1, math.ceil(self.retry_after / timedelta(minutes=1)))

    @property
    def message(self) -> str:
        """When to come back, in whole hours where minutes would have to be divided."""
        if self.retry_after > _IN_MINUTES:
            hours = math.ceil(self.retry_after / timedelta(hours=1))
            return ngettext(
                "There were too many attempts. Please try again in %(hours)s hour; "
                "what you have filled in is kept.",
                "There were too many attempts. Please try again in %(hours)s hours; "
                "what you have filled in is kept.",
                hours,
            ) % {"hours": hours}
        return ngettext(
            "There were too many attempts. Please try again in %(minutes)s minute; "
            "what you have filled in is kept.",
            "There were too many attempts. Please try again in %(minutes)s minutes; "
            "what you have filled in is kept.",
            self.minutes,
        ) % {"minutes": self.minutes}


def check(
    action: str,
    request: HttpRequest,
    now: datetime,
    limit: Limit,
    *,
    subject: str = "",
) -> None:
    """Count an attempt at the action; raise TooMany when it exceeds the limit.

    The visitor is counted, or instead of the visitor the subject, wherever the
    attempts come from. Neither is stored: a hash stands for it whose salt is gone
    two days later. Call it outside of the transaction that the attempt opens, or a
    failed attempt leaves no trace.
    """
    if request.method in SAFE_METHODS:
        raise ValueError("reading is not counted: a GET never writes")
    [row] = _rows(action, _who(request, subject), now, [limit])
    # Whoever keeps on knocking causes no more writing.
    if _seen([row]) >= [limit.times] or _add([row]) > [limit.times]:
        raise TooMany(row.ends_at - now)


def reached(
    action: str,
    request: HttpRequest,
    now: datetime,
    *limits: Limit,
    subject: str = "",
) -> bool:
    """Whether one of the limits is reached by what was counted. Writes nothing."""
    seen = _seen(_rows(action, _who(request, subject), now, limits))
    return any(times >= one.times for times, one in zip(seen, limits, strict=True))


def count(
    action: str,
    request: HttpRequest,
    now: datetime,
    *limits: Limit,
    subject: str = "",
) -> list[int]:
    """Count what was done, in the window of each limit; return how often by now.

    All windows in one statement.
    """
    return _add(_rows(action, _who(request, subject), now, limits))


def _who(request: HttpRequest, subject: str) -> str:
    return f"subject:{subject}" if subject else f"client:{client_group(request)}"


def _rows(
    action: str, who: str, now: datetime, limits: Collection[Limit]
) -> list[GuardCount]:
    """The row of each limit's window, as it is when nothing was counted before."""
    begun = [_window_start(now, limit.per) for limit in limits]
    salts = _salts({starts_at.date() for starts_at in begun})
    return [
        GuardCount(
            action=action,
            # Two windows may begin at one moment: each counts by itself.
            key=_hashed(f"{who}/{limit.per}", salts[starts_at.date()]),
            starts_at=starts_at,
            ends_at=starts_at + limit.per,
            count=1,
        )
        for limit, starts_at in zip(limits, begun, strict=True)
    ]


def _seen(rows: Sequence[GuardCount]) -> list[int]:
    """How often each was counted so far."""
    named = {
        f"{name}_{number}": getattr(row, name)
        for number, row in enumerate(rows)
        for name in _IDENTITY
    }
    kept = dict(_kept(len(rows)).rows(**named))
    return [kept.get(row.key, 0) for row in rows]


@cache
def _kept(rows: int) -> KeptQuery:
    """Key and count of so many rows, by what tells each from others."""

    def counts(**parameters: Parameter) -> QuerySet:
        each = [
            Q(**{name: parameters[f"{name}_{number}"] for name in _IDENTITY})
            for number in range(rows)
        ]
        return GuardCount.objects.filter(reduce(or_, each)).values_list("key", "count")

    parameters = {
        f"{name}_{number}": field
        for number in range(rows)
        for name, field in _IDENTITY.items()
    }
    return KeptQuery(counts, **parameters)


def _add(rows: Sequence[GuardCount]) -> list[int]:
    """Count one more of each, exactly, however many processes do so at once.

    In the order of their keys: of two that wait for each other neither would go on.
    """
    in_order = sorted(rows, key=attrgetter("key"))
    sums = dict(add_up(in_order, "count", *_IDENTITY, returned=("key", "count")))
    return [sums[row.key] for row in rows]


def _window_start(now: datetime, per: timedelta) -> datetime:
    epoch = datetime.fromtimestamp(0, UTC)
    return now - (now - epoch) % per


def _hashed(who: str, salt: bytes) -> str:
    return hmac.digest(salt, who.encode(), "sha256").hex()


#: The secrets of the days asked for last: one never changes once it is committed.
_known_salts: dict[date, bytes] = {}


def _salts(days: Collection[date]) -> dict[date, bytes]:
    """The secret of each day, made by whichever process asks first."""
    known = {day: _known_salts[day] for day in days if day in _known_salts}
    if len(known) == len(days):
        return known
    wanted = {"first": min(days), "last": max(days)}
    salts = dict(_salts_between.rows(**wanted))
    if missing := [day for day in days if day not in salts]:
        made = [GuardSalt(day=day, salt=secrets.token_bytes(32)) for day in missing]
        GuardSalt.objects.bulk_create(made, ignore_conflicts=True)
        salts = dict(_salts_between.rows(**wanted))
    found = {day: bytes(salt) for day, salt in salts.items()}
    transaction.on_commit(partial(_remember, found))
    return found


def _remember(salts: dict[date, bytes]) -> None:
    """Keep these alone: the days before are gone from memory as from the table."""
    global _known_salts  # replaced whole, for threads that read it
    _known_salts = salts


_salts_between = KeptQuery(
    lambda first, last: GuardSalt.objects.filter(
        day__gte=first, day__lte=last
    ).values_list("day", "salt"),
    first=DateField(),
    last=DateField(),
)


def forget_counts(now: datetime) -> int:
    """Drop the counts of windows that have ended, and the salts of days gone by."""
    GuardSalt.objects.filter(day__lt=(now - timedelta(days=1)).date()).delete()
    return GuardCount.objects.filter(ends_at__lt=now).delete()[0]
