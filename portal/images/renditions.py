"""Making the sizes of a picture after upload, and finding them when a page is read.

A reader's request never makes one. Where a size is missing (the work failed, or the
preset is newer than the picture) the nearest one that exists is shown, and the
original where there is none; `manage.py make_renditions` fills the gaps.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from types import SimpleNamespace
from typing import TYPE_CHECKING

from wagtail.images.models import Filter

from portal.images.presets import PRESETS, Preset, all_specs

if TYPE_CHECKING:
    from portal.models.images import PortalImage, PortalRendition

_FOCUS = (
    "focal_point_x",
    "focal_point_y",
    "focal_point_width",
    "focal_point_height",
)
_MIME_TYPES = {"avif": "image/avif", "webp": "image/webp"}


@dataclass(frozen=True)
class Source:
    type: str
    srcset: str


@dataclass(frozen=True)
class Picture:
    """What a <picture> element needs."""

    src: str
    width: int
    height: int
    srcset: str
    sources: tuple[Source, ...]


def make_renditions(image: PortalImage) -> int:
    """Make the sizes the picture lacks, drop those cut round an old focal point.

    Returns how many were made.
    """
    filters = {spec: Filter(spec) for spec in all_specs(image.width, image.height)}
    wanted = {spec: cut.get_cache_key(image) for spec, cut in filters.items()}
    existing = set()
    for rendition in image.renditions.filter(filter_spec__in=wanted):
        if rendition.focal_point_key == wanted[rendition.filter_spec]:
            existing.add(rendition.filter_spec)
        else:
            rendition.delete()
    missing = [cut for spec, cut in filters.items() if spec not in existing]
    # Not get_renditions: its cache may know rows that the database has lost.
    return len(image.create_renditions(*missing))


def picture(image: PortalImage, preset_name: str) -> Picture:
    """The sizes of a preset that exist, best first.

    Makes no query when `renditions` are prefetched, else one.
    """
    preset = PRESETS[preset_name]
    by_spec = _by_spec(image)
    found = {
        image_format: _row(by_spec, preset, image_format)
        for image_format in preset.formats
    }
    plain = found["jpeg"] or _nearest(by_spec.values(), preset)
    if not plain:
        return Picture(image.file.url, image.width, image.height, "", ())
    middle = plain[len(plain) // 2] if len(plain) > 2 else plain[0]
    sources = tuple(
        Source(mime_type, _srcset(found[image_format]))
        for image_format, mime_type in _MIME_TYPES.items()
        if found.get(image_format)
    )
    srcset = _srcset(plain) if len(plain) > 1 else ""
    return Picture(middle.url, middle.width, middle.height, srcset, sources)


def largest_jpeg(image: PortalImage) -> Picture:
    """One file in the picture's own shape, for paper."""
    row = _row(_by_spec(image), PRESETS["article"], "jpeg")
    if not row:
        return Picture(image.file.url, image.width, image.height, "", ())
    return Picture(row[-1].url, row[-1].width, row[-1].height, "", ())


def shared_link_picture(image: PortalImage) -> Picture:
    """The file shown beside a link to the page on other sites."""
    return picture(image, "og")


def _by_spec(image: PortalImage) -> dict[str, PortalRendition]:
    focus = tuple(getattr(image, name) for name in _FOCUS)
    return {
        rendition.filter_spec: rendition
        for rendition in image.renditions.all()
        if rendition.focal_point_key == _focus_key(rendition.filter_spec, focus)
    }


@lru_cache(maxsize=2048)  # working a filter out costs more than drawing its tag
def _focus_key(spec: str, focus: tuple[int | None, ...]) -> str:
    """The key of a filter's files for a picture with this focal point."""
    image = SimpleNamespace(**dict(zip(_FOCUS, focus, strict=True)))
    return Filter(spec).get_cache_key(image)


def _row(
    by_spec: dict[str, PortalRendition], preset: Preset, image_format: str
) -> list[PortalRendition]:
    specs = (preset.spec(width, image_format) for width in preset.widths)
    return [by_spec[spec] for spec in specs if spec in by_spec]


def _nearest(
    renditions: Iterable[PortalRendition], preset: Preset
) -> list[PortalRendition]:
    """The uncropped JPEG closest in width to what the preset asks for."""
    jpegs = [
        rendition
        for rendition in renditions
        if rendition.filter_spec.startswith("width-")
        and rendition.filter_spec.endswith("|format-jpeg")
    ]
    aim = preset.widths[-1]
    return sorted(jpegs, key=lambda rendition: abs(rendition.width - aim))[:1]


def _srcset(row: list[PortalRendition]) -> str:
    return ", ".join(f"{rendition.url} {rendition.width}w" for rendition in row)
