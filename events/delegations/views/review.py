"""From typed rows to a preview, and from a preview into the delegation."""

from uuid import uuid5

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from events import seats
from events.delegations.forms.people import ROWS_SHOWN, RowsForm, typed_rows
from events.delegations.forms.review import ReviewForm
from events.delegations.preview import added, changes, headings, over_quota, warnings
from events.delegations.reader import Draft, DraftLost, from_rows, unpack
from events.delegations.review import Review, note_taken, review
from events.delegations.views.delegation import (
    LOST,
    SAVED,
    Delegation,
    back,
    for_delegation,
    page,
)
from events.delegations.wording import DECLARATION_VERSION, refusal
from events.models.attendees import Agreed
from events.personal_data import consents
from events.seats.errors import AlreadyRegistered, SeatError, SeatsBusy
from portal.forms.reader import ReaderForm
from portal.guard.responses import try_later

REVIEW = "events/delegation_review.html"


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
    return preview(request, mine, draft)


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
    draft.open(request.POST.get("open", ""))
    if "capitals" in request.POST:
        draft.write_capitals()
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
        agreed=Agreed(DECLARATION_VERSION, asked=frozenset({consents.REQUIRED})),
        key=uuid5(result.draft.key, effect),
        now=mine.now,
    )


def preview(request: HttpRequest, mine: Delegation, draft: Draft) -> HttpResponse:
    """What the draft would change, and what is wrong in it."""
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
        "small_letters": result.draft.in_small_letters(),
        "over_quota": over_quota(result),
        "form": form,
        "draft": result.draft.pack(mine.invitation.pk, mine.now),
    }
    return render(request, REVIEW, context)
