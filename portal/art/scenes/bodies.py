"""Arms, hands and standing figures, in the head units of the crowd.

Shoulders lie near y = 92, the waist near 250, the feet near 690.
"""

import math
from collections.abc import Sequence

from portal.art.scenes import geometry as geo
from portal.art.scenes.canvas import Canvas
from portal.art.scenes.geometry import Point
from portal.art.scenes.palette import lit, shaded

HANDS = {
    # Wrist at (0, 0), fingers towards +x, thumb up (towards -y).
    "open": (
        "M -2 -9 C 8 -12 16 -13 26 -12 L 45 -8 C 50 -7 51 -2 47 0 C 49 3 47 7 43 7 "
        "L 26 11 C 16 13 6 11 -2 9 Z",
        "M 8 -9 C 12 -18 20 -25 29 -25 C 33 -24 33 -19 29 -17 C 26 -14 22 -10 18 -7 Z",
    ),
    "point": (
        "M -2 -9 C 8 -12 16 -12 24 -10 L 50 -8 C 54 -7 54 -2 50 -1 L 32 0 "
        "C 38 4 36 11 28 12 C 18 14 6 12 -2 9 Z",
        "M 8 -9 C 12 -16 20 -20 27 -18 C 30 -16 28 -12 24 -11 L 14 -6 Z",
    ),
    "fist": (
        "M -2 -9 C 8 -14 22 -16 29 -9 C 34 -2 32 8 25 12 C 16 16 6 12 -2 9 Z",
        "M 6 -8 C 14 -15 24 -15 30 -8 C 31 -3 27 -1 23 -3 C 18 -6 14 -5 10 -3 Z",
    ),
}


def hand(
    canvas: Canvas,
    at: Point,
    degrees: float,
    skin: tuple[str, str],
    kind: str = "open",
    flip: bool = False,
    scale: float = 1,
) -> None:
    """A hand at the wrist; ``flip`` puts the thumb on the other side."""
    palm, thumb = HANDS[kind]
    light, deep = skin
    with canvas.at(*at, scale, turn=degrees, stretch=-1 if flip else 1):
        canvas.path(palm, light)
        if kind == "open":
            for y in (-4, 1.5):
                canvas.line([(30, y), (46, y + 1)], 1.3, deep)
        elif kind == "fist":
            for x in (14, 20):
                canvas.line([(x, 4), (x + 3, 11)], 1.3, deep)
        canvas.path(thumb, light)
        canvas.line([(11, -6), (19, -8)], 1.3, deep)


def sleeve(
    canvas: Canvas,
    joints: Sequence[Point],
    widths: tuple[float, float],
    colour: str,
    cuff: str | None = None,
) -> None:
    """A clothed arm through shoulder, elbow and wrist, shaded underneath."""
    line = geo.spline(bent(joints), closed=False)
    start, end = widths
    canvas.line(line, start, shaded(colour, 0.3), taper=end)
    lifted = [(x - start * 0.07, y - start * 0.12) for x, y in line]
    canvas.line(lifted, start * 0.78, colour, taper=end * 0.8)
    if cuff:
        canvas.line(line[-4:], end * 1.08, cuff, round_ends=False)


def bent(joints: Sequence[Point]) -> list[Point]:
    """The joints with the elbow kept firm: extra points close to it."""
    if len(joints) != 3:
        return list(joints)
    shoulder, elbow, wrist = joints
    return [
        shoulder,
        geo.between(shoulder, elbow, 0.55),
        geo.between(shoulder, elbow, 0.86),
        geo.between(geo.between(shoulder, elbow, 0.95), wrist, 0.05),
        geo.between(elbow, wrist, 0.18),
        geo.between(elbow, wrist, 0.5),
        wrist,
    ]


def heading(joints: Sequence[Point]) -> float:
    """The direction of the forearm, in degrees."""
    (ax, ay), (bx, by) = joints[-2], joints[-1]
    return math.degrees(math.atan2(by - ay, bx - ax))


def torso(
    canvas: Canvas,
    colour: str,
    *,
    length: float = 300,
    wide: float = 1,
    waist: float = 0.86,
    opening: str | None = None,
    hem: float = 1,
) -> None:
    """A clothed trunk facing right: shoulders, sides, hem; ``opening`` is a shirt."""
    w = wide
    outline = geo.path(
        f"M {-16 * w} 62 C {-34 * w} 74 {-66 * w} 78 {-82 * w} 98 "
        f"C {-92 * w} 130 {-80 * w * waist} 170 {-80 * w * waist} 208 "
        f"C {-80 * w * waist} 240 {-88 * w * hem} 260 {-88 * w * hem} {length} "
        f"L {80 * w * hem} {length} C {80 * w * hem} 262 {73 * w * waist} 242 "
        f"{73 * w * waist} 208 C {75 * w * waist} 172 {90 * w} 130 {78 * w} 96 "
        f"C {62 * w} 80 {36 * w} 76 {20 * w} 64 C {8 * w} 74 {-6 * w} 74 {-16 * w} 62 Z"
    )
    canvas.fill(outline, colour)
    with canvas.clip(outline):
        canvas.path(
            f"M {-100 * w} 60 L {-100 * w} {length} L {-44 * w} {length} "
            f"C {-60 * w} 240 {-50 * w} 150 {-66 * w} 90 Z",
            shaded(colour, 0.26),
        )
        if opening:
            canvas.path(f"M {-12 * w} 62 L 14 {length * 0.62} L {26 * w} 60 Z", opening)
            canvas.path(
                f"M {-16 * w} 60 L {-34 * w} 84 L {-14 * w} 108 L 8 {length * 0.6} "
                f"L {-6 * w} 100 Z",
                lit(colour, 0.12),
            )
            canvas.path(
                f"M {28 * w} 60 L {44 * w} 84 L {32 * w} 106 L 16 {length * 0.6} "
                f"L {20 * w} 96 Z",
                lit(colour, 0.12),
            )


def shirt_collar(canvas: Canvas, colour: str) -> None:
    """Two points of a collar under the chin."""
    canvas.path("M -20 60 C -8 72 -2 78 6 84 L -12 98 L -28 68 Z", colour)
    canvas.path("M 22 62 C 16 72 12 78 6 84 L 26 96 L 34 70 Z", shaded(colour, 0.12))
