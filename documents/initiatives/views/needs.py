"""The board of needs: what units look for, and what may answer it."""

from collections import Counter
from datetime import date, timedelta
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from documents.initiatives.contributions import board
from documents.initiatives.contributions.matches import matches
from documents.initiatives.contributions.need_form import NeedForm
from documents.initiatives.views.answer_form import answer_form
from documents.initiatives.views.replications import explained
from documents.law.search_words import query_words
from documents.models.initiative_index import InitiativeIndexPage
from documents.models.initiatives import InitiativePage
from documents.models.needs import Need
from documents.models.taxonomy import Field
from portal import guard
from portal.feeds import Item, feed
from portal.guard.responses import private
from portal.listing.pages import page_of
from portal.page_views import page_view

BOARD = "documents/contributions/needs.html"
NEED = "documents/contributions/need.html"
POST = "documents/contributions/need_post.html"
SENT = "da-gui"
FIELD = "linh-vuc"
LIMIT = guard.Limit(20, timedelta(hours=1))
PER_PAGE = 20
_FEED = 30
_LONGEST = 200


@page_view(InitiativeIndexPage, "nhu-cau/", name="needs")
def needs_response(index: InitiativeIndexPage, request: HttpRequest) -> HttpResponse:
    """The newest first, by words and field; as many queries however many there are."""
    base = f"{index.get_url(request)}nhu-cau/"
    query = request.GET.get("q", "").replace("\0", "").strip()[:_LONGEST]
    chosen = request.GET.get(FIELD, "")
    found = Need.objects.shown_on(timezone.localdate())
    for word in query_words(query):
        found = found.filter(folded__contains=f" {word}")
    counts = Counter(found.order_by().values_list("field__slug", flat=True))
    fields = dict(Field.objects.values_list("slug", "name"))
    shown = found.filter(field__slug=chosen) if chosen in fields else found
    listing = page_of(shown, request.GET.get("trang"), per_page=PER_PAGE)
    items = [
        {
            "title": name,
            "value": slug,
            "count": counts[slug],
            "current": slug == chosen,
        }
        for slug, name in fields.items()
        if counts[slug] or slug == chosen
    ]
    context = {
        "page": index,
        "base": base,
        "needs": listing,
        "result_count": listing.paginator.count,
        "query": query,
        "hidden": [(FIELD, chosen)] if chosen in fields else [],
        "fields": {
            "title": _("Field of work"),
            "name": FIELD,
            "is_single": True,
            "items": items,
        },
        "clear_url": _address(base, query, ""),
    }
    return render(request, BOARD, context)


def _address(base: str, query: str, field: str) -> str:
    pairs = [(name, value) for name, value in (("q", query), (FIELD, field)) if value]
    return f"{base}?{urlencode(pairs)}" if pairs else base


@page_view(InitiativeIndexPage, "nhu-cau/<int:pk>/", name="need")
def need_response(
    index: InitiativeIndexPage, request: HttpRequest, pk: int
) -> HttpResponse:
    """One need with what may answer it; what is not public is not there."""
    need = find_shown(pk, timezone.localdate())
    if need is None:
        raise Http404
    solved = InitiativePage.objects.filter(pk=need.met_by_id).for_listing()
    context = {
        "page": index,
        "base": f"{index.get_url(request)}nhu-cau/",
        "need": need,
        "met_by": solved.first() if need.met_by_id else None,
        "matches": [one for one in matches(need) if one.page.pk != need.met_by_id],
    }
    return render(request, NEED, context)


def find_shown(pk: int, day: date) -> Need | None:
    # Larger numbers than the column holds are asked for too.
    if pk >= 2**63:
        return None
    return Need.objects.shown_on(day).filter(pk=pk).first()


@page_view(InitiativeIndexPage, "nhu-cau/gui/", name="post_need")
def post_response(index: InitiativeIndexPage, request: HttpRequest) -> HttpResponse:
    """The form, its answer, and what happens next."""
    now = timezone.now()
    posted = request.POST if request.method == "POST" else None
    form = NeedForm(posted, now=now, today=timezone.localdate(now))
    base = f"{index.get_url(request)}nhu-cau/"
    context = {
        "page": index,
        "base": base,
        "form": form,
        "sent": SENT in request.GET,
        "explained": explained(request, now),
    }

    def on_valid() -> str:
        board.post(form.column_values(), form.contact_details(), now=now)
        return f"{base}gui/?{SENT}"

    return private(
        answer_form(request, POST, context, limit=LIMIT, now=now, on_valid=on_valid)
    )


@page_view(InitiativeIndexPage, "nhu-cau/rss/", name="needs_rss")
def needs_feed(index: InitiativeIndexPage, request: HttpRequest) -> HttpResponse:
    """The newest needs, told in the words of their units."""
    base = request.build_absolute_uri(f"{index.get_url(request)}nhu-cau/")
    needs = Need.objects.shown_on(timezone.localdate())[:_FEED]
    items = [_item(need, f"{base}{need.pk}/") for need in needs]
    about = _("What units of the province are looking for")
    return feed(index, _("Board of needs"), about, items, request)


def _item(need: Need, link: str) -> Item:
    return Item(need.title, link, need.text, link, need.approved_at)
