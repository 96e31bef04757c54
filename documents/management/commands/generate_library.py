from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from documents.importing import generation
from documents.models import RegulationIndexPage, RegulationPage


class Command(BaseCommand):
    help = "Add invented acts, labelled as samples, to measure a large library."

    def add_arguments(self, parser) -> None:
        parser.add_argument("acts", type=int, help="how many to add")
        parser.add_argument("--seed", type=int, default=1)
        parser.add_argument(
            "--force",
            action="store_true",
            help="although the library holds acts that are no samples",
        )

    def handle(self, *args, **options) -> None:
        library = RegulationIndexPage.objects.first()
        if library is None:
            raise CommandError(_("There is no library yet. Run prepare_site first."))
        if generation.are_there(library):
            raise CommandError(
                _("Generated acts are there already. Delete them to generate others.")
            )
        real = RegulationPage.objects.child_of(library).filter(is_sample=False).count()
        if real and not options["force"]:
            message = ngettext(
                "The library holds %(count)s act that is no sample. Use a portal "
                "for trials, or say --force.",
                "The library holds %(count)s acts that are no samples. Use a portal "
                "for trials, or say --force.",
                real,
            )
            raise CommandError(message % {"count": real})
        made = generation.fill(
            library, options["acts"], seed=options["seed"], now=timezone.now()
        )
        self.stdout.write(
            ngettext("%(count)s act added.", "%(count)s acts added.", made)
            % {"count": made}
        )
