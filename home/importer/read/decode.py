"""Bytes of a saved page to text, or a reason why they are none."""

from __future__ import annotations

import codecs
import html
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from home.importer.article import Finding
from home.importer.errors import ImportRefused
from portal.vietnamese import (
    LegacyEncoding,
    decode_tcvn3,
    decode_vni,
    detect_legacy,
    is_syllable,
    nfc,
)

MAX_PAGE_BYTES = 8 * 1024 * 1024

# What a file really is, by its first bytes.
SIGNATURES = {
    b"PK\x03\x04": "ZIP",
    b"PK\x05\x06": "ZIP",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "Office 97–2003",
    b"%PDF": "PDF",
    b"{\\rtf": "RTF",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"Rar!": "RAR",
    b"7z\xbc\xaf": "7z",
    b"\x1f\x8b": "GZIP",
    b"MZ": "EXE",
    b"\x7fELF": "ELF",
}
BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
DECODERS: dict[LegacyEncoding, Callable[[str], str]] = {
    LegacyEncoding.TCVN3: decode_tcvn3,
    LegacyEncoding.VNI: decode_vni,
}
# How much of a text may be unreadable before the whole is.
TOLERATED_LOSS = 0.002
REPLACEMENT = "\ufffd"


@dataclass
class Decoded:
    """The text, and what the editor should know of how it was read.

    `convert` turns a stretch of it from a legacy font's codes into Unicode: HTML
    is parsed before it, since such codes may hide in entities.
    """

    text: str
    findings: list[Finding] = field(default_factory=list)
    convert: Callable[[str], str] = str


def real_type(raw: bytes) -> str:
    """The name of a known binary type, or an empty string."""
    return next((name for sign, name in SIGNATURES.items() if raw.startswith(sign)), "")


def decode_page(raw: bytes) -> Decoded:
    """The text of a saved page; raises ImportRefused with the reason when none."""
    if not raw.strip():
        raise ImportRefused("empty")
    if len(raw) > MAX_PAGE_BYTES:
        raise ImportRefused(
            "too_large", size=_megabytes(len(raw)), limit=_megabytes(MAX_PAGE_BYTES)
        )
    if kind := real_type(raw):
        raise ImportRefused("not_text", kind=kind)
    decoded = _decode(raw)
    if not decoded.text.strip():  # a byte order mark and nothing behind it
        raise ImportRefused("empty")
    if _control_share(decoded.text) > 0.05:
        raise ImportRefused("not_decodable")
    return _with_legacy(decoded)


def _decode(raw: bytes) -> Decoded:
    for mark, encoding in BOMS:
        if raw.startswith(mark):
            return _marked(raw[len(mark) :], encoding)
    if encoding := _unmarked_utf16(raw):
        return _marked(raw, encoding)
    try:
        return _unmangled(raw.decode())
    except UnicodeDecodeError:
        pass
    text = raw.decode(errors="replace")
    lost = text.count(REPLACEMENT)
    if 0 < lost <= max(1, TOLERATED_LOSS * len(text)) and not text.isascii():
        kept = [char for char in text if char != REPLACEMENT and not char.isascii()]
        if len(kept) > 4 * lost:
            return Decoded(text, [Finding("broken_characters", data={"count": lost})])
    return _single_byte(raw)


def _marked(raw: bytes, encoding: str) -> Decoded:
    text = raw.decode(encoding, errors="replace")
    lost = text.count(REPLACEMENT)
    if lost > max(2, TOLERATED_LOSS * len(text)):
        raise ImportRefused("not_decodable")
    findings = [Finding("broken_characters", data={"count": lost})] if lost else []
    return Decoded(text, findings)


def _unmarked_utf16(raw: bytes) -> str:
    """UTF-16 without its mark shows as a zero in every second byte of the markup."""
    sample = raw[:4000]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) < len(sample) / 8:
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _single_byte(raw: bytes) -> Decoded:
    """Windows-1258, or a legacy font's codes over Latin-1: whichever is Vietnamese."""
    latin = raw.decode("cp1252", errors="replace").replace(REPLACEMENT, "\u00ad")
    text = nfc(raw.decode("cp1258", errors="replace"), drop_zero_width=False)
    encoding = _legacy_of(latin)
    legacy = DECODERS[encoding](latin) if encoding else ""
    if max(_vietnamese_share(text), _vietnamese_share(legacy)) < 0.8:
        raise ImportRefused("not_decodable")
    if _vietnamese_share(legacy) >= _vietnamese_share(text):
        return Decoded(latin)
    return Decoded(text, [Finding("recoded", data={"encoding": "Windows-1258"})])


def _unmangled(text: str) -> Decoded:
    """UTF-8 that was once read as Latin-1 and saved as UTF-8 again, put right."""
    if "Ã" in text or "á»" in text:
        try:
            raw = b"".join(_byte_of(char) for char in text)
            fixed = raw.decode()
        except (UnicodeEncodeError, UnicodeDecodeError):
            return Decoded(text)
        if _vietnamese_share(fixed) >= 0.8:
            return Decoded(fixed, [Finding("recoded", data={"encoding": "Latin-1"})])
    return Decoded(text)


def _byte_of(char: str) -> bytes:
    try:
        return char.encode("cp1252")
    except UnicodeEncodeError:
        return char.encode("latin-1")


def _vietnamese_share(text: str) -> float:
    """How many of the words with marks are spelt as Vietnamese syllables are."""
    words = [word for word in text.split() if not word.isascii() and word.isalpha()]
    words = words[:2000]
    return sum(map(is_syllable, words)) / len(words) if len(words) >= 3 else 0.0


def _with_legacy(decoded: Decoded) -> Decoded:
    """Add the converter for TCVN3 or VNI when the page, or a part of it, needs one."""
    encoding = _legacy_of(html.unescape(decoded.text))
    if encoding is None:
        return decoded
    decode = DECODERS[encoding]

    def convert(text: str) -> str:
        return decode(text) if detect_legacy(text) is encoding else text

    name = {LegacyEncoding.TCVN3: "TCVN3 (ABC)", LegacyEncoding.VNI: "VNI"}[encoding]
    finding = Finding("recoded", data={"encoding": name})
    return Decoded(decoded.text, [*decoded.findings, finding], convert)


def _legacy_of(text: str) -> LegacyEncoding | None:
    """The legacy code of the lines that are in one, if enough words are."""
    found: Counter[LegacyEncoding] = Counter()
    for line in text.splitlines():
        if encoding := detect_legacy(line):
            found[encoding] += len(line.split())
    if not found or found.total() < 8:
        return None
    return found.most_common(1)[0][0]


def _control_share(text: str) -> float:
    sample = text[:200_000]
    controls = sum(char < " " and char not in "\t\n\r\f\v\x1a" for char in sample)
    return controls / len(sample)


def _megabytes(size: int) -> int:
    return max(1, round(size / 1024 / 1024))
