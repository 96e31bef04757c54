"""A square of cloth for a record: its number decides rings, hooks and colours.

The cloth is a lozenge lattice of cells with a half-period of 14. One lozenge stands in
the middle, quarters of its neighbours fill the corners, so squares join without a seam.
"""

from functools import lru_cache
from hashlib import blake2s

from portal.art import palette
from portal.art.weave import runs

HALF = 14
PERIOD = 2 * HALF
SIDE = PERIOD + 1

# ground, tone on tone, thread, spark
COLOURINGS = (
    (palette.C800, palette.C600, palette.H400, palette.H100),
    (palette.C900, "#24356F", palette.C300, palette.H400),
    (palette.H800, "#7E5420", palette.H300, palette.H100),
)

# Stars as they grow from the centre along an axis and along a diagonal, seen in one
# eighth of the lozenge: (far, near) with far >= near >= 0.
STARS = (
    frozenset({(2, 0), (3, 0), (4, 0), (5, 0), (6, 0), (7, 0)})
    | {(4, 1), (5, 1), (2, 2), (3, 3), (4, 3), (4, 4)},
    frozenset({(2, 0), (3, 0), (4, 0), (5, 0), (6, 0)})
    | {(3, 1), (4, 1), (5, 1), (4, 2), (2, 2), (3, 3), (4, 4)},
    frozenset({(3, 0), (4, 0), (5, 0), (6, 0), (7, 0), (8, 0)})
    | {(5, 1), (6, 1), (1, 1), (2, 2), (3, 3), (4, 3), (4, 4), (5, 4)},
    frozenset({(2, 0), (3, 0), (5, 0), (6, 0), (7, 0)})
    | {(4, 1), (5, 1), (6, 1), (2, 1), (3, 3), (4, 3), (4, 4)},
)
# The small star where four lozenges meet, measured from the corner.
BUDS = (
    frozenset({(1, 0), (2, 0), (3, 0), (1, 1)}),
    frozenset({(2, 0), (3, 0), (4, 0), (3, 1), (2, 2)}),
    frozenset({(1, 0), (2, 1), (3, 0), (4, 0), (2, 2)}),
)


class _Loom:
    """The choices a record number makes."""

    def __init__(self, record: str) -> None:
        digest = blake2s(record.encode(), digest_size=8).digest()
        self.colours = COLOURINGS[digest[0] % len(COLOURINGS)]
        self.star = STARS[digest[1] % len(STARS)]
        self.bud = BUDS[digest[2] % len(BUDS)]
        self.ring = HALF - 1 - digest[3] % 2
        self.hook = digest[4] % 4
        self.double = digest[5] % 2

    def cell(self, u: int, v: int) -> int:
        """What the cell at ``(u, v)`` from the centre is woven of (0 is ground)."""
        far, near = max(abs(u), abs(v)), min(abs(u), abs(v))
        distance = far + near
        if distance == 0:
            return 3
        if distance == self.ring:
            return 2
        if distance > self.ring + 1:
            return self._corner(HALF - near, HALF - far, distance)
        if (far, near) in self.star:
            return 2
        if distance in {self.ring - 1, self.ring + 1}:
            return 1
        return int(self._hooked(self.ring - distance, near))

    def _corner(self, a: int, b: int, distance: int) -> int:
        far, near = max(a, b), min(a, b)
        if far + near == 0:
            return 3
        if (far, near) in self.bud:
            return 2
        return int(self._hooked(distance - self.ring, near))

    def _hooked(self, depth: int, near: int) -> bool:
        """Tone-on-tone hooks, ``depth`` rings away from the thread."""
        if self.hook == 0:
            return depth % 3 == 0
        if self.hook == 1:
            return depth == 3 or (depth == 5 and near % 2 == 0)
        if self.hook == 2:
            return depth in {3, 4} and near % 4 < 2
        return depth % 2 == 1 and (near + depth // 2) % (3 + self.double) == 0


def weave(record: str) -> list[list[int]]:
    """The cells of one square, row by row: the same number, the same cloth."""
    loom = _Loom(record)
    span = range(-HALF, HALF + 1)
    return [[loom.cell(u, v) for u in span] for v in span]


def _threads(rows: list[list[int]], kind: int, colour: str) -> str:
    """All cells of one kind as strokes a cell wide."""
    out = []
    for line, row in enumerate(rows):
        at = None
        for start, length in runs("".join("#" if c == kind else "." for c in row)):
            move = f"M{start} {line}.5" if at is None else f"m{start - at} 0"
            out.append(f"{move}h{length}")
            at = start + length
    return f'<path stroke="{colour}" d="{"".join(out)}"/>'


@lru_cache(maxsize=512)  # a listing asks for the same cloth on every request
def swatch(record: str, across: int = 1, down: int = 1) -> str:
    """The cloth of ``record``, ``across`` by ``down`` lozenges, for use inside a page.

    Decorative: hidden from assistive technology.
    """
    rows = weave(record)
    colours = _Loom(record).colours
    width, height = PERIOD * across + 1, PERIOD * down + 1
    cloth = "".join(_threads(rows, kind, colours[kind]) for kind in (1, 2, 3))
    ground = f'<path fill="{colours[0]}" stroke="none" d="M0 0h{width}v{height}H0z"/>'
    if across > 1 or down > 1:
        name = "s" + blake2s(record.encode(), digest_size=4).hexdigest()
        cloth = f'<defs><g id="{name}">{cloth}</g></defs>' + "".join(
            f'<use href="#{name}" x="{x * PERIOD}" y="{y * PERIOD}"/>'
            for y in range(down)
            for x in range(across)
        )
    return (
        f'<svg class="swatch" viewBox="0 0 {width} {height}" aria-hidden="true"'
        f' fill="none" shape-rendering="crispEdges">{ground}{cloth}</svg>'
    )
