"""The band along a certificate's left edge: the star, and a large one rising below."""

from portal.art import palette, svg
from portal.art.mark import halves

# Millimetres: as wide as the band, as tall as what the inner frame holds.
WIDE, TALL = 34, 188
_STAR, _STAR_AT = 0.57, 27
_RISING, _RISING_AT = 2.5, 178


def band() -> str:
    """The whole band, indigo, with nothing to read in it."""
    ground = f'<rect width="{WIDE}" height="{TALL}" fill="{palette.C800}"/>'
    return svg.document(
        f"0 0 {WIDE} {TALL}",
        [
            ground,
            _star(_RISING, _RISING_AT, palette.C700, "#294280"),
            _star(_STAR, _STAR_AT, palette.H400, palette.H300),
        ],
    )


def _star(scale: float, down: float, left: str, right: str) -> str:
    one, two = halves(scale)
    moved = f'<g transform="translate({WIDE / 2} {down})">'
    return f"{moved}{svg.path(one, left)}{svg.path(two, right)}</g>"
