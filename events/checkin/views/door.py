"""The door: how many have come, a ticket scanned or typed, a name looked for."""

from dataclasses import asdict
from datetime import datetime
from uuid import uuid4

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from events.checkin import lookup, verbs
from events.checkin.access import door_view
from events.checkin.devices import device_of
from events.checkin.errors import DoorError
from events.checkin.forms import PhotographForm
from events.checkin.frame import alone, answered, frame, ground, refusal
from events.checkin.photograph import (
    MOST_BYTES,
    TooLargePhotograph,
    UnreadablePhotograph,
    codes_in,
)
from events.checkin.record import Shown
from events.enums import ScanSource, Seen
from events.models import EventPage, Registration, Scan
from events.organising import access_log
from events.seats.errors import SeatError
from portal.forms.chosen_files import MEGABYTE
from portal.forms.fields import form_key

DOOR = "events/door/door.html"
RESULT = "events/door/result_page.html"
POSTS = ("GET", "HEAD", "POST")


@door_view("", name="door")
def ready(page: EventPage, request: HttpRequest, now: datetime) -> HttpResponse:
    """The numbers and the three buttons. It is also what a telephone keeps."""
    return _door(page, request, now, "ready")


@door_view("don-vi/", name="door_agencies")
def agencies(page: EventPage, request: HttpRequest, now: datetime) -> HttpResponse:
    return _door(page, request, now, "ready", all_agencies=True)


@door_view("tim/", name="door_find")
def search(page: EventPage, request: HttpRequest, now: datetime) -> HttpResponse:
    """People by name, code or the last digits of their telephone."""
    context = frame(page, request, now)
    query = request.GET.get("q", "")[:100]
    found = lookup.people(page, query, context["part"].key)
    if query:
        access_log.note(
            Seen.LIST,
            user=request.user,
            event_id=page.pk,
            how_many=len(found),
            now=now,
            asked=_("Reception desk"),
        )
    return _door(page, request, now, "find", query=query, found=found)


@door_view("quet/", name="door_scan", methods=POSTS)
def scan(page: EventPage, request: HttpRequest, now: datetime) -> HttpResponse:
    """A ticket scanned, photographed, typed, or chosen from the names."""
    if request.method != "POST":
        return _door(page, request, now, "scan")
    text, problem = _text_of(request)
    if problem:
        return _door(page, request, now, "scan", problem=problem, status=422)
    chosen = _chosen(page, request)
    pk = chosen.pk if chosen else lookup.find(page, text)
    context = ground(page, request, now)
    if pk is None:
        return _answer(request, context, text)
    shown = _shown(page, request, context)
    try:
        written = verbs.check_in(page, pk, shown, now=now, actor=request.user)
    except (DoorError, SeatError) as error:
        return _refused(page, request, now, error)
    return _answer(request, context, written)


@door_view("cho-vao/", name="door_let_in", methods=("POST",))
def let_in(page: EventPage, request: HttpRequest, now: datetime) -> HttpResponse:
    """Somebody let in whom the ticket alone does not."""
    context = ground(page, request, now)
    row = _chosen(page, request, anywhere=True)
    if row is None:
        return _answer(request, context, "")
    shown = _shown(page, request, context)
    reason = request.POST.get("reason", "").strip()[:300]
    try:
        written = verbs.let_in(
            page, row.pk, shown, reason=reason, now=now, actor=request.user
        )
    except (DoorError, SeatError) as error:
        return _refused(page, request, now, error, row=row)
    return _answer(request, context, written)


def _door(page, request, now, view: str, *, status: int = 200, **more) -> HttpResponse:
    context = {
        **frame(page, request, now),
        "view": view,
        "alone": alone(),
        "photograph": PhotographForm(label_suffix=""),
        **more,
    }
    return render(request, DOOR, context, status=status)


def _shown(page: EventPage, request: HttpRequest, context: dict) -> Shown:
    return Shown(
        part=context["part"].key,
        source=_source(request),
        at=context["now"],
        nonce=form_key(request.POST.get("nonce", "")),
        device_id=device_of(page, request, context["now"]),
    )


def _answer(request: HttpRequest, context: dict, written: Scan | str) -> HttpResponse:
    """The answer to a scan, or to words that are nobody's ticket.

    As a page, or as what the script asked for; both say how many have come.
    """
    context |= answered(context, written)
    if request.headers.get("Accept") == "application/json":
        total = context["total"]
        counts = {"present": total.present, "expected": total.expected}
        return JsonResponse(asdict(context["screen"]) | counts)
    status = 200 if isinstance(written, Scan) else 404
    return render(request, RESULT, context, status=status)


def _refused(
    page, request, now, error: Exception, row: Registration | None = None
) -> HttpResponse:
    problem = refusal(error)
    if request.headers.get("Accept") == "application/json":
        return JsonResponse({"problem": problem}, status=409)
    more = {"problem": problem, "asked": row, "key": uuid4()}
    return _door(page, request, now, "scan", status=409, **more)


def _text_of(request: HttpRequest) -> tuple[str, str]:
    """What was scanned or typed, and what is wrong with it."""
    photograph = request.FILES.get("photo")
    if photograph is None:
        text = request.POST.get("code", "").strip()[:300]
        named = request.POST.get("registration")
        return text, "" if text or named else _("Type the code of the ticket.")
    try:
        codes = codes_in(photograph.file, photograph.size)
    except TooLargePhotograph:
        words = _("This picture has more than %(limit)d MB. Take a smaller one.")
        return "", words % {"limit": MOST_BYTES // MEGABYTE}
    except UnreadablePhotograph:
        return "", _("This is no picture that can be read. Take another one.")
    if not codes:
        return "", _("No code was found in the picture. Come closer, with light.")
    return next((text for text in codes if lookup.token_in(text)), codes[0]), ""


def _chosen(
    page: EventPage, request: HttpRequest, *, anywhere: bool = False
) -> Registration | None:
    """The registration that a button names; of another conference only by its code."""
    pk = request.POST.get("registration", "")
    rows = Registration.objects.select_related("event").filter(forgotten_at=None)
    if not anywhere:
        rows = rows.filter(event=page)
    else:
        # A ticket of another conference was scanned here, or it is not known here.
        rows = rows.filter(event=page) | rows.filter(scans__event=page)
    return rows.distinct().filter(pk=pk).first() if pk.isdecimal() else None


def _source(request: HttpRequest) -> ScanSource:
    if request.POST.get("registration"):
        return ScanSource.NAME
    is_address = bool(lookup.token_in(request.POST.get("code", "")))
    return ScanSource.CODE if is_address or request.FILES else ScanSource.TYPED
