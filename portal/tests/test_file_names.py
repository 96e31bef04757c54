"""The name under which a browser saves a file."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from portal.file_names import saved_as

#: A name written into the header by hand, or left to a helper without a plain name.
BY_HAND = re.compile(r"""["'](attachment|inline); filename|as_attachment=True""")


def test_a_plain_name_needs_no_second_one():
    assert saved_as("ve-ABC.pdf", inline=True) == 'inline; filename="ve-ABC.pdf"'
    assert saved_as("du-lieu.json") == 'attachment; filename="du-lieu.json"'


def test_vietnamese_stays_and_has_a_plain_name_beside_it():
    assert saved_as("Đại biểu ở Đình Lập.xlsx") == (
        'attachment; filename="dai-bieu-o-dinh-lap.xlsx"; '
        "filename*=UTF-8''%C4%90%E1%BA%A1i%20bi%E1%BB%83u%20%E1%BB%9F"
        "%20%C4%90%C3%ACnh%20L%E1%BA%ADp.xlsx"
    )


@pytest.mark.parametrize(
    "name", ['"; x=1', "???", "../../etc", "a\r\nSet-Cookie: x", "Điều 1. Đi", ""]
)
def test_no_name_breaks_the_header(name):
    for inline in (True, False):
        header = saved_as(f"{name}.pdf", inline=inline)
        assert header.isascii()
        assert header.isprintable()
        assert header.count('"') == 2
        assert "/" not in header
        assert '.pdf"' in header


def test_no_file_is_named_in_another_way():
    house = Path(settings.BASE_DIR)
    rooms = [path.parent for path in house.glob("*/apps.py")]
    assert len(rooms) > 4
    found = [
        str(path.relative_to(house))
        for room in rooms
        for path in room.rglob("*.py")
        if "tests" not in path.parts and BY_HAND.search(path.read_text())
    ]
    assert found == []
