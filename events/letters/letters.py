"""What a letter to somebody registered says, and what goes with it."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection
from datetime import datetime
from typing import NamedTuple

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation

from events.enums import LIVE, Circumstance, Notice, RegistrationState
from events.letters import sms
from events.letters.calendar import calendar_of
from events.letters.facts import Facts, facts_of
from events.models import Message, Registration
from portal import mail

#: What somebody waits for in front of a screen goes before what is told to all.
_TO_ALL = frozenset(
    {Notice.REMINDER, Notice.EVENT_MOVED, Notice.EVENT_CANCELLED, Notice.NOTE}
)
#: After these a calendar program has the conference.
_SEATED_BY = (Notice.CONFIRMED, Notice.PROMOTED)
_ENTERED = frozenset({*_SEATED_BY, Notice.EVENT_MOVED})
_STRUCK_OUT = frozenset({Notice.CANCELLED, Notice.HANDED_OVER, Notice.EVENT_CANCELLED})


class Told(NamedTuple):
    """A notice to one person; `subject` and `reason` are the organiser's own words."""

    registration: Registration
    notice: Notice
    reason: str = ""
    key: str = ""
    subject: str = ""

    @property
    def own_key(self) -> str:
        """What tells it from another notice of its kind to the same person."""
        return self.key or str(self.registration.revision)


def about(registration_id: int) -> str:
    """The name under which letters about a registration are kept."""
    return f"registration:{registration_id}"


class Desk:
    """Writes the letters of a few notices.

    What they have in common is read when the desk is set up, in as many queries for
    one as for many.
    """

    def __init__(self, notices: Collection[Told]) -> None:
        rows = [told.registration for told in notices]
        with translation.override(settings.LANGUAGE_CODE):
            self._facts = facts_of({row.event_id for row in rows})
        self._lines = _waiting_lines(
            [told.registration for told in notices if told.notice == Notice.WAITING]
        )
        self._entered = _have_entry(
            [told.registration for told in notices if told.notice in _STRUCK_OUT]
        )

    def queue(self, told: Told, *, now: datetime) -> int:
        """Queue the letter and return its id. Raises MailRefused."""
        row, facts = told.registration, self._facts[told.registration.event_id]
        return mail.queue(
            f"events/{told.notice}",
            row.email,
            self._context(told, facts, now),
            about=about(row.pk),
            attachments=self._attached(told, facts),
            reply_to=facts.event.contact_email,
            expires_at=_useless_from(told, facts),
            urgent=told.notice not in _TO_ALL,
        )

    def short_text(self, told: Told) -> str:
        """The same for a telephone; empty for what is only worth a letter."""
        row, facts = told.registration, self._facts[told.registration.event_id]
        with translation.override(settings.LANGUAGE_CODE):
            return sms.short_text(
                told.notice,
                facts.event,
                code=row.code,
                url=ticket_url(row),
                until=row.offer_until,
                words=told.subject or told.reason,
            )

    def _context(self, told: Told, facts: Facts, now: datetime) -> dict:
        row, event = told.registration, facts.event
        called_off = told.notice == Notice.EVENT_CANCELLED
        return {
            "name": row.name,
            "title": facts.title,
            "event": event,
            "facts": facts.lines,
            "when": facts.when,
            "own": _own_facts(row),
            "event_url": facts.url,
            "ticket_url": ticket_url(row),
            "reason": told.reason.strip(),
            "own_subject": " ".join(told.subject.split()),
            "rank": self._rank(row),
            "until": row.offer_until,
            "days": _days_left(event, now),
            "has_seat": row.state == RegistrationState.CONFIRMED,
            "may_leave": row.state in LIVE and not called_off,
            "is_postponed": event.circumstance == Circumstance.POSTPONED,
            "has_calendar": self._enters(told, facts),
        }

    def _rank(self, row: Registration) -> int:
        return bisect_left(self._lines[row.event_id], row.sequence) + 1

    def _enters(self, told: Told, facts: Facts) -> bool:
        seated = told.registration.state == RegistrationState.CONFIRMED
        dated = facts.event.starts_on is not None
        return dated and seated and told.notice in _ENTERED

    def _attached(self, told: Told, facts: Facts) -> list[mail.Attachment]:
        row = told.registration
        if self._enters(told, facts):
            return [calendar_of(row, facts.event, url=ticket_url(row))]
        if row.pk in self._entered and facts.event.starts_on:
            return [calendar_of(row, facts.event, url="", is_out=True)]
        return []


def ticket_url(row: Registration) -> str:
    return settings.SITE_URL + reverse("ticket", args=[row.token])


def _own_facts(row: Registration) -> tuple[str, str]:
    """Number in line and code, as the ticket writes them."""
    return f"{row.sequence:04d}", f"{row.code[:3]} {row.code[3:]}"


def _days_left(event, now: datetime) -> int | None:
    if event.starts_on is None:
        return None
    return (event.starts_on - timezone.localdate(now)).days


def _useless_from(told: Told, facts: Facts) -> datetime | None:
    """When it would only confuse."""
    if told.notice == Notice.OFFERED:
        return told.registration.offer_until
    return facts.event.starts_at if told.notice == Notice.REMINDER else None


def _waiting_lines(rows: Collection[Registration]) -> dict[int, list[int]]:
    """The numbers in line of those who wait, by conference."""
    lines = defaultdict(list)
    if events := {row.event_id for row in rows}:
        waiting = Registration.objects.waiting().filter(event_id__in=events)
        for event_id, sequence in waiting.values_list("event_id", "sequence"):
            lines[event_id].append(sequence)
    return lines


def _have_entry(rows: Collection[Registration]) -> set[int]:
    """To whom a calendar entry was sent that is to be struck out."""
    if not rows:
        return set()
    seated = Message.objects.filter(registration__in=rows, notice__in=_SEATED_BY)
    return set(seated.values_list("registration_id", flat=True))
