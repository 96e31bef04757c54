"""A count of attempts in a fixed window, the same for every process and engine."""

import hmac
import math
import secrets
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from django.db import transaction
from django.db.models import F
from django.http import HttpRequest
from django.utils.translation import ngettext

from portal.guard.address import client_group
from portal.models import GuardCount, GuardSalt

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
    row = _row(action, _who(request, subject), now, limit)
    ends_at = row["starts_at"] + limit.per
    seen = GuardCount.objects.filter(**row).values_list("count", flat=True).first()
    # Whoever keeps on knocking causes no more writing.
    if (seen or 0) >= limit.times or _add(row, ends_at) > limit.times:
        raise TooMany(ends_at - now)


def counted(
    action: str, request: HttpRequest, now: datetime, limit: Limit, *, subject: str = ""
) -> int:
    """How often the visitor, or somebody at the subject, has done so in this window.

    Reading writes nothing.
    """
    row = _row(action, _who(request, subject), now, limit)
    seen = GuardCount.objects.filter(**row).values_list("count", flat=True).first()
    return seen or 0


def time_left(now: datetime, limit: Limit) -> timedelta:
    """How long until the window that `now` lies in ends, and counts begin anew."""
    return _window_start(now, limit.per) + limit.per - now


def count(
    action: str, request: HttpRequest, now: datetime, limit: Limit, *, subject: str = ""
) -> None:
    """Count something that was done, whatever the limit."""
    row = _row(action, _who(request, subject), now, limit)
    _add(row, row["starts_at"] + limit.per)


def _who(request: HttpRequest, subject: str) -> str:
    return f"subject:{subject}" if subject else f"client:{client_group(request)}"


def _row(action: str, who: str, now: datetime, limit: Limit) -> dict:
    starts_at = _window_start(now, limit.per)
    key = _hashed(who, starts_at.date())
    return {"action": action, "key": key, "starts_at": starts_at}


def _add(row: dict, ends_at: datetime) -> int:
    """Count one more, exactly, however many processes do so at once."""
    with transaction.atomic():
        GuardCount.objects.bulk_create(
            [GuardCount(**row, ends_at=ends_at)], ignore_conflicts=True
        )
        mine = GuardCount.objects.filter(**row)
        mine.update(count=F("count") + 1)
        return mine.values_list("count", flat=True).get()


def _window_start(now: datetime, per: timedelta) -> datetime:
    epoch = datetime.fromtimestamp(0, UTC)
    return now - (now - epoch) % per


def _hashed(who: str, day: date) -> str:
    return hmac.digest(_salt(day), who.encode(), "sha256").hex()


def _salt(day: date) -> bytes:
    """The secret of that day, made by whichever process asks first."""
    kept = GuardSalt.objects.filter(day=day).values_list("salt", flat=True)
    salt = kept.first()
    if salt is None:
        made = GuardSalt(day=day, salt=secrets.token_bytes(32))
        GuardSalt.objects.bulk_create([made], ignore_conflicts=True)
        salt = kept.get()
    return bytes(salt)


def forget_counts(now: datetime) -> int:
    """Drop the counts of windows that have ended, and the salts of days gone by."""
    GuardSalt.objects.filter(day__lt=(now - timedelta(days=1)).date()).delete()
    return GuardCount.objects.filter(ends_at__lt=now).delete()[0]
