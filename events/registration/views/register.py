"""One person registers for one conference."""

from datetime import datetime, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events import seats
from events.conferences.facts import when_in_words
from events.conferences.status import Status, status_of
from events.conferences.wording import shown_phase
from events.models import EventPage
from events.models.terms import Phase
from events.personal_data import consents
from events.registration import browser
from events.registration.forms.registration import RegistrationForm
from events.seats.errors import (
    EventFull,
    RegistrationClosed,
    SeatError,
    SeatsBusy,
)
from portal import guard
from portal.guard.responses import private, try_later
from portal.page_views import page_view
from portal.vietnamese.dates import short_date, short_time

FORM = "events/register.html"
CLOSED = "events/register_closed.html"
_REGISTERED = "registered"
#: What one address registers beyond these, the organiser confirms; nobody is refused,
#: for a whole office, or a district's, may share one address. Only successes count.
UNQUESTIONED = (
    guard.Limit(20, timedelta(minutes=10)),
    guard.Limit(60, timedelta(hours=24)),
)


@page_view(EventPage, "dang-ky/", name="register")
def register(page: EventPage, request: HttpRequest) -> HttpResponse:
    """The form, and what became of it once it was sent."""
    now = timezone.now()
    if request.method == "POST":
        return private(_receive(page, request, now))
    shown = status_of(page, now)
    if not shown.takes_registrations:
        return private(render(request, CLOSED, _context(page, request, shown)))
    form = RegistrationForm(event=page, now=now)
    return private(render(request, FORM, _context(page, request, shown, form)))


def _receive(page, request: HttpRequest, now: datetime) -> HttpResponse:
    form = RegistrationForm(request.POST, event=page, now=now)
    try:
        if form.is_valid():
            before = browser.earlier(request, page.pk, form.person)
            if before and before.submission_id != form.submission_key:
                return redirect(f"{reverse('ticket', args=[before.token])}?da=co")
            made = _register(page, form, request, now)
            response = _done(form, made, now)
            browser.remember(request, response, form.person, made)
            return response
    except SeatsBusy as error:
        form.add_error(None, busy_words())
        context = _context(page, request, status_of(page, now), form)
        response = render(request, FORM, context | {"busy": True})
        return try_later(response, error.retry_after)
    except SeatError as error:
        form.add_error(None, _refusal(error))
    context = _context(page, request, status_of(page, now), form)
    return render(request, FORM, context)


def _register(page, form: RegistrationForm, request: HttpRequest, now: datetime):
    def came_from_one_place() -> bool:
        counted = guard.count(_REGISTERED, request, now, *UNQUESTIONED)
        return any(
            times > limit.times
            for times, limit in zip(counted, UNQUESTIONED, strict=True)
        )

    return seats.register(
        page.pk,
        form.attendee(),
        agreed=form.agreed(),
        key=form.submission_key,
        now=now,
        hold=came_from_one_place,
        may_repeat=True,
    )


def _done(form: RegistrationForm, registration, now: datetime) -> HttpResponse:
    """To the ticket; a form sent again leads to the one it made."""
    ticket = reverse("ticket", args=[registration.token])
    if registration.created_at != now:
        return redirect(f"{ticket}?da=roi")
    return redirect(f"{ticket}?da=so-moi" if form.has_old_number else ticket)


def _context(page, request: HttpRequest, shown: Status, form=None) -> dict:
    return {
        "page": page,
        "form": form,
        "status": shown,
        "when": when_in_words(page),
        "explained": consents.explained(request, page),
    }


def busy_words() -> str:
    return _(
        "Many people are registering at this moment. Nothing was saved and nothing is "
        "lost: wait a few seconds and press the button once more."
    )


def _refusal(error: SeatError) -> str:
    """Why the form was not taken, and what to do now."""
    if isinstance(error, EventFull):
        return _full(error)
    if isinstance(error, RegistrationClosed):
        return _closed(error)
    return _("The form belongs to another conference. Please press the button again.")


def _full(error: EventFull) -> str:
    return ngettext(
        "The one seat was taken while you filled in the form, and no waiting list "
        "is kept.",
        "All %(capacity)d seats were taken while you filled in the form, and no "
        "waiting list is kept.",
        error.capacity,
    ) % {"capacity": error.capacity}


def _closed(error: RegistrationClosed) -> str:
    now_is = shown_phase(error.phase)
    if error.phase == Phase.CLOSED and error.closed_at:
        return _(
            "Registration closed at %(time)s on %(day)s, before this form was sent. "
            "What you have filled in is still here; ask the organisers if you still "
            "want to come."
        ) % _time_and_day(error.closed_at)
    if error.phase == Phase.NOT_YET_OPEN and error.opens_at:
        return _(
            "Registration opens at %(time)s on %(day)s. Keep this page open and send "
            "it then."
        ) % _time_and_day(error.opens_at)
    return f"{now_is.label}. {now_is.sentence}"


def _time_and_day(at: datetime) -> dict[str, str]:
    return {"time": short_time(at), "day": short_date(at)}
