"""The numbers of a conference as sheets of a workbook."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from events.reports.facts import Group, Numbers
from events.reports.statistics import by_size
from portal.tabular.exports import Sheet


def sheets(numbers: Numbers) -> list[Sheet]:
    """By agency, then by group; the last row of each is the sum."""
    headings = [
        _("Registered"),
        pgettext("attendance", "Absent"),
        pgettext("attendance", "Present"),
        _("Of these unregistered"),
    ]
    return [
        Sheet(title, [first, *headings], list(_rows(lines, numbers)))
        for title, first, lines in (
            (_("By agency"), _("Agency"), numbers.by_agency),
            (_("By group"), _("Group"), numbers.groups),
        )
    ]


def _rows(lines: tuple[Group, ...], numbers: Numbers) -> Iterator[tuple]:
    for line in by_size(lines):
        yield line.label, line.registered, line.absent, line.present, line.unregistered
    yield (
        _("Total"),
        numbers.registered,
        numbers.absent,
        numbers.present,
        numbers.unregistered,
    )
