"""The sample form "Phiếu mô tả sáng kiến", written as a Word file by hand.

A dozen paragraphs and one table need no library; the parts below are the least a
word processor opens without complaint, with real headings and a marked header row.
"""

import io
import zipfile
from xml.sax.saxutils import escape

from django.core.files.base import ContentFile

from portal.models import PortalDocument

TITLE = "Phiếu mô tả sáng kiến (mẫu minh họa)"
FILE_NAME = "phieu-mo-ta-sang-kien-mau-minh-hoa.docx"
SECTIONS = (
    ("1. Tên sáng kiến", "Một dòng, nói được việc gì và cho ai."),
    (
        "2. Người làm",
        "Tên đơn vị, nhóm tác giả, phần đóng góp (tổng đủ 100%).",
    ),
    ("3. Chỗ vướng", "Khi làm việc …, chúng tôi thường …, nên mất …"),
    ("4. Cách làm cũ", "Trước đây xử lý thế nào, vì sao chưa ổn."),
    ("5. Cách làm mới", "Kể theo bước; bước nào cần dụng cụ gì, ai làm."),
    ("6. Kết quả đo được", "Ghi số trước, số sau và cách đo vào bảng."),
    ("7. Điều kiện áp dụng", "Cần người, thời gian, tiền, thiết bị gì."),
    ("8. Giới hạn và bài học", "Nơi nào không hợp; điều gì đã thử mà bỏ."),
    (
        "9. Minh chứng kèm theo",
        "Liệt kê từng tờ; bỏ thông tin riêng của người khác.",
    ),
)
MEASURES = ("Số đo", "Trước", "Sau", "Cách đo, thời gian", "Người xác nhận")
NOTE = (
    "Mẫu này do cổng soạn để tập viết, không thay biểu mẫu trong văn bản hiện hành. "
    "Xóa các dòng gợi ý trước khi in."
)

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def store() -> PortalDocument:
    """The form in the document library; made when it is not there yet."""
    found = PortalDocument.objects.filter(title=TITLE).first()
    return found or PortalDocument.objects.create(
        title=TITLE, file=ContentFile(word_file(), name=FILE_NAME)
    )


def word_file() -> bytes:
    """The form as .docx; the same bytes each time."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in _parts().items():
            entry = zipfile.ZipInfo(name, date_time=(2021, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, _HEAD + text)
    return out.getvalue()


def _parts() -> dict[str, str]:
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
            f"<dc:title>{TITLE}</dc:title><dc:language>vi-VN</dc:language>"
            "</cp:coreProperties>"
        ),
        "word/styles.xml": _styles(),
        "word/document.xml": _document(),
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


def _document() -> str:
    parts = [_paragraph(TITLE, "Title"), _paragraph(NOTE, "Hint")]
    for heading, hint in SECTIONS:
        parts += [_paragraph(heading, "Heading1"), _paragraph(hint, "Hint")]
        parts.append(_table() if heading.startswith("6.") else _paragraph(""))
    page = '<w:pgSz w:w="11906" w:h="16838"/>'
    page += '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701" '
    page += 'w:header="708" w:footer="708" w:gutter="0"/>'
    return (
        f"<w:document {_W}><w:body>{''.join(parts)}"
        f"<w:sectPr>{page}</w:sectPr></w:body></w:document>"
    )


def _paragraph(text: str, style: str = "Normal") -> str:
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        f"<w:r><w:t>{escape(text)}</w:t></w:r></w:p>"
    )


def _table() -> str:
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:color="7E89AB"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    rows = _row(MEASURES, header=True) + _row([""] * len(MEASURES)) * 3
    grid = '<w:gridCol w:w="1814"/>' * len(MEASURES)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/>'
        f"<w:tblBorders>{edges}</w:tblBorders></w:tblPr>"
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def _row(cells, *, header: bool = False) -> str:
    mark = "<w:trPr><w:tblHeader/></w:trPr>" if header else ""
    inner = "".join(f"<w:tc>{_paragraph(cell)}</w:tc>" for cell in cells)
    return f"<w:tr>{mark}{inner}</w:tr>"
