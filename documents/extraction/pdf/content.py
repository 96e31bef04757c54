"""Runs the content stream of a page and notes what it shows, and where."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from math import isfinite

from pypdf import PageObject
from pypdf.generic import ContentStream, DictionaryObject, StreamObject

from documents.extraction.pdf.fonts import NO_FACE, Face, Fonts
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

_MAX_FORM_DEPTH = 8
_MAX_FORMS = 1_000
_MAX_PIECES = 50_000
_MAX_STATES = 1_000
# Beyond the edge by more than this a reader sees nothing of it.
_BLEED = 5.0
_INVISIBLE = 3


class TooMuch(Exception):
    """More on one page than any document has."""


@dataclass(slots=True)
class _State:
    """What q saves and Q brings back."""

    ctm: Matrix
    face: Face | None = None
    size: float = 0.0
    char_space: float = 0.0
    word_space: float = 0.0
    scale: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    mode: int = 0


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
        self._state = _State(upright(rotation, corners))
        self._stack: list[_State] = []
        self._tm = self._line = IDENTITY
        self._marked: list[bool] = []
        self._pieces: list[DrawnText] = []
        self._forms = 0
        self._open_forms: set[int] = set()
        self._faces: dict[str, Face] = {}
        self._resources = DictionaryObject()

    def read(self, page: PageObject) -> PageContent:
        """What the page shows, turned so that most of its text runs to the right."""
        contents = page.get("/Contents")
        if contents is None:
            return self.content
        base = self._state.ctm
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
            self._state = _State(times(placed, base))
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
        outer = self._resources, self._faces
        if isinstance(resources, DictionaryObject):
            self._resources = resources
            self._faces = self._fonts.of(resources)
        for operands, operator in stream.operations:
            act = _OPERATORS.get(operator)
            try:
                if act:
                    act(self, *operands)
                else:
                    self._paths.step(operator, operands, self._state.ctm)
            # Operands of the wrong number or kind: the operator does nothing.
            except (
                TypeError,
                ValueError,
                LookupError,
                AttributeError,
                ArithmeticError,
            ):
                continue
        self._resources, self._faces = outer

    # -- state

    def _save(self) -> None:
        if len(self._stack) < _MAX_STATES:
            self._stack.append(replace(self._state))

    def _restore(self) -> None:
        if self._stack:
            self._state = self._stack.pop()

    def _concatenate(self, *numbers: float) -> None:
        a, b, c, d, e, f = map(float, numbers)
        self._state.ctm = times((a, b, c, d, e, f), self._state.ctm)

    def _begin_text(self) -> None:
        self._tm = self._line = IDENTITY

    def _font(self, name: str, size: float) -> None:
        self._state.face = self._faces.get(name) or NO_FACE
        self._state.size = float(size)

    def _char_space(self, value: float) -> None:
        self._state.char_space = float(value)

    def _word_space(self, value: float) -> None:
        self._state.word_space = float(value)

    def _scale(self, value: float) -> None:
        self._state.scale = float(value) / 100

    def _leading(self, value: float) -> None:
        self._state.leading = float(value)

    def _rise(self, value: float) -> None:
        self._state.rise = float(value)

    def _mode(self, value: int) -> None:
        self._state.mode = int(value)

    def _move(self, x: float, y: float) -> None:
        self._line = times((1.0, 0.0, 0.0, 1.0, float(x), float(y)), self._line)
        self._tm = self._line

    def _move_leading(self, x: float, y: float) -> None:
        self._state.leading = -float(y)
        self._move(x, y)

    def _matrix(self, *numbers: float) -> None:
        a, b, c, d, e, f = map(float, numbers)
        self._tm = self._line = (a, b, c, d, e, f)

    def _next_line(self) -> None:
        self._move(0, -self._state.leading)

    # -- showing

    def _show(self, raw: bytes) -> None:
        state = self._state
        raw = raw if isinstance(raw, bytes) else raw.original_bytes
        face = state.face or NO_FACE
        text, thousandths, characters, spaces = face.decode(raw)
        width = (
            thousandths / 1000 * state.size
            + characters * state.char_space
            + spaces * state.word_space
        ) * state.scale
        whole = times(self._tm, state.ctm)
        self._keep(text, whole, width)
        self._tm = times((1.0, 0.0, 0.0, 1.0, width, 0.0), self._tm)

    def _show_array(self, items: list) -> None:
        state = self._state
        for item in items:
            if isinstance(item, (int, float)):
                shift = -float(item) / 1000 * state.size * state.scale
                self._tm = times((1.0, 0.0, 0.0, 1.0, shift, 0.0), self._tm)
            else:
                self._show(item)

    def _show_next(self, raw: bytes) -> None:
        self._next_line()
        self._show(raw)

    def _show_spaced(self, word: float, char: float, raw: bytes) -> None:
        self._word_space(word)
        self._char_space(char)
        self._show_next(raw)

    def _keep(self, text: str, whole: Matrix, width: float) -> None:
        state = self._state
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
        if len(self._marked) < _MAX_STATES:
            self._marked.append(tag == "/Artifact")

    def _unmark(self) -> None:
        if self._marked:
            self._marked.pop()

    def _do(self, name: str) -> None:
        thing = self._resources["/XObject"].get_object()[name].get_object()
        if thing.get("/Subtype") == "/Image":
            a, b, c, d, *_ = self._state.ctm
            area = abs(a * d - b * c) / max(self.content.width * self.content.height, 1)
            self.content.picture_share += min(area, 1.0)
        elif thing.get("/Subtype") == "/Form" and isinstance(thing, StreamObject):
            self._form(thing)

    def _form(self, form: StreamObject) -> None:
        self._forms += 1
        deep = len(self._open_forms) >= _MAX_FORM_DEPTH
        if deep or self._forms > _MAX_FORMS or id(form) in self._open_forms:
            return
        saved = replace(self._state), self._tm, self._line, self._stack, self._marked
        self._open_forms.add(id(form))
        self._stack, self._marked = [], [any(self._marked)]
        a, b, c, d, e, f = map(float, form.get("/Matrix", IDENTITY))
        self._state.ctm = times((a, b, c, d, e, f), self._state.ctm)
        self._run(ContentStream(form, self._pdf, "bytes"), form)
        self._open_forms.discard(id(form))
        self._state, self._tm, self._line, self._stack, self._marked = saved


_OPERATORS = {
    b"q": ContentReader._save,
    b"Q": ContentReader._restore,
    b"cm": ContentReader._concatenate,
    b"BT": ContentReader._begin_text,
    b"Tf": ContentReader._font,
    b"Tc": ContentReader._char_space,
    b"Tw": ContentReader._word_space,
    b"Tz": ContentReader._scale,
    b"TL": ContentReader._leading,
    b"Ts": ContentReader._rise,
    b"Tr": ContentReader._mode,
    b"Td": ContentReader._move,
    b"TD": ContentReader._move_leading,
    b"Tm": ContentReader._matrix,
    b"T*": ContentReader._next_line,
    b"Tj": ContentReader._show,
    b"TJ": ContentReader._show_array,
    b"'": ContentReader._show_next,
    b'"': ContentReader._show_spaced,
    b"BMC": ContentReader._mark,
    b"BDC": ContentReader._mark,
    b"EMC": ContentReader._unmark,
    b"Do": ContentReader._do,
}
