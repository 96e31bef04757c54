"""`manage.py forget_attendees`: what the worker does each night, now."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from events.personal_data import retention
from portal.vietnamese.dates import short_date


class Command(BaseCommand):
    help = "Erase the personal data of attendees whose time is over; counts stay."

    def add_arguments(self, parser) -> None:
        parser.add_argument(
            "--dry-run", action="store_true", help="only say what would be erased"
        )

    def handle(self, *args, **options) -> None:
        now = timezone.now()
        for found in retention.due(now):
            since = short_date(found.since)
            self.stdout.write(
                f"{found.title}: {found.people} people, due since {since}"
            )
        if not options["dry_run"]:
            self.stdout.write(f"People forgotten: {retention.forget_due(now)}")
