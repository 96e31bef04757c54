"""The code in a photograph, read by zxing-cpp."""

from typing import BinaryIO

import zxingcpp
from PIL import Image, ImageOps, UnidentifiedImageError

MOST_BYTES = 12 * 1024 * 1024
MOST_SIDE = 1600


class UnreadablePhotograph(ValueError):
    """No picture that can be read."""


class TooLargePhotograph(UnreadablePhotograph):
    """More than `MOST_BYTES`."""


def codes_in(file: BinaryIO, size: int) -> list[str]:
    """The texts of all QR codes in the picture, the largest first; may be none.

    Raises UnreadablePhotograph.
    """
    if size > MOST_BYTES:
        raise TooLargePhotograph
    try:
        with Image.open(file) as picture:
            picture.draft("L", (MOST_SIDE, MOST_SIDE))
            upright = ImageOps.exif_transpose(picture).convert("L")
            upright.thumbnail((MOST_SIDE, MOST_SIDE))
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError) as error:
        raise UnreadablePhotograph from error
    found = zxingcpp.read_barcodes(upright, formats=zxingcpp.BarcodeFormat.QRCode)
    return [one.text for one in found]
