"""A canvas of flat shapes, drawn large and reduced once.

Everything is a filled outline in user units; ``at()`` moves, turns and scales what
is drawn inside it. Nothing depends on the clock or on chance: the same calls give
the same bytes.
"""

import io
import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PIL import Image, ImageDraw

from portal.art.scenes import geometry as geo
from portal.art.scenes.geometry import Matrix, Point
from portal.art.scenes.palette import rgb

WIDTH, HEIGHT = 1600, 900
OVERSAMPLING = 3


class Canvas:
    """A picture in the making, ``WIDTH`` by ``HEIGHT`` user units."""

    def __init__(self, ground: str):
        size = (WIDTH * OVERSAMPLING, HEIGHT * OVERSAMPLING)
        self.image = Image.new("RGB", size, rgb(ground))
        self.pen = ImageDraw.Draw(self.image, "RGBA")
        self.matrix: Matrix = (OVERSAMPLING, 0, 0, OVERSAMPLING, 0, 0)

    @contextmanager
    def at(
        self,
        x: float = 0,
        y: float = 0,
        scale: float = 1,
        *,
        turn: float = 0,
        flip: bool = False,
        stretch: float = 1,
    ) -> Iterator[None]:
        """Draw inside in the units of a place; ``flip`` mirrors left and right."""
        outer = self.matrix
        across = -scale if flip else scale
        inner = geo.placed(x, y, across, scale * stretch, turn)
        self.matrix = geo.multiply(outer, inner)
        yield
        self.matrix = outer

    @contextmanager
    def clip(self, outline: Sequence[Point]) -> Iterator[None]:
        """What is drawn inside shows only within ``outline``."""
        points = geo.transform(outline, self.matrix)
        xs, ys = [x for x, _ in points], [y for _, y in points]
        left, top = max(0, math.floor(min(xs))), max(0, math.floor(min(ys)))
        right = max(left + 1, min(self.image.width, math.ceil(max(xs)) + 1))
        bottom = max(top + 1, min(self.image.height, math.ceil(max(ys)) + 1))
        kept = self.image, self.pen, self.matrix
        self.image = self.image.crop((left, top, right, bottom))
        self.pen = ImageDraw.Draw(self.image, "RGBA")
        self.matrix = geo.multiply((1, 0, 0, 1, -left, -top), self.matrix)
        yield
        mask = Image.new("L", self.image.size, 0)
        moved = [(x - left, y - top) for x, y in points]
        ImageDraw.Draw(mask).polygon(moved, fill=255)
        kept[0].paste(self.image, (left, top), mask)
        self.image, self.pen, self.matrix = kept

    def fill(self, outline: Sequence[Point], colour: str, alpha: float = 1) -> None:
        points = geo.transform(outline, self.matrix)
        self.pen.polygon(points, fill=(*rgb(colour), round(alpha * 255)))

    def path(self, words: str, colour: str, alpha: float = 1) -> None:
        """A shape given in SVG path words."""
        self.fill(geo.path(words), colour, alpha)

    def blob(self, points: Sequence[Point], colour: str, alpha: float = 1) -> None:
        """A smooth closed shape through ``points``."""
        self.fill(geo.spline(points), colour, alpha)

    def rect(
        self,
        x: float,
        y: float,
        w: float,
        h: float,
        colour: str,
        *,
        alpha: float = 1,
        radius: float = 0,
    ) -> None:
        if radius:
            outline = geo.round_rect(x, y, w, h, radius)
        else:
            outline = [(x, y), (x + w, y), (x + w, y + h), (x, y + h)]
        self.fill(outline, colour, alpha)

    def ellipse(
        self,
        x: float,
        y: float,
        rx: float,
        ry: float,
        colour: str,
        alpha: float = 1,
    ) -> None:
        pixels = max(rx, ry) * math.hypot(*self.matrix[:2])
        step = 5 if pixels > 60 else 12
        self.fill(geo.ellipse(x, y, rx, ry, step=step), colour, alpha)

    def line(
        self,
        points: Sequence[Point],
        width: float,
        colour: str,
        *,
        smooth: bool = False,
        taper: float | None = None,
        round_ends: bool = True,
    ) -> None:
        """A stroke along ``points``; ``taper`` is its width at the far end."""
        end = width if taper is None else taper
        if smooth:
            points = geo.spline(points, closed=False)
        left, right = geo.edges(points, width, end)
        last = len(points) - 1
        for i in range(last):
            # Filled piece by piece: where a bend is tighter than the stroke is
            # wide, one outline would turn inside out.
            self.fill([left[i], left[i + 1], right[i + 1], right[i]], colour)
        corners = [] if smooth else list(range(1, last))
        for i in [0, *corners, last] if round_ends else corners:
            radius = (width + (end - width) * i / last) / 2
            self.ellipse(*points[i], radius, radius, colour)

    def dashes(
        self, points: Sequence[Point], width: float, colour: str, dash: float = 9
    ) -> None:
        """A running stitch along ``points``: the cloth's own line."""
        on, left, piece = True, dash, [points[0]]
        for a, b in zip(points, points[1:], strict=False):
            length, done = math.dist(a, b), 0.0
            while length - done > left:
                done += left
                cut = geo.between(a, b, done / length)
                if on:
                    stroke = geo.ribbon([*piece, cut], width, width)
                    self.fill(stroke, colour)
                piece, on, left = [cut], not on, dash
            left -= length - done
            piece.append(b)

    def picture(self) -> Image.Image:
        """The finished picture at its real size."""
        return self.image.reduce(OVERSAMPLING)

    def png(self) -> bytes:
        out = io.BytesIO()
        self.picture().save(out, "PNG")
        return out.getvalue()
