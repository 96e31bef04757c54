"""A one-stop office: one notebook page shows where every file stands."""

from portal.art.scenes.bodies import hand, heading, shirt_collar, sleeve, torso
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
    C950,
    H300,
    H400,
    H500,
    H600,
    H700,
    H800,
    HAIR_GREY,
    HAIR_INK,
    HAIR_SOFT,
    PAPER,
    SKIN_FAIR,
    SKIN_TAN,
    SKIN_WARM,
    WHITE,
    lit,
    mix,
    shaded,
)
from portal.art.scenes.rooms import cup, lines_of_text, plant, sheet, weave, window


def draw(canvas: Canvas) -> None:
    room(canvas)
    colleague(canvas)
    clerk(canvas)
    counter(canvas)
    notebook(canvas, 760, 676)
    pointing(canvas)
    citizen(canvas)


def room(canvas: Canvas) -> None:
    canvas.rect(0, 0, 1600, 900, C100)
    canvas.rect(0, 0, 1600, 46, C200)
    canvas.rect(0, 46, 1600, 8, C300)
    corners = [(70, 120), (470, 120), (470, 470), (70, 470)]
    window(canvas, corners, panes=(2, 2), width=15, view=(20, 90, 520, 390))
    canvas.rect(48, 470, 444, 16, WHITE)
    canvas.rect(48, 486, 444, 7, C300)
    shelves(canvas)
    canvas.rect(560, 96, 250, 118, C900, radius=4)
    canvas.rect(578, 114, 90, 12, H400, radius=3)
    for i, y in enumerate((142, 174)):
        canvas.rect(578, y, 54, 20, H300 if i == 0 else C500, radius=3)
        canvas.rect(650, y + 5, (136, 110)[i], 10, C300, radius=3)


def shelves(canvas: Canvas) -> None:
    """Binders by month; one stands out, half drawn."""
    canvas.rect(880, 84, 660, 450, H700)
    for row in range(3):
        y = 98 + row * 146
        canvas.rect(892, y, 636, 130, H800)
        x = 900
        for i in range(18):
            wide = (34, 34, 40, 30)[(i + row) % 4]
            tone = (C600, C700, C300, C600, H500, C700, C100)[(i * 3 + row * 2) % 7]
            if x + wide > 1524:
                break
            top = y + 16 + (6 if (i + row) % 5 == 0 else 0)
            canvas.rect(x, top, wide, y + 130 - top, tone)
            canvas.rect(x, top, wide * 0.3, y + 130 - top, lit(tone, 0.14))
            canvas.rect(x + 7, top + 18, wide - 14, 40, PAPER)
            canvas.rect(x + 11, top + 26, wide - 22, 4, C300)
            canvas.ellipse(x + wide / 2, top + 88, 6, 6, shaded(tone, 0.5))
            x += wide + 2


def colleague(canvas: Canvas) -> None:
    """At the next window, somebody else is being served."""
    who = Face("short", HAIR_SOFT, SKIN_WARM, glasses=True, down=True)
    with canvas.at(1420, 402, 0.74, flip=True):
        torso(canvas, C300, length=330, wide=0.94, opening=WHITE)
        face(canvas, who)
        shirt_collar(canvas, WHITE)
        arm = [(66, 116), (96, 210), (40, 250)]
        sleeve(canvas, arm, (48, 32), C300)
        hand(canvas, arm[-1], heading(arm), who.skin, "fist")
    canvas.rect(1262, 470, 124, 92, C950, radius=5)
    canvas.rect(1270, 478, 108, 72, C500)
    canvas.path("M 1270 478 L 1340 478 L 1290 550 L 1270 550 Z", lit(C500))
    canvas.rect(1308, 560, 32, 46, C950)


def clerk(canvas: Canvas) -> None:
    who = Face("bob", HAIR_INK, SKIN_FAIR, mood="smile", down=True)
    with canvas.at(1020, 300, 1.22, flip=True):
        arm = [(-60, 116), (-104, 210), (-66, 296)]
        sleeve(canvas, arm, (54, 36), shaded(C600, 0.2))
        torso(canvas, C600, length=340, wide=0.88, opening=WHITE)
        canvas.line([(-22, 70), (-6, 170), (10, 182), (24, 168), (30, 70)], 4, H400)
        canvas.rect(-14, 178, 44, 58, PAPER, radius=4)
        canvas.rect(-6, 188, 16, 20, C300)
        lines_of_text(canvas, -6, 216, (28, 18), 8, 4, C300)
    with canvas.at(1012, 306, 1.22, turn=-8), canvas.at(flip=True):
        face(canvas, who)
        shirt_collar(canvas, WHITE)


def counter(canvas: Canvas) -> None:
    canvas.path("M 0 604 L 1600 584 L 1600 776 L 0 820 Z", H400)
    canvas.path("M 0 604 L 760 594 L 560 804 L 0 820 Z", mix(H400, H300, 0.7))
    canvas.path("M 0 820 L 1600 776 L 1600 790 L 0 836 Z", H600)
    canvas.path("M 0 836 L 1600 790 L 1600 910 L 0 910 Z", C700)
    canvas.path("M 0 836 L 620 818 L 560 910 L 0 910 Z", mix(C700, C600, 0.6))
    weave(canvas, 0, 858, 1600, 5, H500)
    plant(canvas, 1500, 646, 118, pot=C800)
    cup(canvas, 1330, 690, 46)
    sheet(canvas, 1190, 706, 150, squash=0.36, turn=-8)
    canvas.path("M 1134 652 L 1290 648 L 1292 660 L 1136 664 Z", C900)


def notebook(canvas: Canvas, x: float, y: float) -> None:
    """One page, one table: the row in gold is the file being asked about."""
    with canvas.at(x, y, 1.16, stretch=0.56), canvas.at(turn=-4):
        canvas.rect(-272, -150, 560, 328, C950, alpha=0.22, radius=10)
        canvas.rect(-280, -160, 560, 328, C800, radius=10)
        canvas.path(
            "M -266 -148 Q -140 -166 -2 -146 L -2 154 Q -140 136 -266 154 Z", WHITE
        )
        canvas.path("M 266 -148 Q 140 -166 2 -146 L 2 154 Q 140 136 266 154 Z", PAPER)
        canvas.path(
            "M -34 -148 L 0 -144 L 34 -148 L 34 150 L 0 154 L -34 150 Z", C100, 0.8
        )
        canvas.line([(0, -146), (0, 154)], 3, C300)
        for left, hot in ((-246, -1), (34, 3)):
            canvas.rect(left, -124, 120, 17, C700)
            canvas.rect(left, -92, 210, 5, C900)
            for i in range(7):
                top = -80 + i * 31
                if i == hot:
                    canvas.rect(left - 6, top - 2, 222, 27, H400)
                tone = H800 if i == hot else C300
                for dx, long in ((4, 34), (54, 74), (148, 26)):
                    canvas.rect(left + dx, top + 7, long, 10, tone)
                done = H300 if i == hot else C500
                canvas.ellipse(left + 196, top + 12, 9, 9, done)
                canvas.rect(left, top + 26, 210, 2.4, C200)
        canvas.path("M 20 154 L 40 152 L 40 206 L 30 194 L 20 206 Z", H500)


def pointing(canvas: Canvas) -> None:
    arm = [(1084, 446), (1116, 604), (1010, 662)]
    sleeve(canvas, arm, (66, 42), C600, cuff=WHITE)
    hand(canvas, arm[-1], 168, SKIN_FAIR, "point", flip=True, scale=1.28)


def citizen(canvas: Canvas) -> None:
    """He has come to ask where his file is, and can read it himself."""
    who = Person("crop", HAIR_GREY, SKIN_TAN, C900, "scarf", 0.8, 0.92, H400)
    arm = [(470, 668), (560, 792), (640, 752)]
    with canvas.at(300, 452, 1.62):
        from_behind(canvas, who, 330)
    sleeve(canvas, arm, (104, 58), C900, cuff=lit(C900, 0.4))
    hand(canvas, arm[-1], -24, who.skin, "open", scale=1.42)
