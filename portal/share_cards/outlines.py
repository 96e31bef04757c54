"""The portal's drawings as polygons for Pillow, which reads no SVG."""

import re
from functools import cache
from xml.etree import ElementTree

from defusedxml.ElementTree import fromstring
from fontTools.pens.basePen import BasePen
from fontTools.svgLib.path import parse_path
from PIL import ImageDraw

Point = tuple[float, float]
#: Straight pieces that one curve is drawn with.
STEPS = 14
_TRANSFORM = re.compile(r"translate\(([-\d.]+)[ ,]([-\d.]+)\)")


class _Flat(BasePen):
    """Collects each contour as its points; curves become short straight pieces."""

    def __init__(self) -> None:
        super().__init__(glyphSet=None)
        self.contours: list[list[Point]] = []

    def _moveTo(self, pt: Point) -> None:
        self.contours.append([pt])

    def _lineTo(self, pt: Point) -> None:
        self.contours[-1].append(pt)

    def _curveToOne(self, pt1: Point, pt2: Point, pt3: Point) -> None:
        start = self.contours[-1][-1]
        for step in range(1, STEPS + 1):
            t = step / STEPS
            a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
            x = a * start[0] + b * pt1[0] + c * pt2[0] + d * pt3[0]
            y = a * start[1] + b * pt1[1] + c * pt2[1] + d * pt3[1]
            self.contours[-1].append((x, y))

    def _closePath(self) -> None:
        self.contours[-1].append(self.contours[-1][0])


@cache
def contours(path: str) -> list[list[Point]]:
    """The points of each contour of SVG path data."""
    pen = _Flat()
    parse_path(path, pen)
    return pen.contours


def paint(
    pen: ImageDraw.ImageDraw, drawing: str, *, scale: float, x: float, y: float
) -> None:
    """Paint the paths of an SVG of ours, its origin at `x`, `y`.

    Understands what our drawings are made of: `path`, filled or stroked, and groups
    that are moved; what is defined for use elsewhere is left out.
    """
    _group(pen, fromstring(drawing), scale, x, y)


def _group(pen, element: ElementTree.Element, scale: float, x: float, y: float) -> None:
    moved = _TRANSFORM.search(element.get("transform", ""))
    if moved:
        x, y = x + float(moved[1]) * scale, y + float(moved[2]) * scale
    for child in element:
        name = child.tag.rpartition("}")[2]
        if name in ("svg", "g"):
            _group(pen, child, scale, x, y)
        elif name == "path":
            _path(pen, child, scale, x, y)


def _path(pen, element: ElementTree.Element, scale: float, x: float, y: float) -> None:
    fill, stroke = element.get("fill", ""), element.get("stroke", "")
    for contour in contours(element.get("d", "")):
        points = [(x + scale * a, y + scale * b) for a, b in contour]
        if fill not in ("", "none"):
            pen.polygon(points, fill)
        if stroke:
            width = round(float(element.get("stroke-width", "1")) * scale)
            pen.line(points, stroke, width, joint="curve")


def icon(
    pen: ImageDraw.ImageDraw, strokes: str, colour: str, *, size: float, at: Point
) -> None:
    """An icon of 24 units in the size of a square whose corner is `at`."""
    scale, width = size / 24, max(2, round(size / 12))
    for contour in contours(strokes):
        points = [(at[0] + scale * a, at[1] + scale * b) for a, b in contour]
        pen.line(points, colour, width, joint="curve")
        for end in (points[0], points[-1]):
            left, top = end[0] - width / 2, end[1] - width / 2
            pen.rectangle((left, top, left + width - 1, top + width - 1), colour)
