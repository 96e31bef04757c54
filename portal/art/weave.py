"""The woven strip: five rows of two-pixel cells that repeat every ten."""

from portal.art import svg

CELL = 2
STRIP = (
    "..#.......",
    ".###...#..",
    "##.##.###.",
    ".###...#..",
    "..#.......",
)


def runs(row: str) -> list[tuple[int, int]]:
    """Where each unbroken run of ``#`` starts and how long it is."""
    found, start = [], None
    for place, cell in enumerate(row + "."):
        if cell == "#" and start is None:
            start = place
        elif cell != "#" and start is not None:
            found.append((start, place - start))
            start = None
    return found


def cells(rows: tuple[str, ...] | list[str], size: int = 1) -> str:
    """Path data that covers every ``#`` of the rows, run by run."""
    return "".join(
        f"M{start * size} {line * size}h{length * size}v{size}h-{length * size}z"
        for line, row in enumerate(rows)
        for start, length in runs(row)
    )


def strip(*, upright: bool = False) -> str:
    """One period of the strip, black on nothing: a mask that takes any colour."""
    rows = ["".join(column) for column in zip(*STRIP, strict=True)]
    pattern = rows if upright else STRIP
    width, height = len(pattern[0]) * CELL, len(pattern) * CELL
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
        f' shape-rendering="crispEdges"><path d="{cells(pattern, CELL)}"/></svg>'
    )


def teeth() -> str:
    """One period of the torn edge of a date tab: 18 px wide, 8 px deep."""
    return svg.document("0 0 18 8", ['<path d="M0 0h18L9 8z"/>'])
