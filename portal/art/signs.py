"""A drawn sign for each field of work: what stands in for a missing picture.

The ground tells fields apart before the shape does. The drawing lies in the middle
square of a sheet of 160 by 110, so that it may be cropped to a square.
"""

from portal.art import palette as hue

WIDTH, HEIGHT = 160, 110


def _filled(colour: str, *paths: str) -> str:
    return f'<path fill="{colour}" d="{"".join(paths)}"/>'


def _drawn(colour: str, width: int, path: str) -> str:
    return f'<path fill="none" stroke="{colour}" stroke-width="{width}" d="{path}"/>'


def _box(x: int, y: int, width: int, height: int) -> str:
    return f"M{x} {y}h{width}v{height}h-{width}z"


def _star(x: float, y: float, size: float) -> str:
    """Eight points, four of them short."""
    near, far = size * 0.3, size
    half = size * 0.55
    points = [
        (0, -far),
        (near, -near * 1.4),
        (half, -half),
        (near * 1.4, -near),
        (far, 0),
        (near * 1.4, near),
        (half, half),
        (near, near * 1.4),
    ]
    points += [(-one, -two) for one, two in points]
    return "M" + "L".join(f"{x + a:.1f} {y + b:.1f}" for a, b in points) + "z"


# Ground and parts, back to front, by the field's slug.
_SIGNS = {
    # An open book, a reader's ribbon and a spark above it.
    "giao-duc": (
        hue.C700,
        _filled(hue.C300, "M28 42L78 52V92L28 82z"),
        _filled(hue.C100, "M132 42L82 52V92L132 82z"),
        _filled(hue.C500, "M37 54l32 6v4l-32-6zM37 64l32 6v4l-32-6z"),
        _filled(hue.C700, "M123 54l-32 6v4l32-6zM123 64l-32 6v4l32-6z"),
        _filled(hue.H400, _star(80, 26, 14)),
    ),
    # A cross and the line of a pulse.
    "y-te": (
        hue.C200,
        _filled(hue.C700, "M63 20h34v19h19v34H97v19H63V73H44V39h19z"),
        _drawn(hue.WHITE, 5, "M44 58h23l6-14 10 27 7-13h26"),
        _filled(hue.H500, _star(131, 24, 11)),
    ),
    # A seedling on two furrows, under the sun.
    "nong-nghiep": (
        hue.H100,
        _filled(hue.C600, "M0 84q42-13 82-4t78-3v33H0z"),
        _filled(hue.C700, "M0 95q40-13 80-5t80-3v23H0z"),
        _filled(hue.H700, _box(78, 46, 5, 38)),
        _filled(hue.C600, "M79 64Q49 64 45 38 75 38 79 64z"),
        _filled(hue.C500, "M82 56Q110 54 112 27 84 30 82 56z"),
        _filled(hue.H500, _star(126, 25, 13)),
    ),
    # A sheet over its copy, with a seal.
    "hanh-chinh": (
        hue.C100,
        _filled(hue.C300, _box(56, 14, 56, 78)),
        _filled(hue.WHITE, _box(48, 20, 56, 78)),
        _filled(hue.C700, _box(48, 20, 56, 13)),
        _filled(
            hue.C500, _box(57, 43, 30, 4), _box(57, 53, 38, 4), _box(57, 63, 38, 4)
        ),
        _filled(hue.H400, _star(101, 81, 20)),
        _filled(hue.H800, _star(101, 81, 9)),
    ),
    # A screen on which a cloth is being woven.
    "cong-nghe": (
        hue.C950,
        _filled(hue.C600, _box(30, 18, 100, 62)),
        _filled(hue.C900, _box(36, 24, 88, 50)),
        _filled(hue.C500, "M70 80h20v9h16v6H54v-6h16z"),
        _filled(
            hue.H400,
            *(
                _box(76 + 8 * x, 45 + 8 * y, 8, 8)
                for x in range(-2, 3)
                for y in range(-2, 3)
                if abs(x) + abs(y) == 2
            ),
        ),
        _filled(hue.C300, *(_box(x, 45, 8, 8) for x in (44, 76, 108))),
    ),
    # Bricks being laid, and the plumb line beside them.
    "cong-nghiep": (
        hue.C600,
        _filled(
            hue.H300,
            *(
                _box(34 + 30 * x + shift, y, 27, 15)
                for y, shift in ((74, 0), (56, 15), (38, 0))
                for x in range(2 if shift else 3)
            ),
        ),
        _filled(hue.H400, _box(79, 20, 27, 15)),
        _filled(hue.C100, "M129 14h3v52l6 10-7.500 14-7.500-14 6-10z"),
    ),
    # A piece of brocade.
    "van-hoa": (
        hue.H700,
        _filled(hue.H300, _box(52, 27, 56, 56)),
        _filled(hue.H400, "M80 15l40 40-40 40-40-40z"),
        _filled(hue.H800, _box(63, 38, 34, 34)),
        _filled(hue.H100, _star(80, 55, 15)),
    ),
    # A shield with the star.
    "an-ninh": (
        hue.C800,
        _filled(hue.C500, "M80 12l38 12v30q0 28-38 46Q42 82 42 54V24z"),
        _filled(hue.C300, "M80 12v88Q42 82 42 54V24z"),
        _filled(hue.H400, _star(80, 52, 20)),
    ),
}
# The star alone, for fields of which nobody has drawn one.
_OTHER = (
    hue.H500,
    _filled(hue.H800, "M80 12l43 43-43 43-43-43z"),
    _filled(hue.H100, _star(80, 55, 25)),
    _filled(hue.H500, _star(80, 55, 10)),
)
FIELDS = tuple(_SIGNS)


def sign(field: str) -> str:
    """The sign of a field of work, by its slug, for use inside a page.

    Decorative: hidden from assistive technology.
    """
    ground, *parts = _SIGNS.get(field, _OTHER)
    return (
        f'<svg class="sign" viewBox="0 0 {WIDTH} {HEIGHT}" aria-hidden="true"'
        ' focusable="false" preserveAspectRatio="xMidYMid slice">'
        f"{_filled(ground, _box(0, 0, WIDTH, HEIGHT))}{''.join(parts)}</svg>"
    )
