"""AVIF files are saved with less effort than Pillow's default."""

import io

from PIL import Image

from portal.images import avif


def saved(**options) -> bytes:
    out = io.BytesIO()
    picture = Image.radial_gradient("L").convert("RGB")
    picture.save(out, "AVIF", quality=50, **options)
    return out.getvalue()


def test_pictures_are_saved_at_our_speed_unless_one_is_named():
    assert saved() == saved(speed=avif.SPEED)
    assert saved(speed=2) != saved()
    assert Image.open(io.BytesIO(saved())).size == (256, 256)
