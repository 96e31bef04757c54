"""A block left open swallows all that follows it, and no browser says so."""

import re

import pytest
from django.conf import settings

COMMENTS_AND_STRINGS = re.compile(r"/\*.*?\*/|\"[^\"]*\"|'[^']*'", re.DOTALL)
SHEETS = sorted(settings.BASE_DIR.glob("*/static/**/*.css"))


def left_open(sheet: str) -> int:
    """How many blocks are open at the end; negative for one closed too often."""
    bare = COMMENTS_AND_STRINGS.sub("", sheet)
    return bare.count("{") - bare.count("}")


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
def test_every_block_is_closed(path):
    assert left_open(path.read_text(encoding="utf-8")) == 0


def test_an_open_block_is_found():
    assert left_open('@media print { a { color: red } /* } */ b { content: "}" }') == 1
