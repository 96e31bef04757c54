"""From a file or typed rows to a preview, and from there into the delegation."""

from datetime import timedelta
from uuid import uuid5

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from events import seats
from events.delegations.forms.people import ROWS_SHOWN, RowsForm, UploadForm, typed_rows
from events.delegations.forms.review import ReviewForm
from events.delegations.listing import Unclear, read_listing, settle
from events.delegations.preview import added, changes, headings, warnings
from events.delegations.reader import Draft, DraftLost, from_listing, from_rows, unpack
from events.delegations.review import Review, note_taken, review
from events.delegations.views.delegation import (
    LOST,
    SAVED,
    Delegation,
    back,
    for_delegation,
    page,
)
from events.delegations.wording import DECLARATION_VERSION, refusal, unclear_columns
from events.models.attendees import Agreed
from events.personal_data import consents
from events.seats.errors import AlreadyRegistered, SeatError, SeatsBusy
from portal import guard
from portal.forms.reader import ReaderForm
from portal.guard.responses import try_later
from portal.tabular import TableRefused

REVIEW = "events/delegation_review.html"
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
            listing = read_listing(file, file.name)
            draft = from_listing(listing, settle(listing, {}))
            return _preview(request, mine, draft)
    except guard.TooMany as flood:
        form.add_error(None, flood.message)
        return page(request, mine, upload=form, form=form, status=429)
    except TableRefused as error:
        form.refuse(error)
    except Unclear as unclear:
        form.add_error("file", unclear_columns(unclear.code))
    return page(request, mine, upload=form, form=form)


@for_delegation("GET", "HEAD", "POST")
def delegation_rows(request: HttpRequest, mine: Delegation) -> HttpResponse:
    """People typed in: more empty rows, or the preview."""
    if request.method != "POST" or not mine.may_add:
        return back(mine)
    typed = typed_rows(request.POST)
    if "more" in request.POST:
        return page(request, mine, rows=RowsForm(typed, rows=len(typed) + ROWS_SHOWN))
    draft = from_rows(typed)
    if not draft.rows:
        empty = ReaderForm({})
        empty.add_error(None, _("Nobody has been filled in yet."))
        rows = RowsForm(typed, rows=max(len(typed), ROWS_SHOWN))
        return page(request, mine, rows=rows, form=empty)
    return _preview(request, mine, draft)


@for_delegation("GET", "HEAD", "POST")
def delegation_confirm(request: HttpRequest, mine: Delegation) -> HttpResponse:
    """The preview sent back: checked anew, and saved if it was confirmed."""
    if request.method != "POST":
        return back(mine)
    try:
        draft = unpack(request.POST.get("draft", ""), mine.invitation.pk, mine.now)
    except DraftLost:
        return back(mine, LOST)
    draft.mend(request.POST)
    result = review(draft, mine.invitation, mine.by_id)
    form = ReviewForm(result, request.POST)
    if "confirm" not in request.POST or not form.may_be_saved():
        return _shown(request, mine, result, form)
    try:
        _save(mine, result, form.leaves)
    except AlreadyRegistered as error:
        note_taken(result, error.registration)
        form = ReviewForm(result, request.POST)
        form.add_error(None, refusal(error))
    except SeatsBusy as error:
        form.add_error(None, refusal(error))
        response = _shown(request, mine, result, form)
        return try_later(response, error.retry_after)
    except SeatError as error:
        form.add_error(None, refusal(error))
    else:
        return back(mine, SAVED)
    return _shown(request, mine, result, form)


def _save(mine: Delegation, result: Review, leaves: list[int]) -> None:
    """Write what the preview showed; the same list again changes nothing.

    The key is of the draft and of what it comes to: whoever goes back and mends the
    draft is not taken for somebody who pressed the button twice.
    """
    difference = result.difference
    if difference.is_empty and not leaves:
        return
    effect = repr((difference.added, difference.changed, sorted(leaves)))
    seats.settle_delegation(
        mine.invitation.pk,
        added=difference.added,
        changed={change.id: change.after for change in difference.changed},
        removed=leaves,
        agreed=Agreed(DECLARATION_VERSION),
        key=uuid5(result.draft.key, effect),
        now=mine.now,
    )


def _preview(request: HttpRequest, mine: Delegation, draft: Draft) -> HttpResponse:
    result = review(draft, mine.invitation, mine.by_id)
    return _shown(request, mine, result, ReviewForm(result))


def _shown(
    request: HttpRequest,
    mine: Delegation,
    result: Review,
    form: ReviewForm,
) -> HttpResponse:
    context = {
        "title": _("Look over the list"),
        "canonical_url": "",
        "explained": consents.explained(request, mine.event),
        "mine": mine,
        "event": mine.event,
        "result": result,
        "difference": result.difference,
        "added": added(result),
        "headings": headings(result),
        "changes": changes(result),
        "warnings": warnings(result),
        "form": form,
        "draft": result.draft.pack(mine.invitation.pk, mine.now),
    }
    return render(request, REVIEW, context)


def _count(request: HttpRequest, mine: Delegation) -> None:
    subject = str(mine.invitation.pk)
    guard.check("delegation", request, mine.now, LIMIT, subject=subject)
