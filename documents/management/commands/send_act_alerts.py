"""`manage.py send_act_alerts`: tell who asked for it what changed in the library."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from documents.alerts.delivery import send_alerts
from documents.alerts.subscriptions import forget_unconfirmed


class Command(BaseCommand):
    help = "Queue letters about changed acts; running it again tells nobody twice."

    def handle(self, *args, **options) -> None:
        now = timezone.now()
        self.stdout.write(f"Letters queued: {send_alerts(now)}")
        self.stdout.write(
            f"Unconfirmed addresses deleted: {forget_unconfirmed(now=now)}"
        )
