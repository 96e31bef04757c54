"""The admin's screens that import initiatives from a table."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from documents.initiatives.importing.columns import columns
from documents.initiatives.importing.intake import InitiativeIntake
from documents.models import InitiativeIndexPage
from portal.importing import Report
from portal.importing.importer import Importer
from portal.tabular import Limits, Table


def _take(
    showcase: InitiativeIndexPage,
    table: Table,
    *,
    write: bool,
    publish: bool,
    now: datetime,
    user,
) -> Report:
    intake = InitiativeIntake(showcase, write=write, publish=publish, user=user)
    return intake.take(table)


initiative_importer = Importer(
    name="import_initiatives",
    title=_("Import initiatives from a table"),
    about=_("Many initiatives at once, each known by its file code."),
    columns=columns,
    parent=InitiativeIndexPage.objects.first,
    take=_take,
    limits=Limits(rows=5_000),
    sheet_title="Sáng kiến",
    list_url_name="initiatives:index",
)
