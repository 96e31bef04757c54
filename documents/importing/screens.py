"""The admin's screens that import acts from a table."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from documents.importing.columns import columns
from documents.importing.intake import RegulationIntake
from documents.models import RegulationIndexPage
from portal.importing import Report
from portal.importing.importer import Importer
from portal.tabular import Limits, Table

MEGABYTE = 1024 * 1024


def _take(
    library: RegulationIndexPage,
    table: Table,
    *,
    write: bool,
    publish: bool,
    now: datetime,
    user,
) -> Report:
    intake = RegulationIntake(library, write=write, publish=publish, now=now, user=user)
    return intake.take(table)


regulation_importer = Importer(
    name="import_regulations",
    title=_("Import acts from a table"),
    about=_("Many acts at once, with their dates and what they do to one another."),
    columns=columns,
    parent=RegulationIndexPage.objects.first,
    take=_take,
    limits=Limits(file_bytes=20 * MEGABYTE, unpacked_bytes=128 * MEGABYTE, rows=5_000),
    sheet_title="Văn bản",
    list_url_name="regulations:index",
)
