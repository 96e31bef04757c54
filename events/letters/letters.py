"""What a letter to somebody registered says, and what goes with it."""

from bisect import bisect_left
from collections.abc import Collection
from dataclasses import astuple
from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation

from events.enums import LIVE, Circumstance, NoticeKind, RegistrationState
from events.letters import changes, personal, placeholders, places, sms
from events.letters.calendar import calendar_of
from events.letters.event_facts import EventFacts, facts_of, lines_of, titled
from events.letters.places import SEATED_BY
from events.models import Registration
from events.models.history import departures
from events.seats.notices import Notice
from portal import mail, pdf
from portal.mail.letters import Letter, write_letter

#: What somebody waits for in front of a screen goes before what all are to know.
_TO_ALL = frozenset(
    {
        NoticeKind.REMINDER,
        NoticeKind.EVENT_MOVED,
        NoticeKind.EVENT_CANCELLED,
        NoticeKind.NOTE,
        NoticeKind.CERTIFICATE,
        NoticeKind.AFTERWARDS,
    }
)
#: After these a calendar program has the conference.
_ENTERED = frozenset({*SEATED_BY, NoticeKind.EVENT_MOVED})
_STRUCK_OUT = frozenset(
    {NoticeKind.CANCELLED, NoticeKind.HANDED_OVER, NoticeKind.EVENT_CANCELLED}
)
#: With these go the code as a picture and the ticket as PDF, while there is a seat.
WITH_TICKET = frozenset({*_ENTERED, NoticeKind.REMINDER})
#: The name under which a letter shows the picture.
CODE_PICTURE = "ma-ve"
#: These say what became of the seat.
_LEFT = frozenset({NoticeKind.CANCELLED, NoticeKind.LAPSED})


def about(registration_id: int) -> str:
    """The name under which letters about a registration are kept."""
    return f"registration:{registration_id}"


class LetterWriter:
    """Writes the letters of a few notices.

    What they have in common is read once, in as many queries for one as for many.
    """

    def __init__(self, notices: Collection[Notice]) -> None:
        rows = [notice.registration for notice in notices]
        self._left = places.left_for(
            [
                notice.registration
                for notice in notices
                if notice.kind == NoticeKind.EXCHANGED
            ]
        )
        events = {row.event_id for row in (*rows, *self._left.values())}
        with translation.override(settings.LANGUAGE_CODE):
            self._facts = facts_of(events)
        self._lines = places.lines_of(
            [
                notice.registration
                for notice in notices
                if notice.kind == NoticeKind.WAITING
            ]
        )
        self._entered = places.have_entry(
            [
                *(one.registration for one in notices if one.kind in _STRUCK_OUT),
                *self._left.values(),
            ]
        )
        self._departures = departures(
            [notice.registration for notice in notices if notice.kind in _LEFT]
        )
        moved = [
            notice.registration
            for notice in notices
            if notice.kind == NoticeKind.EVENT_MOVED
        ]
        self._before = changes.before_for(moved) if moved else {}

    def queue(self, notice: Notice, *, now: datetime) -> int:
        """Queue the letter and return its id. Raises MailRefused."""
        row = notice.registration
        event_facts = self._facts[row.event_id]
        notice = _filled(notice, event_facts)
        return mail.queue(
            f"events/{notice.kind}",
            row.email,
            self._context(notice, event_facts, now),
            about=about(row.pk),
            attachments=self._attached(notice, event_facts),
            reply_to=event_facts.event.contact_email,
            expires_at=_useless_from(notice, event_facts),
            urgent=notice.kind not in _TO_ALL,
        )

    def draft(self, notice: Notice, *, now: datetime) -> Letter:
        """The letter for its sender to look at: the key of the ticket is left out."""
        row = notice.registration
        event_facts = self._facts[row.event_id]
        context = self._context(_filled(notice, event_facts), event_facts, now)
        letter = write_letter(f"events/{notice.kind}", context)
        return Letter(*(part.replace(row.token, "…") for part in astuple(letter)))

    def short_text(self, notice: Notice) -> str:
        """The same for a telephone; empty for what is only worth a letter."""
        row = notice.registration
        event_facts = self._facts[row.event_id]
        notice = _filled(notice, event_facts)
        with translation.override(settings.LANGUAGE_CODE):
            return sms.short_text(
                notice.kind,
                event_facts.event,
                code=row.code,
                url=ticket_url(row),
                until=row.offer_until,
                words=notice.subject or notice.reason,
            )

    def _context(self, notice: Notice, event_facts: EventFacts, now: datetime) -> dict:
        row, event = notice.registration, event_facts.event
        left = self._left.get(row.pk)
        called_off = notice.kind == NoticeKind.EVENT_CANCELLED
        return {
            "name": row.name,
            "title": event_facts.title,
            "event": event,
            "facts": event_facts.lines,
            "changes": self._changes(row, event_facts),
            "when": event_facts.when,
            "left": self._facts[left.event_id] if left else None,
            "own": _own_facts(row),
            "event_url": event_facts.url,
            "ticket_url": ticket_url(row),
            "reason": notice.reason.strip(),
            "own_subject": " ".join(notice.subject.split()),
            "rank": self._rank(row),
            "until": row.offer_until,
            "is_held": row.is_held,
            "departure": self._departures.get(row.pk),
            "days": _days_left(event, now),
            "has_seat": row.state == RegistrationState.CONFIRMED,
            "may_leave": row.state in LIVE and not called_off,
            "is_postponed": event.circumstance == Circumstance.POSTPONED,
            "code_picture": CODE_PICTURE if self._shows_code(notice) else "",
            "has_paper": self._shows_code(notice) and pdf.available(),
            "has_calendar": self._enters(notice, event_facts),
        }

    def _changes(self, row, event_facts: EventFacts) -> tuple[changes.FactChange, ...]:
        if not (before := self._before.get(row.pk)):
            return ()
        with translation.override(settings.LANGUAGE_CODE):
            former = lines_of(before, titled(before, before.full_title))
            return changes.between(former, event_facts.lines)

    def _rank(self, row: Registration) -> int:
        return bisect_left(self._lines[row.event_id], row.sequence) + 1

    def _shows_code(self, notice: Notice) -> bool:
        seated = notice.registration.state == RegistrationState.CONFIRMED
        return seated and notice.kind in WITH_TICKET

    def _enters(self, notice: Notice, event_facts: EventFacts) -> bool:
        seated = notice.registration.state == RegistrationState.CONFIRMED
        dated = event_facts.event.starts_on is not None
        return dated and seated and notice.kind in _ENTERED

    def _attached(
        self, notice: Notice, event_facts: EventFacts
    ) -> list[mail.Attachment]:
        row, files = notice.registration, []
        if (left := self._left.get(row.pk)) and left.pk in self._entered:
            event = self._facts[left.event_id].event
            if event.starts_on:
                name = "lich-hoi-nghi-cu.ics"
                files = [calendar_of(left, event, url="", is_out=True, name=name)]
        if self._enters(notice, event_facts):
            return [*files, calendar_of(row, event_facts.event, url=ticket_url(row))]
        if files:
            return files
        if row.pk in self._entered and event_facts.event.starts_on:
            return [calendar_of(row, event_facts.event, url="", is_out=True)]
        return []


def ticket_url(row: Registration) -> str:
    return settings.SITE_URL + reverse("ticket", args=[row.token])


def _filled(notice: Notice, event_facts: EventFacts) -> Notice:
    """With what stands for this person in place of the organiser's placeholders."""
    if notice.kind != NoticeKind.NOTE:
        return notice
    row = notice.registration
    with translation.override(settings.LANGUAGE_CODE):
        known = personal.of_conference(event_facts.event, event_facts.title)
    values = personal.of_person(row, known, ticket_url=ticket_url(row))
    return notice._replace(
        subject=placeholders.fill(notice.subject, values),
        reason=placeholders.fill(notice.reason, values),
    )


def _own_facts(row: Registration) -> tuple[str, str]:
    """Number in line and code, as the ticket writes them."""
    return f"{row.sequence:04d}", f"{row.code[:3]} {row.code[3:]}"


def _days_left(event, now: datetime) -> int | None:
    if event.starts_on is None:
        return None
    return (event.starts_on - timezone.localdate(now)).days


def _useless_from(notice: Notice, event_facts: EventFacts) -> datetime | None:
    """When it would only confuse."""
    if notice.kind == NoticeKind.OFFERED:
        return notice.registration.offer_until
    return event_facts.event.starts_at if notice.kind == NoticeKind.REMINDER else None
