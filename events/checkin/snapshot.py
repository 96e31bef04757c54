"""What a telephone keeps for when there is no connection: a lost one names nobody.

Each ticket is a line: the SHA-256 of its token, and behind it what to answer, locked
with AES-GCM under a key made from the same token. Only who holds a ticket's code can
open its line. Typed codes lead to the state alone.
"""

import json
import os
from base64 import b64encode
from datetime import datetime, timedelta
from hashlib import sha256

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.utils import timezone

from events.checkin import attendance, lookup
from events.enums import LIVE, RegistrationState
from events.models import EventPage, Reception, Registration
from portal.vietnamese import fold

KEPT_AFTER_END = timedelta(hours=24)
#: So many bytes of a hash tell a few thousand tickets apart.
SHORT = 9
NONCE = 12


def line_key(token: str) -> bytes:
    """The key of a ticket's line: 256 bits that follow from the token alone."""
    return sha256(f"khoa:{token}".encode()).digest()


def short_reference(token: str) -> str:
    return _text(bytes.fromhex(lookup.reference(token))[:SHORT])


def code_reference(event_id: int, code: str) -> str:
    """By what a typed code is found; it says no more than that there is such a one."""
    return _text(sha256(f"ma:{event_id}:{code}".encode()).digest()[:SHORT])


def sealed(token: str, said: list) -> str:
    """What is said of a ticket, for whoever has the ticket."""
    nonce = os.urandom(NONCE)
    plain = json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()
    return _text(nonce + AESGCM(line_key(token)).encrypt(nonce, plain, None))


def expires_at(event: EventPage, now: datetime) -> datetime:
    """When a telephone forgets it: a day after the end, or after now without one."""
    return (event.ends_at or now) + KEPT_AFTER_END


def snapshot(event: EventPage, *, now: datetime) -> dict:
    """The lines of all tickets, and until when they are kept.

    A line says: name, agency, state, code, who has it now, and when its holder came
    to which part.
    """
    known = Reception.objects.filter(pk=event.pk).first()
    rows = list(
        Registration.objects.filter(event=event, forgotten_at=None)
        .select_related("replaced_by")
        .order_by("pk")
    )
    arrived = attendance.arrivals(event)
    tickets = {
        short_reference(row.token): sealed(row.token, _said(row, arrived))
        for row in rows
    }
    codes = {code_reference(event.pk, row.code): _letter(row) for row in rows}
    answer = {
        "event": event.pk,
        "at": now.isoformat(),
        "until": expires_at(event, now).isoformat(),
        "tickets": tickets,
        "codes": codes,
    }
    if known and known.names_offline:
        answer["names"] = [_named(row) for row in rows if row.state in LIVE]
    return answer


def _said(row: Registration, arrived: dict[int, dict[str, datetime]]) -> list:
    successor = getattr(row, "replaced_by", None)
    times = arrived.get(row.pk, {})
    return [
        row.name,
        row.organisation_name,
        row.state,
        row.code,
        successor.name if successor else "",
        {part: f"{timezone.localtime(at):%H:%M}" for part, at in times.items()},
    ]


def _named(row: Registration) -> list:
    """For finding by name, where the organiser has turned that on."""
    key = fold(f"{row.name} {row.code} {row.organisation_name}")
    return [key, row.name, row.organisation_name, row.code, row.phone[-3:]]


def _letter(row: Registration) -> str:
    return {RegistrationState.CONFIRMED: "ok", RegistrationState.OFFERED: "ok"}.get(
        RegistrationState(row.state), row.state
    )


def _text(raw: bytes) -> str:
    return b64encode(raw).decode().rstrip("=")
