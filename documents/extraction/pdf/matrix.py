"""The six numbers that place things on a PDF page."""

from __future__ import annotations

from math import hypot

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def times(m: Matrix, n: Matrix) -> Matrix:
    """First m, then n."""
    return (
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4],
        m[4] * n[1] + m[5] * n[3] + n[5],
    )


def point(m: Matrix, x: float, y: float) -> tuple[float, float]:
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]


def height_scale(m: Matrix) -> float:
    return hypot(m[2], m[3])


def upright(rotation: int, box: tuple[float, float, float, float]) -> Matrix:
    """From the page's own axes to a page turned as it is shown, at 0, 0."""
    x0, y0, x1, y1 = box
    return {
        90: (0.0, -1.0, 1.0, 0.0, -y0, x1),
        180: (-1.0, 0.0, 0.0, -1.0, x1, y1),
        270: (0.0, 1.0, -1.0, 0.0, y1, -x0),
    }.get(rotation % 360, (1.0, 0.0, 0.0, 1.0, -x0, -y0))


def quarter_turns(dx: float, dy: float) -> int:
    """Which way text runs: 0 to the right, 1 up, 2 to the left, 3 down."""
    if abs(dx) >= abs(dy):
        return 0 if dx >= 0 else 2
    return 1 if dy > 0 else 3
