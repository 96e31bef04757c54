"""An act's own number, stamped into the printed page when it was signed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.extraction import extract
from documents.extraction.pdf.model import TextSpan
from documents.extraction.pdf.stamps import in_gaps, is_stamp
from documents.tests.extraction_files import handmade_pdf, said, stream

PAGE = said(
    (72, 760, "UY BAN NHAN DAN"),
    (72, 740, "So:            /2018/QD-UBND"),
    (72, 700, "QUYET DINH"),
)


def stamped(
    words: str, *, subtype: str = "/Widget", entries: str = "", box="30"
) -> str:
    """The text of a page with an annotation that shows words after "So:"."""
    form = f"BT /F 12 Tf 1 0 0 1 2 3 Tm ({words}) Tj ET".encode("cp1252")
    raw = handmade_pdf(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [5 0 R] /Count 1 >>",
            3: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica "
            b"/Encoding /WinAnsiEncoding >>",
            4: stream(PAGE),
            5: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
            b"/Resources << /Font << /F 3 0 R >> >> /Annots [6 0 R] >>",
            6: f"<< /Type /Annot /Subtype {subtype} /FT /Sig /Rect [96 737 126 752] "
            f"/AP << /N 7 0 R >> {entries} >>".encode(),
            7: stream(
                form,
                f"/Type /XObject /Subtype /Form /BBox [0 0 {box} 15] /Resources "
                "<< /Font << /F 3 0 R >> >>".encode(),
            ),
        }
    )
    return extract(raw, filename="a.pdf").text


@pytest.mark.parametrize("subtype", ["/Widget", "/FreeText", "/Stamp"])
def test_the_number_stands_in_the_gap_it_was_left(subtype):
    lines = stamped("36", subtype=subtype).splitlines()
    assert lines[1].replace(" ", "") == "So:36/2018/QD-UBND"


def test_what_a_signature_says_of_itself_is_no_text():
    words = "Ky boi: Nguoi ky minh hoa, thoi gian ky 01.01.2030 10:22:33 +07:00"
    assert "Ky boi" not in stamped(words)


@pytest.mark.parametrize(
    ("subtype", "entries"),
    [("/Widget", "/F 2"), ("/Widget", "/F 32"), ("/Link", ""), ("/Popup", "")],
    ids=["hidden", "not shown", "link", "popup"],
)
def test_what_nobody_sees_is_no_text(subtype, entries):
    assert "36" not in stamped("36", subtype=subtype, entries=entries)


@pytest.mark.parametrize("box", ["0", "x", "30 1"])
def test_a_damaged_annotation_costs_nothing_else(box):
    assert "QUYET DINH" in stamped("36", box=box)


@pytest.mark.parametrize(
    ("words", "kept"),
    [("36", True), ("Số: 36/2018/QĐ-UBND", True), ("19 tháng 4", True), ("", False),
     ("Đã ký", False), ("1" * 41, False), ("Ký bởi: A 01.01.2030", False),
     ("01.01.2030 10:22", False)],
    ids=["number", "symbol", "day", "empty", "words", "long", "signer", "time"],
)  # fmt: skip
def test_only_numbers_and_days_are_stamps(words, kept):
    assert is_stamp(words) is kept


@given(st.text(alphabet="ab ./", max_size=20), st.floats(0, 100), st.floats(0, 30))
def test_no_letter_is_lost_around_a_stamp(text, x, width):
    span = TextSpan(text, 10, 90, 700, 12)
    stamp = TextSpan("36", x, x + width, 700, 12)
    parts = in_gaps([span, stamp], [stamp])
    kept = "".join(one.text for one in parts if one is not stamp)
    assert kept.replace(" ", "").replace(".", "") == text.replace(" ", "").replace(
        ".", ""
    )
    assert stamp in parts
