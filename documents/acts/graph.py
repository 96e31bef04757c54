"""Relations of one act as a drawing: where boxes, threads and words go.

Pure geometry. The act stands in the middle, those that act on it on the left, those
it acts on on the right; every thread runs from the act that acts to the other.
"""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

WIDTH = 1040
MOST = 12
_BOX_WIDTH, _BOX_HEIGHT = 216, 64
_ROW = 92
_TALL_ROW = 116  # room for a second verb below the thread and a third one
_MIDDLE_HEIGHT = 84
_PORT = 20  # between two threads where they meet the middle
_VERBS = 3
_LETTERS = 24
# More letters than these are drawn closer together, in so much room.
_NAME_LETTERS, _NAME_ROOM = 15, 188
_VERB_LETTERS, _VERB_ROOM = 16, 128
_TIP = 9


@dataclass(frozen=True, slots=True)
class Related:
    """One relation to draw: its verb as the acting act would say it."""

    key: Hashable
    name: str
    url: str
    verb: str
    outgoing: bool
    css: str = ""
    status: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """An act: `x`, `y` is the upper left corner, `middle` the height of its words."""

    related: Related
    x: float
    y: float
    name: str
    verbs: tuple[str, ...]

    width: int = _BOX_WIDTH
    height: int = _BOX_HEIGHT

    @property
    def squeezed(self) -> int:
        """How wide the name is drawn; 0 for as wide as its letters are."""
        return _NAME_ROOM if len(self.name) > _NAME_LETTERS else 0


@dataclass(frozen=True, slots=True)
class Word:
    """A verb beside a thread; `x` is its middle, `y` its base line."""

    x: float
    y: float
    text: str

    @property
    def squeezed(self) -> int:
        """How wide it is drawn; 0 for as wide as its letters are."""
        return _VERB_ROOM if len(self.text) > _VERB_LETTERS else 0


@dataclass(frozen=True, slots=True)
class Thread:
    """A line from act to act, its arrow head, and the verbs along it."""

    path: str
    tip: str
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Graph:
    """A drawing without its empty sides; `left_out` acts are in the list only."""

    x: float
    width: float
    height: float
    middle: tuple[float, float, int, int]
    boxes: tuple[Box, ...]
    threads: tuple[Thread, ...]
    left_out: int

    @property
    def rem(self) -> float:
        """How wide it is shown where there is room: it grows with the reader's type."""
        return self.width / 16


def draw(relations: Iterable[Related], most: int = MOST) -> Graph:
    """Lay out at most `most` acts, as many on either side as both can spare."""
    acts = _acts(relations)
    incoming = [act for act in acts if not act[0].outgoing]
    outgoing = [act for act in acts if act[0].outgoing]
    room = most // 2
    right = outgoing[: max(room, most - len(incoming))]
    left = incoming[: most - len(right)]
    height = max(_height(left), _height(right), _MIDDLE_HEIGHT + 16)
    boxes = (*_column(left, 0, height), *_column(right, WIDTH - _BOX_WIDTH, height))
    middle = (
        (WIDTH - _BOX_WIDTH) / 2,
        (height - _MIDDLE_HEIGHT) / 2,
        _BOX_WIDTH,
        _MIDDLE_HEIGHT,
    )
    threads = (
        *_threads([box for box in boxes if not box.related.outgoing], height / 2),
        *_threads([box for box in boxes if box.related.outgoing], height / 2),
    )
    left_out = len(acts) - len(left) - len(right)
    inner = (WIDTH - _BOX_WIDTH) / 2
    start = 0 if left or not right else inner - 2
    end = WIDTH if right or not left else WIDTH - inner + 2
    return Graph(start, end - start, height, middle, boxes, threads, left_out)


def _acts(relations: Iterable[Related]) -> list[tuple[Related, tuple[str, ...]]]:
    """Each act once a side, as first named, with all its verbs."""
    found: dict[tuple, tuple[Related, dict[str, None]]] = {}
    for relation in relations:
        place = (relation.outgoing, relation.key)
        _first, verbs = found.setdefault(place, (relation, {}))
        verbs[relation.verb] = None
    return [(first, _few(list(verbs))) for first, verbs in found.values()]


def _few(verbs: list[str]) -> tuple[str, ...]:
    if len(verbs) <= _VERBS:
        return tuple(verbs)
    return (*verbs[: _VERBS - 1], f"+ {len(verbs) - _VERBS + 1}")


def _row(verbs: tuple[str, ...]) -> int:
    return _ROW if len(verbs) < _VERBS else _TALL_ROW


def _height(column: list) -> int:
    return sum(_row(verbs) for _act, verbs in column)


def _column(column: list, x: float, height: float) -> list[Box]:
    y = (height - _height(column)) / 2
    boxes = []
    for act, verbs in column:
        top = y + (_row(verbs) - _BOX_HEIGHT) / 2
        boxes.append(Box(act, x, top, _shortened(act.name), verbs))
        y += _row(verbs)
    return boxes


def _shortened(name: str) -> str:
    return name if len(name) <= _LETTERS else f"{name[: _LETTERS - 1]}…"


def _threads(boxes: list[Box], centre: float) -> list[Thread]:
    """Threads of one side; where they meet the middle they keep their order."""
    step = min(_PORT, (_MIDDLE_HEIGHT - 24) / max(len(boxes) - 1, 1))
    first = centre - step * (len(boxes) - 1) / 2
    return [_thread(box, first + index * step) for index, box in enumerate(boxes)]


def _thread(box: Box, port: float) -> Thread:
    y = box.y + box.height / 2
    inner = (WIDTH - _BOX_WIDTH) / 2
    gap = inner - _BOX_WIDTH
    bend = gap * 0.28
    if box.related.outgoing:
        start, end = WIDTH - inner, WIDTH - _BOX_WIDTH
        turn = start + bend
        line = f"M{start:g} {port:g}C{turn:g} {port:g} {start:g} {y:g} {turn:g} {y:g}"
        path = f"{line}H{end - _TIP:g}"
        words = (turn + end) / 2
        tip = _arrow(end, y)
    else:
        start, end = _BOX_WIDTH, inner
        turn = end - bend - _TIP
        line = f"M{start:g} {y:g}H{turn:g}"
        last = end - _TIP
        path = f"{line}C{last:g} {y:g} {turn:g} {port:g} {last:g} {port:g}"
        words = (start + turn) / 2
        tip = _arrow(end, port)
    return Thread(path, tip, _words(box.verbs, words, y))


def _arrow(x: float, y: float) -> str:
    return f"M{x:g} {y:g}l-{_TIP} -5v10z"


def _words(verbs: tuple[str, ...], x: float, y: float) -> tuple[Word, ...]:
    """The first above the thread, the others below it."""
    lines = (y - 8, y + 20, y + 40)
    return tuple(Word(x, at, verb) for at, verb in zip(lines, verbs, strict=False))
