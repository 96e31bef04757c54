"""The few strings every drawing is made of."""

from collections.abc import Iterable
from urllib.parse import quote


def number(value: float) -> str:
    """A coordinate in as few characters as a tenth of a pixel allows."""
    text = f"{value:.1f}".rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


def path(data: str, fill: str) -> str:
    return f'<path fill="{fill}" d="{data}"/>'


def document(
    view_box: str, parts: Iterable[str], *, keep_ratio: str = "", crisp: bool = False
) -> str:
    """A stand-alone SVG file without a size of its own: CSS gives it one."""
    extra = f' preserveAspectRatio="{keep_ratio}"' if keep_ratio else ""
    extra += ' shape-rendering="crispEdges"' if crisp else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view_box}"{extra}>'
        f"{''.join(parts)}</svg>"
    )


def data_uri(text: str) -> str:
    """The drawing as a ``data:`` address, short enough to sit in a style sheet."""
    return "data:image/svg+xml," + quote(text.replace('"', "'"), safe=" ='/:;,()")
