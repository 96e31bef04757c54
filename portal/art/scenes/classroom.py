"""A lesson with self-check sheets: the teacher has come to a pupil's desk."""

from portal.art.scenes import geometry as geo
from portal.art.scenes.bodies import hand, sleeve, torso
from portal.art.scenes.canvas import Canvas
from portal.art.scenes.crowd import Person, from_behind
from portal.art.scenes.faces import Face, face
from portal.art.scenes.palette import (
    C100,
    C200,
    C300,
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
    HAIR_BROWN,
    HAIR_INK,
    HAIR_SOFT,
    SKIN_FAIR,
    SKIN_TAN,
    SKIN_WARM,
    WHITE,
    lit,
    mix,
    shaded,
)
from portal.art.scenes.rooms import plant, shaft, sheet, tick, window

# Pupils of the middle row: x, hair, tones, skin, jacket, collar, turn.
MIDDLE = (
    (190, "crop", HAIR_INK, SKIN_TAN, C700, "padded", 0),
    (640, "ponytail", HAIR_SOFT, SKIN_FAIR, WHITE, "shirt", -0.7),
    (980, "crop", HAIR_BROWN, SKIN_WARM, C500, "shirt", 0.3),
    (1350, "bob", HAIR_INK, SKIN_FAIR, H500, "round", 0),
)


def draw(canvas: Canvas) -> None:
    room(canvas)
    blackboard(canvas)
    for x in (560, 700, 1020, 1160):
        shaft(canvas, [(x, 560), (x + 120, 560), (x + 190, 690), (x + 50, 690)], 0.55)
    for x, *_ in MIDDLE:
        desk(canvas, x - 165, 500, 330)
    teacher(canvas)
    middle_row(canvas)
    foreground(canvas)


def room(canvas: Canvas) -> None:
    canvas.rect(0, 0, 1600, 480, H50)
    canvas.rect(0, 0, 1600, 30, mix(H100, H300, 0.25))
    canvas.rect(0, 360, 1600, 130, H100)
    canvas.rect(0, 356, 1600, 7, H300)
    canvas.rect(0, 480, 1600, 420, mix(C200, C100, 0.5))
    for x in range(-1800, 3400, 260):
        far = geo.between((860, 240), (x, 900), 0.36)
        canvas.line([far, (x, 900)], 3, C200, round_ends=False)
    canvas.rect(0, 476, 1600, 10, H300)
    corners = [(70, 84), (376, 84), (376, 318), (70, 318)]
    window(canvas, corners, panes=(3, 2), width=13, view=(40, 64, 380, 270))
    canvas.rect(50, 318, 346, 14, WHITE)
    canvas.rect(50, 332, 346, 5, H300)
    plant(canvas, 120, 318, 54)
    shelf(canvas)


def shelf(canvas: Canvas) -> None:
    """Books and sheets sorted in trays."""
    canvas.rect(1354, 116, 216, 240, H600)
    for row, y in enumerate((128, 206, 284)):
        canvas.rect(1364, y, 196, 68, H800)
        x = 1370
        for i in range(9):
            wide = (14, 20, 11, 17)[(i + row) % 4]
            high = (52, 44, 58, 48, 40)[(i * 2 + row) % 5]
            tone = (C300, C600, H400, C100, C500, H300, C700)[(i * 3 + row) % 7]
            if x + wide > 1552 or (row == 2 and i > 4):
                break
            canvas.rect(x, y + 68 - high, wide, high, tone)
            canvas.rect(x, y + 68 - high + 8, wide, 4, shaded(tone))
            x += wide + 3
    canvas.ellipse(1518, 334, 20, 20, C500)
    canvas.path("M 1518 314 C 1506 324 1506 344 1518 354 Z", C300)


def blackboard(canvas: Canvas) -> None:
    canvas.rect(470, 66, 800, 292, H700)
    canvas.rect(482, 78, 776, 262, C800)
    canvas.path("M 482 78 L 760 78 L 560 340 L 482 340 Z", mix(C800, C600, 0.25))
    canvas.rect(456, 340, 828, 16, H500)
    for x, tone in ((1120, WHITE), (1150, H300)):
        canvas.rect(x, 334, 24, 7, tone)
    axis = [(560, 110), (560, 296), (800, 296)]
    canvas.line(axis, 4, C200, round_ends=False)
    canvas.path("M 553 114 L 560 98 L 567 114 Z", C200)
    canvas.path("M 796 289 L 812 296 L 796 303 Z", C200)
    curve = [(574, 284), (620, 240), (664, 168), (704, 142), (744, 176), (780, 250)]
    canvas.line(curve, 5, H400, smooth=True)
    canvas.dashes([(704, 146), (704, 294)], 3, C300, 8)
    canvas.ellipse(704, 142, 9, 9, WHITE)
    for i, length in enumerate((210, 168, 236, 150)):
        y = 112 + i * 52
        tick(canvas, 890, y, 30, i < 3)
        canvas.rect(940, y + 10, length, 10, C300 if i < 3 else C500)


def desk(canvas: Canvas, x: float, y: float, width: float) -> None:
    """A pupil's desk seen from behind and above."""
    canvas.path(
        f"M {x + 18} {y} L {x + width - 18} {y} L {x + width} {y + 56} L {x} "
        f"{y + 56} Z",
        H400,
    )
    canvas.path(
        f"M {x + 18} {y} L {x + width * 0.6} {y} L {x + width * 0.5} {y + 56} L "
        f"{x} {y + 56} Z",
        mix(H400, H300, 0.6),
    )
    canvas.rect(x, y + 56, width, 10, H600)
    for leg in (x + 12, x + width - 24):
        canvas.rect(leg, y + 66, 12, 130, C700)


def teacher(canvas: Canvas) -> None:
    """She leans over the desk, one hand on it, the other on the sheet."""
    who = Face("long", HAIR_INK, SKIN_FAIR, mood="smile", down=True)
    sheet(canvas, 560, 527, 92, squash=0.34, kind="steps", turn=4)
    sheet(canvas, 760, 528, 84, squash=0.3, turn=-5)
    canvas.path(
        "M 352 520 L 476 520 L 494 700 L 444 700 L 424 570 L 402 704 L 350 704 Z", C800
    )
    canvas.path("M 352 520 L 410 520 L 392 704 L 350 704 Z", C900)
    canvas.rect(344, 698, 62, 18, H800, radius=8)
    canvas.rect(440, 694, 64, 18, H800, radius=8)
    with canvas.at(448, 236, 1.06, turn=9):
        behind = [(-60, 112), (-112, 190), (-72, 268)]
        sleeve(canvas, behind, (48, 32), C600)
        hand(canvas, behind[-1], 70, who.skin)
        torso(canvas, C600, length=290, wide=0.86, waist=0.9)
        canvas.path("M -14 62 C -6 92 14 96 24 62 Z", who.skin[0])
    with canvas.at(458, 244, 1.06, turn=14):
        face(canvas, who)
    canvas.path("M 436 312 L 462 352 L 486 314 L 500 326 L 466 372 L 424 324 Z", C500)
    arm = [(508, 356), (556, 440), (574, 500)]
    sleeve(canvas, arm, (52, 32), C600, cuff=WHITE)
    hand(canvas, arm[-1], 52, who.skin, "point", scale=0.92)


def middle_row(canvas: Canvas) -> None:
    for x, kind, turn in ((110, "text", 6), (1060, "steps", 8), (1270, "steps", -6)):
        sheet(canvas, x, 528, 84, squash=0.32, kind=kind, turn=turn)
    for x, hair, tones, skin, jacket, neck, turn in MIDDLE:
        who = Person(hair, tones, skin, jacket, neck, turn, 0.78, H300)
        with canvas.at(x, 452, 0.8):
            from_behind(canvas, who, 250)
        stool(canvas, x, 640)


def stool(canvas: Canvas, x: float, y: float) -> None:
    canvas.rect(x - 88, y - 10, 176, 16, H600, radius=3)
    canvas.rect(x - 76, y - 10, 60, 6, H500, radius=3)
    for leg in (x - 66, x + 56):
        canvas.rect(leg, y + 6, 10, 200, C700)


def foreground(canvas: Canvas) -> None:
    canvas.path("M 330 716 L 1200 716 L 1300 910 L 210 910 Z", H500)
    canvas.path("M 330 716 L 860 716 L 760 910 L 210 910 Z", mix(H500, H400, 0.7))
    canvas.path("M 330 716 L 1200 716 L 1204 724 L 326 724 Z", H300)
    sheet(canvas, 756, 812, 256, squash=0.6, kind="steps", turn=-5)
    canvas.rect(470, 770, 150, 26, C600, radius=8)
    canvas.rect(470, 770, 150, 11, C500, radius=6)
    canvas.line([(500, 820), (600, 840)], 9, C800, taper=8)
    canvas.path("M 600 834 L 618 843 L 599 846 Z", H300)
    boy = Person("crop", HAIR_SOFT, SKIN_TAN, C800, "padded", 0.55, 0.82)
    arm = [(386, 796), (478, 880), (560, 884)]
    sleeve(canvas, arm, (84, 52), shaded(C800, 0.2), cuff=lit(C800, 0.4))
    hand(canvas, arm[-1], -4, boy.skin, "open", scale=1.35)
    with canvas.at(276, 640, 1.42):
        from_behind(canvas, boy, 240)
    girl = Person("ponytail", HAIR_INK, SKIN_WARM, C100, "shirt", -0.75, 0.8)
    arm = [(1176, 786), (1070, 872), (950, 816)]
    sleeve(canvas, arm, (88, 52), C100, cuff=WHITE)
    hand(canvas, arm[-1], 200, girl.skin, "fist", flip=True, scale=1.4)
    canvas.line([(962, 750), (880, 818)], 9, C700, taper=7)
    canvas.path("M 883 812 L 872 826 L 887 820 Z", H300)
    with canvas.at(1280, 612, 1.5):
        from_behind(canvas, girl, 260)
