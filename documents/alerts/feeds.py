"""Changes as RSS and as Atom: of the library, and of one act."""

from django.db.models import Min
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from documents.acts.akoma_ntoso.elements import clean
from documents.acts.views.regulation import RegulationOnDay
from documents.alerts import wording
from documents.alerts.changes import ADDED
from documents.alerts.entries import ChangeEntry, changes_of, entries_of
from documents.law.effects import TEXT_KINDS, TIME_KINDS, ReviewState
from documents.models import RegulationChange, RegulationIndexPage, RegulationPage
from portal import jsonld
from portal.feeds import FeedEntry, Item, atom, feed, noon, tag
from portal.page_views import page_view
from portal.vietnamese.dates import short_date

MOST = 30


@page_view(RegulationIndexPage, "rss/", name="rss")
def library_feed(index, request: HttpRequest) -> HttpResponse:
    """New acts, and what subscribers are told of known ones; the latest first.

    What the library knew when it first looked is no news: see `alerts.journal`.
    """
    changes = _changes_of_library(index)
    acts = index.regulations().order_by("-first_published_at", "-pk")[:MOST]
    items = [*(_added(act, request) for act in acts), *_changed(changes, request)]
    items.sort(key=lambda item: item.at, reverse=True)
    title = _("Changes in the library of acts")
    return feed(index, title, index.description or title, items[:MOST], request)


@page_view(RegulationIndexPage, "atom/", name="atom")
def library_atom(index, request: HttpRequest) -> HttpResponse:
    """The same as entries that say what changed, one a fact; the latest first."""
    acts = index.regulations().order_by("-first_published_at", "-pk")[:MOST]
    changed = entries_of(list(_changes_of_library(index)))
    entries = [_entry(entry, request) for entry in changed]
    entries += [_new(act, request) for act in acts if act.first_published_at]
    entries.sort(key=lambda entry: (entry.updated, entry.key), reverse=True)
    title = _("Changes in the library of acts")
    return atom(index, title, index.description or title, entries[:MOST], request)


@page_view(RegulationPage, "atom/", name="atom")
def act_atom(act, request: HttpRequest) -> HttpResponse:
    """Every change of one act, also those to come; told last first."""
    today = timezone.localdate()
    view = RegulationOnDay(act, today)
    rows = [
        row
        for row in view.rows
        if row.review == ReviewState.CONFIRMED and row.pk not in view.void
        if row.kind in TEXT_KINDS | TIME_KINDS
    ]
    journal = act.noticed_changes.exclude(source__live=False)
    journal = journal.select_related("source")
    changes = changes_of(act, rows, today, _named(journal, act))
    entries = [_entry(entry, request) for entry in entries_of(changes)]
    if act.first_published_at:
        entries.append(_new(act, request))
    title = f"{act.symbol}: {act.title}"
    return atom(act, title, act.description or act.title, entries, request)


def _named(changes, act) -> list[RegulationChange]:
    """Each with the act already read."""
    found = list(changes)
    for change in found:
        change.regulation = act
    return found


def _changes_of_library(index):
    first = RegulationChange.objects.aggregate(at=Min("noticed_at"))["at"]
    if first is None:
        return RegulationChange.objects.none()
    changes = (
        RegulationChange.objects.exclude(what=ADDED)
        .exclude(source__live=False)
        .filter(regulation__in=RegulationPage.objects.live().public().child_of(index))
    )
    return (
        changes.filter(noticed_at__gt=first)
        .select_related("regulation", "source")
        .defer("regulation__text", "regulation__body", "source__text", "source__body")
        .order_by("-pk")[:MOST]
    )


def _entry(entry: ChangeEntry, request: HttpRequest) -> FeedEntry:
    act = entry.change.regulation
    link = jsonld.absolute(request, act.get_url(request))
    if entry.fact.on:
        link = f"{link}?ngay={entry.fact.on.isoformat()}"
    if entry.fact.provision:
        link = f"{link}#{entry.fact.provision}"
    key = tag(f"van-ban/{entry.fact.key}")
    return FeedEntry(entry.title, link, entry.words, key, entry.first, entry.last)


def _new(act, request: HttpRequest) -> FeedEntry:
    link = jsonld.absolute(request, act.get_url(request))
    words = ". ".join(filter(None, (_("New in the library"), act.description)))
    key, at = tag(f"van-ban/{act.pk}/{ADDED}"), act.first_published_at
    title = clean(f"{act.symbol}: {act.title}")
    return FeedEntry(title, link, clean(words), key, at, at)


def _added(act, request: HttpRequest) -> Item:
    words = ". ".join(filter(None, (_("New in the library"), act.description)))
    link = jsonld.absolute(request, act.get_url(request))
    return Item(f"{act.symbol}: {act.title}", link, words, link, act.first_published_at)


def _changed(changes, request: HttpRequest):
    for change in changes:
        words = wording.sentence(wording.notice_line(change))
        link = jsonld.absolute(request, change.regulation.get_url(request))
        title = f"{change.regulation.symbol}: {words}"
        yield Item(title, link, change.regulation.title, change.key, change.noticed_at)


@page_view(RegulationPage, "rss/", name="rss")
def act_feed(act, request: HttpRequest) -> HttpResponse:
    """Every change of one act, the latest first."""
    today = timezone.localdate()
    address = jsonld.absolute(request, act.get_url(request))
    items = []
    for change in reversed(RegulationOnDay(act, today).changes()):
        link = f"{address}?ngay={change.on.isoformat()}"
        words = f"{change.label} ({short_date(change.on)})"
        # What is still to come was news when the act was last published.
        at = noon(change.on) if change.on <= today else act.updated_at
        key = f"{link}: {change.label}"
        items.append(Item(change.label, link, words, key, at))
    title = f"{act.symbol}: {act.title}"
    return feed(act, title, act.description or act.title, items, request)
