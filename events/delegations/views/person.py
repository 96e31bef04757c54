"""One member of a delegation: details corrected, or withdrawn."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from events import seats
from events.delegations.columns import NAME
from events.delegations.forms.people import LABELS, PersonForm
from events.delegations.views.delegation import SAVED, Delegation, back, for_delegation
from events.delegations.wording import already_here, refusal
from events.enums import Channel
from events.models import Registration
from events.models.attendees import Attendee
from events.seats.errors import AlreadyRegistered, NotPossible, SeatError, SeatsBusy
from portal.forms.reader import ReaderForm
from portal.guard.responses import try_later

PERSON = "events/delegation_person.html"
REMOVE = "events/delegation_remove.html"


@for_delegation("GET", "HEAD", "POST")
def delegation_person(
    request: HttpRequest, mine: Delegation, number: int
) -> HttpResponse:
    """Correct the details of one person."""
    row = mine.by_id.get(number)
    if row is None or not mine.may_edit:
        return back(mine)
    shown = {key: getattr(row, key) for key in LABELS}
    shown |= {"phone": row.phone_display, "revision": row.revision}
    form = PersonForm(request.POST or None, initial=shown, kept=row.name)
    context = {
        "title": _("Correct the details of %(name)s") % {"name": row.name},
        "canonical_url": "",
        "mine": mine,
        "row": row,
        "form": form,
    }
    if request.method == "POST" and form.is_valid():
        try:
            _correct(row, form, mine)
        except AlreadyRegistered:
            form.add_error(NAME, already_here().message)
        except SeatError as error:
            return _refused(request, PERSON, context, error)
        else:
            return back(mine, SAVED)
    return render(request, PERSON, context)


def _correct(row: Registration, form: PersonForm, mine: Delegation) -> None:
    attendee = Attendee(
        **form.details,
        organisation_name=row.organisation_name,
        organisation_id=row.organisation_id,
        answers=row.answers,
    )
    seats.correct(
        row.pk,
        attendee,
        revision=form.cleaned_data["revision"],
        now=mine.now,
        channel=Channel.DELEGATION,
    )


@for_delegation("GET", "HEAD", "POST")
def delegation_remove(
    request: HttpRequest, mine: Delegation, number: int
) -> HttpResponse:
    """Ask whether the person is to leave the delegation, and have it so."""
    row = mine.by_id.get(number)
    if row is None or not mine.may_edit:
        return back(mine)
    context = {
        "title": _("Withdraw %(name)s?") % {"name": row.name},
        "canonical_url": "",
        "mine": mine,
        "row": row,
    }
    if request.method == "POST":
        try:
            seats.cancel(row.pk, now=mine.now, channel=Channel.DELEGATION)
        except NotPossible:
            return back(mine)
        except SeatsBusy as error:
            context["form"] = ReaderForm({})
            return _refused(request, REMOVE, context, error)
        return back(mine, SAVED)
    return render(request, REMOVE, context)


def _refused(
    request: HttpRequest, template: str, context: dict, error: SeatError
) -> HttpResponse:
    """The page again with the reason; of a crowd, as 503."""
    context["form"].add_error(None, refusal(error))
    response = render(request, template, context)
    if isinstance(error, SeatsBusy):
        return try_later(response, error.retry_after)
    return response
