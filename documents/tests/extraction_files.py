"""Files made for the extraction tests: PDF by WeasyPrint and by hand, Word by hand."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable

from portal.assets import fonts

# The font the portal ships: a page breaks its lines alike on every machine.
_FACES = "".join(
    f'@font-face {{ font-family: Printed; src: url("{fonts.source(style).as_uri()}");'
    f" font-weight: {weight}; font-style: {slope} }}\n"
    for style, weight, slope in (
        ("Regular", 400, "normal"),
        ("Bold", 700, "normal"),
        ("Italic", 400, "italic"),
    )
)
PAGE_STYLE = (
    _FACES
    + """
@page { size: A4; margin: 2cm 2cm 2cm 3cm; @top-center { content: counter(page) } }
@page :first { @top-center { content: none } }
body { font: 12pt/1.3 Printed; text-align: justify }
p { margin: 0; text-indent: 1.27cm }
.c { text-align: center; text-indent: 0 }
table { width: 100%; border-collapse: collapse }
table.plain td { vertical-align: top; text-align: center; font-size: 13pt }
table.ruled td, table.ruled th { border: 1px solid #000; padding: 3px }
"""
)

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def printed(body: str, style: str = PAGE_STYLE, **options) -> bytes:
    """A PDF with a text layer, as an office program prints one."""
    # WeasyPrint as the portal imports it: alone it has Pillow take broken pictures.
    from portal.pdf.engine import HTML

    markup = f"<html lang=vi><style>{style}</style><body>{body}"
    return HTML(string=markup).write_pdf(**options)


def paragraph(text: str, properties: str = "") -> str:
    return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def listed(text: str, level: int = 0, number: int = 1) -> str:
    """A paragraph of a list: what Word numbers, and the file does not."""
    place = f'<w:ilvl w:val="{level}"/><w:numId w:val="{number}"/>'
    return paragraph(text, f"<w:pPr><w:numPr>{place}</w:numPr></w:pPr>")


def level(depth: int, form: str, text: str, start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(*levels: str, nums: str = "") -> str:
    nums = nums or '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    levels = "".join(levels)
    return (
        f'<w:numbering xmlns:w="{_W}"><w:abstractNum w:abstractNumId="0">{levels}'
        f"</w:abstractNum>{nums}</w:numbering>"
    )


def styles(content: str) -> str:
    return f'<w:styles xmlns:w="{_W}">{content}</w:styles>'


def notes(**texts: str) -> str:
    content = "".join(
        f'<w:footnote w:id="{key.strip("_")}">{paragraph(text)}</w:footnote>'
        for key, text in texts.items()
    )
    return f'<w:footnotes xmlns:w="{_W}">{content}</w:footnotes>'


def word(
    body: str,
    *,
    parts: dict[str, str | bytes] | None = None,
    kind: str = f"{_MAIN}.document.main+xml",
    compression: int = zipfile.ZIP_DEFLATED,
) -> bytes:
    """A .docx; `parts` are named for what they are to it: styles, numbering."""
    parts = parts or {}
    relations = "".join(
        f'<Relationship Id="r{n}" Type="{_R}/{name}" Target="{name}.xml"/>'
        for n, name in enumerate(parts)
        if "/" not in name
    )
    document = f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'
    files = {
        "[Content_Types].xml": (
            f'<Types xmlns="{_PACKAGE}/content-types"><Override '
            f'PartName="/word/document.xml" ContentType="{kind}"/></Types>'
        ),
        "_rels/.rels": (
            f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="d" '
            f'Type="{_R}/officeDocument" Target="word/document.xml"/></Relationships>'
        ),
        "word/document.xml": document,
        "word/_rels/document.xml.rels": (
            f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}'
            "</Relationships>"
        ),
    }
    files |= {n if "/" in n else f"word/{n}.xml": text for n, text in parts.items()}
    return zipped(files.items(), compression)


def zipped(
    files: Iterable[tuple[str, str | bytes]], compression: int = zipfile.ZIP_DEFLATED
) -> bytes:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", compression) as package:
        for name, content in files:
            package.writestr(name, content)
    return raw.getvalue()


def table(*rows: Iterable[str], borders: str = "single", properties: str = "") -> str:
    """A Word table of plain cells; a cell may be given as XML."""
    sides = "".join(f'<w:{s} w:val="{borders}"/>' for s in ("top", "insideH"))
    written = "".join(
        "<w:tr>"
        + "".join(
            cell if cell.startswith("<w:tc>") else f"<w:tc>{paragraph(cell)}</w:tc>"
            for cell in row
        )
        + "</w:tr>"
        for row in rows
    )
    return (
        f"<w:tbl><w:tblPr>{properties}<w:tblBorders>{sides}</w:tblBorders></w:tblPr>"
        f"{written}</w:tbl>"
    )


def handmade_pdf(objects: dict[int, bytes], trailer: bytes = b"/Root 1 0 R") -> bytes:
    """A PDF of the given objects, with a true cross-reference table."""
    raw = bytearray(b"%PDF-1.7\n")
    offsets = {}
    for number, content in objects.items():
        offsets[number] = len(raw)
        raw += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(raw)
    size = max(objects) + 1
    raw += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        raw += b"%010d 00000 n \n" % offsets.get(number, 0)
    raw += b"trailer\n<< /Size %d %s >>\nstartxref\n%d\n%%%%EOF\n" % (
        size,
        trailer,
        start,
    )
    return bytes(raw)


def stream(content: bytes, entries: bytes = b"") -> bytes:
    packed = zlib.compress(content, 9)
    return b"<< /Filter /FlateDecode /Length %d %s >>\nstream\n%s\nendstream" % (
        len(packed),
        entries,
        packed,
    )


def latin_pdf(*contents: bytes, root: bytes = b"", page: bytes = b"") -> bytes:
    """One page per content stream, in Helvetica, which has no Vietnamese letters."""
    kids = b" ".join(b"%d 0 R" % (10 + 2 * n) for n in range(len(contents)))
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R %s >>" % root,
        2: b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(contents)),
        3: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica "
        b"/Encoding /WinAnsiEncoding >>",
    }
    for n, content in enumerate(contents):
        objects[10 + 2 * n] = (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] %s "
            b"/Resources << /Font << /F 3 0 R >> >> /Contents %d 0 R >>"
            % (page, 11 + 2 * n)
        )
        objects[11 + 2 * n] = stream(content)
    return handmade_pdf(objects)


def said(*lines: tuple[float, float, str], size: float = 12) -> bytes:
    """A content stream that shows each text at its place."""
    shown = "".join(
        f"BT /F {size} Tf 1 0 0 1 {x} {y} Tm ({text}) Tj ET\n" for x, y, text in lines
    )
    return shown.encode("cp1252")


def old_office(stream_name: str) -> bytes:
    """Enough of an Office 97 file, or of the envelope of a locked one."""
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    return header.ljust(512, b"\0") + stream_name.encode("utf-16-le") + b"\0" * 512
