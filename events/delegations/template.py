"""The workbook that an agency fills in: one row a person, and how to do it."""

import io

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.worksheet import Worksheet

from events.delegations.columns import AUDIENCE, COLUMNS, PHONE
from events.enums import Audience
from events.models import Invitation
from portal.tabular import safe_cell
from portal.vietnamese.dates import short_date

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SHEET, GUIDE = "Danh sách", "Hướng dẫn"
EXAMPLE = {
    "name": "Ví dụ: Nông Thị Mẫu",
    "position": "Giáo viên",
    "phone": "0912 345 678",
    "audience": str(Audience.PUBLIC_EMPLOYEE.value),
    "email": "mau@example.com",
    "note": "Dòng này không tính, có thể để nguyên",
}
WIDTHS = {
    "name": 28,
    "position": 22,
    "phone": 16,
    "audience": 18,
    "email": 24,
    "note": 22,
}
# The title, the conference, a hint; then the headings.
HEADING_ROW = 4
# Room for those who come instead of others.
SPARE_ROWS = 10
MOST_ROWS = 2_000
_TEXT = "@"
_FONT = "Times New Roman"
_INK, _HEAD, _PALE = "161C33", "E3E9F5", "4A5270"
_LINE = Side(style="thin", color="7E89AB")
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_OPEN = Protection(locked=False)


def template(invitation: Invitation) -> bytes:
    """An .xlsx for this agency: its quota of rows, headings that cannot be changed."""
    book = Workbook()
    sheet = book.active
    sheet.title = SHEET
    rows = min(invitation.quota + SPARE_ROWS, MOST_ROWS)
    _print_setup(sheet)
    _title(sheet, invitation)
    _headings(sheet)
    _rows(sheet, rows)
    _groups(sheet, rows)
    sheet.freeze_panes = sheet.cell(HEADING_ROW + 1, 3)
    # Without a password: it keeps headings from being changed by mistake.
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False
    sheet.protection.insertRows = sheet.protection.deleteRows = False
    sheet.protection.sort = False
    _guide(book.create_sheet(GUIDE), invitation)
    raw = io.BytesIO()
    book.save(raw)
    return raw.getvalue()


def _print_setup(sheet: Worksheet) -> None:
    setup = sheet.page_setup
    setup.paperSize, setup.orientation = sheet.PAPERSIZE_A4, "landscape"
    setup.fitToWidth, setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_margins = PageMargins(0.6, 0.6, 0.7, 0.7)
    sheet.print_title_rows = f"{HEADING_ROW}:{HEADING_ROW}"
    sheet.oddFooter.right.text = "&P/&N"


def _title(sheet: Worksheet, invitation: Invitation) -> None:
    event = invitation.event
    when = f", {short_date(event.starts_at)}" if event.starts_at else ""
    lines = (
        (_("List of attendees: %(agency)s") % {"agency": invitation}, 15, True),
        (f"{event.full_title}{when}", 12, False),
        (
            _(
                "One row a person, at most %(quota)s people. The headings cannot be "
                "changed; the sheet “%(guide)s” says how to fill it in."
            )
            % {"quota": invitation.quota, "guide": GUIDE},
            11,
            False,
        ),
    )
    last = get_column_letter(len(COLUMNS) + 1)
    for number, (text, size, bold) in enumerate(lines, 1):
        sheet.merge_cells(f"A{number}:{last}{number}")
        cell = sheet.cell(number, 1)
        _write(cell, text)
        cell.font = Font(name=_FONT, size=size, bold=bold, color=_INK)
        cell.alignment = Alignment(vertical="center", wrap_text=True)
        sheet.row_dimensions[number].height = 24 if bold else 20


def _headings(sheet: Worksheet) -> None:
    titles = ["TT", *(column.titles[0] for column in COLUMNS)]
    for at, text in enumerate(titles, 1):
        cell = sheet.cell(HEADING_ROW, at)
        _write(cell, text)
        cell.font = Font(name=_FONT, size=12, bold=True, color=_INK)
        cell.fill = PatternFill("solid", start_color=_HEAD)
        cell.border = _BOX
        cell.alignment = Alignment(
            horizontal="center", vertical="center", wrap_text=True
        )
    sheet.row_dimensions[HEADING_ROW].height = 30
    sheet.column_dimensions["A"].width = 6
    for at, column in enumerate(COLUMNS, 2):
        letter = get_column_letter(at)
        sheet.column_dimensions[letter].width = WIDTHS[column.key]


def _rows(sheet: Worksheet, rows: int) -> None:
    """The example, then empty rows: unlocked, every cell of them text."""
    for at, column in enumerate(COLUMNS, 2):
        cell = sheet.cell(HEADING_ROW + 1, at)
        text = EXAMPLE[column.key]
        _write(cell, str(Audience(text).label) if column.key == AUDIENCE else text)
        cell.font = Font(name=_FONT, size=12, italic=True, color=_PALE)
    for number in range(rows + 1):
        for at in range(1, len(COLUMNS) + 2):
            cell = sheet.cell(HEADING_ROW + 1 + number, at)
            cell.border, cell.protection = _BOX, _OPEN
            cell.alignment = Alignment(vertical="center", wrap_text=at > 1)
            if at > 1:
                cell.number_format = _TEXT
            if number:
                cell.font = Font(name=_FONT, size=12)
        if number:
            sheet.cell(HEADING_ROW + 1 + number, 1).value = number


def _groups(sheet: Worksheet, rows: int) -> None:
    """A list to choose from in every cell of the group, and a hint at the phones."""
    first, last = HEADING_ROW + 1, HEADING_ROW + 1 + rows
    keys = [column.key for column in COLUMNS]
    labels = ",".join(str(group.label) for group in Audience)
    choice = DataValidation(type="list", formula1=f'"{labels}"', allow_blank=True)
    choice.error = _("Choose one of the groups in the list.")
    choice.showErrorMessage = True
    hint = DataValidation(allow_blank=True)
    hint.prompt = _("10 digits, for example 0912 345 678.")
    hint.showInputMessage = True
    for key, rule in ((AUDIENCE, choice), (PHONE, hint)):
        letter = get_column_letter(keys.index(key) + 2)
        rule.add(f"{letter}{first}:{letter}{last}")
        sheet.add_data_validation(rule)


def _guide(sheet: Worksheet, invitation: Invitation) -> None:
    lines = [
        (_("How to fill in the list"), True),
        (_("1. One row a person, on the sheet “%(sheet)s”.") % {"sheet": SHEET}, False),
        (_("2. Full name and phone are required; the rest may stay empty."), False),
        (_("3. Type in a Unicode font, never in TCVN3 (.VnTime) or VNI."), False),
        (
            _("4. Save as .xlsx, then upload it on the page of your invitation."),
            False,
        ),
        (_("5. The page shows each wrong cell before anything is saved."), False),
        (
            _(
                "6. When people change, correct this file and upload it once more: the "
                "page compares it with the list it has."
            ),
            False,
        ),
        ("", False),
        (_("The columns"), True),
    ]
    lines += [(f"{column.titles[0]}: {column.about}", False) for column in COLUMNS]
    for number, (text, bold) in enumerate(lines, 1):
        cell = sheet.cell(number, 1)
        _write(cell, text)
        cell.font = Font(name=_FONT, size=14 if bold else 12, bold=bold)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.column_dimensions["A"].width = 90
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.protection.sheet = True


def _write(cell: Cell, text: str) -> None:
    """A name from the page never becomes a formula."""
    cell.value = safe_cell(text)
    cell.data_type = "s"
