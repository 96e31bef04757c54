"""A working meeting: five people, one table, the papers of an initiative."""

from portal.art.scenes.bodies import hand, heading, shirt_collar, sleeve, torso
from portal.art.scenes.canvas import Canvas
from portal.art.scenes.crowd import Person, from_behind
from portal.art.scenes.faces import Face, face
from portal.art.scenes.landscape import karst, ridge
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
    HAIR_BROWN,
    HAIR_GREY,
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
from portal.art.scenes.rooms import cup, lines_of_text, plant, shaft, sheet


def draw(canvas: Canvas) -> None:
    room(canvas)
    panorama(canvas)
    far_side(canvas)
    table(canvas)
    papers(canvas)
    far_hands(canvas)
    near_side(canvas)


def room(canvas: Canvas) -> None:
    canvas.rect(0, 0, 1600, 900, C100)
    canvas.rect(0, 430, 1600, 480, mix(C200, C300, 0.35))
    canvas.rect(0, 426, 1600, 8, C300)
    canvas.rect(1272, 92, 262, 210, WHITE)
    canvas.rect(1280, 100, 246, 194, H50)
    canvas.rect(1300, 120, 110, 14, C700)
    for i, tone in enumerate((H400, C300, H300, C500, H400, C300)):
        x, y = 1300 + i % 3 * 74, 152 + i // 3 * 68
        canvas.rect(x, y, 58, 54, tone)
        lines_of_text(canvas, x + 8, y + 12, (40, 28, 36), 12, 5, shaded(tone, 0.4))
    plant(canvas, 74, 470, 128, pot=H700)


def panorama(canvas: Canvas) -> None:
    """A wide window: the hills are the sixth at the table."""
    x, y, w, h = 210, 56, 980, 316
    canvas.rect(x - 16, y - 16, w + 32, h + 32, WHITE)
    with canvas.clip([(x, y), (x + w, y), (x + w, y + h), (x, y + h)]):
        canvas.rect(x, y, w, h, H100)
        canvas.rect(x, y, w, 110, H50)
        far = ((300, 150, 230), (420, 130, 170), (700, 170, 270), (960, 150, 210))
        karst(canvas, far, 360, C200)
        near = ((220, 170, 170), (520, 170, 190), (610, 130, 130), (830, 160, 180))
        near += ((1060, 180, 230), (1180, 150, 160))
        karst(canvas, near, 372, C300, shade=mix(C300, C400, 0.6), stitch=C200)
        tops = [(200, 316), (420, 296), (760, 322), (1000, 304), (1200, 318)]
        ridge(canvas, tops, 380, C400)
        tops = [(200, 346), (520, 336), (860, 350), (1200, 338)]
        ridge(canvas, tops, 380, C500)
    for part in (1, 2):
        canvas.rect(x + w * part / 3 - 7, y, 14, h, WHITE)
    canvas.rect(x - 34, y + h + 12, w + 68, 16, WHITE)
    canvas.rect(x - 34, y + h + 28, w + 68, 7, C300)


def far_side(canvas: Canvas) -> None:
    left = Face("bun", HAIR_SOFT, SKIN_FAIR, mood="smile", down=True)
    with canvas.at(430, 300, 1.02):
        torso(canvas, H500, length=320, wide=0.84)
        canvas.path("M -16 62 C -8 90 14 92 24 62 Z", left.skin[0])
    with canvas.at(432, 302, 1.02, turn=6):
        face(canvas, left)
    middle = Face("short", HAIR_GREY, SKIN_TAN, mood="speak", glasses=True, old=True)
    with canvas.at(800, 270, 1.08):
        torso(canvas, C800, length=320, wide=0.98, opening=WHITE)
        face(canvas, middle)
        shirt_collar(canvas, WHITE)
    right = Face("long", HAIR_INK, SKIN_WARM, mood="smile")
    with canvas.at(1170, 296, 1.02, flip=True):
        torso(canvas, C300, length=320, wide=0.84)
        face(canvas, right)
        canvas.path(
            "M -22 60 C -8 80 12 80 24 60 L 30 72 C 12 94 -12 94 -30 72 Z", C500
        )


def table(canvas: Canvas) -> None:
    canvas.path("M 250 520 L 1350 520 L 1660 910 L -60 910 Z", H600)
    canvas.path("M 250 520 L 760 520 L 420 910 L -60 910 Z", mix(H600, H500, 0.7))
    canvas.path("M 1010 520 L 1350 520 L 1660 910 L 1180 910 Z", mix(H600, H700, 0.5))
    canvas.path("M 250 520 L 1350 520 L 1356 528 L 244 528 Z", H400)
    shaft(canvas, [(520, 528), (690, 528), (520, 910), (250, 910)], 0.14)


def papers(canvas: Canvas) -> None:
    sheet(canvas, 800, 700, 250, squash=0.5, kind="table", turn=3)
    sheet(canvas, 512, 640, 168, squash=0.44, kind="text", turn=-12)
    sheet(canvas, 1100, 640, 168, squash=0.44, kind="chart", turn=12)
    sheet(canvas, 1290, 756, 190, squash=0.48, kind="text", turn=-14, ground=H50)
    sheet(canvas, 1310, 760, 190, squash=0.48, kind="steps", turn=-4)
    canvas.path("M 300 700 L 470 694 L 450 800 L 250 806 Z", C900)
    canvas.path("M 304 694 L 470 688 L 450 790 L 256 796 Z", C700)
    canvas.path("M 330 720 L 420 717 L 414 745 L 318 748 Z", H400)
    cup(canvas, 640, 588, 34)
    cup(canvas, 966, 590, 34)
    cup(canvas, 1214, 620, 38)
    cup(canvas, 392, 628, 38)
    canvas.line([(962, 800), (1066, 764)], 8, C950, taper=6)


def far_hands(canvas: Canvas) -> None:
    """Hands come to the papers: one points, one writes, one holds."""
    arm = [(488, 404), (560, 500), (566, 572)]
    sleeve(canvas, arm, (54, 34), H500)
    canvas.line([(556, 580), (530, 640)], 7, C950, taper=5)
    hand(canvas, arm[-1], 118, SKIN_FAIR, "fist", scale=0.94)
    arm = [(366, 404), (330, 500), (404, 560)]
    sleeve(canvas, arm, (54, 34), shaded(H500, 0.15))
    hand(canvas, arm[-1], heading(arm), SKIN_FAIR, scale=0.9)
    arm = [(724, 386), (664, 500), (726, 592)]
    sleeve(canvas, arm, (62, 40), shaded(C800, 0.2), cuff=WHITE)
    hand(canvas, arm[-1], 52, SKIN_TAN, "point", scale=1.05)
    arm = [(874, 384), (954, 458), (1010, 410)]
    sleeve(canvas, arm, (62, 40), C800, cuff=WHITE)
    hand(canvas, arm[-1], -50, SKIN_TAN, "open", scale=1.05)
    arm = [(1106, 402), (1048, 496), (1064, 570)]
    sleeve(canvas, arm, (54, 34), C300)
    hand(canvas, arm[-1], 70, SKIN_WARM, "open", scale=0.9)
    arm = [(1234, 402), (1282, 508), (1206, 566)]
    sleeve(canvas, arm, (54, 34), shaded(C300, 0.15))
    hand(canvas, arm[-1], heading(arm), SKIN_WARM, "open", flip=True, scale=0.9)


def near_side(canvas: Canvas) -> None:
    man = Person("side", HAIR_BROWN, SKIN_WARM, C600, "shirt", 0.85, 0.84)
    arm = [(360, 836), (470, 900), (560, 850)]
    sleeve(canvas, arm, (92, 56), C600, cuff=lit(C600, 0.5))
    hand(canvas, arm[-1], -22, man.skin, "open", scale=1.4)
    with canvas.at(210, 620, 1.5):
        from_behind(canvas, man, 260)
    woman = Person("bob", HAIR_INK, SKIN_FAIR, C900, "scarf", -0.7, 0.8, H400)
    with canvas.at(1452, 640, 1.46):
        from_behind(canvas, woman, 260)
