"""From an uploaded file to its preview, by way of its author where it is unclear."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from events.delegations.forms.columns import ColumnsForm
from events.delegations.forms.people import UploadForm
from events.delegations.layout import Unclear, settle
from events.delegations.listing import (
    ListingLost,
    SheetRows,
    read_listing,
    unpack_listing,
)
from events.delegations.reader import from_listing
from events.delegations.views.delegation import (
    LOST,
    Delegation,
    back,
    for_delegation,
    page,
)
from events.delegations.views.review import preview
from events.delegations.wording import unclear_columns
from events.models.agency_columns import remember, remembered
from portal import guard
from portal.tabular import TableRefused
from portal.tabular.wording import table_text

COLUMNS = "events/delegation_columns.html"
# Reading a file costs more than asking for a page.
LIMIT = guard.Limit(120, timedelta(hours=1))


@for_delegation("GET", "HEAD", "POST")
def delegation_upload(request: HttpRequest, mine: Delegation) -> HttpResponse:
    """A file: to its preview, or back with the reason it cannot be read."""
    if request.method != "POST" or not mine.may_add:
        return back(mine)
    form = UploadForm(request.POST, request.FILES)
    try:
        _count(request, mine)
        if form.is_valid():
            file = form.cleaned_data["file"]
            return _read(request, mine, read_listing(file, file.name))
    except guard.TooMany as flood:
        form.add_error(None, flood.message)
        return page(request, mine, upload=form, form=form, status=429)
    except TableRefused as error:
        form.refuse(error)
    return page(request, mine, upload=form, form=form)


def _read(request: HttpRequest, mine: Delegation, listing: SheetRows) -> HttpResponse:
    """The preview, or the question which column is what. Raises TableRefused."""
    try:
        keys = settle(listing, remembered(mine.invitation.organisation_id))
    except Unclear as unclear:
        form = ColumnsForm(listing, initial=unclear.keys)
        return _ask(request, mine, form, unclear_columns(unclear.code))
    return preview(request, mine, from_listing(listing, keys))


@for_delegation("GET", "HEAD", "POST")
def delegation_columns(request: HttpRequest, mine: Delegation) -> HttpResponse:
    """The columns as their author named them: to the preview, or asked again."""
    if request.method != "POST" or not mine.may_add:
        return back(mine)
    try:
        packed = request.POST.get("listing", "")
        listing = unpack_listing(packed, mine.invitation.pk, mine.now)
    except ListingLost:
        return back(mine, LOST)
    form = ColumnsForm(listing, request.POST)
    if not form.is_valid():
        return _ask(request, mine, form)
    try:
        draft = from_listing(listing, form.keys)
    except TableRefused as error:
        form.add_error(None, table_text(error))
        return _ask(request, mine, form)
    remember(mine.invitation.organisation_id, form.answers)
    return preview(request, mine, draft)


def _ask(
    request: HttpRequest, mine: Delegation, form: ColumnsForm, reason: str = ""
) -> HttpResponse:
    context = {
        "title": _("What the columns hold"),
        "canonical_url": "",
        "mine": mine,
        "event": mine.event,
        "form": form,
        "reason": reason,
        "listing": form.listing.pack(mine.invitation.pk, mine.now),
    }
    return render(request, COLUMNS, context)


def _count(request: HttpRequest, mine: Delegation) -> None:
    subject = str(mine.invitation.pk)
    guard.check("delegation", request, mine.now, LIMIT, subject=subject)
