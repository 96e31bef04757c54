"""The pictures themselves: their size, and titles that nobody expects."""

from io import BytesIO

import pytest
from PIL import Image

from portal.art.signs import FIELDS
from portal.share_cards import Line, ShareCard, canvas
from portal.share_cards.canvas import draw, known

PORTAL, UNIT = "Cổng phổ biến sáng kiến", "Sở KH&CN tỉnh Lạng Sơn"


def drawn(card: ShareCard, cover: Image.Image | None = None) -> Image.Image:
    content = draw(card, portal=PORTAL, unit=UNIT, cover=cover)
    assert len(content) < 300_000
    return Image.open(BytesIO(content))


@pytest.mark.parametrize(
    "title",
    [
        "W" * 300,
        "😀" * 50,
        "",
        "a\u200bb\u202ec\n\nd",
        "Ế" * 300,
        "từ " * 200,
        "東京" * 40,
    ],
    ids=["no spaces", "emoji", "empty", "controls", "stacked marks", "long", "han"],
)
def test_any_title_makes_a_picture_of_the_same_size(title):
    lines = (Line(title, "calendar"), Line(title, "pin"), Line(title))
    card = ShareCard(
        title, number=title[:60], kicker=title, lines=lines, ground="hills"
    )
    assert drawn(card).size == (1200, 630)


def test_each_field_of_work_has_its_sign():
    panels = [canvas.sign_picture(field) for field in (*FIELDS, "khong-co")]
    assert {panel.size for panel in panels} == {(440, 630)}
    assert len({panel.tobytes() for panel in panels}) == len(panels)


def test_a_cover_fills_the_right_third():
    photo = Image.new("RGB", (1600, 900), "#00ff00")
    picture = drawn(ShareCard("Tin minh họa", cover=7), photo)
    assert picture.format == "JPEG"
    assert picture.getpixel((1000, 300))[1] > 200


def test_letters_that_the_typeface_lacks_are_left_out():
    assert known("Sáng 😀 kiến\u200b\n 36\u2011UBND") == "Sáng kiến 36-UBND"
