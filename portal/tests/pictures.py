"""Pictures drawn for tests."""

import struct
import zlib
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from wagtail.models import Collection

from portal.models import PortalImage

PLACE = b"Ngo 7 duong Tran Hung Dao"
_ORIENTATION, _DESCRIPTION, _GPS = 0x0112, 0x010E, 0x8825


def encoded(kind="JPEG", size=(64, 48), mode="RGB", **options) -> bytes:
    picture = Image.effect_mandelbrot(size, (-2, -1.2, 1, 1.2), 40).convert(mode)
    out = BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def located(orientation=1) -> Image.Exif:
    """What a telephone writes into a picture: where, and which way up."""
    exif = Image.Exif()
    exif[_ORIENTATION] = orientation
    exif[_DESCRIPTION] = PLACE.decode()
    exif.get_ifd(_GPS)[1] = "N"
    exif.get_ifd(_GPS)[2] = (21.0, 51.0, 9.0)
    return exif


def png_header_only(width: int, height: int) -> bytes:
    """A few bytes that claim to be a picture of any size."""

    def chunk(kind, data):
        check = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    body = zlib.compress(b"\0" * 1000)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", body)
        + chunk(b"IEND", b"")
    )


def upload(content: bytes, name="anh.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def stored(size=(64, 48), name="anh.jpg", **fields) -> PortalImage:
    """A picture in storage; its sizes are cut when the transaction commits."""
    fields = {"title": "Ảnh thử", "description": "Hình vẽ minh họa"} | fields
    return PortalImage.objects.create(file=upload(encoded(size=size), name), **fields)


def root() -> int:
    """The folder that uploads go to."""
    return Collection.get_first_root_node().pk


def send_one(client, content: bytes, name: str, **data):
    """Upload a picture through the admin's form."""
    return client.post(
        reverse("wagtailimages:add"),
        {"title": "Hội nghị", "collection": root(), "file": upload(content, name)}
        | data,
    )
