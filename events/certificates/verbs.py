"""Certificates issued, issued anew, revoked: each in one transaction, each logged."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from events.certificates.errors import (
    AlreadyRevoked,
    AttendanceOpen,
    NameGone,
    PersonMissing,
    SettingsMissing,
)
from events.checkin import attendance
from events.enums import REISSUED, RevokeReason
from events.models import (
    Certificate,
    CertificateSettings,
    CertificateYear,
    EventPage,
    Registration,
)
from portal.models import User

#: The actions as the page's history names them.
ISSUE, REVOKE, REISSUE = (
    "events.certificates_issue",
    "events.certificate_revoke",
    "events.certificate_reissue",
)


def issue(event: EventPage, *, now: datetime, actor: User | None) -> list[Certificate]:
    """Give everybody present a certificate who has none; the new ones, in order.

    By agency, within it by name, so that the sheets lie as they are handed out. Once
    everybody has one, nothing is written. Whoever lost one by revocation is left out:
    that was decided by hand. Raises AttendanceOpen, SettingsMissing.
    """
    with transaction.atomic():
        year = timezone.localtime(now).year
        # The row of the year is the lock: two at once wait for each other here.
        CertificateYear.reserve(year, 0)
        printed = _ready_settings(event)
        had = Certificate.objects.of_event(event).values("registration")
        rows = Registration.objects.filter(
            event=event, pk__in=attendance.present(event), forgotten_at=None
        )
        rows = list(
            rows.exclude(pk__in=had).order_by("agency_key", "name_key", "sequence")
        )
        made = _write(rows, printed, year, now, actor)
        if made:
            numbers = {"first": made[0].number, "last": made[-1].number}
            log(event, ISSUE, user=actor, data={"count": len(made), **numbers})
    return made


def revoke(
    certificate_id: int, *, reason: RevokeReason, now: datetime, actor: User | None
) -> Certificate:
    """End the validity of a certificate, for good. Raises AlreadyRevoked."""
    with transaction.atomic():
        found = _take_back(certificate_id, reason, now, actor)
        data = {"number": found.number, "reason": str(reason.label)}
        log(found.registration.event, REVOKE, user=actor, data=data)
    return found


def reissue(
    certificate_id: int, *, reason: RevokeReason, now: datetime, actor: User | None
) -> Certificate:
    """Revoke it and issue another with the details as they are registered now.

    Returns the new one, which has a number of its own. Raises AlreadyRevoked,
    AttendanceOpen, PersonMissing, NameGone, SettingsMissing.
    """
    if reason not in REISSUED:
        raise ValueError(f"{reason} is no reason to issue another")
    with transaction.atomic():
        year = timezone.localtime(now).year
        CertificateYear.reserve(year, 0)
        old = _take_back(certificate_id, reason, now, actor)
        row = old.registration
        printed = _ready_settings(row.event)
        if row.forgotten_at:
            raise NameGone
        if row.pk not in attendance.present(row.event):
            raise PersonMissing
        (new,) = _write([row], printed, year, now, actor)
        Certificate.objects.filter(pk=old.pk).update(replaced_by=new)
        data = {"number": old.number, "new": new.number, "reason": str(reason.label)}
        log(row.event, REISSUE, user=actor, data=data)
    return new


def _ready_settings(event: EventPage) -> CertificateSettings:
    """What is printed, once everything is there that issuing waits for."""
    if attendance.closed(event) is None:
        raise AttendanceOpen
    if (printed := CertificateSettings.of(event)) is None:
        raise SettingsMissing
    return printed


def _take_back(
    certificate_id: int, reason: RevokeReason, now: datetime, actor: User | None
) -> Certificate:
    mine = Certificate.objects.valid().filter(pk=certificate_id)
    changed = mine.update(revoked_at=now, revoked_by=actor, reason=reason)
    rows = Certificate.objects.select_related("registration__event")
    found = rows.get(pk=certificate_id)
    if not changed:
        raise AlreadyRevoked(found.revoked_at)
    return found


def _write(
    rows: Collection[Registration],
    printed: CertificateSettings,
    year: int,
    now: datetime,
    actor: User | None,
) -> list[Certificate]:
    numbers = CertificateYear.reserve(year, len(rows))
    return Certificate.objects.bulk_create(
        Certificate(
            registration=row,
            printed=printed,
            year=year,
            running=running,
            name=row.name,
            detail=detail_of(row),
            issued_at=now,
            issued_by=actor,
        )
        for row, running in zip(rows, numbers, strict=True)
    )


def detail_of(row: Registration) -> str:
    """Position and organisation in one line, as they stand under the name."""
    return ", ".join(filter(None, (row.position, row.organisation_name)))
