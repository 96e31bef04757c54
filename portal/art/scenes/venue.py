"""The house of a district centre where the conference takes place."""

from portal.art.scenes.canvas import Canvas
from portal.art.scenes.crowd import Person, walking
from portal.art.scenes.landscape import karst, ridge, round_tree, star
from portal.art.scenes.palette import (
    C100,
    C200,
    C300,
    C400,
    C500,
    C600,
    C700,
    C800,
    C900,
    C950,
    H50,
    H100,
    H300,
    H400,
    H500,
    H600,
    H700,
    H800,
    HAIR_BROWN,
    HAIR_GREY,
    HAIR_INK,
    HAIR_SOFT,
    PEACH,
    SKIN_FAIR,
    SKIN_TAN,
    SKIN_WARM,
    WHITE,
    mix,
    shaded,
)

SLIM = 0.74

# Who is arriving: x, feet, scale, stride, trousers, person.
ARRIVING = (
    (
        764,
        674,
        0.19,
        1,
        C900,
        Person("crop", HAIR_INK, SKIN_WARM, C600, "shirt", 0.4, SLIM),
    ),
    (
        826,
        680,
        0.2,
        -1,
        C800,
        Person("bob", HAIR_SOFT, SKIN_FAIR, H500, "round", -0.5, SLIM),
    ),
    (
        668,
        716,
        0.25,
        1,
        C900,
        Person("bun", HAIR_GREY, SKIN_TAN, C700, "scarf", 0.3, SLIM, H300),
    ),
    (
        964,
        738,
        0.29,
        -1,
        C800,
        Person("crop", HAIR_SOFT, SKIN_TAN, C300, "padded", -0.4, 0.82),
    ),
    (
        1046,
        746,
        0.29,
        1,
        C900,
        Person("ponytail", HAIR_INK, SKIN_FAIR, PEACH, "round", -0.7, SLIM),
    ),
    (
        492,
        838,
        0.42,
        -1,
        C950,
        Person("side", HAIR_BROWN, SKIN_WARM, C500, "shirt", 0.7, 0.8),
    ),
    (
        364,
        862,
        0.45,
        1,
        C900,
        Person("kerchief", HAIR_INK, SKIN_TAN, C700, "padded", 0.4, 0.8, C500),
    ),
)


def draw(canvas: Canvas) -> None:
    land(canvas)
    hall(canvas)
    porch(canvas)
    yard(canvas)
    people(canvas)
    framing(canvas)


def land(canvas: Canvas) -> None:
    canvas.rect(0, 0, 1600, 900, H50)
    canvas.rect(0, 0, 1600, 210, C100)
    canvas.rect(0, 210, 1600, 80, mix(C100, H50, 0.5))
    for x, y, w in ((820, 78, 210), (1010, 104, 130), (330, 150, 180)):
        canvas.rect(x, y, w, 20, WHITE, radius=10)
        canvas.rect(x + w * 0.2, y - 16, w * 0.5, 28, WHITE, radius=14)
    far = ((560, 200, 330), (700, 150, 240), (1180, 210, 390), (1330, 180, 300))
    karst(canvas, far, 560, "#DCE3F2")
    middle = ((60, 210, 330), (210, 190, 420), (380, 200, 300), (1050, 170, 290))
    middle += ((1260, 190, 330), (1440, 240, 450), (1600, 200, 360))
    karst(canvas, middle, 570, C200, shade=mix(C200, C300, 0.6))
    near = ((-10, 260, 250), (130, 180, 190), (300, 230, 240), (1350, 210, 250))
    near += ((1530, 250, 300),)
    karst(canvas, near, 590, C300, shade=mix(C300, C400, 0.6), stitch=C200)
    tops = [(-20, 530), (200, 506), (420, 534), (1200, 520), (1420, 500), (1620, 526)]
    ridge(canvas, tops, 640, C400)
    canvas.rect(0, 596, 1600, 310, H300)


def hall(canvas: Canvas) -> None:
    """Two floors, a hipped tile roof, tall windows."""
    wall = "#FFFFFF"
    dusk = mix(C200, C100, 0.4)
    canvas.rect(400, 330, 800, 300, wall)
    canvas.rect(1000, 330, 200, 300, dusk)
    canvas.path("M 352 338 L 486 214 L 1114 214 L 1248 338 Z", H700)
    canvas.path("M 352 338 L 486 214 L 800 214 L 760 338 Z", H600)
    for i in range(1, 9):
        y = 214 + i * 14
        canvas.line([(486 - i * 15, y), (1114 + i * 15, y)], 2, H800, round_ends=False)
    canvas.rect(340, 334, 920, 16, H800)
    canvas.rect(340, 334, 920, 5, H500)
    canvas.rect(480, 206, 640, 12, H800, radius=4)
    canvas.rect(400, 350, 800, 14, C200)
    for x in (426, 514, 1020, 1108):
        side = x > 800
        for y, high in ((384, 78), (506, 96)):
            canvas.rect(x - 6, y - 6, 72, high + 12, C300 if side else C200)
            canvas.rect(x, y, 60, high, C700)
            canvas.path(
                f"M {x} {y} L {x + 40} {y} L {x + 8} {y + high} L {x} {y + high} Z",
                C500,
            )
            canvas.rect(x + 28, y, 4, high, C100)
            canvas.rect(x, y + high * 0.4, 60, 4, C100)
            canvas.rect(x - 10, y + high + 6, 80, 6, C300)
    canvas.rect(400, 480, 800, 10, C200)
    canvas.rect(400, 620, 800, 22, C300)


def porch(canvas: Canvas) -> None:
    """The porch with its sign, steps in front and a ramp on the right."""
    canvas.path("M 590 396 L 800 300 L 1010 396 Z", H700)
    canvas.path("M 590 396 L 800 300 L 800 396 Z", H600)
    canvas.path("M 640 392 L 800 320 L 960 392 Z", H100)
    star(canvas, 800, 363, 25, light=H400, dark=H500)
    canvas.rect(580, 392, 440, 14, H800)
    canvas.rect(612, 406, 376, 44, C800)
    canvas.rect(690, 418, 220, 9, H300, radius=3)
    canvas.rect(730, 433, 140, 6, C300, radius=3)
    canvas.rect(620, 450, 360, 190, C200)
    canvas.rect(690, 470, 220, 166, C800)
    for x in (696, 804):
        canvas.rect(x, 476, 100, 160, C900)
        canvas.path(f"M {x} 476 L {x + 70} 476 L {x + 10} 636 L {x} 636 Z", C700)
        canvas.rect(x + (86 if x < 750 else 6), 552, 6, 34, H400)
    for x in (620, 948):
        canvas.rect(x, 450, 34, 190, WHITE)
        canvas.rect(x + 22, 450, 12, 190, C200)
        canvas.rect(x - 6, 450, 46, 12, C100)
        canvas.rect(x - 6, 628, 46, 14, C300)
    for i in range(4):
        y, tone = 636 + i * 12, (C100, C200)[i % 2]
        canvas.rect(596 - i * 16, y, 408 + i * 32, 12, tone)
        canvas.rect(596 - i * 16, y + 9, 408 + i * 32, 3, C300)
    canvas.path("M 1052 636 L 1210 636 L 1330 686 L 1060 686 Z", C200)
    canvas.path(
        "M 1052 636 L 1060 686 L 1060 690 L 1330 690 L 1330 684 L 1060 684 Z", C300
    )
    canvas.line([(1066, 604), (1212, 604), (1322, 650)], 5, C600)
    for x, top, foot in (
        (1066, 604, 640),
        (1140, 604, 640),
        (1212, 604, 640),
        (1322, 650, 690),
    ):
        canvas.line([(x, top), (x, foot)], 5, C600)


def yard(canvas: Canvas) -> None:
    canvas.path("M 544 684 L 1056 684 L 1330 910 L 130 910 Z", H100)
    canvas.path("M 544 684 L 700 684 L 480 910 L 130 910 Z", mix(H100, WHITE, 0.4))
    for y, half in ((716, 290), (764, 346), (834, 432)):
        canvas.line(
            [(800 - half, y), (800 + half * 0.92, y)], 3, H300, round_ends=False
        )
    for x, y, size, bright in (
        (1356, 742, 1.0, C600),
        (1466, 748, 1.02, H600),
        (1578, 756, 1.04, C800),
    ):
        motorbike(canvas, x, y, size, bright)
    canvas.path("M 0 640 L 340 640 L 300 700 L 0 720 Z", C500)
    for x in range(8, 330, 34):
        canvas.ellipse(x, 650 - (x % 3) * 5, 30, 26, C600)
        canvas.ellipse(x - 6, 642 - (x % 3) * 5, 15, 12, C500)
    for x, y in ((60, 652), (150, 640), (240, 652), (300, 644), (110, 664)):
        star(canvas, x, y, 9)


def motorbike(canvas: Canvas, x: float, y: float, size: float, colour: str) -> None:
    """A parked motorbike seen from behind and a little from the side."""
    with canvas.at(x, y, size * 1.16):
        canvas.ellipse(6, 40, 44, 9, shaded(H300), 0.5)
        canvas.rect(-11, -12, 24, 54, C950, radius=11)
        canvas.path("M -28 -36 C -28 -60 30 -60 30 -36 L 24 8 Q 0 18 -22 8 Z", colour)
        canvas.path(
            "M 6 -52 C 26 -54 30 -46 30 -36 L 24 8 Q 16 13 8 14 Z", shaded(colour)
        )
        canvas.rect(-24, -60, 50, 16, C950, radius=8)
        canvas.rect(-10, -34, 22, 9, H400, radius=3)
        canvas.rect(-8, -18, 18, 12, WHITE)
        canvas.line([(-22, -56), (-42, -66)], 5, C900)
        canvas.line([(24, -56), (44, -66)], 5, C900)
        for side in (-1, 1):
            canvas.ellipse(side * 44, -82, 9, 7, C300)


def people(canvas: Canvas) -> None:
    for x, feet, scale, stride, trousers, who in ARRIVING:
        canvas.ellipse(
            x + 50 * scale, feet - 4 * scale, 150 * scale, 20 * scale, H400, 0.5
        )
        with canvas.at(x, feet - 700 * scale, scale):
            walking(canvas, who, trousers, stride=stride)


def framing(canvas: Canvas) -> None:
    """A big tree near the viewer closes the picture on the left."""
    round_tree(canvas, 1508, 640, 250, (C500, C400, C600), H800)
    canvas.line(
        [(96, 910), (104, 640), (70, 380), (30, 120)], 74, H800, smooth=True, taper=44
    )
    canvas.line([(84, 900), (90, 640), (58, 380)], 24, H700, smooth=True, taper=8)
    canvas.line([(92, 470), (180, 350), (236, 236)], 30, H800, smooth=True, taper=12)
    for dx, dy, r in (
        (-40, 60, 150),
        (120, 20, 140),
        (260, 60, 118),
        (360, 120, 80),
        (60, 150, 110),
        (205, 170, 84),
    ):
        canvas.ellipse(dx + 10, dy + 16, r * 1.1, r, C800)
    for dx, dy, r in (
        (-40, 50, 146),
        (120, 8, 138),
        (256, 48, 112),
        (356, 110, 72),
        (60, 140, 100),
        (200, 160, 78),
    ):
        canvas.ellipse(dx, dy, r * 1.1, r, C700)
    for dx, dy, r in ((-30, 10, 90), (100, -30, 92), (230, 10, 70)):
        canvas.ellipse(dx, dy, r * 1.1, r, C600)
