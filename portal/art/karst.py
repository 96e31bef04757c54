"""The hero and the foot of every page: karst of Lạng Sơn as cut indigo cloth."""

from collections.abc import Sequence

from portal.art import palette, ridge, svg
from portal.art.mark import halves

WIDE, TALL = 1280, 392
# Five ridges from far to near; the numbers are drawn by eye on a 1280 × 392 sheet.
HERO: tuple[tuple[ridge.Peak, ...], ...] = (
    (
        (-20, 272, 260),
        (176, 284, 240),
        (376, 264, 190),
        (622, 216, 190),
        (764, 150, 130),
        (850, 85, 132),
        (934, 158, 112),
        (1064, 196, 90),
        (1184, 34, 142),
        (1290, 118, 118),
    ),
    (
        (70, 294, 250),
        (330, 296, 230),
        (562, 252, 190),
        (694, 200, 124),
        (788, 160, 132),
        (906, 236, 110),
        (1038, 190, 100),
        (1111, 120, 118),
        (1220, 182, 112),
        (1330, 196, 120),
    ),
    (
        (10, 314, 240),
        (258, 320, 220),
        (486, 296, 210),
        (726, 262, 174),
        (852, 282, 150),
        (1014, 236, 152),
        (1156, 246, 138),
        (1268, 218, 130),
    ),
    (
        (50, 350, 330),
        (390, 342, 330),
        (786, 328, 300),
        (1108, 306, 260),
        (1300, 316, 260),
    ),
    ((120, 374, 480), (560, 370, 420), (1010, 352, 460), (1330, 350, 320)),
)
# The narrow sheet of the phone: 400 × 200, the star in the right third.
NARROW, LOW = 400, 200
HERO_NARROW: tuple[tuple[ridge.Peak, ...], ...] = (
    (
        (12, 146, 90),
        (84, 108, 70),
        (146, 76, 56),
        (206, 40, 58),
        (262, 96, 50),
        (388, 16, 66),
    ),
    ((40, 128, 80), (126, 96, 60), (186, 88, 50), (284, 82, 54), (346, 58, 58)),
    ((-4, 142, 90), (92, 132, 84), (168, 118, 70), (262, 116, 78), (396, 106, 80)),
    ((60, 168, 150), (220, 156, 130), (356, 146, 120)),
    ((80, 186, 200), (260, 182, 160), (390, 176, 150)),
)
STITCHED = 3  # the two near ridges lie in shadow: no stitches


def _sun(x: float, y: float, radius: float) -> str:
    left, right = halves(radius / 20)
    faces = svg.path(left, palette.H500) + svg.path(right, palette.H400)
    return f'<g transform="translate({svg.number(x)} {svg.number(y)})">{faces}</g>'


def _ridge(
    index: int, peaks: Sequence[ridge.Peak], width: int, height: int, seam: float
) -> str:
    """One ridge as a filled cloth with, when far, two seams along its edge."""
    base = height + 8
    edge = ridge.line(peaks, base)
    body = svg.path(f"{edge}V{base + 60}H{-width}V{base}z", palette.KARST[index])
    if index >= STITCHED:
        return body
    seams = "".join(
        f'<use href="#s{index}" y="{svg.number(down)}"/>' for down in (seam, seam * 1.6)
    )
    return (
        f'{body}<defs><path id="s{index}" d="{edge}"/></defs>'
        '<g fill="none" stroke="#9FB2DE" stroke-opacity=".26" '
        f'stroke-dasharray="{svg.number(seam / 3)} {svg.number(seam / 2.4)}">'
        f"{seams}</g>"
    )


def hero() -> str:
    """Mountains and star for wide screens; no sky, the header's ground is the sky."""
    parts = [_ridge(0, HERO[0], WIDE, TALL, 15), _sun(1018, 126, 124)]
    parts += [_ridge(i, HERO[i], WIDE, TALL, 15) for i in range(1, len(HERO))]
    return svg.document(f"0 0 {WIDE} {TALL}", parts, keep_ratio="xMaxYMax slice")


def banner() -> str:
    """A low strip of mountains for the head of an event."""
    parts = [_ridge(0, BANNER[0], WIDE, BANNER_TALL, 11), _sun(1080, 70, 62)]
    parts += [_ridge(i, BANNER[i], WIDE, BANNER_TALL, 11) for i in range(1, 5)]
    return svg.document(f"0 0 {WIDE} {BANNER_TALL}", parts, keep_ratio="xMaxYMax slice")


def hero_narrow() -> str:
    """The same view composed anew for a phone."""
    sheet = HERO_NARROW
    parts = [_ridge(0, sheet[0], NARROW, LOW, 8), _sun(300, 62, 60)]
    parts += [_ridge(i, sheet[i], NARROW, LOW, 8) for i in range(1, len(sheet))]
    return svg.document(f"0 0 {NARROW} {LOW}", parts, keep_ratio="xMaxYMax slice")


BANNER_TALL = 200
# A low strip for the head of an event: the star stands free of the title.
BANNER: tuple[tuple[ridge.Peak, ...], ...] = (
    (
        (-20, 140, 260),
        (180, 146, 230),
        (400, 136, 190),
        (640, 120, 170),
        (792, 98, 110),
        (900, 66, 96),
        (980, 110, 80),
        (1040, 122, 80),
        (1186, 40, 96),
        (1290, 84, 90),
    ),
    (
        (80, 154, 250),
        (330, 156, 230),
        (570, 134, 180),
        (720, 120, 110),
        (840, 104, 110),
        (950, 124, 96),
        (1052, 116, 90),
        (1128, 84, 90),
        (1232, 112, 90),
        (1330, 106, 90),
    ),
    (
        (20, 166, 240),
        (270, 170, 220),
        (500, 156, 200),
        (748, 144, 160),
        (880, 152, 130),
        (1020, 136, 130),
        (1160, 142, 120),
        (1280, 126, 110),
    ),
    (
        (60, 184, 330),
        (410, 180, 320),
        (800, 174, 280),
        (1120, 166, 240),
        (1300, 170, 240),
    ),
    ((140, 194, 460), (580, 192, 420), (1020, 186, 420), (1330, 186, 300)),
)
FOOT_WIDE, FOOT_TALL = 1280, 92
FOOT: tuple[tuple[ridge.Peak, ...], ...] = (
    (
        (60, 54, 160),
        (230, 56, 160),
        (400, 50, 160),
        (620, 44, 150),
        (744, 34, 110),
        (828, 12, 90),
        (904, 26, 90),
        (1124, 2, 112),
        (1204, 24, 80),
        (1290, 14, 90),
    ),
    (
        (20, 60, 160),
        (260, 62, 180),
        (560, 50, 160),
        (690, 34, 100),
        (768, 28, 96),
        (996, 36, 110),
        (1060, 20, 84),
        (1156, 36, 90),
        (1248, 20, 90),
    ),
    (
        (-20, 64, 170),
        (180, 68, 200),
        (420, 66, 200),
        (640, 52, 170),
        (860, 50, 130),
        (1000, 52, 130),
        (1190, 38, 120),
        (1300, 48, 110),
    ),
    (
        (90, 74, 260),
        (380, 76, 260),
        (720, 68, 240),
        (930, 72, 200),
        (1100, 66, 200),
        (1290, 68, 180),
    ),
    ((140, 82, 360), (520, 84, 360), (860, 78, 320), (1240, 80, 340)),
)


def hills(colours: Sequence[str] = palette.HILLS_LIGHT) -> str:
    """The hills a page ends in, from the farthest ridge to the footer's ground."""
    base = FOOT_TALL + 8
    parts = [
        svg.path(f"{ridge.line(peaks, base)}V{base + 20}H{-FOOT_WIDE}V{base}z", colour)
        for peaks, colour in zip(FOOT, colours, strict=True)
    ]
    return svg.document(
        f"0 0 {FOOT_WIDE} {FOOT_TALL}", parts, keep_ratio="xMaxYMax slice"
    )
