"""Letters from before Unicode, as real files of ministries and provinces have them.

The files are those of github.com/TrizenX/viparse-corpus: what stands in them, and how a
person reads it, is from its tests, scripts and transcripts.
"""

import pytest

from documents.extraction import extract
from documents.extraction.lines import Cleaner
from documents.tests.extraction_files import handmade_pdf, stream

TCVN3, VNI, PLAIN = ".VnTime", "VNI-Times", "TimesNewRoman"


def page_of(*lines: list[tuple[str, str]], differences: str = "") -> bytes:
    """One page; each line is of pieces, a font's name and what is typed in it."""
    fonts = sorted({font for line in lines for font, _ in line})
    shown = ""
    for at, line in enumerate(lines):
        shown += f"BT 1 0 0 1 72 {740 - 40 * at} Tm\n"
        for font, typed in line:
            shown += f"/F{fonts.index(font)} 11 Tf ({typed}) Tj\n"
        shown += "ET\n"
    encoding = "/WinAnsiEncoding"
    if differences:
        encoding = f"<< /BaseEncoding {encoding} /Differences [{differences}] >>"
    names = " ".join(f"/F{n} {10 + n} 0 R" for n in range(len(fonts)))
    faces = {
        10 + n: f"<< /Type /Font /Subtype /Type1 /BaseFont /ABCDEF+{font} "
        f"/Encoding {encoding} >>".encode()
        for n, font in enumerate(fonts)
    }
    return handmade_pdf(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            3: f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
            f"/Resources << /Font << {names} >> >> >>".encode(),
            4: stream(shown.encode("cp1252")),
            **faces,
        }
    )


def read(raw: bytes) -> list[str]:
    return extract(raw, filename="van-ban.pdf").text.splitlines()


# duanLD9820.doc, the plan of Lâm Đồng for computers of 1998 (lamdong.gov.vn):
# sections typed on different machines, captions of one within the other.
LAM_DONG = [
    (VNI, "an toaøn saün coù cuûa heä thoáng ñieàu haønh maùy tính",
     "an toàn sẵn có của hệ thống điều hành máy tính"),
    (VNI, "Thöôøng vuï Boä Chính trò", "Thường vụ Bộ Chính trị"),
    (TCVN3, "UBND TØnh", "UBND Tỉnh"),
    (TCVN3, "M¸y chñ CSDL &", "Máy chủ CSDL &"),
    (VNI, "Ñaø Naüng", "Đà Nẵng"),
]  # fmt: skip


def test_two_encodings_in_one_file_are_told_by_their_fonts():
    raw = page_of(*([(font, typed)] for font, typed, _ in LAM_DONG))
    assert read(raw) == [text for *_, text in LAM_DONG]


def test_captions_of_another_encoding_are_told_by_their_letters():
    """The same file where every font is called Times."""
    raw = page_of(*([(PLAIN, typed)] for _, typed, _ in LAM_DONG))
    assert read(raw) == [text for *_, text in LAM_DONG]


def test_a_line_may_be_of_both_encodings():
    """Three of its lines change within themselves: "diÖn" beside VNI words."""
    raw = page_of([(TCVN3, "m¹ng diÖn réng "), (VNI, "cuûa heä thoáng")])
    assert read(raw) == ["mạng diện rộng của hệ thống"]


# Quyết định 115/2004/QĐ-TTg and Thông tư 01/2006/TT-NHNN as PDFs of mpi.gov.vn: their
# fonts name code AD "minus" and code B7 "bullet" or "periodcentered".
SUBSTITUTED = [
    ("nhµ n\xadíc", "nhà nước"),
    (
        "Thñ t\xadíng ChÝnh phñ ban hµnh nghÞ ®Þnh",
        "Thủ tướng Chính phủ ban hành nghị định",
    ),
    ("céng hoµ x\xb7 héi chñ nghÜa", "cộng hoà xã hội chủ nghĩa"),
    ("Quü b¶o l\xb7nh tÝn dông", "Quỹ bảo lãnh tín dụng"),
    ("Th«ng t\xad", "Thông tư"),
]


@pytest.mark.parametrize(
    "differences",
    ["", "173 /minus 183 /periodcentered", "173 /hyphen 183 /bullet",
     "173 /uni2212 183 /uni2219", "173 /sfthyphen 183 /middot"],
    ids=["as it stands", "minus", "hyphen", "operators", "soft hyphen"],
)  # fmt: skip
def test_letters_under_the_names_of_signs(differences):
    raw = page_of(
        *([(TCVN3, typed)] for typed, _ in SUBSTITUTED), differences=differences
    )
    assert " ".join(read(raw)) == " ".join(text for _, text in SUBSTITUTED)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        (
            "nhµ n\u2212íc, Thñ t\u2212íng, Th«ng t\u2212",
            "nhà nước, Thủ tướng, Thông tư",
        ),
        (
            "céng hoµ x\u2219 héi chñ nghÜa ViÖt Nam",
            "cộng hoà xã hội chủ nghĩa Việt Nam",
        ),
        (
            "t¨ng 5 \u2212 3 phÇn tr¨m cña n¨m tr\u2212íc",
            "tăng 5 − 3 phần trăm của năm trước",
        ),
        ("Chỉ số tăng 5 − 3 điểm", "Chỉ số tăng 5 − 3 điểm"),
    ],
    ids=["115/2004/QĐ-TTg", "01/2006/TT-NHNN", "a minus", "Unicode"],
)
def test_signs_for_letters_where_no_font_tells(line, text):
    assert Cleaner().clean_all([line]) == [text]


def test_a_capital_of_the_other_encoding_within_a_word():
    """Quyết định 1445/2002/QĐ-UB of An Giang, QDSUA522.doc: "ÖÙng" of VNI in TCVN3."""
    line = "- ÖÙng dông c«ng nghÖ míi vÒ sinh häc trong s¶n xuÊt gièng c©y trång"
    assert Cleaner().clean(line) == (
        "- Ứng dụng công nghệ mới về sinh học trong sản xuất giống cây trồng"
    )


# Quyết định 991/QĐ-UBND of Bình Phước, 14 May 2008 (congbao.binhphuoc.gov.vn), in VNI;
# its short lines tell nothing alone.
BINH_PHUOC = [
    ("UÛY BAN NHAÂN DAÂN", "ỦY BAN NHÂN DÂN"),
    ("Soá: 991/QÑ-UBND", "Số: 991/QĐ-UBND"),
    ("COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ("Ñoäc laäp - Töï do - Haïnh phuùc", "Độc lập - Tự do - Hạnh phúc"),
    ("QUYEÁT ÑÒNH", "QUYẾT ĐỊNH"),
    ("Caên cöù Luaät Toå chöùc HÑND vaø UBND", "Căn cứ Luật Tổ chức HĐND và UBND"),
]
# Quyết định 256/2004/QĐ-UB of Cần Thơ, 1 July 2004, in TCVN3, capitals by their font.
CAN_THO = [
    ("Sè:  256 /2004/Q§-UB", "Số: 256 /2004/QĐ-UB"),
    ("§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc"),
    ("C¨n cø KÕt luËn sè 06-KL/TU", "Căn cứ Kết luận số 06-KL/TU"),
    ("§iÒu 2.", "Điều 2."),
]


@pytest.mark.parametrize(
    ("font", "act"),
    [(VNI, BINH_PHUOC), (PLAIN, BINH_PHUOC), (TCVN3, CAN_THO), (PLAIN, CAN_THO)],
    ids=[
        "991/QĐ-UBND",
        "991/QĐ-UBND, Times",
        "256/2004/QĐ-UB",
        "256/2004/QĐ-UB, Times",
    ],
)
def test_heads_of_acts(font, act):
    raw = page_of(*([(font, typed)] for typed, _ in act))
    assert read(raw) == [text for _, text in act]


@pytest.mark.parametrize("apart", [0, 20], ids=["beside", "further on"])
@pytest.mark.parametrize("old", [CAN_THO[1][0], BINH_PHUOC[3][0]], ids=["TCVN3", "VNI"])
@pytest.mark.parametrize(
    "line",
    ["Công ty Müller, São Paulo, Señor Núñez", "Giám sát thi công tám năm", "A − B",
     "naïve café à la carte", "5 µm ± 2, © 2019 ®", "El Niño, ESPAÑA"],
)  # fmt: skip
def test_lines_of_other_languages_stay_beside_old_ones(line, old, apart):
    """Invented: what reaching over a whole file must not touch."""
    lines = [old, *["Điều khoản thi hành."] * apart, line]
    assert Cleaner().clean_all(lines)[-1] == line
