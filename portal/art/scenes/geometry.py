"""Pure geometry: curves become lists of points, points go through a matrix.

A point is ``(x, y)``; y grows downwards. A matrix is ``(a, b, c, d, e, f)`` with
``x' = a·x + c·y + e`` and ``y' = b·x + d·y + f`` (the order SVG uses).
"""

import math
import re
from collections.abc import Iterable, Sequence

Point = tuple[float, float]
Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)

TOKEN = re.compile(r"[MLHVCSQZ]|-?\d*\.?\d+")
ARGUMENTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "Z": 0}
STEPS = 14


def multiply(outer: Matrix, inner: Matrix) -> Matrix:
    """The matrix that applies ``inner`` first, then ``outer``."""
    a, b, c, d, e, f = outer
    g, h, i, j, k, m = inner
    return (
        a * g + c * h,
        b * g + d * h,
        a * i + c * j,
        b * i + d * j,
        a * k + c * m + e,
        b * k + d * m + f,
    )


def placed(x: float, y: float, sx: float, sy: float, degrees: float) -> Matrix:
    """Scale, then turn clockwise by ``degrees``, then move to ``(x, y)``."""
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return (cos * sx, sin * sx, -sin * sy, cos * sy, x, y)


def transform(points: Iterable[Point], matrix: Matrix) -> list[Point]:
    a, b, c, d, e, f = matrix
    return [(a * x + c * y + e, b * x + d * y + f) for x, y in points]


def cubic(p0: Point, p1: Point, p2: Point, p3: Point) -> list[Point]:
    """Points of a Bézier curve, without its first one."""
    points = []
    for step in range(1, STEPS + 1):
        t = step / STEPS
        u = 1 - t
        w0, w1, w2, w3 = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
        points.append(
            (
                w0 * p0[0] + w1 * p1[0] + w2 * p2[0] + w3 * p3[0],
                w0 * p0[1] + w1 * p1[1] + w2 * p2[1] + w3 * p3[1],
            )
        )
    return points


def quadratic(p0: Point, p1: Point, p2: Point) -> list[Point]:
    """Points of a quadratic curve, without its first one."""
    first = (p0[0] + (p1[0] - p0[0]) * 2 / 3, p0[1] + (p1[1] - p0[1]) * 2 / 3)
    second = (p2[0] + (p1[0] - p2[0]) * 2 / 3, p2[1] + (p1[1] - p2[1]) * 2 / 3)
    return cubic(p0, first, second, p2)


def path(description: str) -> list[Point]:
    """One outline from SVG path words (absolute M L H V C S Q Z)."""
    tokens = TOKEN.findall(description)
    points: list[Point] = []
    x = y = 0.0
    handle: Point | None = None
    command, index = "", 0
    while index < len(tokens):
        if tokens[index].isalpha():
            command = tokens[index]
            index += 1
        count = ARGUMENTS[command]
        args = [float(token) for token in tokens[index : index + count]]
        index += count
        before, reflected, handle = (x, y), handle, None
        if command == "H":
            x = args[0]
            points.append((x, y))
        elif command == "V":
            y = args[0]
            points.append((x, y))
        elif command in "ML":
            x, y = args
            points.append((x, y))
        elif command == "Q":
            x, y = args[2:]
            points += quadratic(before, (args[0], args[1]), (x, y))
        elif command in "CS":
            if command == "S":
                px, py = reflected or before
                args = [2 * before[0] - px, 2 * before[1] - py, *args]
            handle = (args[2], args[3])
            x, y = args[4:]
            points += cubic(before, (args[0], args[1]), handle, (x, y))
    return points


def spline(points: Sequence[Point], closed: bool = True) -> list[Point]:
    """A smooth curve through every point (Catmull–Rom)."""
    count = len(points)
    segments = range(count if closed else count - 1)
    out = [] if closed else [points[0]]
    for i in segments:
        if closed:
            p0, p1 = points[i - 1], points[i]
            p2, p3 = points[(i + 1) % count], points[(i + 2) % count]
        else:
            p0, p1 = points[max(i - 1, 0)], points[i]
            p2, p3 = points[i + 1], points[min(i + 2, count - 1)]
        first = (p1[0] + (p2[0] - p0[0]) / 6, p1[1] + (p2[1] - p0[1]) / 6)
        second = (p2[0] - (p3[0] - p1[0]) / 6, p2[1] - (p3[1] - p1[1]) / 6)
        out += cubic(p1, first, second, p2)
    return out


def ellipse(
    x: float,
    y: float,
    rx: float,
    ry: float,
    start: float = 0,
    end: float = 360,
    step: float = 5,
) -> list[Point]:
    """An ellipse, or the arc of one from ``start`` to ``end`` degrees."""
    count = max(8, round(abs(end - start) / step))
    angles = (
        math.radians(start + (end - start) * i / count)
        for i in range(count + (abs(end - start) < 360))
    )
    return [(x + rx * math.cos(a), y + ry * math.sin(a)) for a in angles]


def round_rect(x: float, y: float, w: float, h: float, radius: float) -> list[Point]:
    r = min(radius, w / 2, h / 2)
    corners = (
        (x + r, y + r, 180),
        (x + w - r, y + r, 270),
        (x + w - r, y + h - r, 0),
        (x + r, y + h - r, 90),
    )
    return [p for cx, cy, a in corners for p in ellipse(cx, cy, r, r, a, a + 90)]


def edges(
    points: Sequence[Point], start: float, end: float
) -> tuple[list[Point], list[Point]]:
    """The two sides of a stroke whose width runs from ``start`` to ``end``."""
    left, right = [], []
    last = len(points) - 1
    for i, (x, y) in enumerate(points):
        ax, ay = points[max(i - 1, 0)]
        bx, by = points[min(i + 1, last)]
        dx, dy = bx - ax, by - ay
        length = math.hypot(dx, dy) or 1
        half = (start + (end - start) * i / last) / 2
        left.append((x - dy / length * half, y + dx / length * half))
        right.append((x + dy / length * half, y - dx / length * half))
    return left, right


def ribbon(points: Sequence[Point], start: float, end: float) -> list[Point]:
    """The outline of a stroke whose width runs from ``start`` to ``end``."""
    left, right = edges(points, start, end)
    return left + right[::-1]


def between(a: Point, b: Point, share: float) -> Point:
    return (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)
