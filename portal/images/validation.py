"""Which pictures are let in, and what is left of them: pixels, nothing else.

The header is read before anything is decoded, so a few kilobytes that unfold to
gigabytes cost nothing. What passes is written anew by Pillow: the place it was
taken, the camera, hidden thumbnails and whatever was glued to the end are gone.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePath

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.formats import get_format
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageCms, ImageOps
from PIL.AvifImagePlugin import AvifImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile

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
_OPENERS = {"JPEG": JpegImageFile, "PNG": PngImageFile, "AVIF": AvifImageFile}

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


@dataclass(frozen=True)
class Header:
    format: str
    width: int
    height: int
    moving: bool = False
    lossless: bool = False


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
        with _open(data, header) as picture:
            content = _rewritten(picture, header)
    except PictureRefused:
        raise
    except Exception as error:
        # Pillow's decoders raise nearly anything on hostile bytes.
        raise PictureRefused("broken") from error
    return CleanPicture(name, content, _MIME_TYPES[header.format])


def _inspect(data: bytes, name: str) -> Header:
    extension = PurePath(name).suffix.lower().removeprefix(".")
    if not data:
        raise PictureRefused("empty")
    if extension == "svg" or b"<svg" in data[:2000].lower():
        raise PictureRefused("svg")
    if extension not in EXTENSIONS:
        raise PictureRefused("extension")
    actual = _format_of(data)
    if actual is None:
        raise PictureRefused("not_a_picture", name=name)
    if actual != EXTENSIONS[extension]:
        raise PictureRefused("wrong_type", extension=extension, format=actual)
    try:
        header = _webp_header(data) if actual == "WEBP" else _header(data, actual)
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


def _format_of(data: bytes) -> str | None:
    """What the first bytes say the file is: ours, or a type worth naming."""
    if data.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WEBP"
    if data[4:8] == b"ftyp":
        brands = data[8:12], data[16:40]
        if any(b"avi" in brand for brand in brands):
            return "AVIF"
        if any(b"hei" in brand or b"mif1" in brand for brand in brands):
            return "HEIC"
    for start, known in (
        (b"GIF8", "GIF"),
        (b"BM", "BMP"),
        (b"II*\0", "TIFF"),
        (b"MM\0*", "TIFF"),
        (b"8BPS", "PSD"),
        (b"%PDF", "PDF"),
    ):
        if data.startswith(start):
            return known
    return None


def _header(data: bytes, kind: str) -> Header:
    # The plugin itself: Image.open would guess again and stop at its own limit
    # before the numbers are known.
    with _OPENERS[kind](BytesIO(data)) as picture:
        moving = getattr(picture, "n_frames", 1) > 1
        return Header(kind, *picture.size, moving=moving)


def _webp_header(data: bytes) -> Header:
    """Sizes from the first chunk; Pillow would claim the memory for them at once."""
    chunk, body = data[12:16], data[20:30]
    if len(body) < 10:
        raise ValueError("no header")
    if chunk == b"VP8X":
        width = int.from_bytes(body[4:7], "little") + 1
        height = int.from_bytes(body[7:10], "little") + 1
        lossless = b"VP8L" in data[30:4096]
        return Header("WEBP", width, height, bool(body[0] & 0x02), lossless)
    if chunk == b"VP8L":
        bits = int.from_bytes(body[1:5], "little")
        size = (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
        return Header("WEBP", *size, lossless=True)
    if chunk == b"VP8 ":
        size = (
            int.from_bytes(body[6:8], "little") & 0x3FFF,
            int.from_bytes(body[8:10], "little") & 0x3FFF,
        )
        return Header("WEBP", *size)
    raise ValueError("unknown chunk")


def _open(data: bytes, header: Header) -> Image.Image:
    if header.format == "WEBP":
        picture = Image.open(BytesIO(data), formats=["WEBP"])
        if picture.size != (header.width, header.height):
            raise PictureRefused("broken")
        return picture
    return _OPENERS[header.format](BytesIO(data))


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
