"""One letter a day to each address about all that is new to it."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from portal import mail
from portal.models import Subscriber, Subscription
from portal.subscriptions.registry import FollowedKind, NewsItem, kinds
from portal.subscriptions.verbs import about, address

MOST_ITEMS = 20


@dataclass(frozen=True, slots=True)
class Section:
    """What is new of one kind."""

    name: str
    items: tuple[NewsItem, ...]


class DayNews:
    """What is new of every kind, each question asked once however many follow it."""

    def __init__(self, now: datetime) -> None:
        for kind in kinds():
            if kind.notice:
                kind.notice(now)
        self.kinds = {kind.kind: kind for kind in kinds()}
        self.marks = {kind.kind: kind.mark(now) for kind in kinds()}
        self._found: dict[tuple[str, str, int], tuple[NewsItem, ...]] = {}

    def of(self, row: Subscription) -> tuple[NewsItem, ...]:
        asked = (row.kind, row.key, row.sent_through)
        if asked not in self._found:
            kind: FollowedKind = self.kinds[row.kind]
            self._found[asked] = tuple(
                kind.news(row.key, row.sent_through, self.marks[row.kind])
            )
        return self._found[asked]


def send_news(now: datetime) -> int:
    """Queue the letters of the day; return how many.

    An address gets a thing once: the letter and the marks up to where things were
    sent are written in one transaction, so a second run, or two at once, add nothing.
    """
    news = DayNews(now)
    behind = Q()
    for kind, mark in news.marks.items():
        behind |= Q(kind=kind, sent_through__lt=mark)
    if not behind:
        return 0
    rows = Subscription.objects.filter(behind, confirmed_at__isnull=False)
    today = timezone.localdate(now)
    subscribers = Subscriber.objects.filter(pk__in=rows.values("subscriber"))
    due = subscribers.exclude(written_on__gte=today)
    return sum(_write(one, news, today) for one in due.iterator(200))


@transaction.atomic
def _write(subscriber: Subscriber, news: DayNews, today) -> bool:
    rows = [
        row
        for row in subscriber.subscriptions.filter(confirmed_at__isnull=False)
        if row.sent_through < news.marks.get(row.kind, 0)
    ]
    sections = _sections(rows, news)
    if sections and not _is_ours(subscriber, today):
        return False
    for row in rows:
        Subscription.objects.filter(pk=row.pk, sent_through=row.sent_through).update(
            sent_through=news.marks[row.kind]
        )
    if not sections:
        return False
    shown, more = _shortened(sections)
    mail.queue(
        "portal/news",
        subscriber.email,
        {
            "sections": shown,
            "more": more,
            "first": shown[0].items[0],
            "count": sum(len(section.items) for section in sections),
            "manage_url": address(subscriber, "follow_confirm"),
        },
        about=about(subscriber, "news"),
        headers={"List-Unsubscribe-Post": "List-Unsubscribe=One-Click"},
        unsubscribe_url=address(subscriber, "follow_stop"),
    )
    return True


def _is_ours(subscriber: Subscriber, today) -> bool:
    """Whether no other run writes to the address today."""
    free = Subscriber.objects.filter(pk=subscriber.pk).exclude(written_on__gte=today)
    return bool(free.update(written_on=today))


def _sections(rows: list[Subscription], news: DayNews) -> list[Section]:
    """By kind; a thing that is followed in two ways stands once."""
    named: set[str] = set()
    sections = []
    for name, kind in news.kinds.items():
        # All of a kind last: of one that is followed by itself, its own words stand.
        own = sorted((r for r in rows if r.kind == name), key=lambda r: not r.key)
        items = []
        for item in (item for row in own for item in news.of(row)):
            if item.url not in named:
                named.add(item.url)
                items.append(item)
        if items:
            sections.append(Section(str(kind.name), tuple(items)))
    return sections


def _shortened(sections: list[Section]) -> tuple[list[Section], int]:
    """As much as one reads in a letter, and how many things are left out."""
    room, shown, more = MOST_ITEMS, [], 0
    for section in sections:
        items = section.items[:room]
        more += len(section.items) - len(items)
        room -= len(items)
        if items:
            shown.append(Section(section.name, items))
    return shown, more
