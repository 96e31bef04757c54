"""A conference hall in a district town, seen from the back rows."""

from portal.art.scenes import geometry as geo
from portal.art.scenes.bodies import hand, heading, shirt_collar, sleeve, torso
from portal.art.scenes.canvas import Canvas
from portal.art.scenes.crowd import Person, from_behind
from portal.art.scenes.faces import Face, face
from portal.art.scenes.landscape import star
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
    C950,
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
    HAIR_WHITE,
    PAPER,
    PEACH,
    SKIN_FAIR,
    SKIN_TAN,
    SKIN_WARM,
    WHITE,
    lit,
    mix,
)
from portal.art.scenes.rooms import (
    bottle,
    chair_back,
    plant,
    shaft,
    sheet,
    slide,
    weave,
    window,
)

VANISH = (800, 330)
WALL = mix(C200, C100, 0.5)

SCARVES = (H400, H100, C300)

# Rows from the stage to the viewer: y of the heads, scale, haze, seats as
# (x, hair, tones, skin, coat, collar, turn).
ROWS = (
    (
        588,
        0.40,
        0.34,
        (
            (338, "crop", HAIR_SOFT, SKIN_WARM, C700, "shirt", 0),
            (424, "bob", HAIR_INK, SKIN_FAIR, H500, "round", 0.3),
            (508, "balding", HAIR_GREY, SKIN_WARM, C600, "shirt", 0),
            (594, "ponytail", HAIR_BROWN, SKIN_FAIR, WHITE, "round", 0.4),
            (676, "crop", HAIR_INK, SKIN_TAN, C800, "padded", 0),
            (862, "side", HAIR_INK, SKIN_WARM, C500, "shirt", 0),
            (944, "bun", HAIR_SOFT, SKIN_FAIR, C800, "scarf", -0.5),
            (1030, "crop", HAIR_GREY, SKIN_TAN, H600, "shirt", 0),
            (1116, "long", HAIR_INK, SKIN_FAIR, C600, "round", 0),
            (1200, "crop", HAIR_BROWN, SKIN_WARM, C700, "padded", -0.6),
            (1288, "kerchief", HAIR_INK, SKIN_TAN, C800, "round", 0),
        ),
    ),
    (
        634,
        0.52,
        0.2,
        (
            (196, "bun", HAIR_SOFT, SKIN_FAIR, C500, "round", 0.6),
            (302, "crop", HAIR_INK, SKIN_TAN, C800, "shirt", 0),
            (412, "kerchief", HAIR_SOFT, SKIN_TAN, C700, "round", 0.4),
            (520, "side", HAIR_BROWN, SKIN_WARM, WHITE, "shirt", 0),
            (630, "wavy", HAIR_INK, SKIN_FAIR, C600, "round", 0.4),
            (902, "crop", HAIR_SOFT, SKIN_WARM, C700, "padded", 0),
            (1008, "ponytail", HAIR_INK, SKIN_FAIR, H400, "round", -0.6),
            (1116, "balding", HAIR_WHITE, SKIN_WARM, C800, "scarf", 0),
            (1226, "bob", HAIR_BROWN, SKIN_FAIR, C300, "shirt", 0),
            (1336, "crop", HAIR_INK, SKIN_TAN, C600, "shirt", -0.5),
            (1440, "topbun", HAIR_INK, SKIN_FAIR, H600, "round", 0),
        ),
    ),
    (
        696,
        0.68,
        0.08,
        (
            (60, "crop", HAIR_INK, SKIN_WARM, C700, "padded", 0.3),
            (200, "long", HAIR_SOFT, SKIN_FAIR, C300, "round", 0),
            (344, "crop", HAIR_GREY, SKIN_TAN, C800, "scarf", 0.7),
            (482, "topbun", HAIR_INK, SKIN_FAIR, C600, "round", -0.7),
            (622, "side", HAIR_SOFT, SKIN_WARM, H600, "shirt", 0),
            (962, "bob", HAIR_INK, SKIN_FAIR, PEACH, "round", -0.4),
            (1102, "crop", HAIR_BROWN, SKIN_TAN, C800, "shirt", 0),
            (1242, "kerchief", HAIR_INK, SKIN_WARM, C500, "padded", 0),
            (1384, "crop", HAIR_INK, SKIN_WARM, C700, "shirt", -0.7),
            (1524, "bun", HAIR_GREY, SKIN_FAIR, H500, "scarf", 0),
        ),
    ),
    (
        780,
        0.90,
        0,
        (
            (116, "side", HAIR_INK, SKIN_TAN, C800, "shirt", 0.5),
            (304, "wavy", HAIR_BROWN, SKIN_FAIR, H600, "round", 0),
            (492, "crop", HAIR_INK, SKIN_WARM, C900, "padded", 0.3),
            (1070, "ponytail", HAIR_SOFT, SKIN_FAIR, C700, "shirt", 0),
            (1262, "crop", HAIR_WHITE, SKIN_TAN, C900, "scarf", -0.8),
            (1454, "long", HAIR_INK, SKIN_WARM, C600, "round", 0.3),
        ),
    ),
    (
        880,
        1.2,
        0,
        (
            (-6, "bun", HAIR_INK, SKIN_FAIR, C950, "round", 0.3),
            (226, "crop", HAIR_SOFT, SKIN_WARM, C900, "shirt", 0.8),
            (470, "kerchief", HAIR_INK, SKIN_TAN, C900, "round", 0),
            (1150, "crop", HAIR_INK, SKIN_TAN, H800, "shirt", 0),
            (1392, "bob", HAIR_SOFT, SKIN_FAIR, C900, "scarf", -0.5),
            (1632, "crop", HAIR_GREY, SKIN_WARM, C950, "shirt", 0),
        ),
    ),
)


def draw(canvas: Canvas) -> None:
    room(canvas)
    stage(canvas)
    speaker(canvas)
    table(canvas)
    audience(canvas)


def room(canvas: Canvas) -> None:
    canvas.rect(0, 0, 1600, 900, WALL)
    canvas.path("M -10 -70 L 1610 -70 L 1610 12 L 1400 92 L 300 92 Z", C200)
    for x in range(-600, 2400, 300):
        far = geo.between(VANISH, (x, -70), 0.6)
        if far[1] < 92:
            ends = [far, (x, -70)]
            canvas.line(ends, 16, mix(C200, C300, 0.5), taper=26, round_ends=False)
    canvas.rect(300, 86, 1100, 8, mix(C200, C300, 0.7))
    canvas.path("M -10 -100 L 300 92 L 300 560 L -10 706 Z", mix(WALL, C300, 0.35))
    canvas.path("M 1400 92 L 1610 10 L 1610 660 L 1400 560 Z", mix(WALL, C300, 0.18))
    for left, right in ((-70, 52), (104, 184), (216, 268)):
        corners = on_left_wall(left, right, -0.30, 0.27)
        window(canvas, corners, width=9, view=(-130, 40, 430, 520))
    door = [(1470, 190), (1556, 168), (1556, 634), (1470, 592)]
    canvas.fill(door, H600)
    canvas.fill(
        [(1478, 202), (1548, 184), (1548, 628), (1478, 594)], mix(H600, H500, 0.6)
    )
    canvas.ellipse(1488, 416, 5, 7, H800)
    canvas.ellipse(1434, 214, 15, 24, WHITE)
    canvas.ellipse(1435, 214, 12, 20, C100)
    canvas.line([(1434, 200), (1435, 214), (1441, 220)], 2.6, C800)
    canvas.path(
        "M -10 706 L 300 560 L 1400 560 L 1610 660 L 1610 910 L -10 910 Z", H300
    )
    canvas.path(
        "M -10 706 L 300 560 L 760 560 L 640 910 L -10 910 Z", mix(H300, H400, 0.4)
    )
    canvas.path(
        "M 1610 660 L 1400 560 L 840 560 L 960 910 L 1610 910 Z", mix(H300, H400, 0.5)
    )


def on_left_wall(left: float, right: float, up: float, down: float) -> list:
    """A rectangle on the left wall, its edges running to the vanishing point."""
    x0, y0 = VANISH
    rising = [(x, y0 + up * (x0 - x)) for x in (left, right)]
    falling = [(x, y0 + down * (x0 - x)) for x in (right, left)]
    return rising + falling


def stage(canvas: Canvas) -> None:
    canvas.rect(372, 104, 960, 420, C800)
    for x in range(372, 1332, 48):
        canvas.path(
            f"M {x} 128 C {x + 10} 240 {x + 4} 400 {x + 12} 524 L {x + 24} 524 "
            f"C {x + 18} 400 {x + 24} 240 {x + 20} 128 Z",
            mix(C800, C900, 0.55),
        )
    canvas.rect(372, 104, 960, 26, H500)
    weave(canvas, 372, 107, 960, 4, H300)
    star(canvas, 556, 212, 58, light=H300, dark=H400)
    canvas.rect(722, 146, 436, 254, C950, alpha=0.6)
    canvas.rect(716, 140, 436, 254, WHITE)
    slide(canvas, 724, 148, 420, 238)
    canvas.path("M 340 520 L 1364 520 L 1404 566 L 300 566 Z", H600)
    canvas.path("M 340 520 L 700 520 L 600 566 L 300 566 Z", mix(H600, H500, 0.6))
    canvas.rect(300, 566, 1104, 26, H800)
    canvas.rect(300, 566, 1104, 5, H700)
    plant(canvas, 398, 546, 74, pot=H700)
    plant(canvas, 1320, 546, 80, pot=H700)


def speaker(canvas: Canvas) -> None:
    who = Face("bun", HAIR_INK, SKIN_FAIR, mood="speak")
    with canvas.at(530, 334, 0.62):
        sleeve(canvas, [(-58, 112), (-92, 190), (-40, 216)], (42, 30), C600)
        torso(canvas, C600, length=320, wide=0.82, opening=WHITE)
        face(canvas, who)
        shirt_collar(canvas, WHITE)
        raised = [(62, 112), (118, 168), (182, 112)]
        sleeve(canvas, raised, (42, 27), C600, cuff=WHITE)
        hand(canvas, raised[-1], heading(raised), who.skin)
    canvas.path("M 446 444 L 606 444 L 592 548 L 460 548 Z", H700)
    canvas.path("M 446 444 L 500 444 L 502 548 L 460 548 Z", H600)
    canvas.rect(434, 432, 184, 16, H400, radius=3)
    star(canvas, 528, 498, 27, light=H300, dark=H500)
    canvas.line([(584, 432), (578, 404), (562, 394)], 4, C950, smooth=True)
    canvas.ellipse(559, 392, 7, 7, C950)


def table(canvas: Canvas) -> None:
    for x, who, coat in (
        (1086, Face("swept", HAIR_SOFT, SKIN_WARM, glasses=True), C300),
        (1224, Face("short", HAIR_GREY, SKIN_TAN, mood="smile", old=True), H500),
    ):
        with canvas.at(x, 400, 0.54, flip=True):
            torso(canvas, coat, length=230, wide=0.95, opening=WHITE)
            face(canvas, who)
            shirt_collar(canvas, WHITE)
            joints = [(64, 118), (84, 190), (24, 206)]
            sleeve(canvas, joints, (44, 30), coat)
            hand(canvas, joints[-1], heading(joints), who.skin, "fist")
    canvas.path("M 1004 500 L 1310 500 L 1326 516 L 992 516 Z", H400)
    canvas.path("M 992 516 L 1326 516 L 1318 556 L 1000 556 Z", C50)
    canvas.path("M 1180 516 L 1326 516 L 1318 556 L 1190 556 Z", C100)
    weave(canvas, 996, 532, 324, 2, H500)
    for x in (1058, 1198):
        canvas.path(f"M {x} 512 L {x + 8} 496 L {x + 58} 496 L {x + 62} 512 Z", PAPER)
        canvas.rect(x + 16, 502, 34, 4, C600)
    sheet(canvas, 1152, 509, 40, squash=0.26)
    bottle(canvas, 1030, 511, 26)
    bottle(canvas, 1286, 511, 26)


def audience(canvas: Canvas) -> None:
    for number, (y, scale, haze, seats) in enumerate(ROWS):
        chair = (H600, H600, H700, H700, H800)[number]
        for x, hair, tones, skin, coat, neck, turn in seats:
            who = Person(
                hair=hair,
                hair_tones=tuple(mix(tone, C300, haze) for tone in tones),
                skin=tuple(mix(tone, C200, haze * 0.5) for tone in skin),
                top=mix(coat, C200, haze),
                collar=neck,
                turn=turn,
                broad=0.9,
                cloth=mix(C500 if hair == "kerchief" else SCARVES[x % 3], C200, haze),
            )
            with canvas.at(x, y, scale):
                from_behind(canvas, who)
                if (number, x) == (2, 1102):
                    question(canvas, who)
                chair_back(canvas, mix(chair, C200, haze), 260)
        if number == 1:
            shaft(canvas, [(104, 122), (184, 146), (470, 900), (250, 900)], 0.17)
            shaft(canvas, [(216, 155), (268, 171), (640, 900), (560, 900)], 0.17)
        if number == 2:
            shaft(canvas, [(-40, 80), (52, 106), (200, 900), (-40, 900)], 0.17)


def question(canvas: Canvas, who: Person) -> None:
    """A raised hand: somebody has a question."""
    arm = [(96, 124), (150, 60), (128, -62)]
    sleeve(canvas, arm, (50, 32), who.top, cuff=lit(who.top))
    hand(canvas, arm[-1], -96, who.skin)


__all__ = ["draw"]
