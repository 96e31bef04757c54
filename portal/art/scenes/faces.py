"""Faces: a head seen three-quarter, looking to the right (flip it for left).

Same units as the crowd: the head is about 100 high, centred on (0, 0), the neck
ends near y = 76.
"""

from dataclasses import dataclass

from portal.art.scenes import geometry as geo
from portal.art.scenes.canvas import Canvas
from portal.art.scenes.palette import HAIR_INK, SKIN_WARM, lit, shaded

FACE = (
    "M -24 -34 C -8 -52 26 -50 33 -26 C 35 -18 31 -10 33 -3 C 36 6 35 14 33 21 "
    "C 30 33 25 43 18 48 C 12 52 4 51 -3 46 C -14 40 -24 29 -27 18 Z"
)


@dataclass(frozen=True)
class Face:
    """A face and what frames it."""

    hair: str = "short"
    hair_tones: tuple[str, str] = HAIR_INK
    skin: tuple[str, str] = SKIN_WARM
    mood: str = "calm"
    down: bool = False
    glasses: bool = False
    old: bool = False
    cloth: str = "#2F4A96"


def face(canvas: Canvas, who: Face) -> None:
    """Neck, head and hair."""
    BACK_HAIR.get(who.hair, nothing)(canvas, who)
    light, deep = who.skin
    canvas.path("M -22 20 L -20 66 C -10 82 12 84 20 70 L 14 34 Z", light)
    canvas.path("M -22 22 C -12 44 4 54 15 50 L 17 62 C 0 66 -14 58 -22 40 Z", deep)
    canvas.path(FACE, light)
    with canvas.clip(geo.path(FACE)):
        canvas.path(
            "M -40 60 L -40 -50 L -20 -50 C -24 -10 -20 12 -12 26 C -6 38 2 46 16 56 Z",
            deep,
            0.5,
        )
    features(canvas, who)
    FRONT_HAIR[who.hair](canvas, who)


def features(canvas: Canvas, who: Face) -> None:
    _, deep = who.skin
    ink = "#2B2118"
    brow = shaded(who.hair_tones[0], 0.1)
    canvas.path(
        "M 21 -2 C 24 4 29 9 29 13 C 28 17 23 17 19 16 C 22 12 22 4 21 -2 Z", deep
    )
    for x, wide, rise in ((4, 1.0, 2), (25, 0.78, -1)):
        if who.down or who.mood == "laugh":
            bend = 3.4 if who.down else -3.4
            canvas.line(
                [(x - 6 * wide, 2), (x, 2 + bend), (x + 6 * wide, 2)],
                2.6,
                ink,
                smooth=True,
                taper=2,
            )
        else:
            canvas.ellipse(x, 2, 3.0 * wide, 4.2, ink)
            canvas.line(
                [(x - 6 * wide, -1), (x, -4), (x + 6 * wide, -2)],
                1.8,
                ink,
                smooth=True,
                taper=1.2,
            )
        lift = -12 if who.mood == "calm" else -14
        canvas.line(
            [
                (x - 8 * wide, lift + rise),
                (x, lift - 2),
                (x + 8 * wide, lift + 1 - rise),
            ],
            3,
            brow,
            smooth=True,
            taper=1.6,
        )
    mouth(canvas, who)
    if who.glasses:
        for x, r in ((3, 10), (25, 8)):
            rim = geo.ellipse(x, 3, r, 9.4)
            canvas.fill(geo.ribbon([*rim, rim[0]], 2, 2), "#2B2118")
        canvas.line([(12, 2), (17, 1)], 2, "#2B2118")
        canvas.line([(-7, 1), (-26, -3)], 2, "#2B2118")
    if who.old:
        canvas.line([(13, 21), (9, 27)], 1.4, deep, smooth=False)
        canvas.line([(-6, 6), (-10, 9)], 1.4, deep)
        canvas.line([(0, -22), (12, -24), (24, -21)], 1.4, deep, smooth=True)


def mouth(canvas: Canvas, who: Face) -> None:
    lip = "#8E4A38"
    if who.mood == "speak":
        canvas.path("M 9 27 C 15 25 22 25 27 27 C 25 38 14 39 9 27 Z", "#6E3327")
        canvas.path(
            "M 11 28 C 16 27 21 27 26 28 L 25 30 C 20 31 16 31 12 30 Z", "#FDFCFA"
        )
    elif who.mood == "laugh":
        canvas.path("M 6 25 C 14 28 22 28 29 24 C 27 37 12 39 6 25 Z", "#6E3327")
        canvas.path(
            "M 8 26 C 15 29 22 29 28 26 L 26 30 C 20 32 14 32 10 30 Z", "#FDFCFA"
        )
    elif who.mood == "smile":
        canvas.line([(7, 27), (17, 33), (28, 26)], 2.6, lip, smooth=True, taper=1.6)
    else:
        canvas.line([(10, 30), (18, 31), (26, 29)], 2.6, lip, smooth=True, taper=1.6)


def near_ear(canvas: Canvas, who: Face) -> None:
    light, deep = who.skin
    canvas.ellipse(-25, 7, 7.5, 12, light)
    canvas.path("M -27 0 C -20 -1 -19 10 -25 15 C -28 10 -29 4 -27 0 Z", deep)


def nothing(canvas: Canvas, who: Face) -> None:
    """This hair hides nothing behind the head."""


def mass(canvas: Canvas, who: Face, words: str) -> None:
    dark, light = who.hair_tones
    outline = geo.path(words)
    canvas.fill(outline, light)
    with canvas.clip(outline), canvas.at(9, 5):
        canvas.fill(outline, dark)


def strand(canvas: Canvas, who: Face, *points) -> None:
    canvas.line(points, 2, who.hair_tones[1], smooth=True, taper=0.8)


def short(canvas: Canvas, who: Face) -> None:
    mass(
        canvas,
        who,
        "M 34 -20 C 40 -36 30 -56 8 -60 C -20 -66 -44 -46 -43 -14 C -42 4 -38 20 "
        "-29 30 "
        "C -31 18 -30 8 -28 2 L -20 4 C -18 -8 -16 -18 -10 -26 C 6 -22 22 -26 28 -32 "
        "C 30 -28 32 -24 34 -20 Z",
    )
    near_ear(canvas, who)
    strand(canvas, who, (-24, -40), (-4, -48), (18, -44))


def swept(canvas: Canvas, who: Face) -> None:
    mass(
        canvas,
        who,
        "M 35 -16 C 44 -38 34 -62 6 -63 C -24 -66 -45 -44 -44 -14 C -43 6 -38 22 "
        "-29 32 "
        "C -31 18 -30 8 -28 2 L -20 2 C -18 -12 -14 -22 -14 -32 C -2 -24 16 -26 24 -38 "
        "C 30 -32 33 -26 35 -16 Z",
    )
    near_ear(canvas, who)
    strand(canvas, who, (-16, -36), (2, -34), (22, -46))
    strand(canvas, who, (-26, -42), (-6, -56), (16, -54))


def thin(canvas: Canvas, who: Face) -> None:
    mass(
        canvas,
        who,
        "M -16 -44 C -36 -44 -44 -26 -42 -8 C -41 10 -36 22 -28 31 C -31 18 -30 8 "
        "-28 2 "
        "L -20 4 C -20 -10 -24 -24 -16 -44 Z",
    )
    near_ear(canvas, who)
    strand(canvas, who, (-14, -42), (4, -48), (24, -40))


def bob_back(canvas: Canvas, who: Face) -> None:
    mass(
        canvas,
        who,
        "M 2 -60 C -32 -64 -50 -40 -48 -8 C -48 16 -52 36 -50 54 C -34 64 -6 62 6 52 "
        "L 28 50 C 36 30 40 0 36 -22 Z",
    )


def bob_front(canvas: Canvas, who: Face) -> None:
    mass(
        canvas,
        who,
        "M 38 16 C 42 -14 40 -52 6 -62 C -30 -66 -50 -40 -48 -8 C -48 16 -52 36 -50 54 "
        "C -36 60 -24 58 -16 54 C -20 30 -22 8 -16 -10 C -10 -20 -2 -26 4 -34 "
        "C 14 -24 26 -20 32 -14 C 34 -4 36 6 38 16 Z",
    )
    strand(canvas, who, (-6, -50), (-34, -10), (-34, 50))
    strand(canvas, who, (6, -52), (-22, -20), (-26, 30))


def bun_back(canvas: Canvas, who: Face) -> None:
    mass(canvas, who, "M -40 -8 C -62 -10 -70 8 -62 22 C -54 34 -36 30 -32 14 Z")
    canvas.line([(-66, -4), (-44, 26)], 3.4, "#D7A550", taper=2)


def bun_front(canvas: Canvas, who: Face) -> None:
    mass(
        canvas,
        who,
        "M 36 -8 C 42 -34 32 -60 4 -61 C -28 -64 -46 -42 -44 -14 C -43 6 -40 20 -30 28 "
        "C -30 16 -30 8 -28 2 L -20 2 C -18 -10 -8 -22 4 -34 C 16 -30 28 -24 36 -8 Z",
    )
    near_ear(canvas, who)
    strand(canvas, who, (2, -36), (-20, -24), (-40, 8))
    strand(canvas, who, (0, -50), (-26, -42), (-42, -10))


def long_back(canvas: Canvas, who: Face) -> None:
    mass(
        canvas,
        who,
        "M 2 -60 C -32 -64 -50 -40 -48 -8 C -48 40 -62 90 -56 140 C -36 150 -8 "
        "146 4 136 "
        "L 10 60 C 30 40 40 0 36 -22 Z",
    )


def tail_back(canvas: Canvas, who: Face) -> None:
    mass(
        canvas,
        who,
        "M -36 -26 C -56 -34 -72 -14 -70 18 C -70 50 -62 78 -50 96 C -50 70 -44 "
        "40 -34 8 Z",
    )


def kerchief_front(canvas: Canvas, who: Face) -> None:
    """Hair at the brow, and a plain cloth tied behind."""
    canvas.path(
        "M 34 -18 C 30 -40 0 -44 -22 -20 L -26 10 L -12 -8 C 2 -26 22 -28 34 -18 Z",
        who.hair_tones[0],
    )
    outline = geo.path(
        "M 37 -22 C 40 -46 26 -64 2 -65 C -30 -68 -50 -44 -48 -12 C -48 8 -44 26 "
        "-32 40 "
        "C -26 46 -24 30 -24 16 C -24 -4 -10 -24 8 -32 C 20 -36 30 -32 37 -22 Z"
    )
    canvas.fill(outline, who.cloth)
    with canvas.clip(outline):
        canvas.path(
            "M -60 -60 L -60 60 L -20 60 C -36 30 -40 -20 -10 -70 Z", shaded(who.cloth)
        )
        for fold in (
            [(28, -52), (-8, -40), (-34, 10)],
            [(34, -36), (0, -34), (-28, 6)],
        ):
            canvas.line(fold, 2.4, shaded(who.cloth, 0.4), smooth=True, taper=1)
    canvas.path("M -36 36 L -58 62 L -42 60 L -40 76 L -26 44 Z", lit(who.cloth, 0.1))


BACK_HAIR = {
    "bob": bob_back,
    "bun": bun_back,
    "long": long_back,
    "tail": tail_back,
}
FRONT_HAIR = {
    "short": short,
    "swept": swept,
    "thin": thin,
    "bob": bob_front,
    "long": bob_front,
    "bun": bun_front,
    "tail": bun_front,
    "kerchief": kerchief_front,
}
