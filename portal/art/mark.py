"""The mark of the portal: the eight-pointed star of hoa hồi, folded in two tones."""

import math
from functools import cache

from portal.art import palette, svg

LONG, SHORT = 20.0, 17.5
SHOULDER_AT, SHOULDER, HEART = 8.6, 3.3, 1.3


Face = list[tuple[float, float]]


def _point(angle: float, along: float, across: float) -> tuple[float, float]:
    """A point ``along`` a ray that leaves the centre at ``angle``, y downwards."""
    sin, cos = math.sin(math.radians(angle)), math.cos(math.radians(angle))
    return along * sin + across * cos, across * sin - along * cos


def faces(scale: float = 1.0) -> tuple[list[Face], list[Face]]:
    """The left and the right halves of the eight kites, as triangles."""
    left, right = [], []
    for turn in range(8):
        angle, tip = turn * 45, LONG if turn % 2 == 0 else SHORT
        for sign, out in ((-1, left), (1, right)):
            corners = ((HEART, 0), (SHOULDER_AT, sign * SHOULDER), (tip, 0))
            points = (_point(angle, *corner) for corner in corners)
            out.append([(x * scale, y * scale) for x, y in points])
    return left, right


@cache  # every page shows it
def halves(scale: float = 1.0) -> tuple[str, str]:
    """Path data of all left halves and of all right halves."""
    left, right = faces(scale)
    return _outlines(left), _outlines(right)


def _outlines(triangles: list[Face]) -> str:
    return "".join(
        "M" + " ".join(f"{svg.number(x)} {svg.number(y)}" for x, y in face) + "z"
        for face in triangles
    )


def mark(left: str = palette.H400, right: str = palette.H300) -> str:
    """The mark alone, for a file: gold halves on whatever is behind."""
    one, two = halves()
    return svg.document("-21 -21 42 42", [svg.path(one, left), svg.path(two, right)])


def app_icon() -> str:
    """The mark on its indigo ground, for browser tabs and home screens."""
    one, two = halves(0.86)
    ground = f'<rect x="-21" y="-21" width="42" height="42" fill="{palette.C800}"/>'
    return svg.document(
        "-21 -21 42 42",
        [ground, svg.path(one, palette.H400), svg.path(two, palette.H300)],
    )
