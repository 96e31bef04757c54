"""Reading one document number, however it was typed."""

import re

from documents.law.names import document_types, folded_types, is_issuer, written
from documents.law.symbols.grammar import NUMBER
from documents.law.symbols.model import Symbol, SymbolForm
from portal.vietnamese import fold, nfc

# Dashes, slashes and letters that look alike mean the same in a number.
LOOKALIKES = str.maketrans(
    dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uff0d\ufe63", "-")
    | dict.fromkeys("\u2044\u2215\uff0f", "/")
    | {"\u00d0": "Đ", "\u00f0": "đ", "\u0189": "Đ", "\u0256": "đ"}
)

_AROUND = re.compile(r"\s*([-/])\s*")
_LEADING = re.compile(r"(?:số|so)\s*:?\s*", re.IGNORECASE)
_WITH_TERM = re.compile(r"[^\W\d_]{2,}\d{1,2}")
_HEADING, _HEADING_LINES = 3_000, 30
_NUMBERED_LINE = re.compile(r"(?i).{0,60}?\b(?:số|so)\s*:\s*(?P<rest>\S.{0,60})")
# Issuers whose acts had a year and no type: 66/1992/HĐBT, 51/1998/CP.
_BEFORE_TYPES = ("HĐBT", "CP", "TTg")
_SPACED_TERM = re.compile(r"(?<=QH|NN)\s+(?=\d{1,2}\Z)", re.IGNORECASE)


def clean(text: str) -> str:
    """One kind of dash, slash, space and đ; no spaces inside a number."""
    plain = nfc(text, plain_spaces=True).translate(LOOKALIKES)
    return _AROUND.sub(r"\1", " ".join(plain.split()))


def parse_symbol(text: str) -> Symbol | None:
    """The number the text consists of, or None if it is none.

    Marks are never added: `06/2020/QD-UBND` stays a QD, whose `folded` form equals
    that of the QĐ. Older ways of writing have the form of today:
    `93/2006/TTLT/BTC-BKHCN` is `93/2006/TTLT-BTC-BKHCN`, `01/1999/QĐ.UB` is
    `01/1999/QĐ-UB`, `64-CP` is `64/CP`.
    """
    cleaned = clean(text).strip(" .,;:()")
    cleaned = _LEADING.sub("", cleaned, count=1) if cleaned[:1] in "sS" else cleaned
    found = NUMBER.fullmatch(_SPACED_TERM.sub("", cleaned))
    return symbol_from(found) if found else None


def find_symbol(text: str) -> Symbol | None:
    """The first number standing somewhere in a cleaned line."""
    for found in NUMBER.finditer(text):
        # In a line of words "12-ABC" and "12 A/B" are rather something else.
        if found["lone"] or found["spaced"]:
            continue
        symbol = symbol_from(found)
        if symbol and not symbol.is_lone:
            return symbol
    return None


def heading_symbol(text: str) -> Symbol | None:
    """The number an act's text is headed by: that of its line “Số: 36/2018/QĐ-UBND”.

    None where no such line stands among the first ones, as in a text without its
    heading.
    """
    for line in text[:_HEADING].splitlines()[:_HEADING_LINES]:
        found = _NUMBERED_LINE.match(line)
        if found and (symbol := find_symbol(clean(found["rest"]))):
            return symbol
    return None


def symbol_from(found: re.Match[str]) -> Symbol | None:
    """The symbol for a match with the groups of `grammar.NUMBER`."""
    number, suffix = int(found["number"]), found["suffix"].lower()
    if number == 0:
        return None
    if found["lone"] and is_type(found["lone"]):
        return None
    if found["kind"]:
        owner = "-".join(map(written, found["owner"].split("-")))
        kind = written(found["kind"])
        return Symbol(SymbolForm.PARTY, number, suffix, type=kind, issuer=owner)
    if found["year"]:
        return _dated(number, suffix, int(found["year"]), found["dated"])
    return _undated(
        number, suffix, found["undated"] or found["spaced"] or found["lone"]
    )


def is_type(code: str) -> bool:
    """Whether the code is a type, even with its marks missing."""
    return fold(code) in folded_types()


def _dated(number: int, suffix: str, year: int, codes: str) -> Symbol | None:
    first, *rest = _split(codes)
    if not rest and (_WITH_TERM.fullmatch(first) or first in _BEFORE_TYPES):
        return Symbol(SymbolForm.LAW, number, suffix, year, issuer=first)
    if not rest and not is_type(first):
        first, *rest = parted(first)
        if not rest:
            return None
    issuer = "-".join(rest)
    return Symbol(SymbolForm.NORMATIVE, number, suffix, year, first, issuer)


def _undated(number: int, suffix: str, codes: str) -> Symbol | None:
    first, *rest = _split(codes)
    issuer = "-".join(rest)
    if is_type(first):
        form = SymbolForm.ADMINISTRATIVE
        return Symbol(form, number, suffix, type=first, issuer=issuer)
    if not rest and len(first) < 2:
        return None
    return Symbol(SymbolForm.LETTER, number, suffix, issuer=first, unit=issuer)


def _split(codes: str) -> list[str]:
    """The codes, each in its case; `QĐ.UB` of older acts are two."""
    first, *rest = re.split("[-/]", codes)
    if "." in first and is_type(first.split(".")[0]):
        rest[:0] = first.split(".")[1:]
        first = first.split(".")[0]
    return list(map(written, (first, *rest)))


def parted(code: str) -> tuple[str, ...]:
    """Type and issuer where only their dash is missing: NĐCP; else the code alone."""
    for kind in document_types():
        if code.startswith(kind) and is_issuer(code.removeprefix(kind)):
            return kind, code.removeprefix(kind)
    return (code,)
