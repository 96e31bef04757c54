"""What the door's script asks for: numbers, snapshot, sending; and its worker."""

import json
from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.utils.dateparse import parse_datetime

from events.checkin import attendance, sync
from events.checkin.access import door_url, door_view, part_of
from events.checkin.devices import CLOCK_TOLERANCE, heard_from
from events.checkin.snapshot import snapshot
from events.enums import Seen
from events.models import EventPage
from events.organising import access_log
from events.seats.errors import SeatsBusy
from portal.guard.responses import try_later

MOST_BYTES = 200_000


@door_view("so/", name="door_status")
def status(page: EventPage, request: HttpRequest, now: datetime) -> HttpResponse:
    """The numbers of the part, the hour of the server, and a key for sending."""
    _known, part = part_of(page, request, now)
    total = attendance.at_door(page, part.key)
    return JsonResponse(
        {
            "now": now.isoformat(),
            "part": part.key,
            "present": total.present,
            "expected": total.expected,
            "csrf": get_token(request),
        }
    )


@door_view("may/", name="door_snapshot")
def kept(page: EventPage, request: HttpRequest, now: datetime) -> HttpResponse:
    """The locked lines of all tickets, for a telephone to keep."""
    answer = snapshot(page, now=now)
    access_log.note(
        Seen.EXPORT if "names" in answer else Seen.LIST,
        user=request.user,
        event_id=page.pk,
        how_many=len(answer["tickets"]),
        now=now,
        asked="snapshot",
    )
    return JsonResponse(answer)


@door_view("gui/", name="door_sync", methods=("POST",))
def send(page: EventPage, request: HttpRequest, now: datetime) -> HttpResponse:
    """Scans made without a connection. Sent again, nothing is added."""
    try:
        if len(request.body) > MOST_BYTES:
            raise sync.BadBatch
        said = json.loads(request.body)
        sent = sync.read(said["scans"])
        key = UUID(said["device"])
        clock = parse_datetime(said["clock"])
        off = int((clock - now).total_seconds())
        waiting = max(0, int(said.get("waiting", 0)) - len(sent))
    except (ValueError, KeyError, TypeError):
        return JsonResponse({"problem": "unreadable"}, status=400)
    device = heard_from(
        page,
        key,
        str(said.get("name", "")),
        user=request.user,
        now=now,
        waiting=waiting,
        clock_off=off,
    )
    try:
        answers = sync.take(
            page, sent, device_id=device.pk, now=now, actor=request.user
        )
    except SeatsBusy as error:
        return try_later(JsonResponse({"problem": "busy"}), error.retry_after)
    wrong = off if abs(off) > CLOCK_TOLERANCE else 0
    return JsonResponse({"answers": answers, "clock_off": wrong})


@door_view("sw/", name="door_worker")
def worker(page: EventPage, request: HttpRequest, now: datetime) -> HttpResponse:
    """The service worker; its scope is the door's path and nothing above it."""
    root = door_url(page, request)
    response = render(
        request, "events/door/sw.js", {"root": root}, content_type="text/javascript"
    )
    # It lies one step below what it serves.
    response["Service-Worker-Allowed"] = root
    return response
