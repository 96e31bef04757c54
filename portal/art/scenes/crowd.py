"""People seen from behind: heads, hair and shoulders of an audience.

Units: a head is about 100 high and centred on (0, 0); shoulders lie near y = 95.
``turn`` from -1 to 1 is how far the head looks to the left or right; the light
comes from the left.
"""

from portal.art.scenes import geometry as geo
from portal.art.scenes.canvas import Canvas
from portal.art.scenes.hair import EAR_SHOWS, HAIR, LONG_HAIR
from portal.art.scenes.palette import lit, mix, shaded
from portal.art.scenes.person import Person

__all__ = ["Person", "from_behind", "walking"]


def from_behind(canvas: Canvas, who: Person, depth: float = 320) -> None:
    """Draw ``who`` from the crown down to ``depth``."""
    if who.hair in LONG_HAIR:
        shoulders(canvas, who, depth)
        neck(canvas, who)
        head(canvas, who)
        return
    shoulders(canvas, who, depth)
    neck(canvas, who)
    collar(canvas, who)
    head(canvas, who)


def shoulders(canvas: Canvas, who: Person, depth: float) -> None:
    b = who.broad
    outline = geo.path(
        f"M {-20 * b} 62 C {-34 * b} 78 {-70 * b} 82 {-92 * b} 96 "
        f"C {-110 * b} 108 {-118 * b} 140 {-122 * b} 190 L {-128 * b} {depth} "
        f"L {128 * b} {depth} L {122 * b} 190 C {118 * b} 140 {110 * b} 108 "
        f"{92 * b} 96 C {70 * b} 82 {34 * b} 78 {20 * b} 62 Z"
    )
    light, deep = lit(who.top), shaded(who.top)
    canvas.fill(outline, who.top)
    with canvas.clip(outline):
        canvas.path(
            f"M {-20 * b} 58 C {-36 * b} 82 {-74 * b} 84 {-98 * b} 100 "
            f"C {-112 * b} 116 {-112 * b} 150 {-112 * b} 190 L {-112 * b} {depth} "
            f"L {-160 * b} {depth} L {-160 * b} 58 Z",
            light,
        )
        canvas.path(
            f"M {36 * b} 60 C {62 * b} 86 {78 * b} 104 {86 * b} 150 "
            f"C {90 * b} 190 {80 * b} 240 {84 * b} {depth} L {170 * b} {depth} "
            f"L {170 * b} 60 Z",
            deep,
        )
        if who.collar == "padded":
            for y in range(128, int(depth), 34):
                seam = [(-130 * b, y), (0, y + 13), (130 * b, y)]
                canvas.line(seam, 2.4, deep, smooth=True, round_ends=False)
        elif who.collar != "scarf":
            canvas.line([(0, 92), (1, depth)], 2, deep, round_ends=False)


def neck(canvas: Canvas, who: Person) -> None:
    light, deep = who.skin
    shift = who.turn * 5
    canvas.path(
        f"M {-19 + shift} 26 L {-21} 74 C -10 86 10 86 21 74 L {19 + shift} 26 Z",
        light,
    )
    canvas.path(
        f"M {-19 + shift} 34 C {-6 + shift} 48 {10 + shift} 48 {19 + shift} 34 "
        f"L 21 74 C 16 82 10 82 6 82 C 10 66 {2 + shift} 56 {-19 + shift} 50 Z",
        deep,
    )


def collar(canvas: Canvas, who: Person) -> None:
    tone = shaded(who.top, 0.18)
    if who.collar == "shirt":
        canvas.path(
            "M -27 60 C -12 70 12 70 27 60 L 31 80 C 12 92 -12 92 -31 80 Z", tone
        )
        canvas.line(
            [(-30, 81), (0, 90), (30, 81)],
            2,
            shaded(who.top, 0.45),
            smooth=True,
            round_ends=False,
        )
    elif who.collar == "round":
        canvas.path(
            "M -25 68 C -10 80 10 80 25 68 L 30 77 C 12 92 -12 92 -30 77 Z", tone
        )
    elif who.collar == "padded":
        canvas.path(
            "M -32 56 C -14 64 14 64 32 56 C 40 66 40 80 34 90 "
            "C 14 100 -14 100 -34 90 C -40 80 -40 66 -32 56 Z",
            tone,
        )
        canvas.path(
            "M -32 56 C -40 66 -40 80 -34 90 C -28 93 -24 94 -20 95 "
            "C -26 82 -26 70 -20 60 Z",
            lit(who.top),
        )
    elif who.collar == "scarf":
        deep = shaded(who.cloth, 0.22)
        canvas.path(
            "M -34 48 C -16 58 16 58 34 48 C 48 58 50 82 40 94 "
            "C 18 108 -18 108 -40 94 C -50 82 -48 58 -34 48 Z",
            who.cloth,
        )
        canvas.line([(-42, 66), (0, 80), (43, 68)], 3, deep, smooth=True)
        canvas.line([(-42, 82), (4, 95), (40, 84)], 3, deep, smooth=True)
        canvas.path("M 14 84 L 34 82 L 44 148 L 20 152 Z", who.cloth)
        canvas.path("M 30 88 L 36 84 L 44 148 L 34 150 Z", deep)


def head(canvas: Canvas, who: Person) -> None:
    if abs(who.turn) > 0.25:
        with canvas.at(flip=who.turn < 0):
            cheek(canvas, who, abs(who.turn))
    else:
        ears(canvas, who)
    with canvas.at(-6 * who.turn, turn=who.turn * 5):
        HAIR[who.hair](canvas, who)
    if abs(who.turn) > 0.25 and who.hair in EAR_SHOWS:
        with canvas.at(flip=who.turn < 0):
            ear(canvas, who, 29 - 16 * abs(who.turn), 7)


def ear(canvas: Canvas, who: Person, x: float, y: float) -> None:
    light, deep = who.skin
    canvas.ellipse(x, y, 8, 12, light)
    canvas.path(
        f"M {x + 1} {y - 7} C {x + 6} {y - 5} {x + 6} {y + 5} {x} {y + 7} Z", deep
    )


def ears(canvas: Canvas, who: Person) -> None:
    light, deep = who.skin
    canvas.ellipse(-40, 6, 6, 11, light)
    canvas.ellipse(40, 6, 6, 11, deep)


def cheek(canvas: Canvas, who: Person, turn: float) -> None:
    """The lost profile: brow, cheekbone, jaw, and at most the tip of a nose."""
    light, deep = who.skin
    out = 39 + 8 * turn
    tone = light if who.turn < 0 else mix(light, deep, 0.45)
    if turn > 0.75:
        canvas.path(
            f"M {out - 4} -12 L {out + 9} 7 C {out + 10} 11 {out + 4} 13 {out - 4} "
            "13 Z",
            tone,
        )
    canvas.path(
        f"M 10 -40 C 30 -40 {out - 2} -28 {out - 1} -16 C {out - 4} -8 {out + 1} 0 "
        f"{out} 8 "
        f"C {out} 20 {out - 5} 34 {out - 16} 43 C {out - 24} 50 6 50 -4 38 Z",
        tone,
    )
    canvas.path(
        f"M {out - 14} 44 C 14 52 0 44 -6 34 C 6 40 14 40 {out - 14} 44 Z", deep
    )


def walking(
    canvas: Canvas,
    who: Person,
    trousers: str,
    shoes: str = "#573811",
    stride: float = 1,
) -> None:
    """``who`` from behind on their feet; the ground is at y = 700."""
    dark = shaded(trousers, 0.35)
    for side, tone in ((1, dark), (-1, trousers)):
        step = side * 14 * stride
        x = side * 38
        canvas.line(
            [(x, 280), (x + step * 0.3, 470), (x + step, 670 + side * -8 * stride)],
            74,
            tone,
            taper=50,
        )
        y = 684 - side * 8 * stride
        canvas.rect(x + step - 26, y - 14, 52, 24, shoes, radius=10)
    for side in (-1, 1):
        arm = [(side * 92 * who.broad, 128), (side * 118 * who.broad, 230)]
        arm.append((side * (112 * who.broad + 8 * side * stride), 330))
        tone = who.top if side < 0 else shaded(who.top, 0.25)
        canvas.line(arm, 52, tone, smooth=True, taper=36)
        canvas.ellipse(
            arm[-1][0], arm[-1][1] + 18, 16, 20, who.skin[0 if side < 0 else 1]
        )
    from_behind(canvas, who, 312)
