"""Which pictures are let in, and what is left of them: pixels, nothing else.

The header is read before anything is decoded, so a few kilobytes that unfold to
gigabytes cost nothing. What passes is written anew by Pillow: the place it was
taken, the camera, hidden thumbnails and whatever was glued to the end are gone.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import PurePath

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.formats import get_format
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageCms, ImageOps

from portal.images.headers import Header, format_of, opened, read_header

# Enough for A4 at 300 dpi; every rendition is cut from this.
MAX_STORED_SIDE = 2560
QUALITY = 90
_ORIENTATION = 0x0112

EXTENSIONS = {
    "jpg": "JPEG",
    "jpeg": "JPEG",
    "png": "PNG",
    "webp": "WEBP",
    "avif": "AVIF",
}
_MIME_TYPES = {
    "JPEG": "image/jpeg",
    "PNG": "image/png",
    "WEBP": "image/webp",
    "AVIF": "image/avif",
}
_SHRINKABLE = {"L", "LA", "RGB", "RGBA", "CMYK"}
_KEPT = {"1", "P", "L", "LA", "RGB", "RGBA"}

MESSAGES = {
    "empty": _("The file is empty. Choose the picture again."),
    "too_heavy": _(
        "The file is %(size)s; a picture may have at most %(limit)s. "
        "Make it smaller and upload it again."
    ),
    "svg": _(
        "SVG drawings are not accepted, because they can carry a script. "
        "Save the drawing as PNG and upload that."
    ),
    "extension": _("Only JPG, PNG, WebP and AVIF pictures are accepted."),
    "not_a_picture": _(
        "The content of “%(name)s” is not a picture. "
        "Open the file to see what it is, then save it as JPG or PNG."
    ),
    "wrong_type": _(
        "The file is named .%(extension)s, but its content is %(format)s. "
        "Give it the right ending or save it again as JPG or PNG."
    ),
    "too_many_pixels": _(
        "The picture is %(width)s × %(height)s, that is %(millions)s million pixels; "
        "at most %(limit)s million are accepted. Make it smaller and upload it again."
    ),
    "moving": _(
        "Moving pictures are not accepted: nothing on the portal moves by itself. "
        "Upload a still picture."
    ),
    "broken": _(
        "The picture is damaged or incomplete and cannot be opened. "
        "Copy or download the file again, then upload it."
    ),
}


class PictureRefused(ValidationError):
    """Why a file is not taken as a picture, in words for the one who uploads it."""

    def __init__(self, code: str, **params) -> None:
        super().__init__(MESSAGES[code], code=code, params=params)


class CleanPicture(SimpleUploadedFile):
    """A picture that has been through `accept`."""


def accept(file, name: str | None = None) -> CleanPicture:
    """The upload rewritten upright, without metadata and at most 2560 px a side.

    Raises PictureRefused, with the reason for the editor, on anything else.
    """
    if isinstance(file, CleanPicture):
        return file
    name = PurePath(name or file.name or "").name
    limit = settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE
    if file.size > limit:
        raise PictureRefused(
            "too_heavy", size=filesizeformat(file.size), limit=filesizeformat(limit)
        )
    file.seek(0)
    data = file.read()
    header = _inspect(data, name)
    try:
        with opened(data, header) as picture:
            content = _rewritten(picture, header)
    except Exception as error:
        # Pillow's decoders raise nearly anything on hostile bytes.
        raise PictureRefused("broken") from error
    return CleanPicture(name, content, _MIME_TYPES[header.format])


def _inspect(data: bytes, name: str) -> Header:
    extension = PurePath(name).suffix.lower().removeprefix(".")
    if not data:
        raise PictureRefused("empty")
    actual = format_of(data)
    if extension == "svg" or (actual is None and b"<svg" in data[:2000].lower()):
        raise PictureRefused("svg")
    if extension not in EXTENSIONS:
        raise PictureRefused("extension")
    if actual is None:
        raise PictureRefused("not_a_picture", name=name)
    if actual != EXTENSIONS[extension]:
        raise PictureRefused("wrong_type", extension=extension, format=actual)
    try:
        header = read_header(data, actual)
    except Exception as error:
        raise PictureRefused("broken") from error
    limit = settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS
    pixels = header.width * header.height
    if pixels > limit:
        raise PictureRefused(
            "too_many_pixels",
            width=_grouped(header.width),
            height=_grouped(header.height),
            millions=_grouped(round(pixels / 1e6)),
            limit=_grouped(round(limit / 1e6)),
        )
    if header.moving:
        raise PictureRefused("moving")
    return header


def _grouped(number: int) -> str:
    # Django groups no digits in Vietnamese, though its readers do.
    return f"{number:,}".replace(",", get_format("THOUSAND_SEPARATOR"))


def _rewritten(picture: Image.Image, header: Header) -> bytes:
    size, mode = picture.size, picture.mode
    profile = picture.info.get("icc_profile")
    turned = picture.getexif().get(_ORIENTATION, 1) != 1
    # Shrinking comes first: JPEG then decodes at a fraction of the memory.
    if max(size) > MAX_STORED_SIDE:
        if mode not in _SHRINKABLE:
            picture = _plain_colours(picture, None)
        picture.thumbnail((MAX_STORED_SIDE, MAX_STORED_SIDE), Image.Resampling.LANCZOS)
    picture.load()
    untouched = picture.size == size and mode in _KEPT and not profile
    options = _options(header, keep=untouched and not turned)
    if turned:
        picture = ImageOps.exif_transpose(picture)
    if not untouched:
        picture = _plain_colours(picture, profile)
    # The plugins would write comments and the like back from here.
    clear = picture.info.get("transparency")
    picture.info = {} if clear is None else {"transparency": clear}
    output = BytesIO()
    picture.save(output, header.format, **options)
    return output.getvalue()


def _options(header: Header, *, keep: bool) -> dict:
    match header.format:
        case "JPEG" if keep:
            return {"quality": "keep", "progressive": True, "optimize": True}
        case "JPEG":
            return {"quality": QUALITY, "progressive": True, "optimize": True}
        case "WEBP":
            return {"quality": QUALITY, "lossless": header.lossless}
        case "AVIF":
            return {"quality": QUALITY}
        case _:
            return {"compress_level": 6}


def _plain_colours(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """Grey or RGB, with transparency where there is some, in sRGB."""
    if profile:
        picture = _in_srgb(picture, profile)
    if picture.mode in ("L", "LA", "RGB", "RGBA"):
        return picture
    if picture.mode.startswith("I") or picture.mode == "F":
        # 16 bits a pixel, as some scanners write grey.
        return picture.point(lambda value: value / 256).convert("L")
    return picture.convert("RGBA" if picture.has_transparency_data else "RGB")


def _in_srgb(picture: Image.Image, profile: bytes) -> Image.Image:
    if picture.mode not in ("L", "RGB", "RGBA", "CMYK"):
        return picture
    mode = "RGBA" if picture.mode == "RGBA" else "RGB"
    try:
        return ImageCms.profileToProfile(
            picture,
            ImageCms.ImageCmsProfile(BytesIO(profile)),
            ImageCms.createProfile("sRGB"),
            outputMode=mode,
        )
    except (ImageCms.PyCMSError, OSError):
        # A profile that does not fit its picture says nothing about its colours.
        return picture
