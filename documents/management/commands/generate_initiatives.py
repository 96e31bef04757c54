from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from documents.initiatives.importing import generation
from documents.models import InitiativeIndexPage


class Command(BaseCommand):
    help = "Add invented initiatives, labelled as samples, to measure a large showcase."

    def add_arguments(self, parser) -> None:
        parser.add_argument("initiatives", type=int, help="how many to add")
        parser.add_argument("--seed", type=int, default=1)

    def handle(self, *args, **options) -> None:
        showcase = InitiativeIndexPage.objects.first()
        if showcase is None:
            raise CommandError(_("There is no showcase yet. Run prepare_site first."))
        if generation.are_there():
            raise CommandError(
                _("Generated initiatives are there already. Delete them first.")
            )
        made = generation.fill(
            showcase, options["initiatives"], seed=options["seed"], now=timezone.now()
        )
        self.stdout.write(
            ngettext(
                "%(count)s initiative added.", "%(count)s initiatives added.", made
            )
            % {"count": made}
        )
