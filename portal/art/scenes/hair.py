"""Hair, kerchiefs and caps, seen from behind; the light comes from the left."""

from portal.art.scenes import geometry as geo
from portal.art.scenes.canvas import Canvas
from portal.art.scenes.palette import lit, shaded
from portal.art.scenes.person import Person

SKULL = "M 0 -52 C 27 -52 41 -32 40 -6 C 39 16 33 30 24 38 "
SKULL += "C 14 44 -14 44 -24 38 C -33 30 -39 16 -40 -6 C -41 -32 -27 -52 0 -52 Z"


def mass(canvas: Canvas, who: Person, words: str, glow: float = 11) -> None:
    """A mass of hair with its lit edge on the left."""
    dark, light = who.hair_tones
    outline = geo.path(words)
    canvas.fill(outline, light)
    with canvas.clip(outline), canvas.at(glow, glow * 0.45):
        canvas.fill(outline, dark)


def strands(canvas: Canvas, who: Person, lines, width: float = 2.2) -> None:
    for points in lines:
        canvas.line(points, width, who.hair_tones[1], smooth=True, taper=0.8)


def crop(canvas: Canvas, who: Person) -> None:
    mass(
        canvas,
        who,
        "M 0 -54 C 28 -55 43 -34 42 -8 C 42 2 39 8 36 14 L 33 8 C 32 20 28 28 22 33 "
        "C 10 37 -10 37 -22 33 C -28 28 -32 20 -33 8 L -36 14 C -39 8 -42 2 -42 -8 "
        "C -43 -34 -28 -55 0 -54 Z",
    )
    strands(canvas, who, [[(-6, -44), (-4, -38), (2, -34)]], 1.8)


def side_part(canvas: Canvas, who: Person) -> None:
    crop(canvas, who)
    dark, light = who.hair_tones
    canvas.path("M -30 -42 C -14 -62 26 -62 38 -36 C 24 -48 -8 -50 -30 -42 Z", dark)
    strands(canvas, who, [[(-26, -43), (4, -52), (32, -40)]], 2)


def balding(canvas: Canvas, who: Person) -> None:
    light, deep = who.skin
    canvas.path(SKULL, light)
    with canvas.clip(geo.path(SKULL)):
        canvas.path("M 12 -60 C 30 -40 24 -10 10 10 L 60 10 L 60 -60 Z", deep, 0.55)
    mass(
        canvas,
        who,
        "M -40 -10 C -34 4 -18 10 0 10 C 18 10 34 4 40 -10 C 42 6 36 26 24 35 "
        "C 10 40 -10 40 -24 35 C -36 26 -42 6 -40 -10 Z",
        6,
    )


def bob(canvas: Canvas, who: Person) -> None:
    mass(
        canvas,
        who,
        "M 0 -55 C 30 -56 47 -34 47 -4 C 48 20 50 38 47 56 C 30 66 -30 66 -47 56 "
        "C -50 38 -48 20 -47 -4 C -47 -34 -30 -56 0 -55 Z",
    )
    strands(
        canvas,
        who,
        [[(0, -40), (-3, 0), (0, 56)], [(20, -30), (24, 6), (22, 56)]],
    )


def wavy(canvas: Canvas, who: Person) -> None:
    mass(
        canvas,
        who,
        "M 0 -56 C 32 -57 50 -34 49 -4 C 49 10 60 18 56 34 C 52 48 66 60 56 78 "
        "C 46 92 34 84 24 94 C 12 102 -10 100 -22 94 C -36 88 -48 92 -56 78 "
        "C -64 62 -52 48 -57 34 C -60 18 -50 10 -49 -4 C -50 -34 -32 -57 0 -56 Z",
    )
    strands(
        canvas,
        who,
        [
            [(8, -36), (14, 6), (6, 40), (14, 82)],
            [(28, -20), (34, 20), (28, 50), (36, 78)],
            [(-14, -30), (-18, 10), (-12, 46), (-20, 80)],
        ],
    )


def long(canvas: Canvas, who: Person) -> None:
    mass(
        canvas,
        who,
        "M 0 -55 C 31 -56 47 -34 47 -4 C 48 40 54 90 50 142 C 36 152 -34 152 -48 144 "
        "C -54 90 -48 40 -47 -4 C -47 -34 -31 -56 0 -55 Z",
    )
    strands(
        canvas,
        who,
        [
            [(2, -44), (0, 20), (-4, 140)],
            [(20, -34), (26, 30), (24, 138)],
            [(-18, -34), (-20, 40), (-24, 136)],
        ],
    )


def ponytail(canvas: Canvas, who: Person) -> None:
    crop_high = (
        "M 0 -54 C 28 -55 43 -34 42 -8 C 41 12 34 28 22 36 C 8 40 -8 40 -22 36 "
        "C -34 28 -41 12 -42 -8 C -43 -34 -28 -55 0 -54 Z"
    )
    mass(canvas, who, crop_high)
    strands(
        canvas,
        who,
        [[(-36, 4), (-20, -10), (0, -14)], [(36, 6), (20, -8), (0, -14)]]
        + [[(-22, 32), (-10, 8), (0, -10)], [(22, 32), (10, 8), (0, -10)]],
        1.8,
    )
    mass(
        canvas,
        who,
        "M -12 -14 C 0 -22 14 -20 17 -8 C 26 24 26 66 8 112 C 2 104 -2 106 -8 98 "
        "C -20 60 -22 20 -12 -14 Z",
        8,
    )
    canvas.rect(-13, -14, 28, 10, "#D7A550", radius=4)


def low_bun(canvas: Canvas, who: Person) -> None:
    mass(canvas, who, SKULL.replace("-52", "-54"))
    strands(
        canvas,
        who,
        [[(-34, -8), (-22, 14), (-8, 24)], [(34, -8), (22, 14), (8, 24)]]
        + [[(0, -46), (2, -10), (0, 16)]],
        1.8,
    )
    mass(
        canvas,
        who,
        "M 0 8 C 20 8 27 20 25 33 C 22 48 -22 48 -25 33 C -27 20 -20 8 0 8 Z",
        7,
    )
    canvas.line([(-28, 22), (30, 34)], 4, "#D7A550", taper=2.5)


def top_bun(canvas: Canvas, who: Person) -> None:
    mass(
        canvas,
        who,
        "M 0 -84 C 18 -84 24 -70 20 -56 L -20 -56 C -24 -70 -18 -84 0 -84 Z",
        7,
    )
    mass(canvas, who, SKULL.replace("-52", "-54"))
    strands(
        canvas,
        who,
        [[(-24, 30), (-14, -10), (-5, -50)], [(24, 30), (14, -10), (5, -50)]]
        + [[(0, 36), (0, -6), (0, -50)]],
        1.8,
    )


def kerchief(canvas: Canvas, who: Person) -> None:
    """A plain square of cloth folded over the hair and tied at the nape."""
    deep = shaded(who.cloth, 0.26)
    outline = geo.path(
        "M 0 -58 C 32 -60 49 -34 48 -4 C 47 14 40 28 26 38 L 14 46 L 30 98 L 8 88 "
        "L 0 104 L -8 88 L -26 96 L -14 46 L -26 38 C -40 28 -47 14 -48 -4 "
        "C -49 -34 -32 -60 0 -58 Z"
    )
    canvas.fill(outline, who.cloth)
    with canvas.clip(outline):
        canvas.path("M 14 -62 C 34 -30 30 14 12 40 L 40 110 L 80 40 L 70 -60 Z", deep)
        for fold in (
            [(-44, 8), (-26, 26), (-8, 40)],
            [(-46, -10), (-24, 10), (-4, 36)],
            [(44, 0), (26, 22), (8, 38)],
        ):
            canvas.line(fold, 2.6, shaded(who.cloth, 0.4), smooth=True, taper=1)
        border = [(-47, 2), (-30, 28), (0, 42), (30, 28), (47, 2)]
        canvas.dashes(geo.spline(border, closed=False), 3, lit(who.cloth, 0.6), 7)
    canvas.ellipse(0, 44, 13, 9, shaded(who.cloth, 0.14))


def beanie(canvas: Canvas, who: Person) -> None:
    crop(canvas, who)
    deep = shaded(who.cloth, 0.25)
    outline = geo.path(
        "M 0 -64 C 32 -64 46 -40 45 -10 L 45 0 C 20 10 -20 10 -45 0 L -45 -10 "
        "C -46 -40 -32 -64 0 -64 Z"
    )
    canvas.fill(outline, who.cloth)
    with canvas.clip(outline):
        canvas.path("M 16 -70 C 34 -44 30 -14 20 12 L 60 12 L 60 -70 Z", deep)
        for x in range(-36, 45, 12):
            canvas.line([(x * 0.5, -60), (x, -14)], 1.6, deep, round_ends=False)
    canvas.path("M -47 -14 C -20 -4 20 -4 47 -14 L 47 3 C 20 14 -20 14 -47 3 Z", deep)


HAIR = {
    "crop": crop,
    "side": side_part,
    "balding": balding,
    "bob": bob,
    "wavy": wavy,
    "long": long,
    "ponytail": ponytail,
    "bun": low_bun,
    "topbun": top_bun,
    "kerchief": kerchief,
    "beanie": beanie,
}
LONG_HAIR = {"long", "wavy"}
EAR_SHOWS = {"crop", "side", "balding", "ponytail", "bun", "topbun"}
