"""A Word file written by hand: the least a word processor opens without complaint.

Some paragraphs and a table need no library; headings are real ones and the first row
of a table is marked as its head.
"""

import io
import zipfile
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def word_file(title: str, pieces: Iterable[str]) -> bytes:
    """Pieces made by `paragraph` and `table` as .docx; the same bytes each time."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in _parts(title, _document(pieces)).items():
            entry = zipfile.ZipInfo(name, date_time=(2021, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, _HEAD + text)
    return out.getvalue()


def _parts(title: str, document: str) -> dict[str, str]:
    return {
        "[Content_Types].xml": (
            f'<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-'
            'package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" '
            f'ContentType="{_WORD_TYPE}.document.main+xml"/>'
            f'<Override PartName="/word/styles.xml" '
            f'ContentType="{_WORD_TYPE}.styles+xml"/>'
            '<Override PartName="/docProps/core.xml" ContentType="application/'
            'vnd.openxmlformats-package.core-properties+xml"/></Types>'
        ),
        "_rels/.rels": _relationships(
            (f"{_OFFICE}/relationships/officeDocument", "word/document.xml"),
            (
                f"{_PACKAGE}/relationships/metadata/core-properties",
                "docProps/core.xml",
            ),
        ),
        "word/_rels/document.xml.rels": _relationships(
            (f"{_OFFICE}/relationships/styles", "styles.xml"),
        ),
        "docProps/core.xml": (
            f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<dc:title>{escape(title)}</dc:title><dc:language>vi-VN</dc:language>"
            "</cp:coreProperties>"
        ),
        "word/styles.xml": _styles(),
        "word/document.xml": document,
    }


def _relationships(*targets: tuple[str, str]) -> str:
    rows = "".join(
        f'<Relationship Id="r{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def _styles() -> str:
    def style(key: str, name: str, size: int, more: str = "") -> str:
        return (
            f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/>'
            f'<w:pPr><w:spacing w:before="160" w:after="80" w:line="312" '
            f'w:lineRule="auto"/></w:pPr>'
            f'<w:rPr>{more}<w:sz w:val="{size}"/></w:rPr></w:style>'
        )

    return (
        f"<w:styles {_W}><w:docDefaults><w:rPrDefault><w:rPr>"
        '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" '
        'w:cs="Times New Roman"/><w:sz w:val="26"/><w:lang w:val="vi-VN"/>'
        "</w:rPr></w:rPrDefault></w:docDefaults>"
        + style("Normal", "Normal", 26)
        + style("Title", "Title", 34, "<w:b/>")
        + style("Heading1", "heading 1", 28, "<w:b/>")
        + style("Hint", "Hint", 24, '<w:i/><w:color w:val="4A5270"/>')
        + "</w:styles>"
    )


def _document(pieces: Iterable[str]) -> str:
    page = '<w:pgSz w:w="11906" w:h="16838"/>'
    page += '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701" '
    page += 'w:header="708" w:footer="708" w:gutter="0"/>'
    return (
        f"<w:document {_W}><w:body>{''.join(pieces)}"
        f"<w:sectPr>{page}</w:sectPr></w:body></w:document>"
    )


def paragraph(text: str, style: str = "Normal") -> str:
    """A paragraph in one of the styles Normal, Title, Heading1 and Hint."""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        f"<w:r><w:t>{escape(text)}</w:t></w:r></w:p>"
    )


def table(headings: Sequence[str], rows: int) -> str:
    """A table with these headings and so many empty rows."""
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:color="7E89AB"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    filled = _row(headings, header=True) + _row([""] * len(headings)) * rows
    grid = '<w:gridCol w:w="1814"/>' * len(headings)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/>'
        f"<w:tblBorders>{edges}</w:tblBorders></w:tblPr>"
        f"<w:tblGrid>{grid}</w:tblGrid>{filled}</w:tbl>"
    )


def _row(cells: Iterable[str], *, header: bool = False) -> str:
    mark = "<w:trPr><w:tblHeader/></w:trPr>" if header else ""
    inner = "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in cells)
    return f"<w:tr>{mark}{inner}</w:tr>"
