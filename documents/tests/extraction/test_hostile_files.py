"""Files made to hurt, and files that are not what they say: a named error each."""

import io
import sys
import zipfile
import zlib

import pikepdf
import pytest

from documents.extraction import (
    Damaged,
    EmptyFile,
    Encrypted,
    Limits,
    MacroDocument,
    NotADocument,
    OldWord,
    OutOfMemory,
    Remark,
    TimedOut,
    TooComplex,
    TooLarge,
    TooManyPages,
    WrongType,
    extract,
)
from documents.tests.extraction_files import (
    handmade_pdf,
    latin_pdf,
    old_office,
    paragraph,
    said,
    stream,
    word,
    zipped,
)

HELLO = said((72, 700, "Hello there"))
PAGES = {1: b"<< /Type /Catalog /Pages 2 0 R >>"}
DOCM = "application/vnd.ms-word.document.macroEnabled.main+xml"
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><x>&b;</x>'


def refused(error: type, raw: bytes, filename: str = "a.pdf", **limits) -> dict:
    """The params of the error the file is refused with."""
    with pytest.raises(error) as caught:
        extract(raw, filename=filename, limits=Limits(**limits))
    assert type(caught.value) is error
    assert caught.value.size == (len(raw) if error is not TooLarge else 0)
    return caught.value.params


def doubling_tree() -> bytes:
    """Thirty levels of two: a billion pages in three kilobytes."""
    objects = PAGES | {
        n: b"<< /Type /Pages /Kids [%d 0 R %d 0 R] /Count 2 >>" % (n + 1, n + 1)
        for n in range(2, 32)
    }
    return handmade_pdf(objects | {32: b"<< /Type /Page /MediaBox [0 0 9 9] >>"})


def one_page(*, contents: bytes) -> bytes:
    return handmade_pdf(
        PAGES
        | {
            2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>",
            4: contents,
        }
    )


def twice_packed(size: int) -> bytes:
    packed = zlib.compress(zlib.compress(b"\0" * size, 9), 9)
    entries = b"/Filter [/FlateDecode /FlateDecode] /Length %d" % len(packed)
    return b"<< %s >>\nstream\n%s\nendstream" % (entries, packed)


def test_too_many_pages_are_counted_and_refused():
    raw = latin_pdf(*[HELLO] * 2_000)
    assert refused(TooManyPages, raw) == {"pages": 2_000, "limit": 1_000}
    with pytest.raises(TooManyPages) as caught:
        extract(raw, filename="a.pdf")
    assert (caught.value.pages, caught.value.size) == (2_000, len(raw))
    assert len(caught.value.sha256) == 64


@pytest.mark.parametrize("revision", [3, 6])
def test_a_password_is_named(revision):
    made = io.BytesIO()
    new = revision >= 4
    with pikepdf.open(io.BytesIO(latin_pdf(HELLO))) as pdf:
        lock = pikepdf.Encryption(
            owner="o", user="u", R=revision, aes=new, metadata=new
        )
        pdf.save(made, encryption=lock)
    refused(Encrypted, made.getvalue())
    refused(Encrypted, old_office("EncryptedPackage"), "a.docx")


@pytest.mark.parametrize(
    ("raw", "kinds"),
    [
        (
            latin_pdf(
                HELLO,
                root=b"/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> "
                b"/Names << /EmbeddedFiles << /Names [] >> >>",
            ),
            ["embedded_file", "javascript"],
        ),
        (
            latin_pdf(
                HELLO,
                page=b"/AA << /O << /S /GoTo /Next << /S /Launch /F (cmd.exe) >> >> >> "
                b"/Annots [ << /Subtype /FileAttachment >> ]",
            ),
            ["embedded_file", "launch"],
        ),
        (latin_pdf(HELLO, root=b"/AcroForm << /XFA [] >>"), ["xfa_form"]),
    ],
    ids=["script", "launch", "form"],
)
def test_active_content_is_named_and_the_text_taken(raw, kinds):
    read = extract(raw, filename="a.pdf")
    assert read.text == "Hello there\n"
    assert read.remarks == (Remark("active_content", {"kinds": kinds}),)


def test_a_link_is_no_active_content():
    link = b"/Annots [ << /Subtype /Link /A << /S /URI /URI (http://a.example) >> >> ]"
    assert extract(latin_pdf(HELLO, page=link), filename="a.pdf").remarks == ()


@pytest.mark.parametrize(
    "make",
    [
        lambda: latin_pdf(b" " * 300_000_000),
        lambda: latin_pdf(b"q Q " * 15_000_000),
        lambda: one_page(contents=twice_packed(400_000_000)),
        doubling_tree,
    ],
    ids=["spaces", "operators", "twice packed", "pages"],
)
def test_a_decompression_bomb_is_refused(make):
    raw = make()
    assert len(raw) < 400_000
    refused(TooComplex, raw)


def test_a_page_tree_in_a_circle_is_damaged():
    circle = {2: b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>",
              3: b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"}  # fmt: skip
    refused(Damaged, handmade_pdf(PAGES | circle))


def test_a_form_that_shows_itself_ends():
    form = stream(
        HELLO + b" /X Do",
        b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font "
        b"<< /F 5 0 R >> /XObject << /X 4 0 R >> >>",
    )
    raw = handmade_pdf(
        PAGES
        | {
            2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 6 0 R "
            b"/Resources << /XObject << /X 4 0 R >> >> >>",
            4: form,
            5: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            6: stream(b"/X Do"),
        }
    )
    assert extract(raw, filename="a.pdf").text == "Hello there\n"


def test_one_damaged_page_does_not_cost_the_others():
    broken = zlib.compress(b" " * 300_000_000, 9)
    raw = handmade_pdf(
        PAGES
        | {
            2: b"<< /Type /Pages /Kids [3 0 R 6 0 R] /Count 2 >>",
            3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
            b"/Resources << /Font << /F 5 0 R >> >> >>",
            4: stream(HELLO),
            5: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            6: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 7 0 R >>",
            7: b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream"
            % (len(broken), broken),
        }
    )
    read = extract(raw, filename="a.pdf")
    assert read.text == "Hello there\n"
    assert read.remarks == (Remark("pages_not_read", {"count": 1, "pages": [2]}),)


@pytest.mark.parametrize(
    "raw",
    [
        latin_pdf(HELLO)[:300],
        b"%PDF-1.7\n" + b"\x00\xff" * 1_000,
        b"%PDF-1.4\n1 0 obj\n" + b"<< /A " * 100_000 + b"\ntrailer << /Root 1 0 R >>",
        latin_pdf(b"[" * 200_000),
    ],
    ids=["cut short", "noise", "deep dictionary", "deep array"],
)
def test_a_damaged_pdf_is_named(raw):
    refused(Damaged, raw)


def test_time_and_memory_are_bound():
    lines = [(72, 800 - 10 * n, "Words and more words on a line") for n in range(70)]
    long = latin_pdf(*[said(*lines)] * 800)
    assert refused(TimedOut, long, seconds=1) == {"seconds": 1}
    if sys.platform == "linux":
        wide = latin_pdf(b"q Q " * 400_000)
        bound = {"memory_bytes": 60 * 1024 * 1024}
        assert refused(OutOfMemory, wide, **bound) == {"limit": 60}


def test_a_large_or_empty_file_is_refused_unread():
    assert refused(TooLarge, b"%PDF-" + b"0" * 2_000_000, max_bytes=1_048_576) == {
        "limit": 1
    }
    refused(EmptyFile, b"")


@pytest.mark.parametrize(
    ("raw", "filename", "actual"),
    [
        (b"just words", "a.pdf", "text"),
        (b"\xef\xbb\xbf <!DOCTYPE html><html>", "a.docx", "html"),
        (b"\x89PNG\r\n\x1a\n" + b"0" * 99, "a.pdf", "image"),
        (b"{\\rtf1 words}", "a.docx", "rtf"),
        (b"\x00\x01\x02", "a.pdf", "unknown"),
        (zipped([("a.txt", "b")]), "a.docx", "zip"),
        (zipped([("content.xml", "b")]), "a.docx", "odf"),
        (
            zipped([("[Content_Types].xml", "spreadsheetml.sheet.main+xml")]),
            "a.docx",
            "xlsx",
        ),
        (old_office("Workbook"), "a.docx", "xls"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_another_kind_of_file_is_named(raw, filename, actual):
    assert refused(NotADocument, raw, filename) == {"actual": actual}


def test_a_name_that_lies_is_refused():
    raw = latin_pdf(HELLO)
    assert refused(WrongType, raw, "a.docx") == {"named": "docx", "actual": "pdf"}
    docx = word(paragraph("Xin chào"))
    assert refused(WrongType, docx, "a.pdf") == {"named": "pdf", "actual": "docx"}
    refused(OldWord, old_office("WordDocument"), "a.doc")
    refused(OldWord, old_office("WordDocument"), "a.docx")


@pytest.mark.parametrize(
    ("raw", "filename"),
    [
        (word(paragraph("Xin chào")), "a.docm"),
        (word(paragraph("x"), parts={"word/vbaProject.bin": b"x"}), "a.docx"),
        (word(paragraph("x"), kind=DOCM), "a.docx"),
    ],
    ids=["by name", "by part", "by type"],
)
def test_macros_are_refused(raw, filename):
    refused(MacroDocument, raw, filename)


@pytest.mark.parametrize(
    "make",
    [
        lambda: word(paragraph("x"), parts={"word/media/a.bin": b"\0" * 160_000_000}),
        lambda: word(paragraph("x"), parts={"word/media/a.bin": b"\0" * 5_000_000}),
        lambda: zipped((f"f{n}", "") for n in range(20_000)),
        lambda: word(paragraph("x"), parts={"styles": LAUGHS}),
        lambda: word("<w:sdt>" * 5_000 + "</w:sdt>" * 5_000),
        lambda: word("<w:p/>" * 1_600_000, compression=zipfile.ZIP_STORED),
    ],
    ids=["size", "ratio", "entries", "entities", "depth", "elements"],
)
def test_a_word_file_made_to_explode_is_refused(make):
    refused(TooComplex, make(), "a.docx")


def test_a_damaged_word_file_is_named():
    raw = word(paragraph("Xin chào " * 50))
    refused(Damaged, raw[:400] + b"\xff" * 60 + raw[460:], "a.docx")
    refused(Damaged, raw[:-30], "a.docx")
    refused(Damaged, word("<w:p>"), "a.docx")
