"""What a picture file says of itself, read without decoding anything."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from PIL import Image
from PIL.AvifImagePlugin import AvifImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile

# The plugins themselves: Image.open would guess the format again, and stop at its
# own limit before the numbers are known.
_OPENERS = {"JPEG": JpegImageFile, "PNG": PngImageFile, "AVIF": AvifImageFile}


@dataclass(frozen=True)
class Header:
    format: str
    width: int
    height: int
    moving: bool = False
    lossless: bool = False


def format_of(data: bytes) -> str | None:
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


def read_header(data: bytes, kind: str) -> Header:
    """Sizes and nature of a file of a known format; any error means it is damaged."""
    if kind == "WEBP":
        return _webp_header(data)
    with _OPENERS[kind](BytesIO(data)) as picture:
        moving = getattr(picture, "n_frames", 1) > 1
        return Header(kind, *picture.size, moving=moving)


def opened(data: bytes, header: Header) -> Image.Image:
    """The picture, ready to decode, if it is the size its header promised."""
    if header.format != "WEBP":
        return _OPENERS[header.format](BytesIO(data))
    picture = Image.open(BytesIO(data), formats=["WEBP"])
    if picture.size != (header.width, header.height):
        raise ValueError("another size than the header says")
    return picture


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
