"""An empty workbook for people to fill in, its columns explained on a second sheet."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from portal.tabular import Column, Sheet, write_book


def template(columns: Sequence[Column], *, title: str) -> bytes:
    """An .xlsx whose first sheet is read back as a table of these columns."""
    headings = [column.titles[0] for column in columns]
    guide = (_("Column"), _("Needed"), _("What to write"))
    return write_book(
        [
            Sheet(title, headings, []),
            Sheet(_("Guide"), guide, described(columns)),
        ]
    )


def described(columns: Sequence[Column]) -> list[tuple[str, str, str]]:
    """Title, whether it is needed, and what to write, for each column."""
    return [
        (column.titles[0], _("required") if column.required else "", str(column.about))
        for column in columns
    ]
