"""Runs the content stream of a page and notes what it shows, and where."""

from __future__ import annotations

import unicodedata
from math import isfinite

from pypdf import PageObject
from pypdf.generic import ContentStream, DictionaryObject, StreamObject

from documents.extraction.pdf.fonts import NO_FACE, Fonts
from documents.extraction.pdf.matrix import (
    IDENTITY,
    Matrix,
    height_scale,
    point,
    quarter_turns,
    times,
    upright,
)
from documents.extraction.pdf.model import PageContent, TextSpan
from documents.extraction.pdf.paths import Paths
from documents.extraction.pdf.rotation import DrawnText, turn_upright
from documents.extraction.pdf.stamps import appearances, in_gaps, is_stamp
from documents.extraction.pdf.text_state import (
    MOST_STATES,
    STATE_OPERATORS,
    State,
    StreamState,
)

_MAX_FORM_DEPTH = 8
_MAX_FORMS = 1_000
_MAX_PIECES = 50_000
# Beyond the edge by more than this a reader sees nothing of it.
_BLEED = 5.0
_INVISIBLE = 3


class TooMuch(Exception):
    """More on one page than any document has."""


class ContentReader:
    """Reads one page; `pieces` are kept with the direction they run in."""

    def __init__(self, page: PageObject, fonts: Fonts):
        self._pdf = page.pdf
        self._fonts = fonts
        box = page.cropbox
        corners = (
            float(box.left), float(box.bottom), float(box.right), float(box.top)
        )  # fmt: skip
        rotation = int(page.get("/Rotate", 0) or 0)
        width, height = corners[2] - corners[0], corners[3] - corners[1]
        if rotation % 180:
            width, height = height, width
        self.content = PageContent(width, height)
        self._paths = Paths(self.content)
        self._text = StreamState(upright(rotation, corners))
        self._marked: list[bool] = []
        self._pieces: list[DrawnText] = []
        self._forms = 0
        self._open_forms: set[int] = set()
        self._resources = DictionaryObject()

    def read(self, page: PageObject) -> PageContent:
        """What the page shows, turned so that most of its text runs to the right."""
        contents = page.get("/Contents")
        if contents is None:
            return self.content
        base = self._text.state.ctm
        self._run(ContentStream(contents, self._pdf, "bytes"), page)
        stamped = self._stamps(page, base)
        turn_upright(self.content, self._pieces)
        self.content.pieces = in_gaps(self.content.pieces, stamped)
        return self.content

    def _stamps(self, page: PageObject, base: Matrix) -> list[TextSpan]:
        """What annotations add to the page: numbers and days, nothing else."""
        stamped: list[TextSpan] = []
        pictures = self.content.picture_share
        for form, placed in appearances(page):
            before = len(self._pieces)
            self._text.state = State(times(placed, base))
            self._form(form)
            words = [one.piece for one in self._pieces[before:]]
            if is_stamp(" ".join(piece.text for piece in words)):
                stamped += words
            else:
                del self._pieces[before:]
        self.content.picture_share = pictures
        return stamped

    def _run(self, stream: ContentStream, owner: DictionaryObject) -> None:
        resources = owner.get("/Resources")
        resources = resources.get_object() if resources is not None else None
        outer = self._resources, self._text.faces
        if isinstance(resources, DictionaryObject):
            self._resources = resources
            self._text.faces = self._fonts.of(resources)
        for operands, operator in stream.operations:
            act = _OPERATORS.get(operator)
            sets = STATE_OPERATORS.get(operator)
            try:
                if sets:
                    sets(self._text, *operands)
                elif act:
                    act(self, *operands)
                else:
                    self._paths.step(operator, operands, self._text.state.ctm)
            # Operands of the wrong number or kind: the operator does nothing.
            except (
                TypeError,
                ValueError,
                LookupError,
                AttributeError,
                ArithmeticError,
            ):
                continue
        self._resources, self._text.faces = outer

    # -- showing

    def _show(self, raw: bytes) -> None:
        state = self._text.state
        raw = raw if isinstance(raw, bytes) else raw.original_bytes
        face = state.face or NO_FACE
        text, thousandths, characters, spaces = face.decode(raw)
        width = (
            thousandths / 1000 * state.size
            + characters * state.char_space
            + spaces * state.word_space
        ) * state.scale
        whole = times(self._text.tm, state.ctm)
        self._keep(text, whole, width)
        self._text.tm = times((1.0, 0.0, 0.0, 1.0, width, 0.0), self._text.tm)

    def _show_array(self, items: list) -> None:
        state = self._text.state
        for item in items:
            if isinstance(item, (int, float)):
                shift = -float(item) / 1000 * state.size * state.scale
                self._text.tm = times((1.0, 0.0, 0.0, 1.0, shift, 0.0), self._text.tm)
            else:
                self._show(item)

    def _show_next(self, raw: bytes) -> None:
        self._text.next_line()
        self._show(raw)

    def _show_spaced(self, word: float, char: float, raw: bytes) -> None:
        self._text.word_space(word)
        self._text.char_space(char)
        self._show_next(raw)

    def _keep(self, text: str, whole: Matrix, width: float) -> None:
        state = self._text.state
        x0, y0 = point(whole, 0, state.rise)
        x1, y1 = point(whole, width, state.rise)
        size = abs(state.size) * height_scale(whole)
        page = self.content
        seen = -_BLEED <= x0 <= page.width + _BLEED
        seen = seen and -_BLEED <= y0 <= page.height + _BLEED
        if not (text and seen and size > 0 and all(map(isfinite, (x1, y1, size)))):
            return
        if self._pieces and all(map(unicodedata.combining, text)):
            # An accent drawn on its own belongs to the letter before it.
            self._pieces[-1].piece.text += text
            return
        if len(self._pieces) >= _MAX_PIECES:
            raise TooMuch
        if state.mode == _INVISIBLE:
            self.content.unseen += len(text)
        turns = quarter_turns(whole[0] * state.scale, whole[1] * state.scale)
        legacy = state.face.legacy if state.face else None
        piece = TextSpan(text, x0, x1, y0, size, any(self._marked), legacy)
        self._pieces.append(DrawnText(turns, piece, (x0, y0), (x1, y1)))

    # -- marked content, forms and pictures

    def _mark(self, tag: str, *_: object) -> None:
        if len(self._marked) < MOST_STATES:
            self._marked.append(tag == "/Artifact")

    def _unmark(self) -> None:
        if self._marked:
            self._marked.pop()

    def _do(self, name: str) -> None:
        thing = self._resources["/XObject"].get_object()[name].get_object()
        if thing.get("/Subtype") == "/Image":
            a, b, c, d, *_ = self._text.state.ctm
            area = abs(a * d - b * c) / max(self.content.width * self.content.height, 1)
            self.content.picture_share += min(area, 1.0)
        elif thing.get("/Subtype") == "/Form" and isinstance(thing, StreamObject):
            self._form(thing)

    def _form(self, form: StreamObject) -> None:
        self._forms += 1
        deep = len(self._open_forms) >= _MAX_FORM_DEPTH
        if deep or self._forms > _MAX_FORMS or id(form) in self._open_forms:
            return
        saved, marked = self._text.enter(), self._marked
        self._open_forms.add(id(form))
        self._marked = [any(self._marked)]
        a, b, c, d, e, f = map(float, form.get("/Matrix", IDENTITY))
        self._text.state.ctm = times((a, b, c, d, e, f), self._text.state.ctm)
        self._run(ContentStream(form, self._pdf, "bytes"), form)
        self._open_forms.discard(id(form))
        self._text.leave(saved)
        self._marked = marked


_OPERATORS = {
    b"Tj": ContentReader._show,
    b"TJ": ContentReader._show_array,
    b"'": ContentReader._show_next,
    b'"': ContentReader._show_spaced,
    b"BMC": ContentReader._mark,
    b"BDC": ContentReader._mark,
    b"EMC": ContentReader._unmark,
    b"Do": ContentReader._do,
}
