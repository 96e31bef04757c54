"""What the screens of the door share: the parts, the way back, the numbers."""

from datetime import datetime
from uuid import uuid4

from django.http import HttpRequest
from django.utils.translation import gettext as _

from events.checkin import attendance, lookup
from events.checkin.access import PART, door_url, part_of
from events.checkin.screens import TONES, elsewhere, heard, screen_of, unknown
from events.enums import ScanResult, UndoReason
from events.models import EventPage, Scan
from events.seats.errors import AlreadyRegistered, EventFull, NotPossible, SeatsBusy

FEW_AGENCIES = 4


def ground(page: EventPage, request: HttpRequest, now: datetime) -> dict:
    """What every screen needs, an answer too; a fresh nonce for its form."""
    known, part = part_of(page, request, now)
    return {
        "event": page,
        "root": door_url(page, request),
        "parts": known,
        "part": part,
        "asked_part": f"?{PART}={part.key}",
        "nonce": uuid4(),
        "now": now,
    }


def frame(page: EventPage, request: HttpRequest, now: datetime) -> dict:
    """The context of the door's own screens: besides, who has come and who is to."""
    context = ground(page, request, now)
    counts = attendance.counts(page, context["part"].key)
    missing = sorted(
        (line for line in counts.agencies if line.tally.expected),
        key=lambda line: -line.tally.absent,
    )
    return context | {
        "total": counts.total,
        "agencies": missing,
        "few_agencies": missing[:FEW_AGENCIES],
        "closing": attendance.closed(page),
    }


def answered(context: dict, written: Scan | str) -> dict:
    """The screen that answers a scan, or words of nobody here, and the numbers."""
    event, part = context["event"], context["part"]
    if isinstance(written, str):
        total = attendance.at_door(event, part.key)
        other = lookup.of_another(event, written)
        return {
            "screen": elsewhere(other) if other else unknown(written),
            "total": total,
        }
    agency = written.registration.agency_key
    total = attendance.at_door(event, part.key, agency)
    screen = screen_of(written, part, total, now=context["now"])
    return {"screen": screen, "total": total}


def alone() -> list[dict]:
    """The words of the answers that a telephone gives without a connection.

    `{time}` and `{name}` are filled in by its script.
    """
    why = {
        "ok": _("Noted on this device, to be sent"),
        "already": _("This ticket came in at {time}"),
        "transferred": _("{name} has this place now."),
        "pending": _("Not approved when this device was last in touch."),
        "waiting": _("Without a seat when this device was last in touch."),
        "cancelled": _("Cancelled when this device was last in touch."),
        "rejected": _("Declined when this device was last in touch."),
        "unknown": _("This is no ticket of this portal, or it was typed wrongly."),
        "absent": _("Registered after this device was last in touch, or elsewhere."),
    }
    words = {one.value: str(one.label) for one in ScanResult}
    words["absent"] = _("Not on this device")
    tones = {one.value: tone for one, tone in TONES.items()} | {"absent": "unknown"}
    online = ("wrong_event",)
    return [
        {
            "result": name,
            "tone": tones[name],
            "word": words[name],
            "why": why.get(name, ""),
            "heard": heard(tones[name]),
        }
        for name in (*why, *online)
    ]


def undo_reasons() -> list[tuple[str, str]]:
    """What is offered at the door; the paper has a reason of its own."""
    offered = [one for one in UndoReason if one != UndoReason.NOT_SIGNED]
    return [(one.value, str(one.label)) for one in offered]


def refusal(error: Exception) -> str:
    """Why the door did nothing, in one sentence."""
    from_seats: dict[type, str] = {
        SeatsBusy: _("Too many people are being entered right now. Press once more."),
        AlreadyRegistered: _("This person is on the list. Look for the name."),
        NotPossible: _("Somebody has changed this registration. Scan once more."),
    }
    if isinstance(error, EventFull):
        text = _("All %(capacity)s seats are taken. With a reason a chair is added.")
        return text % {"capacity": error.capacity}
    for kind, text in from_seats.items():
        if isinstance(error, kind):
            return text
    return {
        "AttendanceClosed": _("Attendance is closed. Open it again to add anybody."),
        "ReasonMissing": _("Write down the reason."),
        "NotPresent": _("This person is not noted as present."),
    }.get(type(error).__name__, _("This could not be done. Try once more."))
