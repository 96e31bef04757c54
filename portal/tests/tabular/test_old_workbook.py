"""Workbooks of LibreOffice and of Excel 97–2003, and those made to fill the memory."""

import base64
import io
import time
import zipfile
import zlib
from datetime import date

import pytest

from portal.tabular import Column, TableRefused, read_cells

COLUMNS = (Column("family", ("Họ đệm",)), Column("phone", ("Điện thoại",)))
# Excel 97 as xlwt 1.3 writes it: a title, headings, two people, a date, a number.
OLD_EXCEL = zlib.decompress(
    base64.b85decode(
        b"c-rk)O=uHQ5dPlorcKhnq_#pUETLf4TIipO9@>~T+Flx}4gMi$|7b#WD``E{gH~&gg5X8POQAgoQ"
        b"uX2wdawtnQl+8?MGz9bsTZMwhqiIvWRw1=(0~@y{g$1bnKv_Uc4yyv`}W1OJ34Z^IEH1YgNpgM0~"
        b"w2Sf=)+LaDm$6amgmHb~@u0{wg@^RLBe)9^^dBlr@y~jzPgKZGtH9p3cKKfk3a(<yl44a}I4n=1@"
        b"yi;2LRiQN&s0GwooyhUrbVe8_YsYc4RYCEKVtglTV}Y`gguA5coTEf+HGUG{m)nkp3HiF}LCToeg"
        b"g8+?&)+p)i_LD#Y|3My!0m(dlGavsLu1pNMr=H`lngeVHA*rWIw_W(1=QT@nc=~q`TK>BY>^_joW"
        b"+o_1l^_LV47)1Oi50YWHaajXT)c!Uj<mrobgl2IAS)|J1X<PW=LjX+_rxg=uV6K6<0A1_xMpuE>U"
        b"@!xs3D0#8++tEcPOAZe9}SxQ1KrU9PhZ#wIU!skj7i-fzkY<!ixE9cFPR9S8z(V<$K13Jsxai}@)"
        b">s7HUop&JqVJ^luo(Uf0n^exudGOX3N%XmDNs}KF>?8CG%1akJoIXoycR}&7;;u4`%lImzT}$E#4"
        b"!n8RWGnv0|;44+wFbl^*1r%PstjXt)4n?6H~YIgYxH`C_I8WJA}|mO_)+J;XNWxwVw~sbReGZdk-"
        b"`B!2kQo_qT62k$20#~Wj(3dUc1M^HkA=_G%7453_<i>p^8?t7D0Va{&vm=^so)7cf5d2exZS<b_p"
        b"9NPppQ)wai?v`2zwvaR-C7)kHQb<x$l1h@6k~ETRW@Keq<kO0ib#AVav`<uKL6VVW5fhdw-CzDw>"
        b"Oqn7uf{nKVytq?C!?!BiLP>Vrx{P>==PK(qdQWPW?I%M`M4v~qSaslPFS#D!GZ+~7A*YlkY9uHGf"
        b"6eSiEZY$cBc7XXO7N!>o>_ii@mgM>!t0R2fJur){hA7+tR^W*hDgxSfNkyf1$*F>OF!Uv~wOkX}`"
        b"a;R}zcwXT^@L-#3KP?SDR<JpXY2-vMj6`Zf"
    )
)
KIND = "application/vnd.oasis.opendocument.spreadsheet"
SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"'
    for short in ("office", "table", "text")
)


def text(words: str, more: str = "") -> str:
    return (
        f'<table:table-cell office:value-type="string" {more}>'
        f"<text:p>{words}</text:p></table:table-cell>"
    )


def open_document(rows: str) -> bytes:
    content = (
        f"<office:document-content {SPACES}><office:body><office:spreadsheet>"
        f'<table:table table:name="Danh sách">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:'
        'manifest:1.0"><manifest:file-entry manifest:full-path="/" '
        f'manifest:media-type="{KIND}"/></manifest:manifest>'
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", KIND, zipfile.ZIP_STORED)
        package.writestr("META-INF/manifest.xml", manifest)
        package.writestr("content.xml", content)
    return file.getvalue()


def row(*words: str, more: str = "") -> str:
    cells = "".join(map(text, words))
    return f"<table:table-row {more}>{cells}</table:table-row>"


def test_excel_97_is_read_with_its_letters_and_row_numbers():
    cells = read_cells(OLD_EXCEL, filename="a.xls", columns=COLUMNS)
    assert cells.kind == "xls"
    assert [(one.letter, one.title) for one in cells.headings][1] == ("B", "Họ đệm")
    assert cells.rows == (
        (3, (1, "Nguyễn Văn", "An", date(1980, 2, 1), 912345601)),
        (4, (2, "Nông Thị", "Bình", None, "0912345602")),
    )
    assert "hidden_unknown" in [note.code for note in cells.notes]


def test_open_document_is_read_from_where_its_cells_stand():
    blank = '<table:table-row table:number-rows-repeated="2"/>'
    far = '<table:table-row table:number-rows-repeated="1048000"/>'
    rows = row("Họ đệm", "Tên", "Điện thoại") + row("Vi Thị", "Bé", "0912345678")
    raw = open_document(blank + rows + far)
    cells = read_cells(raw, filename="a.ods", columns=COLUMNS)
    assert cells.kind == "ods"
    assert cells.rows == ((4, ("Vi Thị", "Bé", "0912345678")),)


@pytest.mark.parametrize(
    "raw",
    [
        open_document(
            row("Họ đệm") + row("x" * 99, more='table:number-rows-repeated="1048000"')
        ),
        open_document(
            row("Họ đệm")
            + "<table:table-row table:number-rows-repeated='9000'>"
            + text("x" * 99, 'table:number-columns-repeated="16000"')
            + "</table:table-row>"
        ),
        OLD_EXCEL[:3000],
        open_document("")[:-40],
    ],
    ids=["rows", "columns", "cut", "cut zip"],
)
def test_what_fills_the_memory_or_is_damaged_is_refused_in_time(raw):
    started = time.monotonic()
    with pytest.raises(TableRefused):
        read_cells(raw, filename="a", columns=COLUMNS)
    assert time.monotonic() - started < 20
