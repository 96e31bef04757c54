"""Numbers and days stamped on a page by signature fields, text boxes and stamps.

Offices number an act when they sign it: "Số:      /QĐ-UBND" is printed, and "36" stands
in an annotation of its own. What a signature says of itself (who, when) is no text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import takewhile
from typing import cast

from pypdf import PageObject
from pypdf.generic import ArrayObject, DictionaryObject, PdfObject, StreamObject

from documents.extraction.pdf.matrix import IDENTITY, Matrix, point
from documents.extraction.pdf.model import TextSpan

_KINDS = {"/Widget", "/FreeText", "/Stamp"}
_HIDDEN, _NO_VIEW = 2, 32
_MOST = 200
_LONGEST = 40
_DIGIT = re.compile(r"\d")
# Of the signature, and of the mark of who received it: "ĐẾN Số: 1234 Ngày: 20/6".
_ABOUT_SIGNING = re.compile(
    r"ký\s+(?:bởi|ngày|số)|(?:người|ngày|gian)\s+ký|ky\s+boi|signed|signature|@"
    r"|\d{1,2}:\d{2}|^\s*(?:công\s+văn\s+|văn\s+bản\s+)?đến\b",
    re.IGNORECASE,
)
_BLANK = " \xa0"
_FILLER = f"{_BLANK}.…"
_GAP = re.compile(rf"[{_FILLER}]{{2,}}|[{_BLANK}](?=/)")
_FEWEST_DOTS = 2
# In text sizes.
_SAME_LINE = 0.5
# What a damaged annotation raises: the page is read without it.
_DAMAGED = (TypeError, ValueError, LookupError, AttributeError, ArithmeticError)


def is_stamp(text: str) -> bool:
    """Whether an annotation's words are a number, a day or a symbol."""
    short = len(text.strip()) <= _LONGEST and _DIGIT.search(text)
    return bool(short) and not _ABOUT_SIGNING.search(text)


def appearances(page: PageObject) -> Iterator[tuple[StreamObject, Matrix]]:
    """What the page's annotations draw, each with the matrix that puts it in place."""
    annotations = page.get("/Annots")
    annotations = annotations.get_object() if annotations is not None else None
    if not isinstance(annotations, ArrayObject):
        return
    for reference in annotations[:_MOST]:
        try:
            annotation = reference.get_object()
            form = _appearance(annotation)
            if form is not None:
                yield form, _placed(form, [float(one) for one in annotation["/Rect"]])
        except _DAMAGED:
            continue


def _appearance(annotation: DictionaryObject) -> StreamObject | None:
    flags = int(annotation.get("/F", 0))
    if annotation.get("/Subtype") not in _KINDS or flags & (_HIDDEN | _NO_VIEW):
        return None
    normal = _inner(annotation["/AP"], "/N")
    if not isinstance(normal, StreamObject):
        normal = _inner(normal, str(annotation["/AS"]))
    return normal if isinstance(normal, StreamObject) else None


def _inner(reference: PdfObject | None, name: str) -> PdfObject | None:
    held = reference.get_object() if reference is not None else None
    return cast("DictionaryObject", held)[name].get_object()


def _placed(form: StreamObject, rect: list[float]) -> Matrix:
    """From the form's own box, turned by its matrix, to the annotation's rectangle."""
    x0, y0, x1, y1 = (float(one) for one in cast("ArrayObject", form["/BBox"]))
    a, b, c, d, e, f = (float(one) for one in form.get("/Matrix", IDENTITY))
    corners = [
        point((a, b, c, d, e, f), x, y) for x in (x0, x1) for y in (y0, y1)
    ]  # fmt: skip
    left, low = min(x for x, _ in corners), min(y for _, y in corners)
    width = max(x for x, _ in corners) - left
    height = max(y for _, y in corners) - low
    to_left, to_low = min(rect[0], rect[2]), min(rect[1], rect[3])
    across = abs(rect[2] - rect[0]) / width
    up = abs(rect[3] - rect[1]) / height
    return across, 0.0, 0.0, up, to_left - left * across, to_low - low * up


def in_gaps(spans: list[TextSpan], stamps: Iterable[TextSpan]) -> list[TextSpan]:
    """The spans, those with a gap where a stamp stands parted around it.

    The blanks and dots of the gap go; between words one space stays.
    """
    for stamp in stamps:
        for at, span in enumerate(spans):
            if span is not stamp and (parts := _parted(span, stamp)):
                spans = [*spans[:at], *parts, *spans[at + 1 :]]
                break
        else:
            spans = _closed(spans, stamp)
    return spans


def _parted(span: TextSpan, stamp: TextSpan) -> list[TextSpan]:
    """Empty where the stamp does not stand within the span, or the span has no gap."""
    if not _same_line(span, stamp) or not span.x0 < stamp.x0 < span.x1:
        return []
    share = (stamp.x0 - span.x0) / (span.x1 - span.x0) * len(span.text)
    gaps = list(_GAP.finditer(span.text))
    if not gaps:
        return []
    gap = min(gaps, key=lambda one: abs((one.start() + one.end()) / 2 - share))
    after = span.text[gap.end() :]
    first = replace(span, text=f"{span.text[: gap.start()]} ", x1=stamp.x0)
    last = replace(span, text=f"{_space_before(after)}{after}", x0=stamp.x1)
    return [one for one in (first, last) if one.text.strip()]


def _closed(spans: list[TextSpan], stamp: TextSpan) -> list[TextSpan]:
    """The same where words and blanks of the line are spans of their own."""
    row = [one for one in spans if one is not stamp and _same_line(one, stamp)]
    middle = _middle(stamp)
    before = sorted((o for o in row if _middle(o) <= middle), key=lambda o: -o.x1)
    after = sorted((o for o in row if _middle(o) > middle), key=lambda o: o.x0)
    blanks = [_filler(before), _filler(after)]
    if not any(blanks):
        return spans
    left, right = before[len(blanks[0]) :][:1], after[len(blanks[1]) :][:1]
    if left:
        stamp.text, stamp.x0 = f" {stamp.text}", left[0].x1
    if right:
        stamp.text += _space_before(right[0].text)
        stamp.x1 = right[0].x0
    gone = {id(one) for side in blanks for one in side}
    return [one for one in spans if id(one) not in gone]


def _filler(row: list[TextSpan]) -> list[TextSpan]:
    """The blanks at the start of a row, and its dots unless one ends a word."""
    found = list(takewhile(lambda one: not one.text.strip(_FILLER), row))
    text = "".join(one.text for one in found)
    if text.count(".") + _FEWEST_DOTS * text.count("…") >= _FEWEST_DOTS:
        return found
    return list(takewhile(lambda one: not one.text.strip(_BLANK), row))


def _space_before(text: str) -> str:
    """None in a number: "36/2018/QĐ-UBND"."""
    return "" if text.startswith("/") else " "


def _same_line(span: TextSpan, stamp: TextSpan) -> bool:
    return abs(span.y - stamp.y) <= _SAME_LINE * max(span.size, stamp.size)


def _middle(span: TextSpan) -> float:
    return (span.x0 + span.x1) / 2
