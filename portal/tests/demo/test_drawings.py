"""The drawings of the demonstration: whole, and described."""

import io

import pytest
from PIL import Image

from portal.demo.drawings import DRAWINGS, HEIGHT, WIDTH
from portal.images.alt_text import problem

pytestmark = pytest.mark.parametrize("drawing", DRAWINGS.values(), ids=DRAWINGS)


def test_a_file_is_a_drawing_that_fills_its_frame(drawing):
    content = drawing.content()
    image = Image.open(io.BytesIO(content))
    image.load()
    assert (image.format, image.size) == ("WEBP", (WIDTH, HEIGHT))
    assert 20_000 < len(content) < 100_000


def test_the_description_says_that_it_is_drawn_and_serves_as_alt_text(drawing):
    assert drawing.alt.startswith("Hình vẽ minh họa: ")
    assert problem(drawing.alt, title=drawing.title) is None


def test_the_focus_lies_within_the_frame(drawing):
    x, y, width, height = drawing.focus
    assert width / 2 <= x <= WIDTH - width / 2
    assert height / 2 <= y <= HEIGHT - height / 2
