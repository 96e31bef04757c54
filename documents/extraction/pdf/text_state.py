"""What operators of a content stream set: the state of text, kept, brought back."""

from __future__ import annotations

from dataclasses import dataclass, replace

from documents.extraction.pdf.fonts import NO_FACE, Face
from documents.extraction.pdf.matrix import IDENTITY, Matrix, times

MOST_STATES = 1_000


@dataclass(slots=True)
class State:
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


Saved = tuple[State, Matrix, Matrix, list[State]]
"""The state outside a stream, with its two places and what it had kept."""


class StreamState:
    """The state of one stream; `faces` are the fonts it may name.

    `tm` is where the next letters go, `line` where their line began.
    """

    def __init__(self, ctm: Matrix) -> None:
        self.state = State(ctm)
        self.faces: dict[str, Face] = {}
        self.tm = self.line = IDENTITY
        self._stack: list[State] = []

    def save(self) -> None:
        if len(self._stack) < MOST_STATES:
            self._stack.append(replace(self.state))

    def restore(self) -> None:
        if self._stack:
            self.state = self._stack.pop()

    def concatenate(self, *numbers: float) -> None:
        a, b, c, d, e, f = map(float, numbers)
        self.state.ctm = times((a, b, c, d, e, f), self.state.ctm)

    def begin_text(self) -> None:
        self.tm = self.line = IDENTITY

    def font(self, name: str, size: float) -> None:
        self.state.face = self.faces.get(name) or NO_FACE
        self.state.size = float(size)

    def char_space(self, value: float) -> None:
        self.state.char_space = float(value)

    def word_space(self, value: float) -> None:
        self.state.word_space = float(value)

    def scale(self, value: float) -> None:
        self.state.scale = float(value) / 100

    def leading(self, value: float) -> None:
        self.state.leading = float(value)

    def rise(self, value: float) -> None:
        self.state.rise = float(value)

    def mode(self, value: int) -> None:
        self.state.mode = int(value)

    def move(self, x: float, y: float) -> None:
        self.line = times((1.0, 0.0, 0.0, 1.0, float(x), float(y)), self.line)
        self.tm = self.line

    def move_leading(self, x: float, y: float) -> None:
        self.state.leading = -float(y)
        self.move(x, y)

    def matrix(self, *numbers: float) -> None:
        a, b, c, d, e, f = map(float, numbers)
        self.tm = self.line = (a, b, c, d, e, f)

    def next_line(self) -> None:
        self.move(0, -self.state.leading)

    def enter(self) -> Saved:
        """Begin a stream inside this one; `leave` takes what it returns."""
        saved = replace(self.state), self.tm, self.line, self._stack
        self._stack = []
        return saved

    def leave(self, saved: Saved) -> None:
        self.state, self.tm, self.line, self._stack = saved


STATE_OPERATORS = {
    b"q": StreamState.save,
    b"Q": StreamState.restore,
    b"cm": StreamState.concatenate,
    b"BT": StreamState.begin_text,
    b"Tf": StreamState.font,
    b"Tc": StreamState.char_space,
    b"Tw": StreamState.word_space,
    b"Tz": StreamState.scale,
    b"TL": StreamState.leading,
    b"Ts": StreamState.rise,
    b"Tr": StreamState.mode,
    b"Td": StreamState.move,
    b"TD": StreamState.move_leading,
    b"Tm": StreamState.matrix,
    b"T*": StreamState.next_line,
}
