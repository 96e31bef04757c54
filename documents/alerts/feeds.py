"""Changes as RSS: of the library, and of one act."""

from django.db.models import Min
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from documents.acts.views.regulation import RegulationOnDay
from documents.alerts import wording
from documents.alerts.changes import ADDED
from documents.models import RegulationChange, RegulationIndexPage, RegulationPage
from portal import jsonld
from portal.feeds import Item, feed, noon
from portal.page_views import page_view
from portal.vietnamese.dates import short_date

MOST = 30


@page_view(RegulationIndexPage, "rss/", name="rss")
def library_feed(index, request: HttpRequest) -> HttpResponse:
    """New acts, and what subscribers are told of known ones; the latest first.

    What the library knew when it first looked is no news: see `alerts.journal`.
    """
    first = RegulationChange.objects.aggregate(at=Min("noticed_at"))["at"]
    changes = (
        RegulationChange.objects.exclude(what=ADDED)
        .exclude(source__live=False)
        .filter(regulation__in=RegulationPage.objects.live().public().child_of(index))
    )
    changes = (
        changes.filter(noticed_at__gt=first)
        .select_related("regulation", "source")
        .defer("regulation__text", "regulation__body", "source__text", "source__body")
        .order_by("-pk")[:MOST]
        if first
        else ()
    )
    acts = index.regulations().order_by("-first_published_at", "-pk")[:MOST]
    items = [*(_added(act, request) for act in acts), *_changed(changes, request)]
    items.sort(key=lambda item: item.at, reverse=True)
    title = _("Changes in the library of acts")
    return feed(index, title, index.description or title, items[:MOST], request)


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
