"""A mountain ridge: convex karst peaks that meet in sharp valleys.

A peak is ``(x, top, reach)``: its summit and how far each foot stands from it.
Each side is one Bézier curve; neighbours are cut where they cross, so a ridge is a
single open line that can be filled, dashed or moved.
"""

from collections.abc import Sequence

from portal.art.svg import number

Point = tuple[float, float]
Curve = tuple[Point, Point, Point, Point]
Peak = tuple[float, float, float]

# How far the round of the summit and the flare of the foot reach along a side.
ROUND, FLARE, FLARE_RISE = 0.17, 0.66, 0.46
PRECISION = 30


def side(peak: Peak, base: float, direction: int) -> Curve:
    """The slope from the summit down to the foot, to the right (1) or left (-1)."""
    x, top, reach = peak
    return (
        (x, top),
        (x + direction * ROUND * reach, top),
        (x + direction * FLARE * reach, base - FLARE_RISE * (base - top)),
        (x + direction * reach, base),
    )


def _mix(a: Point, b: Point, t: float) -> Point:
    return a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t


def head(curve: Curve, t: float) -> Curve:
    """The part of the curve before ``t`` (de Casteljau)."""
    a, b, c, d = curve
    ab, bc, cd = _mix(a, b, t), _mix(b, c, t), _mix(c, d, t)
    abc, bcd = _mix(ab, bc, t), _mix(bc, cd, t)
    return a, ab, abc, _mix(abc, bcd, t)


def _at_x(curve: Curve, x: float) -> float:
    """The parameter where a slope, monotonic in x, passes ``x`` (0 to 1)."""
    low, high = 0.0, 1.0
    rising = curve[3][0] > curve[0][0]
    for _step in range(PRECISION):
        middle = (low + high) / 2
        if (head(curve, middle)[3][0] < x) == rising:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def valley(left: Peak, right: Peak, base: float) -> tuple[Curve, Curve]:
    """Two facing slopes, each from its summit to the point where they meet."""
    falling, rising = side(left, base, 1), side(right, base, -1)
    low, high = left[0], right[0]
    for _step in range(PRECISION):
        x = (low + high) / 2
        over = head(falling, _at_x(falling, x))[3][1]
        under = head(rising, _at_x(rising, x))[3][1]
        if over < under:
            low = x
        else:
            high = x
    x = (low + high) / 2
    return head(falling, _at_x(falling, x)), head(rising, _at_x(rising, x))


def _to(*points: Point) -> str:
    return "C" + " ".join(f"{number(x)} {number(y)}" for x, y in points)


def line(peaks: Sequence[Peak], base: float) -> str:
    """Path data of the whole ridge, from the first foot to the last, left to right."""
    first = side(peaks[0], base, -1)
    out = [f"M{number(first[3][0])} {number(first[3][1])}"]
    out.append(_to(first[2], first[1], first[0]))
    for left, right in zip(peaks, peaks[1:], strict=False):
        falling, rising = valley(left, right, base)
        out.append(_to(*falling[1:]))
        out.append(_to(rising[2], rising[1], rising[0]))
    out.append(_to(*side(peaks[-1], base, 1)[1:]))
    return "".join(out)
