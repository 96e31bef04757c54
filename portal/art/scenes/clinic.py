"""A commune health station: coloured cards keep the queue in order."""

from portal.art.scenes.bodies import hand, heading, shirt_collar, sleeve, torso
from portal.art.scenes.canvas import Canvas
from portal.art.scenes.faces import Face, face
from portal.art.scenes.palette import (
    C50,
    C100,
    C200,
    C300,
    C500,
    C600,
    C700,
    C800,
    C900,
    H100,
    H300,
    H400,
    H500,
    H600,
    H700,
    H800,
    HAIR_BROWN,
    HAIR_INK,
    HAIR_SOFT,
    HAIR_WHITE,
    SKIN_FAIR,
    SKIN_TAN,
    SKIN_WARM,
    WHITE,
    mix,
    shaded,
)
from portal.art.scenes.rooms import plant, shaft, weave, window

CARDS = (H400, C500, WHITE, H600)


def draw(canvas: Canvas) -> None:
    room(canvas)
    board(canvas)
    counter_back(canvas)
    for x in (150, 330):
        shaft(canvas, [(x, 716), (x + 150, 716), (x + 60, 876), (x - 110, 876)], 0.6)
    bench(canvas)
    mother(canvas)
    grandfather(canvas)
    farmer(canvas)
    nurse(canvas)


def card(
    canvas: Canvas, x: float, y: float, colour: str, turn: float = 0, size=1.0
) -> None:
    """A queue card: one colour, one big dot, a cord hole."""
    with canvas.at(x, y, size, turn=turn):
        canvas.rect(-26, -36, 52, 72, shaded(colour, 0.3), radius=5)
        canvas.rect(-28, -38, 52, 72, colour, radius=5)
        canvas.ellipse(
            -2, 4, 15, 15, shaded(colour, 0.55) if colour == WHITE else WHITE
        )
        canvas.ellipse(-2, -27, 4, 4, C900)


def room(canvas: Canvas) -> None:
    canvas.rect(0, 0, 1600, 900, C50)
    canvas.rect(0, 430, 1600, 260, C200)
    canvas.rect(0, 424, 1600, 8, C300)
    canvas.rect(0, 690, 1600, 210, mix(H100, H300, 0.45))
    canvas.rect(0, 684, 1600, 12, C500)
    for x in range(-1600, 3200, 230):
        near, far = (x, 900), (800 + (x - 800) * 0.62, 696)
        canvas.line([far, near], 3, mix(H300, H400, 0.25), round_ends=False)
    canvas.line([(0, 772), (1600, 772)], 3, mix(H300, H400, 0.25), round_ends=False)
    corners = [(54, 92), (330, 92), (330, 392), (54, 392)]
    window(canvas, corners, panes=(2, 2), width=14, view=(0, 60, 400, 350))
    canvas.rect(36, 392, 312, 14, WHITE)


def board(canvas: Canvas) -> None:
    """Four colours, four lines: what each card means."""
    canvas.rect(452, 78, 452, 292, C800)
    canvas.rect(452, 78, 452, 50, C600)
    canvas.rect(476, 96, 186, 14, WHITE, radius=4)
    for i, colour in enumerate(CARDS):
        y = 146 + i * 54
        canvas.rect(478, y, 60, 40, colour, radius=4)
        canvas.ellipse(508, y + 20, 10, 10, C800 if colour == WHITE else WHITE)
        canvas.rect(562, y + 6, (220, 176, 250, 140)[i], 10, C200, radius=4)
        canvas.rect(562, y + 24, (150, 230, 120, 190)[i], 8, C500, radius=4)
        for n in range((3, 5, 2, 1)[i]):
            canvas.rect(836 + (n % 5) * 11, y + 8, 7, 24, H400)


def counter_back(canvas: Canvas) -> None:
    """The reception corner: a cross, a cabinet, the desk with its card rack."""
    canvas.rect(1096, 78, 110, 110, C600)
    canvas.rect(1138, 96, 26, 74, WHITE)
    canvas.rect(1114, 120, 74, 26, WHITE)
    canvas.rect(1290, 80, 262, 350, WHITE)
    canvas.rect(1290, 80, 262, 350, C100)
    canvas.rect(1302, 92, 114, 326, C300)
    canvas.rect(1426, 92, 114, 326, C300)
    for y in (92, 200, 308):
        canvas.rect(1302, y + 98, 238, 8, WHITE)
        for i in range(9):
            x = 1312 + i * 26
            high = (56, 42, 70, 50)[(i + y) % 4]
            tone = (WHITE, H400, C600, C100, H100)[(i * 2 + y) % 5]
            if x + 18 < 1412 or x > 1424:
                canvas.rect(x, y + 98 - high, 18, high, tone, radius=3)
                canvas.rect(x + 3, y + 98 - high - 7, 12, 8, C700)
    canvas.path("M 1302 92 L 1360 92 L 1302 190 Z", WHITE, 0.4)
    canvas.path("M 1426 92 L 1484 92 L 1426 190 Z", WHITE, 0.4)


def bench(canvas: Canvas) -> None:
    canvas.rect(60, 596, 800, 26, H600, radius=4)
    canvas.rect(60, 596, 800, 9, H500, radius=4)
    canvas.rect(60, 500, 800, 22, H500, radius=4)
    canvas.rect(60, 538, 800, 22, H500, radius=4)
    for x in (96, 440, 800):
        canvas.rect(x, 480, 16, 120, H700)
        canvas.rect(x, 620, 18, 140, H800)


def seated_legs(canvas: Canvas, colour: str, shoe: str, spread: float = 1) -> None:
    """Knees towards the counter, shins down, feet on the floor."""
    for dx, dy, tone in ((24, -16, shaded(colour, 0.3)), (-16, 0, colour)):
        leg = [(dx, 270 + dy), (dx + 94 * spread, 296 + dy)]
        canvas.line([*leg, (dx + 90 * spread, 470 + dy)], 66, tone, taper=44)
        x, y = dx + 90 * spread, 470 + dy
        canvas.path(
            f"M {x - 24} {y} L {x + 22} {y} L {x + 50} {y + 22} Q {x + 52} {y + 32} "
            f"{x + 40} {y + 32} L {x - 24} {y + 32} Z",
            shoe,
        )


def mother(canvas: Canvas) -> None:
    who = Face("tail", HAIR_INK, SKIN_FAIR, mood="smile", down=True)
    child = Face("short", HAIR_BROWN, SKIN_FAIR, mood="smile")
    with canvas.at(236, 388, 0.78):
        seated_legs(canvas, C700, H800)
        torso(canvas, H500, length=290, wide=0.86)
        canvas.path("M -60 250 L 66 250 L 70 300 L -72 300 Z", C700)
    with canvas.at(242, 392, 0.78, turn=8):
        face(canvas, who)
    with canvas.at(318, 470, 0.5):
        canvas.path("M -30 300 L 60 300 L 120 420 L 60 430 L 30 350 L -30 360 Z", C800)
        torso(canvas, H300, length=320, wide=0.9)
        face(canvas, child)
        arm = [(50, 120), (110, 190), (160, 150)]
        sleeve(canvas, arm, (50, 34), H300)
        hand(canvas, arm[-1], heading(arm), child.skin, "fist")
    card(canvas, 410, 524, H400, 10, 0.72)
    around = [(186, 476), (232, 590), (330, 588)]
    sleeve(canvas, around, (42, 28), H500)
    hand(canvas, around[-1], -10, who.skin, scale=0.74)


def grandfather(canvas: Canvas) -> None:
    who = Face("thin", HAIR_WHITE, SKIN_TAN, mood="smile", old=True)
    with canvas.at(560, 386, 0.82):
        seated_legs(canvas, C800, H800)
        sleeve(canvas, [(-62, 114), (-96, 200), (-40, 262)], (50, 34), C900)
        torso(canvas, C800, length=292, wide=0.92)
        canvas.line([(6, 90), (8, 280)], 3, C600)
        for y in (124, 164, 204):
            canvas.ellipse(10, y, 4, 4, H300)
        face(canvas, who)
        shirt_collar(canvas, C600)
        canvas.line([(140, 222), (156, 500)], 11, H700)
        canvas.line([(104, 216), (126, 200), (144, 232)], 11, H700, smooth=True)
        sleeve(canvas, [(66, 114), (100, 206), (132, 220)], (50, 34), C800)
        hand(canvas, (124, 216), 8, who.skin, "fist")
    card(canvas, 506, 600, C500, -8, 0.72)


def farmer(canvas: Canvas) -> None:
    """A woman in a plain headscarf has just been given her card."""
    who = Face("kerchief", HAIR_SOFT, SKIN_TAN, mood="smile", cloth=C600)
    with canvas.at(812, 330, 0.98):
        canvas.path(
            "M -66 280 L 66 280 L 58 560 L 14 560 L 2 340 L -14 560 L -62 560 Z", C900
        )
        canvas.path("M -58 556 L -8 556 L 8 574 L -58 574 Z", H800)
        canvas.path("M 16 556 L 60 556 L 84 574 L 16 574 Z", H800)
        torso(canvas, C300, length=310, wide=0.84, hem=0.92)
        canvas.line([(8, 96), (12, 300)], 3, C500)
        for y in (128, 176, 224):
            canvas.ellipse(15, y, 4.5, 4.5, C700)
        sleeve(
            canvas, [(-64, 112), (-92, 200), (-80, 290)], (50, 32), shaded(C300, 0.2)
        )
        hand(canvas, (-80, 290), 88, who.skin, "fist")
        face(canvas, who)
        canvas.path(
            "M -22 62 C -6 80 10 80 22 62 L 28 74 C 10 92 -12 92 -30 74 Z", H300
        )
    with canvas.at(734, 628):
        canvas.line([(-40, 30), (-30, -22), (30, -22), (40, 30)], 7, H700, smooth=True)
        canvas.path("M -62 26 L 62 26 L 48 112 L -48 112 Z", H500)
        canvas.path("M 8 26 L 62 26 L 48 112 L 10 112 Z", H600)
        canvas.rect(-66, 20, 132, 14, H400, radius=4)
        weave(canvas, -54, 52, 108, 4, H300)


def nurse(canvas: Canvas) -> None:
    who = Face("bun", HAIR_INK, SKIN_WARM, mood="smile")
    with canvas.at(1098, 300, 1.08, flip=True):
        torso(canvas, WHITE, length=420, wide=0.86)
        canvas.line([(10, 96), (14, 300)], 3, C200)
        canvas.rect(-60, 150, 40, 44, C100)
        canvas.line([(-50, 140), (-50, 168)], 5, C600)
        canvas.path("M -18 62 L 8 98 L 24 62 Z", who.skin[0])
        face(canvas, who)
        canvas.path("M -22 60 L 6 92 L -16 112 L -32 72 Z", C100)
        canvas.path("M 24 62 L 6 92 L 26 108 L 36 74 Z", C200)
        canvas.line(
            [(-26, 78), (-24, 130), (4, 152), (28, 128), (32, 78)],
            5,
            C700,
            smooth=True,
        )
        canvas.ellipse(4, 154, 10, 10, C500)
    her = [(866, 446), (894, 520), (950, 476)]
    sleeve(canvas, her, (48, 30), C300)
    card(canvas, 966, 424, H400, -6, 1.05)
    hand(canvas, her[-1], -34, SKIN_TAN, "open", scale=0.86)
    sleeve(canvas, [(1032, 424), (1062, 520), (1006, 480)], (56, 36), WHITE, cuff=C300)
    hand(canvas, (1006, 480), 208, who.skin, "open", flip=True, scale=0.95)
    desk(canvas)


def desk(canvas: Canvas) -> None:
    """The reception desk and its rack of cards."""
    canvas.path("M 1040 578 L 1610 578 L 1610 616 L 1016 616 Z", H400)
    canvas.path("M 1040 578 L 1300 578 L 1270 616 L 1016 616 Z", mix(H400, H300, 0.6))
    canvas.rect(1016, 616, 600, 300, C600)
    canvas.rect(1016, 616, 600, 12, C800)
    canvas.rect(1046, 656, 170, 196, C700)
    canvas.rect(1246, 656, 170, 196, C700)
    canvas.rect(1446, 656, 170, 196, C700)
    weave(canvas, 1016, 868, 600, 4, H400)
    canvas.path("M 1180 596 L 1470 596 L 1484 566 L 1194 566 Z", H700)
    for i, colour in enumerate(CARDS):
        for n in range(3):
            card(canvas, 1226 + i * 70 + n * 5, 548 - n * 5, colour, 4, 0.78)
    canvas.rect(1180, 572, 292, 28, H600, radius=3)
    canvas.rect(1180, 572, 292, 8, H500, radius=3)
    plant(canvas, 1546, 596, 76)
    canvas.path("M 1066 606 L 1082 588 L 1164 588 L 1158 606 Z", WHITE)
    canvas.line([(1086, 600), (1144, 592)], 5, C800)
