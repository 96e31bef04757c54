from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from documents.initiatives.importing.columns import columns
from documents.initiatives.importing.intake import InitiativeIntake
from documents.models import InitiativeIndexPage
from portal.importing import ImportCommand, Report
from portal.tabular import Column, Table


class Command(ImportCommand):
    help = "Import initiatives from a table. Tries only, unless --confirm is given."
    sheet_title = "Sáng kiến"
    publishes = True

    def columns(self) -> list[Column]:
        return columns()

    def take(self, table: Table, *, write: bool, options: dict) -> Report:
        showcase = InitiativeIndexPage.objects.first()
        if showcase is None:
            raise CommandError(_("There is no showcase yet. Run prepare_site first."))
        intake = InitiativeIntake(showcase, write=write, publish=options["publish"])
        return intake.take(table)
