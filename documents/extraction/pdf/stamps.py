"""Numbers and days stamped on a page by signature fields, text boxes and stamps.

Offices number an act when they sign it: "Số:      /QĐ-UBND" is printed, and "36" stands
in an annotation of its own. What a signature says of itself (who, when) is no text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
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
_ABOUT_SIGNING = re.compile(
    r"ký\s+(?:bởi|ngày|số)|ky\s+boi|signed|signature|@|\d{1,2}:\d{2}", re.IGNORECASE
)
_GAP = re.compile(r"[ \xa0.…]{2,}")
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
    """The spans, those with a gap where a stamp stands parted around it."""
    for stamp in stamps:
        for at, span in enumerate(spans):
            if span is not stamp and (parts := _parted(span, stamp)):
                spans = [*spans[:at], *parts, *spans[at + 1 :]]
                break
    return spans


def _parted(span: TextSpan, stamp: TextSpan) -> list[TextSpan]:
    """Empty where the stamp does not stand within the span, or the span has no gap."""
    same_line = abs(span.y - stamp.y) <= _SAME_LINE * max(span.size, stamp.size)
    if not same_line or not span.x0 < stamp.x0 < span.x1:
        return []
    share = (stamp.x0 - span.x0) / (span.x1 - span.x0) * len(span.text)
    gaps = list(_GAP.finditer(span.text))
    if not gaps:
        return []
    gap = min(gaps, key=lambda one: abs((one.start() + one.end()) / 2 - share))
    before, after = span.text[: gap.start()], span.text[gap.end() :]
    first = TextSpan(
        before, span.x0, stamp.x0, span.y, span.size, span.artifact, span.legacy
    )
    last = TextSpan(
        after, stamp.x1, span.x1, span.y, span.size, span.artifact, span.legacy
    )
    return [one for one in (first, last) if one.text.strip()]
