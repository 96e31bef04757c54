"""Numbers and days that offices fill in when an act is signed, as real acts leave room.

The fields are shaped as in files signed with the tools of the Government's cipher
committee: the number left of the middle, day and month right of it, each in a field of
its own (seen in a C# reader of such fields, "PdfWidgetTextReader", on GitHub).
"""

import io

import pikepdf
import pytest
from pypdf import PdfReader

from documents.extraction import extract
from documents.extraction.pdf.content import ContentReader
from documents.extraction.pdf.fonts import Fonts
from documents.extraction.pdf.model import TextSpan
from documents.extraction.pdf.stamps import is_stamp
from documents.tests.extraction.printed_pages import printed_page
from documents.tests.extraction_files import latin_pdf, said

WIDTH = 6.7


def places(raw: bytes) -> list[TextSpan]:
    """What the page shows before anything is filled in."""
    page = PdfReader(io.BytesIO(raw)).pages[0]
    return ContentReader(page, Fonts()).read(page).pieces


def filled(raw: bytes, *fields: tuple[str, float, float], nested: bool = False) -> str:
    """The text once each field shows its words from x on the baseline y."""
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(raw)) as pdf:
        font = pdf.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.Font,
                Subtype=pikepdf.Name.Type1,
                BaseFont=pikepdf.Name.Helvetica,
                Encoding=pikepdf.Name.WinAnsiEncoding,
            )
        )
        pdf.pages[0].Annots = pikepdf.Array()
        for words, x, y in fields:
            width = WIDTH * max(map(len, words.split("\n")))
            box = [0, 0, width, 14 * (words.count("\n") + 1)]
            lines = "".join(
                f"BT /F 11 Tf 0 {3 + 14 * at} Td ({line}) Tj ET\n"
                for at, line in enumerate(reversed(words.split("\n")))
            )
            form = pdf.make_stream(lines.encode("cp1252"))
            form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
            form.BBox = box
            form.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
            # Signature fields show layers within a frame: FRM, in it n0 and n2.
            for layer in ("/n2", "/FRM") if nested else ():
                outer = pdf.make_stream(f"q 1 0 0 1 0 0 cm {layer} Do Q".encode())
                outer.Type, outer.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
                outer.BBox = box
                outer.Resources = pikepdf.Dictionary(
                    XObject=pikepdf.Dictionary({layer: form})
                )
                form = outer
            field = pikepdf.Dictionary(
                Type=pikepdf.Name.Annot,
                Subtype=pikepdf.Name.Widget,
                FT=pikepdf.Name.Sig,
                T=pikepdf.String(f"Signature {words}"),
                Rect=[x, y - 3, x + width, y - 3 + box[3]],
                AP=pikepdf.Dictionary(N=form),
            )
            pdf.pages[0].Annots.append(pdf.make_indirect(field))
        pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pdf.pages[0].Annots)
        pdf.save(made)
    return extract(made.getvalue(), filename="van-ban.pdf").text


def in_gap(raw: bytes, before: str, number: str) -> tuple[str, float, float]:
    """The field of a number in the middle of the gap after the words `before`."""
    pieces = sorted(places(raw), key=lambda one: (-one.y, one.x0))
    text = "".join(one.text for one in pieces)
    at = text.index(before) + len(before)
    end = at
    while text[end] in " .…":
        end += 1
    room = pieces[at].x0, pieces[end].x0
    return number, sum(room) / 2 - WIDTH * len(number) / 2, pieces[at].y


HANOI = """Số:               /QĐ-UBND
Hà Nội, ngày         tháng         năm 2026"""


@pytest.mark.parametrize("nested", [False, True], ids=["plain", "in layers"])
def test_number_day_and_month_are_filled_in(nested):
    """A draft of the People's Committee of Hà Nội, 2026, after TB 591/TB-UBND.

    Its text layer leaves "Số:          /QĐ-UBND" and "ngày       tháng       năm 2026".
    """
    raw = printed_page(HANOI)
    fields = [
        in_gap(raw, "Số:", "2745"),
        in_gap(raw, "ngày", "15"),
        in_gap(raw, "tháng", "6"),
    ]
    assert filled(raw, *fields, nested=nested).splitlines() == [
        "Số: 2745/QĐ-UBND",
        "Hà Nội, ngày 15 tháng 6 năm 2026",
    ]


MASTHEAD = """<table class=plain><tr><td style="width:40%">ỦY BAN NHÂN DÂN
THÀNH PHỐ HÀ NỘI
Số:               /QĐ-UBND</td><td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày         tháng         năm 2026</td></tr></table>
<p style="text-align:center">QUYẾT ĐỊNH</p>"""


def test_a_masthead_of_two_columns_is_filled_in():
    """The same draft: number and day stand on one line, in columns of their own."""
    raw = printed_page(MASTHEAD, plain=False)
    fields = [
        in_gap(raw, "Số:", "2745"),
        in_gap(raw, "ngày", "15"),
        in_gap(raw, "tháng", "6"),
    ]
    assert filled(raw, *fields, nested=True).splitlines() == [
        "ỦY BAN NHÂN DÂN",
        "THÀNH PHỐ HÀ NỘI",
        "Số: 2745/QĐ-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Hà Nội, ngày 15 tháng 6 năm 2026",
        "QUYẾT ĐỊNH",
    ]


@pytest.mark.parametrize("gap", [" ", "       "], ids=["narrow", "wide"])
def test_a_letter_of_a_department(gap):
    """Công văn 458/SCT-CN of the Department of Industry of Lào Cai, 15 … 2026."""
    raw = printed_page(f"Số:{gap}/SCT-CN")
    assert filled(raw, in_gap(raw, "Số:", "458")) == "Số: 458/SCT-CN\n"


def test_dots_give_way_to_what_is_filled_in():
    """Quyết định 05/2006/QĐ-UBND of Cà Mau: "số …05…./2006/", "ngày …25..tháng 01"."""
    raw = printed_page("Quyết định số …………./2006/QĐ-UBND, ngày …………..tháng 01 năm 2006")
    fields = in_gap(raw, "số ", "05"), in_gap(raw, "ngày ", "25")
    assert filled(raw, *fields) == (
        "Quyết định số 05/2006/QĐ-UBND, ngày 25 tháng 01 năm 2006\n"
    )


@pytest.mark.parametrize(
    ("printed", "x", "number", "text"),
    [
        ("So:               /QD-UBND", 100, "2745", "So: 2745/QD-UBND"),
        ("So: /SCT-CN", 88, "458", "So: 458/SCT-CN"),
        ("Ha Noi, ngay         thang 6 nam 2026", 151, "15",
         "Ha Noi, ngay 15 thang 6 nam 2026"),
        ("Quyet dinh so ........./2006/QD-UBND", 150, "05",
         "Quyet dinh so 05/2006/QD-UBND"),
    ],
    ids=["Hà Nội", "458/SCT-CN Lào Cai", "Hà Nội, day", "05/2006/QĐ-UBND Cà Mau"],
)  # fmt: skip
def test_lines_shown_at_once_are_parted(printed, x, number, text):
    """The same acts, each line drawn by one operator as office programs do."""
    raw = latin_pdf(said((72, 700, printed), (72, 660, "QUYET DINH")))
    assert filled(raw, (number, x, 700)).splitlines()[0] == text


@pytest.mark.parametrize(
    "words",
    [
        "Ngày ký: 17-01-2026",
        "Người ký: CÔNG BÁO NƯỚC CHXHCN VIỆT NAM 01",
        "Ký bởi: Cổng Thông tin điện tử Chính phủ",
        "Thời gian ký: 16.03.2015",
        "ĐẾN Số: 1234 Ngày: 20/6/2026",
        "CÔNG VĂN ĐẾN Số 87 ngày 02/3/2021",
    ],
    ids=["356/2025/NĐ-CP, Công báo 18", "Công báo 18", "Công báo 281 + 282",
         "Công báo 281 + 282, day", "30/2020/NĐ-CP, Phụ lục IV", "mark of receipt"],
)  # fmt: skip
def test_who_signed_and_who_received_is_no_text(words):
    assert not is_stamp(words)
