import re
from itertools import chain

from portal.assets import bundle


def test_the_style_sheet_names_only_files_that_are_made(tmp_path):
    made = {path.relative_to(tmp_path).as_posix() for path in bundle.build(tmp_path)}
    fonts = {f"fonts/be-vietnam-pro-{weight}.woff2" for weight in (400, 700)}
    named = re.findall(r'url\("([^"]+)"\)', bundle.stylesheet())
    files = {address for address in named if not address.startswith("data:")}
    assert files <= made | fonts
    assert "asset:" not in bundle.stylesheet()


def test_a_second_build_touches_nothing(tmp_path):
    before = {path: path.stat().st_mtime_ns for path in bundle.build(tmp_path)}
    assert {path: path.stat().st_mtime_ns for path in bundle.build(tmp_path)} == before


def test_night_is_there_for_those_who_chose_it_and_those_whose_system_did():
    css = bundle.stylesheet()
    chosen = re.search(
        r':root\[data-theme="dark"\]\{(--paper|color-scheme)[^}]*\}', css
    )
    by_system = re.search(r':root:not\(\[data-theme="light"\]\)\{([^}]*)\}', css)
    assert by_system
    assert chosen
    assert chosen[0].partition("{")[2] == by_system[0].partition("{")[2]


def test_comments_are_gone_and_braces_match():
    css = bundle.stylesheet()
    assert "/*" not in css
    assert css.count("{") == css.count("}")


def test_every_source_is_part_of_the_style_sheet():
    named = (*bundle.ORDER, *chain(*bundle.BESIDE.values()))
    assert sorted(path.stem for path in bundle.SOURCES.glob("*.css")) == sorted(
        set(named)
    )


def test_the_touch_icon_is_a_small_square_picture():
    icon = bundle.touch_icon(180)
    assert icon.startswith(b"\x89PNG")
    assert len(icon) < 8_000
