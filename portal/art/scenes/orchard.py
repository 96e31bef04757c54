"""Star anise on the hills: a light pole brings the fruit down without climbing."""

from portal.art.scenes import geometry as geo
from portal.art.scenes.bodies import hand, sleeve, torso
from portal.art.scenes.canvas import Canvas
from portal.art.scenes.crowd import Person, walking
from portal.art.scenes.faces import Face, face
from portal.art.scenes.landscape import karst, mist, ridge, star
from portal.art.scenes.palette import (
    C50,
    C200,
    C300,
    C400,
    C500,
    C600,
    C700,
    C800,
    C900,
    H50,
    H100,
    H300,
    H400,
    H500,
    H600,
    H700,
    H800,
    HAIR_INK,
    HAIR_SOFT,
    SKIN_TAN,
    SKIN_WARM,
    mix,
    shaded,
)
from portal.art.scenes.rooms import weave


def draw(canvas: Canvas) -> None:
    land(canvas)
    terraces(canvas)
    canvas.path(
        "M -10 744 C 300 690 700 716 1000 742 C 1240 762 1440 744 1610 716 L 1610 "
        "910 L -10 910 Z",
        H300,
    )
    canvas.path(
        "M -10 790 C 360 752 760 800 1100 812 C 1300 818 1480 806 1610 786 L 1610 "
        "910 L -10 910 Z",
        mix(H300, H400, 0.55),
    )
    carrier(canvas)
    tree(canvas)
    picker(canvas)
    tray(canvas, 1060, 826, 1.0)
    basket(canvas, 862, 800, 1.0)
    near_branch(canvas)


def land(canvas: Canvas) -> None:
    canvas.rect(0, 0, 1600, 900, H50)
    canvas.rect(0, 0, 1600, 150, C50)
    canvas.ellipse(452, 292, 92, 92, H300)
    far = ((90, 210, 330), (250, 180, 250), (620, 220, 380), (770, 170, 280))
    karst(canvas, far, 600, "#DCE3F2")
    middle = ((-10, 230, 300), (180, 210, 290), (560, 190, 260), (900, 230, 370))
    middle += ((1080, 190, 290), (1300, 220, 380))
    karst(canvas, middle, 610, C200, shade=mix(C200, C300, 0.5))
    mist(canvas, 60, 510, 620, 26)
    near = ((60, 200, 210), (330, 210, 200), (760, 190, 190), (980, 220, 250))
    near += ((1190, 190, 200), (1440, 240, 280), (1600, 200, 240))
    karst(canvas, near, 620, C300, shade=mix(C300, C400, 0.6), stitch=C200)
    mist(canvas, 560, 548, 700, 26)


def terraces(canvas: Canvas) -> None:
    """Rows of young trees along the contours, stitched like cloth."""
    hills = (
        (
            [(-20, 566), (220, 530), (520, 566), (820, 548), (1180, 574), (1620, 540)],
            C400,
            C200,
        ),
        (
            [(-20, 616), (260, 594), (560, 628), (900, 600), (1240, 622), (1620, 590)],
            C500,
            C300,
        ),
        (
            [(-20, 664), (340, 654), (640, 680), (980, 658), (1300, 680), (1620, 650)],
            C600,
            C400,
        ),
    )
    for number, (tops, tone, seam) in enumerate(hills):
        ridge(canvas, tops, 800, tone)
        for drop in (18, 34):
            line = geo.spline([(x, y + drop) for x, y in tops], closed=False)
            canvas.dashes(line, 2, seam, 10)
        line = geo.spline(tops, closed=False)
        for x, y in line[6 :: 5 - number]:
            size = 11 + number * 5
            canvas.line([(x, y + 4), (x, y - size)], 3, H800)
            canvas.path(
                f"M {x - size * 0.7} {y - size * 0.3} Q {x - size * 0.6} "
                f"{y - size * 2.1} "
                f"{x} {y - size * 2.7} Q {x + size * 0.6} {y - size * 2.1} "
                f"{x + size * 0.7} {y - size * 0.3} Z",
                shaded(tone, 0.35),
            )


def leaf(
    canvas: Canvas, x: float, y: float, size: float, turn: float, tone: str
) -> None:
    with canvas.at(x, y, size, turn=turn):
        canvas.path("M 0 0 C 16 -16 60 -20 100 0 C 60 20 16 16 0 0 Z", tone)
        canvas.path("M 0 0 C 16 16 60 20 100 0 Z", shaded(tone, 0.2))


def spray(canvas: Canvas, x: float, y: float, size: float, turn: float, tones) -> None:
    """A twig end: leaves around it and, sometimes, a ripe star."""
    for i, angle in enumerate((-70, 62, -38, 34, -10, 12)):
        leaf(
            canvas,
            x,
            y,
            size * (0.85 + 0.1 * (i % 2)),
            turn + angle,
            tones[i % len(tones)],
        )


def tree(canvas: Canvas) -> None:
    """The bearing tree on the right; its crown fills the corner."""
    canvas.path(
        "M 1330 812 C 1352 700 1352 560 1336 420 L 1400 400 C 1414 560 1420 700 "
        "1456 806 "
        "C 1420 822 1370 824 1330 812 Z",
        H800,
    )
    canvas.path(
        "M 1330 812 C 1352 700 1352 560 1336 420 L 1356 414 C 1368 560 1368 700 "
        "1360 816 Z",
        H700,
    )
    for ends in (
        [(1360, 480), (1250, 380), (1130, 330)],
        [(1372, 450), (1380, 300), (1350, 190)],
        [(1380, 470), (1480, 370), (1590, 320)],
    ):
        canvas.line(ends, 30, H800, smooth=True, taper=9)
    masses = (
        (1180, 330, 120),
        (1290, 240, 150),
        (1430, 180, 170),
        (1560, 260, 150),
        (1400, 330, 130),
        (1520, 390, 120),
        (1240, 400, 84),
        (1330, 90, 130),
        (1520, 80, 150),
    )
    for x, y, r in masses:
        canvas.ellipse(x + 8, y + 14, r * 1.08, r * 0.92, C900)
    for x, y, r in masses:
        canvas.ellipse(x, y, r * 1.06, r * 0.9, C700)
    for i in range(64):
        x, y, r = masses[i % len(masses)]
        angle, reach = i * 137.5, 0.3 + 0.62 * ((i * 7 % 10) / 10)
        (px, py) = geo.ellipse(x, y, r * reach, r * 0.85 * reach, angle, angle + 5)[0]
        tone = (C600, C500, C800, C600)[i % 4]
        leaf(canvas, px, py, 0.52, angle + 20 + i * 11, tone)
        leaf(canvas, px, py, 0.48, angle - 40 + i * 11, shaded(tone, 0.2))
    for i, (x, y) in enumerate(
        (
            (1130, 360),
            (1196, 296),
            (1262, 372),
            (1300, 200),
            (1238, 236),
            (1360, 290),
            (1420, 120),
            (1452, 250),
            (1510, 330),
            (1540, 180),
            (1390, 388),
            (1330, 60),
            (1470, 420),
            (1580, 410),
            (1556, 60),
        )
    ):
        star(canvas, x, y, 27 + i % 3 * 5, turn=i * 17, light=H300, dark=H500)


def picker(canvas: Canvas) -> None:
    """She stands on the ground and twists the fruit into the pouch of the pole."""
    who = Face("kerchief", HAIR_SOFT, SKIN_TAN, mood="smile", cloth=C500)
    canvas.ellipse(1010, 806, 130, 14, H500, 0.5)
    canvas.line([(880, 660), (1150, 352)], 10, H700, taper=8)
    canvas.line([(882, 656), (1148, 352)], 4, H500, taper=3)
    canvas.path("M 1120 372 L 1172 356 L 1178 404 Q 1150 440 1126 414 Z", H100)
    canvas.path("M 1148 364 L 1172 356 L 1178 404 Q 1164 424 1150 424 Z", H300)
    canvas.line([(1118, 374), (1146, 346), (1176, 356)], 6, C800, smooth=True)
    with canvas.at(950, 448, 0.66):
        canvas.line([(-34, 280), (-44, 400), (-50, 520)], 80, C800, taper=50)
        canvas.line([(30, 280), (52, 400), (44, 520)], 80, C900, taper=50)
        for x in (-50, 44):
            canvas.path(
                f"M {x - 26} 512 L {x + 26} 512 L {x + 58} 540 L {x - 26} 540 Z", H800
            )
        sleeve(canvas, [(64, 110), (120, 150), (112, 92)], (50, 34), shaded(H500, 0.2))
        hand(canvas, (110, 96), -70, who.skin, "fist")
        torso(canvas, H500, length=320, wide=0.84)
        canvas.line([(10, 96), (14, 310)], 3, H700)
        for y in (126, 170, 214, 258):
            canvas.ellipse(17, y, 4, 4, H100)
        canvas.rect(-76, 262, 150, 22, C600)
        with canvas.at(0, 4, turn=-14):
            face(canvas, who)
        arm = [(-62, 116), (-96, 214), (-24, 232)]
        sleeve(canvas, arm, (54, 36), H500)
        hand(canvas, (-30, 232), -40, who.skin, "fist")


def carrier(canvas: Canvas) -> None:
    """A man walks home between the rows with two baskets on a shoulder pole."""
    who = Person("beanie", HAIR_INK, SKIN_WARM, C700, "padded", 0.6, 0.8, C300)
    canvas.ellipse(520, 764, 90, 10, H500, 0.45)
    for x, foot in ((412, 748), (626, 736)):
        canvas.line([(x, 622), (x - 26, foot - 44)], 3, H700)
        canvas.line([(x, 622), (x + 26, foot - 44)], 3, H700)
        canvas.path(
            f"M {x - 36} {foot - 46} L {x + 36} {foot - 46} L {x + 26} {foot} L "
            f"{x - 26} {foot} Z",
            H500,
        )
        canvas.path(
            f"M {x + 6} {foot - 46} L {x + 36} {foot - 46} L {x + 26} {foot} L "
            f"{x + 6} {foot} Z",
            H600,
        )
        canvas.ellipse(x, foot - 46, 36, 9, H800)
        for dx in (-16, 0, 16):
            star(canvas, x + dx, foot - 50 - abs(8 - dx % 16), 11, turn=dx * 3)
    with canvas.at(520, 764 - 700 * 0.31, 0.31):
        walking(canvas, who, C900)
    canvas.line([(398, 622), (520, 592), (640, 610)], 8, H700, smooth=True)


def basket(canvas: Canvas, x: float, y: float, size: float) -> None:
    with canvas.at(x, y, size):
        canvas.ellipse(6, 62, 76, 13, H500, 0.6)
        canvas.path("M -70 -10 L 70 -10 L 54 62 Q 0 74 -54 62 Z", H600)
        canvas.path("M 14 -10 L 70 -10 L 54 62 Q 34 68 16 68 Z", H700)
        weave(canvas, -60, 18, 120, 4, H400)
        canvas.ellipse(0, -10, 72, 20, H800)
        for i, (dx, dy) in enumerate(
            ((-40, -16), (-10, -24), (24, -20), (46, -13), (4, -10))
        ):
            star(canvas, dx, dy, 23, turn=i * 19, light=H300, dark=H500)


def tray(canvas: Canvas, x: float, y: float, size: float) -> None:
    """Stars drying on a round woven tray."""
    with canvas.at(x, y, size, stretch=0.3):
        canvas.ellipse(10, 26, 196, 196, H600, 0.55)
        canvas.ellipse(0, 0, 192, 192, H600)
        canvas.ellipse(0, 0, 176, 176, H100)
        for ring, count in ((44, 6), (92, 11), (142, 17)):
            for i in range(count):
                angle = i * 360 / count + ring
                (px, py) = geo.ellipse(0, 0, ring, ring, angle, angle + 5)[0]
                star(canvas, px, py, 25, turn=angle * 2, light=H400, dark=H600)


def near_branch(canvas: Canvas) -> None:
    """A branch close to the eye, top left, with three ripe stars."""
    canvas.line([(-20, 70), (150, 96), (330, 60)], 17, H800, smooth=True, taper=5)
    canvas.line([(120, 94), (210, 160)], 9, H800, taper=4)
    for x, y, turn in (
        (330, 60, -12),
        (210, 160, 40),
        (90, 90, -60),
        (200, 90, -30),
        (40, 80, 70),
    ):
        spray(canvas, x, y, 1.05, turn, (C800, C700, C600))
    for x, y, r in ((262, 128, 56), (120, 170, 48), (352, 96, 40)):
        star(canvas, x, y, r, turn=x, light=H300, dark=H500)
