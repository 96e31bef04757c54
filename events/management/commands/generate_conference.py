from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from events.demo import generation
from events.models import EventIndexPage


class Command(BaseCommand):
    help = "Add an invented conference, labelled as a sample; print its address."

    def add_arguments(self, parser) -> None:
        parser.add_argument("--capacity", type=int, help="without it, no limit")
        parser.add_argument(
            "--registrations", type=int, default=0, help="of invented people"
        )

    def handle(self, *args, **options) -> None:
        index = EventIndexPage.objects.first()
        if index is None:
            raise CommandError(
                _("There is no list of conferences yet. Run prepare_site first.")
            )
        now = timezone.now()
        event = generation.add_conference(index, capacity=options["capacity"], now=now)
        generation.fill(event, options["registrations"], now=now)
        self.stdout.write(event.get_url())
