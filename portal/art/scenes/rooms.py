"""Rooms and what stands in them: windows, screens, papers, cups, plants."""

from collections.abc import Sequence

from portal.art.scenes import geometry as geo
from portal.art.scenes.canvas import Canvas
from portal.art.scenes.geometry import Point
from portal.art.scenes.landscape import window_view
from portal.art.scenes.palette import (
    C100,
    C200,
    C300,
    C500,
    C600,
    C700,
    C800,
    C900,
    H100,
    H300,
    H400,
    H500,
    H600,
    H700,
    PAPER,
    WHITE,
    lit,
    mix,
    shaded,
)

# The woven strip of the portal: rows of a 10 px cell pattern.
WEAVE = (
    "..#.......",
    ".###...#..",
    "##.##.###.",
    ".###...#..",
    "..#.......",
)


def window(
    canvas: Canvas,
    corners: Sequence[Point],
    *,
    panes: tuple[int, int] = (2, 3),
    frame: str = WHITE,
    width: float = 7,
    view: tuple[float, float, float, float] | None = None,
) -> None:
    """A window through ``corners`` (clockwise from top left), hills behind it."""
    top_left, top_right, bottom_right, bottom_left = corners
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    box = view or (min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    with canvas.clip(corners):
        window_view(canvas, *box)
    columns, rows = panes
    for i in range(columns + 1):
        share = i / columns
        ends = (
            geo.between(top_left, top_right, share),
            geo.between(bottom_left, bottom_right, share),
        )
        thick = width if i in (0, columns) else width * 0.6
        canvas.line(ends, thick, frame)
    for i in range(rows + 1):
        share = i / rows
        ends = (
            geo.between(top_left, bottom_left, share),
            geo.between(top_right, bottom_right, share),
        )
        thick = width if i in (0, rows) else width * 0.6
        canvas.line(ends, thick, frame)


def weave(
    canvas: Canvas, x: float, y: float, width: float, cell: float, colour: str
) -> None:
    """A woven strip five cells high."""
    for i in range(int(width / cell)):
        for row, cells in enumerate(WEAVE):
            if cells[i % len(cells)] == "#":
                canvas.rect(
                    x + i * cell, y + row * cell, cell + 0.1, cell + 0.1, colour
                )


def lines_of_text(
    canvas: Canvas,
    x: float,
    y: float,
    lengths: Sequence[float],
    gap: float,
    thick: float,
    colour: str,
) -> None:
    """Greeked lines, one for each length."""
    for i, length in enumerate(lengths):
        canvas.rect(x, y + i * gap, length, thick, colour, radius=thick / 3)


def tick(canvas: Canvas, x: float, y: float, size: float, done: bool = True) -> None:
    """A tick box, filled when ``done``."""
    canvas.rect(x, y, size, size, H400 if done else PAPER, radius=size * 0.08)
    edge = geo.round_rect(x, y, size, size, size * 0.08)
    canvas.line([*edge, edge[0]], size * 0.1, H600 if done else C500)
    if done:
        stroke = [(x + size * 0.24, y + size * 0.52), (x + size * 0.43, y + size * 0.7)]
        canvas.line([*stroke, (x + size * 0.78, y + size * 0.28)], size * 0.14, C900)


def sheet(
    canvas: Canvas,
    x: float,
    y: float,
    width: float,
    *,
    turn: float = 0,
    squash: float = 1,
    kind: str = "text",
    ground: str = PAPER,
) -> None:
    """A sheet of paper centred on (x, y), lying flat when ``squash`` < 1."""
    with canvas.at(x, y, width / 210, stretch=squash), canvas.at(turn=turn):
        canvas.rect(-98, -140, 210, 297, C900, alpha=0.14)
        canvas.rect(-105, -148, 210, 297, ground)
        if kind == "steps":
            canvas.rect(-84, -126, 110, 14, C700)
            for i in range(4):
                top = -92 + i * 56
                tick(canvas, -84, top, 26, i < 3)
                lines_of_text(canvas, -46, top + 2, (118, 84), 14, 7, C300)
        elif kind == "table":
            canvas.rect(-84, -126, 126, 14, C700)
            canvas.rect(-84, -98, 168, 5, C800)
            for i in range(7):
                top = -84 + i * 28
                if i == 2:
                    canvas.rect(-84, top - 3, 168, 25, H300)
                for left, length in ((-78, 40), (-20, 30), (30, 44)):
                    canvas.rect(left, top + 5, length, 7, C300 if i != 2 else H600)
                canvas.rect(-84, top + 22, 168, 2, C200)
        elif kind == "chart":
            canvas.rect(-84, -126, 96, 14, C700)
            for i, high in enumerate((50, 84, 112, 150)):
                tone = (C300, C500, C600, H500)[i]
                canvas.rect(-76 + i * 42, 90 - high, 28, high, tone)
            canvas.rect(-84, 90, 168, 4, C800)
            lines_of_text(canvas, -84, 108, (160, 120), 14, 6, C200)
        else:
            canvas.rect(-84, -126, 120, 14, C700)
            lines_of_text(canvas, -84, -94, (160, 166, 150, 90), 15, 6, C300)
            lines_of_text(canvas, -84, -20, (166, 154, 162, 70), 15, 6, C300)
            canvas.rect(-84, 52, 168, 44, H100)
            lines_of_text(canvas, -74, 62, (120, 90), 14, 6, H500)


def cup(canvas: Canvas, x: float, y: float, size: float, colour: str = WHITE) -> None:
    """A glass of tea standing on (x, y)."""
    w = size
    canvas.ellipse(x + w * 0.1, y, w * 0.7, w * 0.16, shaded(colour, 0.4), 0.3)
    canvas.path(
        f"M {x - w * 0.5} {y - w * 1.1} L {x - w * 0.38} {y} "
        f"Q {x} {y + w * 0.2} {x + w * 0.38} {y} L {x + w * 0.5} {y - w * 1.1} Z",
        colour,
    )
    canvas.path(
        f"M {x + w * 0.1} {y - w * 1.1} L {x + w * 0.08} {y + w * 0.08} "
        f"Q {x + w * 0.26} {y + w * 0.08} {x + w * 0.38} {y} L {x + w * 0.5} "
        f"{y - w * 1.1} Z",
        shaded(colour, 0.22),
    )
    canvas.ellipse(x, y - w * 1.1, w * 0.5, w * 0.13, lit(colour, 0.2))
    canvas.ellipse(x, y - w * 1.08, w * 0.4, w * 0.09, H500)


def bottle(canvas: Canvas, x: float, y: float, size: float) -> None:
    """A bottle of water standing on (x, y)."""
    canvas.rect(x - size * 0.2, y - size, size * 0.4, size, C200, radius=size * 0.1)
    canvas.rect(x - size * 0.2, y - size * 0.62, size * 0.4, size * 0.26, C500)
    canvas.rect(x - size * 0.1, y - size * 1.2, size * 0.2, size * 0.22, C600)


def plant(canvas: Canvas, x: float, y: float, size: float, pot: str = H700) -> None:
    """A pot of long leaves standing on (x, y)."""
    for i, (dx, high, colour) in enumerate(
        (
            (-0.62, 0.86, C600),
            (0.60, 0.92, C700),
            (-0.36, 1.16, C500),
            (0.34, 1.22, C600),
            (-0.04, 1.36, C700),
            (0.14, 1.02, C500),
        )
    ):
        tip = (x + size * dx, y - size * (0.42 + high))
        base = (x + size * 0.05 * (i % 3 - 1), y - size * 0.42)
        belly = size * 0.13
        middle = (
            (tip[0] * 0.55 + base[0] * 0.45) - size * dx * 0.2,
            (tip[1] + base[1]) / 2 - size * 0.06,
        )
        canvas.path(
            f"M {base[0]} {base[1]} Q {middle[0] - belly} {middle[1]} {tip[0]} "
            f"{tip[1]} "
            f"Q {middle[0] + belly} {middle[1] + belly * 0.4} {base[0]} {base[1]} Z",
            colour,
        )
    canvas.path(
        f"M {x - size * 0.34} {y - size * 0.5} L {x + size * 0.34} {y - size * 0.5} "
        f"L {x + size * 0.25} {y} L {x - size * 0.25} {y} Z",
        pot,
    )
    canvas.path(
        f"M {x + size * 0.08} {y - size * 0.5} L {x + size * 0.34} {y - size * 0.5} "
        f"L {x + size * 0.25} {y} L {x + size * 0.05} {y} Z",
        shaded(pot),
    )
    canvas.rect(
        x - size * 0.38, y - size * 0.56, size * 0.76, size * 0.11, lit(pot, 0.15)
    )


def chair_back(canvas: Canvas, colour: str, depth: float) -> None:
    """The back of a chair in the crowd's units, in front of who sits on it."""
    canvas.rect(-100, 172, 200, depth, colour, radius=20)
    canvas.rect(-100, 172, 24, depth, lit(colour, 0.14), radius=12)
    canvas.rect(-84, 190, 168, 8, shaded(colour, 0.35), radius=4)
    canvas.rect(-100, 172, 200, 9, lit(colour, 0.2), radius=4)


def shaft(canvas: Canvas, corners: Sequence[Point], alpha: float = 0.2) -> None:
    """Light falling through a window, as a pale plane."""
    canvas.fill(corners, mix(H100, WHITE, 0.3), alpha)


def slide(canvas: Canvas, x: float, y: float, w: float, h: float) -> None:
    """A projected slide: a heading, four lines, and three steps that join."""
    canvas.rect(x, y, w, h, PAPER)
    u = w / 400
    canvas.rect(x + 26 * u, y + 26 * u, 190 * u, 18 * u, C800)
    canvas.rect(x + 26 * u, y + 54 * u, 120 * u, 9 * u, C300)
    for i, tone in enumerate((C300, C500, H500)):
        cx, cy = x + (80 + i * 120) * u, y + 126 * u
        canvas.ellipse(cx, cy, 36 * u, 36 * u, tone)
        canvas.rect(cx - 15 * u, cy - 19 * u, 30 * u, 38 * u, WHITE)
        lines_of_text(
            canvas,
            cx - 10 * u,
            cy - 12 * u,
            (20 * u, 14 * u, 20 * u),
            9 * u,
            4 * u,
            tone,
        )
        if i < 2:
            canvas.line([(cx + 44 * u, cy), (cx + 70 * u, cy)], 5 * u, C700)
            canvas.path(
                f"M {cx + 68 * u} {cy - 9 * u} L {cx + 80 * u} {cy} L "
                f"{cx + 68 * u} {cy + 9 * u} Z",
                C700,
            )
        lines_of_text(
            canvas, cx - 34 * u, cy + 48 * u, (68 * u, 48 * u), 12 * u, 6 * u, C200
        )
    canvas.rect(x, y + h - 8 * u, w, 8 * u, C100)
