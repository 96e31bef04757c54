"""The land of the pictures: karst peaks, terraces, trees, the star of hoa hồi."""

from collections.abc import Sequence

from portal.art.scenes import geometry as geo
from portal.art.scenes.canvas import Canvas
from portal.art.scenes.palette import C100, C200, C300, C400, C500, H300, H400, mix

RANGE_TONES = ("#DCE3F2", C200, "#B4C2E4", C300)


def peak(x: float, base: float, width: float, height: float, lean: float = 0):
    """One narrow convex karst tower, as an outline."""
    left, right, top = x - width / 2, x + width / 2, base - height
    tip = x + lean
    return geo.path(
        f"M {left} {base} "
        f"C {left + width * 0.10} {base - height * 0.42} "
        f"{tip - width * 0.24} {top + height * 0.15} {tip - width * 0.07} "
        f"{top + height * 0.025} "
        f"C {tip - width * 0.03} {top - height * 0.01} "
        f"{tip + width * 0.04} {top - height * 0.006} {tip + width * 0.08} "
        f"{top + height * 0.045} "
        f"C {tip + width * 0.24} {top + height * 0.22} "
        f"{right - width * 0.07} {base - height * 0.46} {right} {base} Z"
    )


def karst(
    canvas: Canvas,
    towers: Sequence[tuple[float, float, float]],
    base: float,
    colour: str,
    *,
    shade: str | None = None,
    stitch: str | None = None,
) -> None:
    """A range of ``(x, width, height)`` towers standing on ``base``.

    ``shade`` darkens the side away from the light; ``stitch`` runs a dashed seam
    inside each outline.
    """
    for x, width, height in towers:
        lean = width * 0.06 * (1 if round(x) % 2 else -1)
        outline = peak(x, base, width, height, lean)
        canvas.fill(outline, colour)
        if shade:
            with canvas.clip(outline):
                canvas.path(
                    f"M {x + lean + width * 0.02} {base - height - 4} "
                    f"C {x + width * 0.20} {base - height * 0.80} "
                    f"{x + width * 0.02} {base - height * 0.62} "
                    f"{x + width * 0.17} {base - height * 0.44} "
                    f"C {x + width * 0.28} {base - height * 0.28} "
                    f"{x + width * 0.12} {base - height * 0.16} "
                    f"{x + width * 0.22} {base} "
                    f"L {x + width} {base} L {x + width} {base - height} Z",
                    shade,
                )
        if stitch:
            inner = peak(x, base, width * 0.84, height * 0.93, lean)
            canvas.dashes(inner, max(1.2, width * 0.008), stitch)


def ridge(
    canvas: Canvas, tops: Sequence[tuple[float, float]], base: float, colour: str
) -> None:
    """A soft hill line through ``tops``, filled down to ``base``."""
    line = geo.spline(tops, closed=False)
    canvas.fill([*line, (tops[-1][0], base), (tops[0][0], base)], colour)


def star(
    canvas: Canvas,
    x: float,
    y: float,
    radius: float,
    *,
    turn: float = 0,
    light: str = H300,
    dark: str = H400,
) -> None:
    """The eight-pointed star of hoa hồi, each kite split into light and dark."""
    for i in range(8):
        tip = radius if i % 2 == 0 else radius * 0.875
        shoulder, wide, gap = radius * 0.43, radius * 0.165, radius * 0.065
        with canvas.at(x, y, turn=turn + i * 45):
            for side, colour in ((-1, light), (1, dark)):
                canvas.fill([(0, -gap), (side * wide, -shoulder), (0, -tip)], colour)


def window_view(canvas: Canvas, x: float, y: float, w: float, h: float) -> None:
    """What is seen through a window: pale sky, three ranges, a field."""
    canvas.rect(x, y, w, h, mix("#F6EAD2", "#FFFFFF", 0.35))
    base = y + h
    far = ((0.10, 0.17, 0.62), (0.27, 0.15, 0.50), (0.55, 0.2, 0.74), (0.86, 0.18, 0.6))
    near = ((-0.02, 0.22, 0.4), (0.19, 0.2, 0.47), (0.40, 0.24, 0.58))
    near += ((0.70, 0.22, 0.5), (1.0, 0.26, 0.46))
    for towers, tone, shade in (
        (far, C200, None),
        (near, C300, mix(C300, C400, 0.6)),
    ):
        placed = [(x + w * p, w * s, h * q) for p, s, q in towers]
        karst(canvas, placed, base, tone, shade=shade)
    tops = [(x - 4, base - h * 0.2), (x + w * 0.4, base - h * 0.27)]
    ridge(canvas, [*tops, (x + w + 4, base - h * 0.17)], base, C400)
    tops = [(x - 4, base - h * 0.1), (x + w * 0.6, base - h * 0.16)]
    ridge(canvas, [*tops, (x + w + 4, base - h * 0.08)], base, C500)


def round_tree(
    canvas: Canvas,
    x: float,
    ground: float,
    height: float,
    tones: tuple[str, str, str],
    trunk: str,
) -> None:
    """A broad tree: a trunk that forks and three tones of crown, lit from the left."""
    crown, light, deep = tones
    width = height * 0.62
    canvas.line(
        [(x, ground), (x - 2, ground - height * 0.35), (x + 4, ground - height * 0.6)],
        height * 0.062,
        trunk,
        smooth=True,
        taper=height * 0.03,
    )
    for dx in (-0.2, 0.2):
        canvas.line(
            [(x, ground - height * 0.3), (x + width * dx, ground - height * 0.52)],
            height * 0.032,
            trunk,
            taper=height * 0.018,
        )
    lumps = ((-0.34, 0.50, 0.22), (0.32, 0.52, 0.23), (-0.04, 0.56, 0.25))
    lumps += ((-0.18, 0.70, 0.24), (0.18, 0.71, 0.23), (0.02, 0.84, 0.19))
    for colour, ox, oy, size in (
        (deep, 0.045, 0.022, 1.0),
        (crown, 0, 0, 1.0),
        (light, -0.07, -0.02, 0.7),
    ):
        for dx, up, r in lumps[3:] if colour == light else lumps:
            radius = width * r * size
            canvas.ellipse(
                x + width * (dx + ox),
                ground - height * (up - oy),
                radius * 1.08,
                radius,
                colour,
            )


def mist(canvas: Canvas, x: float, y: float, w: float, h: float) -> None:
    """A flat bank of morning mist."""
    canvas.rect(x, y, w, h, C100, alpha=0.7, radius=h / 2)
    canvas.rect(x + w * 0.25, y - h * 0.7, w * 0.5, h, C100, alpha=0.6, radius=h / 2)
