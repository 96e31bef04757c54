"""Searches that found nothing, counted by day: what to write next. Never who asked.

A GET never writes. A miss is noted in memory and written a minute later by a thread
of its own; what a process has not written when it ends is lost, which does no harm.
"""

import logging
import re
import threading
from collections import Counter
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.db.models import F, Max, QuerySet, Sum
from django.utils import timezone

from portal.models import SearchMiss
from portal.search.analyser import composed, folded_words

logger = logging.getLogger("portal.search")

KEPT = timedelta(days=180)
_MOST_NOTED = 500
_LONGEST, _MOST_WORDS = 80, 10
# What may be somebody's address, telephone or identity number is no search to report.
_PERSONAL = re.compile(r"@|(?:\d[ .-]?){7,}")

_noted: Counter[tuple[date, str]] = Counter()
_lock = threading.Lock()
_timer: threading.Timer | None = None


def note(query: str, on: date) -> None:
    """Remember that a search found nothing; costs no query and no waiting."""
    words = reported(query)
    if not words:
        return
    with _lock:
        if (on, words) in _noted or len(_noted) < _MOST_NOTED:
            _noted[(on, words)] += 1
        _start()


def reported(query: str) -> str:
    """The words as they are counted; empty for what may be personal."""
    if _PERSONAL.search(query):
        return ""
    words = folded_words(composed(query))[:_MOST_WORDS]
    return " ".join(word for word in words if word)[:_LONGEST]


def write() -> int:
    """Write what was noted; say how many rows."""
    global _timer
    with _lock:
        noted, _timer = dict(_noted), None
        _noted.clear()
    for (day, words), count in noted.items():
        with transaction.atomic():
            row, made = SearchMiss.objects.get_or_create(
                day=day, words=words, defaults={"count": count}
            )
            if not made:
                SearchMiss.objects.filter(pk=row.pk).update(count=F("count") + count)
    return len(noted)


def most_missed(since: date) -> QuerySet[SearchMiss, Any]:
    """Words, how often they found nothing, and when last; the commonest first."""
    rows = SearchMiss.objects.filter(day__gte=since).values("words")
    counted = rows.annotate(times=Sum("count"), last=Max("day"))
    return counted.order_by("-times", "words")


def forget_old(now: datetime) -> int:
    oldest = timezone.localdate(now) - KEPT
    return SearchMiss.objects.filter(day__lt=oldest).delete()[0]


def _start() -> None:
    global _timer
    if _timer is None and settings.SEARCH_MISSES_SECONDS:
        _timer = threading.Timer(settings.SEARCH_MISSES_SECONDS, _write_and_close)
        _timer.daemon = True
        _timer.start()


def _write_and_close() -> None:
    try:
        write()
    except DatabaseError as fault:
        logger.warning("Searches without result not counted: %s", type(fault).__name__)
    finally:
        connection.close()
