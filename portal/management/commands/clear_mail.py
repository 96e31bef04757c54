"""`manage.py clear_mail`: empty old letters now instead of tonight."""

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone

from portal.mail.retention import clear_mail, drop_orphans, drop_written


class Command(BaseCommand):
    help = "Empty the words and addresses of letters finished long ago; keep a tally."

    def add_arguments(self, parser) -> None:
        parser.add_argument("--days", type=int, default=settings.MAIL_KEEP_DAYS)

    def handle(self, *args, **options) -> None:
        now = timezone.now()
        cleared = clear_mail(now, days=options["days"])
        orphans = drop_orphans(now)
        written = drop_written(now, days=options["days"])
        self.stdout.write(
            f"Letters cleared: {cleared}, files dropped: {orphans + written}"
        )
