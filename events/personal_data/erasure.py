"""Personal data removed, so that only numbers are left."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.db.models import Case, CharField, Count, F, OuterRef, Subquery, Value, When
from django.db.models.functions import Cast, Concat

from events import seats
from events.enums import LIVE, Action, Channel, RegistrationState
from events.letters.letters import about
from events.models import (
    Call,
    Certificate,
    Message,
    PaperPrint,
    Registration,
    RegistrationChange,
    Scan,
    Submission,
)
from portal import mail
from portal.models import Organisation
from portal.vietnamese import match_key

CHUNK = 200
SEVERAL = 2

# A name typed in full may be a person's; a managed one is an office's.
_OFFICE = Organisation.objects.filter(pk=OuterRef("organisation_id")).values("name")[:1]


def forget(
    registration: Registration,
    *,
    now: datetime,
    channel: Channel = Channel.TICKET,
    actor=None,
) -> None:
    """Remove who this was; the row goes on counting. A second call changes nothing.

    Somebody still to come gives the place back first, so the next in line has it.
    Once the conference has begun the state stays as it is: it is a fact by then.
    What stays: state, number, group, agency, times, consents given. Raises SeatsBusy.
    """
    row = Registration.objects.select_related("event").get(pk=registration.pk)
    if row.forgotten_at:
        return
    if row.state in LIVE and not row.event.terms.has_started(now):
        seats.cancel(row.pk, now=now, channel=channel, actor=actor)
    with transaction.atomic():
        _forget([row.pk, *_left_behind(row)], now, channel, actor)


def _left_behind(row: Registration) -> list[int]:
    """The registrations this person was moved away from, which name them too."""
    found = []
    while row.replaces and row.replaces.state == RegistrationState.EXCHANGED:
        row = row.replaces
        found.append(row.pk)
    return found


def forget_next(event_id: int, *, now: datetime) -> int:
    """Remove who a few of this conference's registrations were; return how many.

    States stay as they are, so it is for conferences that are over. One short
    transaction; 0 once nobody is left.
    """
    with transaction.atomic():
        rows = Registration.objects.filter(event_id=event_id, forgotten_at=None)
        ids = list(rows.order_by("pk").values_list("pk", flat=True)[:CHUNK])
        return _forget(ids, now, Channel.SYSTEM, None) if ids else 0


def _forget(ids: Collection[int], now: datetime, channel: Channel, actor) -> int:
    """Erase those of these rows that nobody has erased yet."""
    mine = Registration.objects.filter(pk__in=ids, forgotten_at=None)
    rows = list(mine.order_by("pk"))
    ids = [row.pk for row in rows]
    _erase(ids, _offices(rows), now)
    RegistrationChange.objects.filter(registration__in=ids).update(reason="")
    # That somebody was there stays a number; why it was noted by hand may name them.
    Scan.objects.filter(registration__in=ids).update(reason="")
    mail.forget(about=[about(pk) for pk in ids])
    Certificate.objects.filter(registration__in=ids).update(name="", detail="")
    _drop_prints({row.event_id for row in rows})
    Call.objects.filter(message__registration__in=ids).delete()
    Message.objects.filter(registration__in=ids).update(mail_id=None)
    # The key was made with the person's name; a delegation's serves others too.
    sent = [row.submission_id for row in rows if row.submission_id]
    Submission.objects.filter(pk__in=sent, registrations=None).delete()
    _log(rows, now, channel, actor)
    return len(rows)


def _drop_prints(event_ids: Collection[int]) -> None:
    """Files in which the names stand; they can be made anew, without these people."""
    PaperPrint.objects.filter(event__in=event_ids).remove()


def _erase(ids: Collection[int], offices: Collection[int], now: datetime) -> None:
    """Empty the columns that say who; `offices` keep the agency they typed."""
    Registration.objects.filter(pk__in=ids).update(
        name="",
        name_key="",
        # Unique among those who have a seat, and nobody's.
        person_key=Concat(Value("#"), Cast("pk", CharField())),
        phone="",
        email="",
        position="",
        note="",
        answers={},
        search_key="",
        organisation_name=Case(
            When(organisation__isnull=False, then=Subquery(_OFFICE)),
            When(pk__in=offices, then=F("organisation_name")),
            default=Value(""),
        ),
        agency_key=Case(
            When(organisation__isnull=False, then=F("agency_key")),
            When(pk__in=offices, then=F("agency_key")),
            default=Value(""),
        ),
        submission=None,
        forgotten_at=now,
        changed_at=now,
    )


def _offices(rows: Collection[Registration]) -> list[int]:
    """Whose typed agency is surely no person's name: several people came from it."""
    typed = [row for row in rows if row.agency_key and not row.organisation_id]
    shared = (
        Registration.objects.filter(
            event_id__in={row.event_id for row in typed},
            agency_key__in={row.agency_key for row in typed},
        )
        .order_by()
        .values("event_id", "agency_key")
        .annotate(people=Count("person_key", distinct=True))
        .filter(people__gte=SEVERAL)
    )
    offices = {(found["event_id"], found["agency_key"]) for found in shared}
    return [
        row.pk
        for row in typed
        if (row.event_id, row.agency_key) in offices
        and match_key(row.name) not in row.agency_key
    ]


def _log(rows: Collection[Registration], now: datetime, channel: Channel, actor):
    RegistrationChange.objects.bulk_create(
        RegistrationChange(
            registration=row,
            at=now,
            action=Action.FORGOTTEN,
            before=row.state,
            after=row.state,
            channel=channel,
            actor=actor,
        )
        for row in rows
    )
