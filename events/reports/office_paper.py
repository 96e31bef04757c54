"""How a paper of an office is laid out in Word, as Nghị định 30/2020/NĐ-CP has it.

Margins 20, 15, 20 and 30 mm, Times New Roman 14, the first line 10 mm in, the page's
number on top from the second page on.
"""

from collections.abc import Mapping, Sequence

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

_FONT = "Times New Roman"
_CENTRE, _JUSTIFY = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY
_RIGHT = WD_ALIGN_PARAGRAPH.RIGHT
_STATE, _MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
_HEADINGS = {
    "moi": "Mời",
    "dang_ky": "Đăng ký",
    "vang": "Vắng",
    "co_mat": "Có mặt",
    "den_truc_tiep": "Trong đó đến trực tiếp",
}
#: Columns of the report's tables, and how wide they are in mm: 165 in all.
OF_GROUPS = {"ten": 56, "dang_ky": 24, "vang": 20, "co_mat": 24, "den_truc_tiep": 41}
OF_AGENCIES = {
    "ten": 61,
    "moi": 16,
    "dang_ky": 20,
    "vang": 17,
    "co_mat": 20,
    "den_truc_tiep": 31,
}


def paper():
    """An empty paper with margins, letters and the number of the page."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.right_margin = Mm(20), Mm(15)
    section.bottom_margin, section.left_margin = Mm(20), Mm(30)
    section.header_distance = Mm(10)
    style = document.styles["Normal"]
    style.font.name, style.font.size = _FONT, Pt(14)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), _FONT)
    style.element.rPr.append(_element("w:lang", val="vi-VN"))
    section.different_first_page_header_footer = True
    _page_number(section.header.paragraphs[0])
    document.core_properties.author = ""
    document.core_properties.comments = ""
    return document


def head(document, number: str) -> None:
    """Who sends it and the country's name, then the number's place and the day."""
    table = document.add_table(rows=2, cols=2)
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    _columns(table, (69, 96))
    _without_padding(table)
    left, right = table.rows[0].cells
    _line(left.paragraphs[0], "{{ co_quan_chu_quan }}", size=12)
    _line(left.add_paragraph(), "{{ co_quan }}", size=12, bold=True)
    _rule(left, 22, 70)
    # The larger of the sizes the decree allows would break the line.
    _line(right.paragraphs[0], _STATE, size=12, bold=True)
    _line(right.add_paragraph(), _MOTTO, size=13, bold=True)
    _rule(right, 55, 95)
    left, right = table.rows[1].cells
    _line(left.paragraphs[0], number, size=13)
    date = "{{ dia_danh }}, ngày      tháng {{ thang }} năm {{ nam }}"
    _line(right.paragraphs[0], date, size=13, italic=True)


def title(document, kind: str, about: str) -> None:
    """What kind of paper it is, and what it is about, over a short line."""
    first = document.add_paragraph()
    first.paragraph_format.space_before = Pt(14)
    _line(first, kind, size=14, bold=True)
    _line(document.add_paragraph(), about, size=14, bold=True)
    _rule(document, 45, 165)


def _rule(holder, wide: int, whole: int) -> None:
    """A line as wide as that in the middle of so much, both in mm."""
    paragraph = holder.add_paragraph()
    form = paragraph.paragraph_format
    form.left_indent = form.right_indent = Mm((whole - wide) / 2 - 2)
    form.space_before, form.space_after = Pt(3), Pt(6)
    form.line_spacing = Pt(4)
    border = _element("w:pBdr")
    border.append(_element("w:top", val="single", sz="6", space="1", color="000000"))
    paragraph._p.get_or_add_pPr().append(border)


def section(document, text: str) -> None:
    """The bold heading of a part; it never ends a page."""
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.keep_with_next = True
    _body(paragraph)
    paragraph.add_run(text).bold = True


def text(document, text: str, *, italic: bool = False, is_open: bool = False) -> None:
    """A paragraph; an open one ends in dots that are not to be spread."""
    paragraph = document.add_paragraph()
    _body(paragraph)
    if is_open:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT
    paragraph.add_run(text).italic = italic


def _body(paragraph) -> None:
    paragraph.alignment = _JUSTIFY
    form = paragraph.paragraph_format
    form.first_line_indent = Mm(10)
    form.space_before, form.space_after, form.line_spacing = Pt(3), Pt(3), 1.15


def centred(
    document, text: str, *, bold: bool = False, italic: bool = False, below: int = 0
) -> None:
    """A line in the middle, with so many points below it."""
    paragraph = document.add_paragraph()
    _line(paragraph, text, size=14, bold=bold, italic=italic)
    paragraph.paragraph_format.space_after = Pt(below)


def _line(
    paragraph, text: str, *, size: int, bold: bool = False, italic: bool = False
) -> None:
    paragraph.alignment = _CENTRE
    paragraph.paragraph_format.space_after = Pt(0)
    run = paragraph.add_run(text)
    run.bold, run.italic, run.font.size = bold, italic, Pt(size)


def table(document, first: str, rows: str, columns: Mapping[str, int]) -> None:
    """Heading, a row between two that repeat it, the sum; numbers on the right.

    In a column figures stand without the zero that prose puts before them.
    """
    table = document.add_table(rows=5, cols=len(columns))
    table.autofit = False
    table.style = "Table Grid"
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for cell, name in zip(table.rows[0].cells, columns, strict=True):
        _line(cell.paragraphs[0], _HEADINGS.get(name, first), size=13, bold=True)
    table.rows[0]._tr.get_or_add_trPr().append(_element("w:tblHeader", val="true"))
    table.rows[1].cells[0].text = "{%tr for d in " + rows + " %}"
    table.rows[3].cells[0].text = "{%tr endfor %}"
    for cells, whose in ((table.rows[2].cells, "d."), (table.rows[4].cells, "")):
        for cell, name in zip(cells, columns, strict=True):
            paragraph = cell.paragraphs[0]
            form = paragraph.paragraph_format
            form.space_before = form.space_after = Pt(3)
            is_sum = name == "ten" and not whose
            value = f"{whose}{name}" if whose else f"{name}|int"
            text = "Cộng" if is_sum else "{{ " + value + " }}"
            run = paragraph.add_run(text)
            run.font.size, run.bold = Pt(13), not whose
            if name != "ten":
                paragraph.alignment = _RIGHT
    for row in table.rows:
        row._tr.get_or_add_trPr().append(_element("w:cantSplit", val="true"))
    _columns(table, list(columns.values()))


def _without_padding(table) -> None:
    """The motto's line needs the whole width of its cell."""
    margins = _element("w:tblCellMar")
    for side in ("left", "right"):
        margins.append(_element(f"w:{side}", w="0", type="dxa"))
    look = table._tbl.tblPr.find(qn("w:tblLook"))
    # The schema has an order, and a strict reader keeps to it.
    look.addprevious(margins)


def _columns(table, widths: Sequence[int]) -> None:
    """In mm; Word reads the cells, LibreOffice the grid."""
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)


def signature(document, copies: Sequence[str]) -> None:
    """Whom it goes to on the left, who signs on the right."""
    table = document.add_table(rows=1, cols=2)
    table.autofit = False
    _columns(table, (80, 85))
    left, right = table.rows[0].cells
    first = left.paragraphs[0].add_run("Nơi nhận:")
    first.bold, first.italic, first.font.size = True, True, Pt(12)
    for copy in copies:
        paragraph = left.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.add_run(copy).font.size = Pt(11)
    _line(right.paragraphs[0], "GIÁM ĐỐC", size=14, bold=True)
    for _empty in range(4):
        right.add_paragraph()
    _line(right.add_paragraph(), "…" * 12, size=14, bold=True)


def _page_number(paragraph) -> None:
    paragraph.alignment = _CENTRE
    run = paragraph.add_run()
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        if kind:
            run._r.append(_element("w:fldChar", fldCharType=kind))
        else:
            field = _element("w:instrText")
            field.text = text
            run._r.append(field)


def _element(name: str, **attributes: str):
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made
