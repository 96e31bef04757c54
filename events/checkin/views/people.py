"""Somebody who was not on the list, a colleague instead, and an arrival undone."""

from datetime import datetime
from uuid import uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from events.checkin import lookup, verbs
from events.checkin.access import door_view
from events.checkin.devices import device_of
from events.checkin.errors import DoorError
from events.checkin.forms import NewcomerForm, UndoForm
from events.checkin.frame import answered, frame, ground, refusal
from events.checkin.views.door import POSTS, RESULT
from events.models import EventPage, Scan
from events.registration.forms.details import AGENCY_LIST
from events.seats.errors import EventFull, SeatError
from portal.forms.fields import form_key

NEWCOMER = "events/door/newcomer.html"
UNDO = "events/door/undo.html"


@door_view("nguoi-moi/", name="door_newcomer", methods=POSTS)
def newcomer(page: EventPage, request: HttpRequest, now: datetime) -> HttpResponse:
    """Name and agency, nothing else is asked; or who comes instead of whom."""
    if request.method != "POST":
        return _newcomer(page, request, now, NewcomerForm(event=page), uuid4())
    form = NewcomerForm(request.POST, event=page)
    key = form_key(request.POST.get("key", ""))
    if not form.is_valid():
        return _newcomer(page, request, now, form, key)
    context = ground(page, request, now)
    known = {
        "part": context["part"].key,
        "key": key,
        "agreed": form.agreed,
        "now": now,
        "actor": request.user,
        "device_id": device_of(page, request, now),
    }
    try:
        if replaced := form.cleaned_data["instead_of"]:
            written = verbs.instead_of(page, replaced, form.attendee(), **known)
        else:
            reason = form.cleaned_data["reason"]
            written = verbs.walk_in(page, form.attendee(), reason=reason, **known)
    except (DoorError, SeatError) as error:
        form.add_error(None, refusal(error))
        is_full = isinstance(error, EventFull)
        return _newcomer(page, request, now, form, key, is_full=is_full)
    return render(request, RESULT, context | answered(context, written))


@door_view("hoan-tac/<int:pk>/", name="door_undo", methods=POSTS)
def undo(page: EventPage, request: HttpRequest, now: datetime, pk: int) -> HttpResponse:
    """Why an arrival is taken back; the row itself stays."""
    context = frame(page, request, now)
    part = context["part"].key
    rows = Scan.objects.select_related("registration")
    first = rows.filter(event=page, registration=pk, part=part, first=True).first()
    if first is None:
        raise Http404
    form = UndoForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            verbs.undo(
                page,
                pk,
                part=part,
                undone_for=form.cleaned_data["undone_for"],
                reason=form.cleaned_data["reason"],
                nonce=form_key(request.POST.get("nonce", "")),
                now=now,
                actor=request.user,
            )
        except (DoorError, SeatError) as error:
            form.add_error(None, refusal(error))
        else:
            return redirect(f"{context['root']}{context['asked_part']}")
    after = context["total"].present - 1
    context |= {"form": form, "first": first, "after": after}
    return render(request, UNDO, context, status=422 if form.errors else 200)


def _newcomer(page, request, now, form, key, *, is_full: bool = False) -> HttpResponse:
    context = frame(page, request, now)
    query = request.POST.get("who", "") or request.GET.get("who", "")
    context |= {
        "form": form,
        "key": key,
        "is_full": is_full or bool(form["reason"].value()),
        "free": _free(page),
        "names": form.agencies.offered(),
        "list_id": AGENCY_LIST,
        "who": query,
        "found": [
            row
            for row in lookup.people(page, query[:100], context["part"].key)
            if not row.arrived_at
        ],
    }
    return render(request, NEWCOMER, context, status=422 if form.errors else 200)


def _free(page: EventPage) -> int | None:
    seats = getattr(page, "seats", None)
    capacity = seats.capacity if seats else page.capacity
    if capacity is None:
        return None
    return max(0, capacity - (seats.taken if seats else 0))
