"""`manage.py send_news`: write to who asked for it what is new."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from portal.subscriptions.delivery import send_news
from portal.subscriptions.verbs import forget_idle


class Command(BaseCommand):
    help = "Queue the letters about what is new; running it again tells nobody twice."

    def handle(self, *args, **options) -> None:
        now = timezone.now()
        self.stdout.write(f"Letters queued: {send_news(now)}")
        self.stdout.write(f"Idle addresses deleted: {forget_idle(now=now)}")
