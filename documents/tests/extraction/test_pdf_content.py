"""How a PDF draws its text must not matter: content streams written by hand."""

import io

import pikepdf
import pytest

from documents.extraction import Remark, extract
from documents.tests.extraction_files import handmade_pdf, latin_pdf, said, stream


def test_a_landscape_page_reads_upright():
    raw = latin_pdf(b"0 1 -1 0 400 0 cm " + said((72, 300, "Turned by its content")))
    assert extract(raw, filename="a.pdf").text == "Turned by its content\n"
    page = latin_pdf(
        b"0 1 -1 0 595 0 cm " + said((72, 500, "Turned by the page")),
        page=b"/Rotate 90",
    )
    assert extract(page, filename="a.pdf").text == "Turned by the page\n"


def test_text_set_sideways_is_left_out_and_said_so():
    upright = said((72, 700, "Text that runs to the right"))
    raw = latin_pdf(upright + b"q 0 1 -1 0 40 0 cm " + said((72, 20, "Stamp")) + b"Q")
    read = extract(raw, filename="a.pdf")
    assert read.text == "Text that runs to the right\n"
    assert read.remarks == (Remark("turned_text_left_out", {"pages": 1}),)


def test_words_set_letter_by_letter_and_twice_for_bold_are_whole():
    letters = "".join(
        f"BT /F 12 Tf 1 0 0 1 {72 + 7.2 * n + shift} 700 Tm ({letter}) Tj ET\n"
        for n, letter in enumerate("mono")
        for shift in (0, 0.3)
    )
    raw = latin_pdf(letters.encode() + said((110, 700, "next")))
    assert extract(raw, filename="a.pdf").text == "mono next\n"


def test_accents_drawn_apart_join_their_letters():
    cmap = (
        b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange "
        b"<00> <ff> endcodespacerange 3 beginbfchar <41> <0061> <42> <0302> "
        b"<43> <0301> endbfchar endcmap end"
    )
    shown = b"BT /F 12 Tf 72 700 Td (A) Tj -6 0 Td (B) Tj 0 0 Td (C) Tj ET"
    raw = handmade_pdf(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R "
            b"/Resources << /Font << /F 4 0 R >> >> >>",
            4: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica "
            b"/ToUnicode 6 0 R >>",
            5: stream(shown),
            6: stream(cmap),
        }
    )
    assert extract(raw, filename="a.pdf").text == "ấ\n"


def test_divided_words_and_numbers_are_made_whole():
    raw = latin_pdf(
        said(
            (72, 700, "This line is quite long and ends in an inter-"),
            (72, 685, "national word, then a number split as 36/2018/"),
            (72, 670, "ABC-XYZ and a compound of science-"),
            (72, 655, "Art here."),
        )
    )
    assert extract(raw, filename="a.pdf").text == (
        "This line is quite long and ends in an international word, then a number "
        "split as 36/2018/ABC-XYZ and a compound of science-Art here.\n"
    )


def test_a_scan_is_accepted_and_flagged():
    picture = stream(
        b"\x80" * 100,
        b"/Type /XObject /Subtype /Image /Width 10 /Height 10 /BitsPerComponent 8 "
        b"/ColorSpace /DeviceGray",
    )
    stamp = said((72, 60, "Signed by the office"), (300, 20, "1"))
    raw = handmade_pdf(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R "
            b"/Resources << /Font << /F 4 0 R >> /XObject << /I 6 0 R >> >> >>",
            4: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            5: stream(b"q 595 0 0 842 0 0 cm /I Do Q " + stamp),
            6: picture,
        }
    )
    read = extract(raw, filename="ban-quet.pdf")
    assert (read.text, read.has_text_layer, read.pages) == ("", False, 1)
    assert read.remarks == (Remark("no_text_layer"),)


def test_old_fonts_are_decoded_and_said_so():
    line = "Quy\xd5t \xae\xdenh v\xd2 vi\xd6c ban h\xb5nh quy \xae\xdenh"
    raw = latin_pdf(said((72, 700, line)))
    read = extract(raw, filename="a.pdf")
    assert read.text == "Quyết định về việc ban hành quy định\n"
    assert read.remarks == (Remark("legacy_encoding", {"count": 1}),)


def test_a_font_without_meaning_is_reported():
    shown = b"BT /G 12 Tf 72 700 Td (abcdef) Tj ET " + said((72, 680, "Hello there"))
    read = extract(latin_pdf(shown), filename="a.pdf")
    assert read.text == "\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\nHello there\n"
    assert read.remarks == (Remark("unreadable_characters", {"count": 6}),)


def test_text_recognised_from_a_scan_is_said_to_be():
    raw = latin_pdf(b"3 Tr " + said((72, 700, "Recognised words on a page")))
    read = extract(raw, filename="a.pdf")
    assert read.text == "Recognised words on a page\n"
    assert read.remarks == (Remark("recognised_text", {"pages": 1}),)


@pytest.mark.parametrize("revision", [2, 3, 4, 6])
def test_a_file_that_only_forbids_printing_is_read(revision):
    made = io.BytesIO()
    new = revision >= 4
    with pikepdf.open(io.BytesIO(latin_pdf(said((72, 700, "Hello there"))))) as pdf:
        lock = pikepdf.Encryption(
            owner="secret", user="", R=revision, aes=new, metadata=new
        )
        pdf.save(made, encryption=lock)
    read = extract(made.getvalue(), filename="a.pdf")
    assert read.text == "Hello there\n"
    assert read.remarks == (Remark("restricted"),)
