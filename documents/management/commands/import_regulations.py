from dataclasses import replace

from django.core.management.base import CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from documents.importing.columns import columns
from documents.importing.intake import RegulationIntake
from documents.importing.screens import regulation_importer
from documents.models import RegulationIndexPage
from portal.importing import ImportCommand, Report
from portal.tabular import DEFAULT, Column, Table


class Command(ImportCommand):
    help = "Import acts from a table. Tries only, unless --confirm is given."
    limits = replace(regulation_importer.limits, rows=DEFAULT.rows)
    sheet_title = "Văn bản"
    publishes = True

    def columns(self) -> list[Column]:
        return columns()

    def take(self, table: Table, *, write: bool, options: dict) -> Report:
        library = RegulationIndexPage.objects.first()
        if library is None:
            raise CommandError(_("There is no library yet. Run prepare_site first."))
        intake = RegulationIntake(
            library,
            write=write,
            publish=options["publish"],
            now=timezone.now(),
        )
        return intake.take(table)
