"""AVIF at a speed an upload can wait for.

Pillow's default effort makes the sizes of one picture take seconds; two steps less
effort takes a sixth of that time for files a few per cent larger. Wagtail has a
setting for quality only, so the effort is set where Pillow saves.
"""

from PIL import AvifImagePlugin, Image

SPEED = 8

_save = Image.SAVE[AvifImagePlugin.AvifImageFile.format]


def save_quickly(image: Image.Image, file, filename) -> None:
    image.encoderinfo.setdefault("speed", SPEED)
    _save(image, file, filename)


def use() -> None:
    """Let every AVIF be saved that way, unless its caller names a speed."""
    Image.register_save(AvifImagePlugin.AvifImageFile.format, save_quickly)
