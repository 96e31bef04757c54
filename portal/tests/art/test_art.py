from functools import partial
from itertools import combinations
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.art import icons, karst, mark, palette, ridge, signs, svg, swatch, weave

DRAWINGS = {
    "hero": karst.hero,
    "hero for phones": karst.hero_narrow,
    "event banner": karst.banner,
    "hills by day": lambda: karst.hills(palette.HILLS_LIGHT),
    "hills by night": lambda: karst.hills(palette.HILLS_DARK),
    "mark": mark.app_icon,
    "strip": weave.strip,
    "upright strip": lambda: weave.strip(upright=True),
    "teeth": weave.teeth,
    "swatch": lambda: swatch.swatch("SK-2020-017"),
    "cloth of several squares": lambda: swatch.swatch("SK-2020-017", 4, 2),
    **{f"sign of {field}": partial(signs.sign, field) for field in signs.FIELDS},
    "sign of any other field": lambda: signs.sign("no-such-field"),
}
records = st.text(min_size=1, max_size=30)


@pytest.mark.parametrize("draw", DRAWINGS.values(), ids=DRAWINGS.keys())
def test_a_drawing_is_well_formed_and_always_the_same(draw):
    assert ElementTree.fromstring(draw()).tag.endswith("svg")
    assert draw() == draw()


@pytest.mark.parametrize("draw", DRAWINGS.values(), ids=DRAWINGS.keys())
def test_a_drawing_carries_no_style_and_no_script(draw):
    assert "style" not in draw()
    assert "script" not in draw()


@pytest.mark.parametrize("name", [*icons.STROKES, *icons.SIGNS])
def test_every_icon_is_well_formed_and_hidden_from_readers_software(name):
    assert ElementTree.fromstring(icons.icon(name)).get("aria-hidden") == "true"


def test_no_two_fields_share_a_ground():
    grounds = [
        next(iter(ElementTree.fromstring(signs.sign(field)))).get("fill")
        for field in (*signs.FIELDS, "no-such-field")
    ]
    assert all(one != other for one, other in combinations(grounds, 2))


def test_an_unknown_icon_is_a_mistake():
    with pytest.raises(KeyError):
        icons.icon("no-such-icon")


@given(records)
def test_a_cloth_is_square_and_symmetrical(record):
    cells = swatch.weave(record)
    assert len(cells) == swatch.SIDE
    assert all(len(row) == swatch.SIDE for row in cells)
    assert cells == cells[::-1]
    assert cells == [row[::-1] for row in cells]
    assert cells == [list(column) for column in zip(*cells, strict=True)]


@given(records)
def test_a_cloth_has_a_spark_a_ring_of_thread_and_quiet_ground(record):
    cells = swatch.weave(record)
    assert cells[swatch.HALF][swatch.HALF] == 3
    top = next(line for line, row in enumerate(cells) if row[swatch.HALF] == 2)
    assert top in {1, 2}
    counted = [sum(row.count(kind) for row in cells) for kind in range(4)]
    assert counted[0] > counted[2]
    assert counted[3] == 5


@given(records)
def test_edges_of_a_cloth_join_without_a_seam(record):
    cells = swatch.weave(record)
    assert cells[0] == cells[-1]
    assert [row[0] for row in cells] == [row[-1] for row in cells]


def test_neighbouring_records_differ():
    cloths = {swatch.swatch(f"SK-2020-{number:03}") for number in range(40)}
    assert len(cloths) > 30


def test_the_number_of_a_record_never_reaches_the_markup():
    assert "<script>" not in swatch.swatch("<script>", 2, 1)


def test_the_strip_repeats_every_twenty_pixels_and_stands_upright():
    assert 'width="20" height="10"' in weave.strip()
    assert 'width="10" height="20"' in weave.strip(upright=True)
    assert weave.runs(".###...#..") == [(1, 3), (7, 1)]


def test_the_mark_has_eight_kites_in_two_halves():
    left, right = mark.faces()
    assert len(left) == len(right) == 8
    # The first kite points up: its halves mirror each other.
    for (x, y), twin in zip(left[0], right[0], strict=True):
        assert (-x, y) == pytest.approx(twin)


def test_slopes_of_neighbouring_peaks_meet_in_one_point():
    left, right = (100, 40, 90), (200, 60, 90)
    falling, rising = ridge.valley(left, right, 200)
    assert falling[3] == pytest.approx(rising[3], abs=0.01)
    assert falling[0] == (100, 40)
    assert rising[0] == (200, 60)
    assert 100 < falling[3][0] < 200
    assert 60 < falling[3][1] < 200


def test_a_ridge_starts_and_ends_at_its_feet():
    line = ridge.line([(50, 10, 40), (120, 20, 40)], 100)
    assert line.startswith("M10 100C")
    assert line.endswith("160 100")


@given(st.floats(-5000, 5000))
def test_a_coordinate_keeps_a_tenth_of_a_pixel(value):
    assert float(svg.number(value)) == pytest.approx(value, abs=0.0501)
    assert svg.number(value) != "-0"


def test_a_data_address_fits_between_double_quotes():
    address = svg.data_uri(weave.strip())
    assert address.startswith("data:image/svg+xml,")
    assert not set('"<>#') & set(address)
