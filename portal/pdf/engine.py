"""WeasyPrint, and the few files it may read. Importing this needs Pango."""

from __future__ import annotations

import mimetypes
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.files.storage import default_storage
from PIL import ImageFile
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from portal.art import band, mark, palette, weave
from portal.assets.fonts import source

# Importing WeasyPrint makes Pillow accept truncated pictures in the whole process,
# uploads included; what is in our storage is whole.
ImageFile.LOAD_TRUNCATED_IMAGES = False

_OWN_STATIC = Path(__file__).resolve().parents[1] / "static"
_FONTS, _DRAWINGS = "portal-font:", "portal-drawing:"
_FACES = (
    ("Regular", 400, "normal"),
    ("Italic", 400, "italic"),
    ("Bold", 700, "normal"),
    ("BoldItalic", 700, "italic"),
)
_FONT_CSS = "".join(
    f"@font-face{{font-family:'Be Vietnam Pro';font-weight:{weight};"
    f"font-style:{style};src:url({_FONTS}{name})}}"
    for name, weight, style in _FACES
)
_DRAWN = {
    "mark": lambda: mark.mark(palette.H500, palette.H400),
    "strip": lambda: weave.strip().replace("<path", f'<path fill="{palette.H500}"'),
    "strip-up": lambda: weave.strip(upright=True).replace(
        "<path", f'<path fill="{palette.H500}"'
    ),
    "band": band.band,
}
_DRAWING_CSS = "".join(
    f".{name}{{background-image:url({_DRAWINGS}{name})}}" for name in _DRAWN
)


class RefusedAddress(ValueError):
    """The document asks for something outside the media and static roots."""


class PortalFetcher(URLFetcher):
    """Reads media, static files and what the portal ships; never opens a connection."""

    def __init__(self, base_url: str) -> None:
        super().__init__(allowed_protocols=(), allow_redirects=False)
        self._media = urljoin(base_url, settings.MEDIA_URL)
        self._static = urljoin(base_url, settings.STATIC_URL)

    def fetch(self, url, headers=None):
        if url.startswith(_FONTS):
            content = _font(url.removeprefix(_FONTS))
        elif url.startswith(_DRAWINGS):
            content = _drawing(url.removeprefix(_DRAWINGS))
            return URLFetcherResponse(url, content, {"Content-Type": "image/svg+xml"})
        elif url.startswith(self._media):
            content = _media_file(_name(url, self._media))
        elif url.startswith(self._static):
            content = _static_file(_name(url, self._static))
        else:
            raise RefusedAddress(url)
        kind = mimetypes.guess_type(urlsplit(url).path)[0] or "application/octet-stream"
        return URLFetcherResponse(url, content, {"Content-Type": kind})


def render(html: str, base_url: str) -> bytes:
    """See `portal.pdf.render`."""
    fetcher = PortalFetcher(base_url)
    fonts = FontConfiguration()
    own = CSS(string=_FONT_CSS + _DRAWING_CSS, font_config=fonts, url_fetcher=fetcher)
    document = HTML(string=html, base_url=base_url, url_fetcher=fetcher)
    return document.write_pdf(
        stylesheets=[own],
        font_config=fonts,
        pdf_variant="pdf/ua-1",
        optimize_images=False,
    )


def _name(url: str, root: str) -> str:
    return unquote(urlsplit(url[len(root) :]).path)


def _font(name: str) -> bytes:
    if name not in {style for style, _weight, _slant in _FACES}:
        raise RefusedAddress(name)
    return source(name).read_bytes()


def _drawing(name: str) -> str:
    if name not in _DRAWN:
        raise RefusedAddress(name)
    return _DRAWN[name]()


def _media_file(name: str) -> bytes:
    # Storages without a path of their own, such as S3, have no way out either.
    root = getattr(default_storage, "location", None)
    if root is not None:
        _confine(Path(root), name)
    with default_storage.open(name) as file:
        return file.read()


def _static_file(name: str) -> bytes:
    collected = Path(settings.STATIC_ROOT)
    if (collected / name).is_file():
        return _confine(collected, name).read_bytes()
    # Not collected, as on a developer's machine. Ours lie here: a process that only
    # draws has loaded no application. Finders keep to their own roots.
    if (_OWN_STATIC / name).is_file():
        return _confine(_OWN_STATIC, name).read_bytes()
    found = finders.find(name)
    if not found:
        raise RefusedAddress(name)
    return Path(found).read_bytes()


def _confine(root: Path, name: str) -> Path:
    """The file under the root, links followed; refused when that leads outside."""
    path = (root / name).resolve()
    if not path.is_relative_to(root.resolve()):
        raise RefusedAddress(name)
    return path
