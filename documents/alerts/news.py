"""What those who follow an act, or all of them, are told."""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

from django.utils.translation import gettext as _

from documents.alerts import journal, wording
from documents.alerts.changes import ADDED
from documents.models import RegulationChange, RegulationIndexPage, RegulationPage
from portal.subscriptions.registry import NewsItem, NewsLine, Subject
from portal.vietnamese.dates import short_date

#: The key of an act is its page's; none is the whole library.
KIND = journal.KIND
_LONGEST_KEY = 18


def subject(key: str) -> Subject | None:
    if not key:
        index = RegulationIndexPage.objects.live().first()
        url = index.get_url() if index else ""
        return Subject(_("The whole library of acts"), url or "")
    if not key.isdecimal() or len(key) > _LONGEST_KEY:
        return None
    acts = RegulationPage.objects.defer("text", "body")
    act = acts.filter(pk=int(key)).first()
    if act is None:
        return None
    return Subject(f"{act.symbol}: {act.title}", (act.get_url() or "") * act.live)


def mark(now: datetime) -> int:
    return journal.last_change()


def news(key: str, after: int, through: int) -> Sequence[NewsItem]:
    """The changes between the marks, of acts readers still see, act by act."""
    public = RegulationPage.objects.live().public()
    changes = RegulationChange.objects.filter(
        pk__gt=after, pk__lte=through, regulation__in=public
    )
    if key:
        changes = changes.filter(regulation=int(key)).exclude(what=ADDED)
    changes = (
        changes.select_related("regulation", "source")
        .defer("regulation__text", "regulation__body", "source__text", "source__body")
        .order_by("regulation_id", "pk")
    )
    grouped = groupby(changes, key=lambda change: change.regulation_id)
    return [_item(list(group), whole=not key) for _pk, group in grouped]


def _item(changes: list[RegulationChange], *, whole: bool) -> NewsItem:
    """Of an act that is new itself, its history is no news."""
    added = [change for change in changes if change.what == ADDED]
    act = changes[0].regulation
    return NewsItem(
        title=f"{act.symbol}: {act.title}",
        url=act.full_url,
        is_sample=act.is_sample,
        lines=tuple(map(_line, added if whole and added else changes)),
        name=act.symbol,
    )


def _line(change: RegulationChange) -> NewsLine:
    line = wording.notice_line(change)
    after = ""
    if line.day:
        after = ", " + _("from %(day)s") % {"day": short_date(line.day)}
    if line.is_ahead:
        after += f" ({_('to come')})"
    source = change.source
    if not source:
        return NewsLine(line.words, after=after)
    return NewsLine(line.words, source.symbol, source.full_url, after)
