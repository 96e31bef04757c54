"""Bytes to text: encodings of today and of twenty years ago."""

import unicodedata

import pytest

from home.importer.errors import ImportRefused
from home.importer.read.decode import MAX_PAGE_BYTES, decode_page

TEXT = (
    "Sở Minh Họa tổ chức hội nghị tập huấn về sáng kiến tại ba xã.\n"
    "Tham dự có hơn 40 đại biểu, được phổ biến những quy định mới.\n"
)
TCVN3 = (
    "Së Minh Häa tæ chøc héi nghÞ tËp huÊn vÒ s¸ng kiÕn t¹i ba x·.\n"
    "Tham dù cã h¬n 40 ®¹i biÓu, ®\u00adîc phæ biÕn nh÷ng quy ®Þnh míi.\n"
)
VNI = (
    "Sôû Minh Hoïa toå chöùc hoäi nghò taäp huaán veà saùng kieán taïi ba xaõ.\n"
    "Tham döï coù hôn 40 ñaïi bieåu, ñöôïc phoå bieán nhöõng quy ñònh môùi.\n"
)


def cp1258(text: str) -> bytes:
    """Windows-1258 writes the tone as a byte of its own behind the letter."""
    written = b""
    for char in text:
        try:
            written += char.encode("cp1258")
        except UnicodeEncodeError:
            marks = unicodedata.normalize("NFD", char)
            tone = next(
                mark for mark in marks if mark in "\u0300\u0301\u0303\u0309\u0323"
            )
            letter = unicodedata.normalize("NFC", marks.replace(tone, ""))
            written += letter.encode("cp1258") + tone.encode("cp1258")
    return written


def read(raw: bytes) -> str:
    decoded = decode_page(raw)
    return "\n".join(map(decoded.convert, decoded.text.split("\n")))


@pytest.mark.parametrize(
    "raw",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        ("<html><body>" + TEXT).encode("utf-16-le"),
        ("<html><body>" + TEXT).encode("utf-16-be"),
        TEXT.encode("utf-32"),
    ],
    ids=["utf-8", "bom", "utf-16", "utf-16-le", "utf-16-be", "utf-32"],
)
def test_unicode_is_read_without_a_remark(raw):
    assert read(raw).endswith(TEXT)
    assert decode_page(raw).findings == []


@pytest.mark.parametrize(
    ("raw", "encoding"),
    [
        (cp1258(TEXT), "Windows-1258"),
        (TCVN3.encode(), "TCVN3 (ABC)"),
        (TCVN3.encode("latin-1"), "TCVN3 (ABC)"),
        (VNI.encode(), "VNI"),
        (VNI.encode("latin-1"), "VNI"),
        (TEXT.encode().decode("latin-1").encode(), "Latin-1"),
    ],
    ids=["1258", "tcvn3", "tcvn3 bytes", "vni", "vni bytes", "mangled"],
)
def test_older_encodings_become_unicode_and_are_reported(raw, encoding):
    assert read(raw) == TEXT
    (finding,) = decode_page(raw).findings
    assert (finding.code, finding.data) == ("recoded", {"encoding": encoding})


def test_only_the_lines_in_a_legacy_code_are_converted():
    mixed = f"Cổng thông tin điện tử tỉnh Minh Họa\n{TCVN3}"
    assert read(mixed.encode()) == f"Cổng thông tin điện tử tỉnh Minh Họa\n{TEXT}"


def test_foreign_names_are_no_legacy_text():
    text = "Ông René Lévêque và bà Zoë Müller dự hội nghị về cà phê tại xã Minh Họa.\n"
    assert read(text.encode()) == text
    assert decode_page(text.encode()).findings == []


def test_a_file_cut_in_the_middle_of_a_letter_is_read_with_a_remark():
    raw = (TEXT * 20).encode() + "ề".encode()[:-1]
    (finding,) = decode_page(raw).findings
    assert (finding.code, finding.data) == ("broken_characters", {"count": 1})


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "empty"),
        (b" \r\n\t ", "empty"),
        (b"\0" * 500, "not_decodable"),
        (bytes(range(128, 256)) * 20, "not_decodable"),
        ("日本語のテキストです".encode("shift-jis") * 5, "not_decodable"),
        (b"\xff\xfe" + b"\x00\xd8" * 300, "not_decodable"),
        (b"%PDF-1.7 ...", "not_text"),
        (b"\x89PNG\r\n\x1a\n....", "not_text"),
        (b"{\\rtf1\\ansi}", "not_text"),
        (b"a" * (MAX_PAGE_BYTES + 1), "too_large"),
    ],
)
def test_what_is_no_text_is_refused_with_its_reason(raw, code):
    with pytest.raises(ImportRefused) as refusal:
        decode_page(raw)
    assert refusal.value.code == code
