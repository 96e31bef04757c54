"""The style sheet from its sources, and the drawings that are files."""

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw

from portal.art import karst, mark, palette, svg, weave

SOURCES = Path(__file__).parents[1] / "static" / "portal" / "css"
ORDER = (
    "fonts",
    "tokens",
    "dark",
    "base",
    "layout",
    "header",
    "footer",
    "reading",
    "parts",
    "search",
    "citation",
    "law",
    "forms",
    "events",
    "home",
    "initiative",
    "showcase",
    "print",
)
# What only those need who fill in a form or hold a ticket.
FORMS = ("register", "ticket")
# What only those need who ask, or read what others have asked.
QUESTIONS = ("answers", "questions")
# And what only those need who register many, follow a guide to its forms, see how acts
# hang together, read what they have saved, check a certificate, stand on the front
# page, or search for a number.
BESIDE = {
    "forms.css": FORMS,
    "questions.css": QUESTIONS,
    # A receipt is a ticket about a question: one sheet packs better than two.
    "receipt.css": FORMS + QUESTIONS,
    "delegation.css": ("delegation",),
    "guide.css": ("guide",),
    "graph.css": ("act", "graph", "bare"),
    "compare.css": ("act", "compare"),
    "offline.css": ("offline",),
    "certificate.css": ("certificate",),
    # The door has a shell of its own and loads nothing else.
    "door.css": ("fonts", "door"),
    "front.css": ("hero", "front"),
    "number.css": ("number",),
    "case.css": ("case",),
}
LAYERS = "@layer tokens,base,layout,components,print;"

# Small drawings go into the style sheet, large ones beside it.
INLINE: dict[str, Callable[[], str]] = {
    "strip.svg": weave.strip,
    "strip-up.svg": lambda: weave.strip(upright=True),
    "teeth.svg": weave.teeth,
}
FILES: dict[str, Callable[[], str]] = {
    "art/hero.svg": karst.hero,
    "art/hero-narrow.svg": karst.hero_narrow,
    "art/banner.svg": karst.banner,
    "art/hills-light.svg": lambda: karst.hills(palette.HILLS_LIGHT),
    "art/hills-dark.svg": lambda: karst.hills(palette.HILLS_DARK),
    "icons/mark.svg": mark.app_icon,
}
#: For home screens that read no SVG, by the number of dots.
PICTURES = {180: "icons/mark-180.png", 512: "icons/mark-512.png"}

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s+")
_TIGHT = re.compile(r"\s*([{};,])\s*")
_ASSET = re.compile(r"asset:([a-z0-9/.-]+)")
_DARK = ':root[data-theme="dark"]'
_DARK_SYSTEM = ':root:not([data-theme="light"])'


def build(target: Path) -> list[Path]:
    """Write style sheet and drawings into `target`; what is the same is left alone."""
    made = {name: draw().encode() for name, draw in FILES.items()}
    made["portal.css"] = stylesheet().encode()
    made |= {name: sheet_beside(parts).encode() for name, parts in BESIDE.items()}
    made |= {name: touch_icon(size) for size, name in PICTURES.items()}
    return [_write(target / name, content) for name, content in made.items()]


def stylesheet() -> str:
    """All sources in their order, without comments and needless space."""
    texts = {name: (SOURCES / f"{name}.css").read_text("utf-8") for name in ORDER}
    texts["dark"] = _for_system_too(texts["dark"])
    return LAYERS + "".join(_minified(text) for text in texts.values())


def sheet_beside(names: tuple[str, ...]) -> str:
    """A sheet that some pages load beside the other, of these sources."""
    return "".join(
        _minified((SOURCES / f"{name}.css").read_text("utf-8")) for name in names
    )


def _for_system_too(dark: str) -> str:
    """The night rule again, for readers whose system asks for it."""
    system = dark.replace(_DARK, _DARK_SYSTEM)
    return f"{dark}@media (prefers-color-scheme:dark){{{system}}}"


def _minified(css: str) -> str:
    css = _SPACE.sub(" ", _COMMENT.sub("", css)).strip()
    css = _TIGHT.sub(r"\1", css).replace(";}", "}").replace(": ", ":")
    return _ASSET.sub(_address, css)


def _address(found: re.Match[str]) -> str:
    name = found[1]
    return svg.data_uri(INLINE[name]()) if name in INLINE else name


def touch_icon(size: int) -> bytes:
    """The mark as a picture of dots, for home screens that read no SVG."""
    scale = size * 4
    picture = Image.new("RGB", (scale, scale), palette.C800)
    pen = ImageDraw.Draw(picture)
    tones = (palette.H400, palette.H300)
    for faces, tone in zip(mark.faces(0.86), tones, strict=True):
        for face in faces:
            pen.polygon([_on_icon(point, scale) for point in face], tone)
    out = BytesIO()
    small = picture.resize((size, size), Image.Resampling.LANCZOS)
    small.quantize(32).save(out, "PNG", optimize=True)
    return out.getvalue()


def _on_icon(point: tuple[float, float], scale: int) -> tuple[float, float]:
    return (point[0] + 21) * scale / 42, (point[1] + 21) * scale / 42


def _write(path: Path, content: bytes) -> Path:
    if not path.is_file() or path.read_bytes() != content:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return path
