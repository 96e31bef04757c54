"""Scans a telephone made without a connection, taken in: each once, whatever fails."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from events.checkin import lookup, verbs
from events.checkin.parts import parts_of
from events.checkin.record import Shown
from events.enums import ScanSource
from events.models import EventPage
from portal.models import User

MOST_AT_ONCE = 200
#: Older than this is no scan of this conference but a clock gone wrong; it is kept,
#: as of when it came.
OLDEST = timedelta(days=60)
TAKEN, UNKNOWN, REFUSED = "taken", "unknown", "refused"


class BadBatch(ValueError):
    """Not what a telephone of ours sends."""


@dataclass(frozen=True, slots=True)
class Sent:
    """One scan of a batch: a ticket by its reference, its address or its code."""

    nonce: UUID
    at: datetime
    part: str
    ref: str = ""
    text: str = ""
    typed: bool = False
    let_in: bool = False


def read(batch: object) -> list[Sent]:
    """The scans of a batch. Raises BadBatch unless all of them can be read."""
    if not isinstance(batch, list) or len(batch) > MOST_AT_ONCE:
        raise BadBatch
    try:
        return [_read_one(one) for one in batch]
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise BadBatch from error


def _read_one(one: dict) -> Sent:
    at = datetime.fromisoformat(one["at"].replace("Z", "+00:00"))
    return Sent(
        nonce=UUID(one["nonce"]),
        at=at if at.tzinfo else at.replace(tzinfo=UTC),
        part=str(one["part"])[:12],
        ref=str(one.get("ref", ""))[:64],
        text=str(one.get("text", ""))[:300],
        typed=bool(one.get("typed")),
        let_in=bool(one.get("let_in")),
    )


def take(
    event: EventPage,
    sent: list[Sent],
    *,
    device_id: UUID | None,
    now: datetime,
    actor: User | None,
) -> dict[str, str]:
    """Write each scan in a transaction of its own; what became of each by its nonce.

    Sent again, the answer is the same and nothing is added. Raises SeatsBusy, when
    what was written before stays written.
    """
    known = {part.key for part in parts_of(event)}
    ids = lookup.by_reference(event, {one.ref for one in sent if one.ref})
    answers = {}
    for one in sent:
        pk = ids.get(one.ref) or (lookup.find(event, one.text) if one.text else None)
        if pk is None or one.part not in known:
            answers[str(one.nonce)] = UNKNOWN if pk is None else REFUSED
            continue
        shown = Shown(
            part=one.part,
            source=ScanSource.TYPED if one.typed else ScanSource.CODE,
            at=one.at if one.at > now - OLDEST else now,
            nonce=one.nonce,
            device_id=device_id,
            offline=True,
            was_let_in=one.let_in,
        )
        verbs.check_in(event, pk, shown, now=now, actor=actor)
        answers[str(one.nonce)] = TAKEN
    return answers
