"""A list described in rows, made into the file an office would send."""

import csv
import io
from dataclasses import dataclass
from typing import Any

from openpyxl import Workbook

Person = tuple[str, str]


@dataclass(frozen=True, slots=True)
class OfficeList:
    """`people` are the names and telephones it holds; None where it must be asked."""

    name: str
    rows: tuple[tuple[Any, ...], ...]
    people: tuple[Person, ...] | None
    merged: tuple[str, ...] = ()
    hidden: tuple[int, ...] = ()
    divider: str = ""

    @property
    def filename(self) -> str:
        return f"{self.name}.{'csv' if self.divider else 'xlsx'}"

    def file(self) -> io.BytesIO:
        return self._delimited() if self.divider else self._workbook()

    def _delimited(self) -> io.BytesIO:
        text = io.StringIO()
        csv.writer(text, delimiter=self.divider).writerows(self.rows)
        return io.BytesIO(text.getvalue().encode("utf-8-sig"))

    def _workbook(self) -> io.BytesIO:
        book = Workbook()
        sheet = book.active
        for row in self.rows:
            sheet.append(row)
        for place in self.merged:
            sheet.merge_cells(place)
        for number in self.hidden:
            sheet.row_dimensions[number].hidden = True
        file = io.BytesIO()
        book.save(file)
        file.seek(0)
        return file
