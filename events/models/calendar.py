"""How often a published conference has changed what calendars show of it."""

from datetime import datetime
from hashlib import sha256

from django.db import models

from events.models.pages import EventPage


def fingerprint(event) -> str:
    """Equal as long as calendars need not be told anything new of a conference."""
    facts = (
        event.title,
        event.starts_on,
        event.ends_on,
        event.start_time,
        event.end_time,
        event.place,
        event.circumstance,
    )
    return sha256("\x1f".join(map(str, facts)).encode()).hexdigest()


class CalendarEntry(models.Model):
    """Beside the page, not in it: publishing an old draft must not count backwards."""

    event = models.OneToOneField(
        EventPage, models.CASCADE, primary_key=True, related_name="calendar_entry"
    )
    sequence = models.PositiveIntegerField(default=0)
    facts = models.CharField(max_length=64)
    changed_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.event_id} #{self.sequence}"

    @classmethod
    def follow_page(cls, event: EventPage, *, now: datetime) -> None:
        """Count up where the published page says another title, time, place or fate."""
        facts = fingerprint(event)
        entry = cls.objects.filter(event_id=event.pk).first()
        if entry is None:
            cls.objects.create(event_id=event.pk, facts=facts, changed_at=now)
        elif entry.facts != facts:
            entry.sequence, entry.facts, entry.changed_at = (
                entry.sequence + 1,
                facts,
                now,
            )
            entry.save()
