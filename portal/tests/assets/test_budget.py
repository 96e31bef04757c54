"""What a page's styles cost a cheap phone: the sheet of all, and those beside it."""

import re
from pathlib import Path

import brotli
import pytest
from django.conf import settings

from portal.assets import bundle

MOST = 15 * 1024
TEMPLATES = settings.BASE_DIR / "templates"
SHEET = re.compile(r"portal/([\w-]+\.css)")
LOADED = re.compile(r"components/\w+_styles\.html")
EXTENDED = re.compile(r'{% extends "([^"]+)" %}')


def sheets_of(path: Path) -> set[str]:
    """The names of the sheets a template loads, by itself or by what it extends."""
    if not path.is_file():  # one of Wagtail's own
        return set()
    text = path.read_text("utf-8")
    names = set(SHEET.findall(text))
    for loaded in LOADED.findall(text):
        names |= sheets_of(TEMPLATES / loaded)
    for base in EXTENDED.findall(text):
        if TEMPLATES / base != path:  # ours completes Wagtail's of the same name
            names |= sheets_of(TEMPLATES / base)
    return names


def sent(name: str) -> int:
    """How many bytes of a sheet go over the wire."""
    css = (
        bundle.stylesheet()
        if name == "portal.css"
        else bundle.sheet_beside(bundle.BESIDE[name])
    )
    return len(brotli.compress(css.encode()))


@pytest.fixture(scope="module")
def sizes() -> dict[str, int]:
    return {name: sent(name) for name in ("portal.css", *bundle.BESIDE)}


def test_no_page_loads_more_styles_than_its_budget(sizes):
    pages = {path: sheets_of(path) for path in sorted(TEMPLATES.rglob("*.html"))}
    costly = {
        str(path.relative_to(TEMPLATES)): cost
        for path, names in pages.items()
        if (cost := sum(sizes[name] for name in names)) > MOST
    }
    assert costly == {}


def test_an_agencys_list_loads_forms_and_its_own_sheet():
    """The dearest combination; found because templates are read, not the browser."""
    loaded = sheets_of(TEMPLATES / "events" / "delegation_page.html")
    assert loaded == {"portal.css", "forms.css", "delegation.css"}


def test_every_sheet_beside_is_loaded_by_a_page():
    loaded = set().union(*map(sheets_of, TEMPLATES.rglob("*.html")))
    assert set(bundle.BESIDE) <= loaded
