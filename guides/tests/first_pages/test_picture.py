"""A picture of how a file begins, whatever the file is."""

import io

import pikepdf
import pytest
from PIL import Image

from guides.first_pages.picture import WIDTH, first_page


def pdf(*sizes: tuple[int, int]) -> bytes:
    with pikepdf.new() as document:
        for size in sizes:
            document.add_blank_page(page_size=size)
        content = io.BytesIO()
        document.save(content)
    return content.getvalue()


def test_the_first_page_is_drawn_and_pages_are_counted():
    drawn = first_page(pdf((595, 842), (842, 595)))
    assert (drawn.width, drawn.page_count) == (WIDTH, 2)
    with Image.open(io.BytesIO(drawn.picture)) as image:
        assert (image.format, image.size) == ("WEBP", (drawn.width, drawn.height))
        assert image.height > image.width


def test_a_strip_as_long_as_a_roll_is_drawn_within_bounds():
    drawn = first_page(pdf((20, 14_000)))
    assert drawn.height <= 3 * WIDTH


@pytest.mark.parametrize(
    "content",
    [b"", b"<html>", b"%PDF-1.7\n", pdf((595, 842))[:200], b"\x00" * 1000],
    ids=["empty", "html", "head", "half", "zeros"],
)
def test_what_is_no_pdf_has_no_picture(content):
    assert first_page(content) is None


def test_what_is_locked_has_no_picture():
    content = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf((595, 842)))) as document:
        locked = pikepdf.Encryption(owner="a", user="b")
        document.save(content, encryption=locked)
    assert first_page(content.getvalue()) is None


def test_a_page_that_unfolds_beyond_the_limits_ends_with_the_child():
    with pikepdf.new() as document:
        document.add_blank_page(page_size=(595, 842))
        image = pikepdf.Stream(document, b"\x00" * 100)
        image.update(
            {
                "/Type": pikepdf.Name.XObject,
                "/Subtype": pikepdf.Name.Image,
                "/Width": 60_000,
                "/Height": 60_000,
                "/ColorSpace": pikepdf.Name.DeviceRGB,
                "/BitsPerComponent": 8,
            }
        )
        page = document.pages[0]
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(A=image))
        page.Contents = pikepdf.Stream(document, b"595 0 0 842 0 0 cm /A Do")
        content = io.BytesIO()
        document.save(content)
    drawn = first_page(content.getvalue())
    # Drawn as a blank page or not at all: this process lives and is no larger.
    assert drawn is None or drawn.page_count == 1
