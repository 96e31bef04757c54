"""What became different about a conference since somebody last heard of it.

What they heard is what the page said then: the version that was published at the
time. Nothing is said where no such version was kept.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from django.db.models import Max, Q
from wagtail.models import PageLogEntry, Revision

from events.models import CalendarEntry, EventPage, Message, Registration

#: A label and what stands beside it.
Lines = Sequence[tuple[str, str]]


class FactChange(NamedTuple):
    """One line of facts, `old` and `new`; empty where there was or is none."""

    label: str
    old: str
    new: str


def between(before: Lines, after: Lines) -> tuple[FactChange, ...]:
    """The lines that differ, in the order of `after`; then those that are gone."""
    old, new = dict(before), dict(after)
    labels = dict.fromkeys([*new, *old])
    pairs = [(label, old.get(label, ""), new.get(label, "")) for label in labels]
    return tuple(FactChange(*pair) for pair in pairs if pair[1] != pair[2])


def before_for(rows: Collection[Registration]) -> dict[int, EventPage]:
    """By registration, the conference as its person last heard of it.

    In four queries for one as for many, and a few more for each version among them.
    """
    heard = _last_heard(rows)
    versions = _versions({row.event_id for row in rows})
    chosen = {
        row.pk: version
        for row in rows
        if row.pk in heard and (version := _at(heard[row.pk], versions[row.event_id]))
    }
    kept = Revision.objects.in_bulk(set(chosen.values()))
    pages = {key: revision.as_object() for key, revision in kept.items()}
    return {pk: pages[key] for pk, key in chosen.items() if key in pages}


def _last_heard(rows: Collection[Registration]) -> Mapping[int, datetime]:
    """When each last heard something before the conference's latest change."""
    events = {row.event_id for row in rows}
    entries = CalendarEntry.objects.filter(event_id__in=events, sequence__gt=0)
    changed = dict(entries.values_list("event_id", "changed_at"))
    heard = {
        row.pk: row.created_at
        for row in rows
        if row.event_id in changed and row.created_at < changed[row.event_id]
    }
    earlier = Q()
    for event_id, moment in changed.items():
        earlier |= Q(registration__event_id=event_id, at__lt=moment)
    if heard:
        since = Message.objects.filter(earlier, registration__in=heard).order_by()
        last = since.values_list("registration").annotate(Max("at"))
        heard |= {pk: max(moment, heard[pk]) for pk, moment in last}
    return heard


def _versions(events: Collection[int]) -> Mapping[int, list[tuple[datetime, int]]]:
    """When each version of each conference was published, the first one first."""
    log = PageLogEntry.objects.filter(
        page__in=events, action="wagtail.publish", revision__isnull=False
    ).order_by("timestamp", "pk")
    found = defaultdict(list)
    for event_id, *version in log.values_list("page", "timestamp", "revision"):
        found[event_id].append(tuple(version))
    return found


def _at(moment: datetime, versions: Sequence[tuple[datetime, int]]) -> int | None:
    """The version that stood on the page at the moment."""
    past = [key for published, key in versions if published <= moment]
    return past[-1] if past else None
