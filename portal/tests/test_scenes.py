"""The drawings: whole, repeatable, in the palette, and described."""

import io
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from portal.art.scenes import HEIGHT, SCENES, WIDTH, canvas, render
from portal.art.scenes import geometry as geo
from portal.art.scenes.canvas import Canvas
from portal.art.scenes.palette import C700, H100, PEACH, lit, mix, rgb, shaded
from portal.images.alt_text import problem

number = st.floats(-500, 500, allow_nan=False)
point = st.tuples(number, number)


@pytest.fixture
def quick(monkeypatch):
    """Drawings without oversampling: the same shapes, nine times fewer pixels."""
    monkeypatch.setattr(canvas, "OVERSAMPLING", 1)


@pytest.fixture(scope="module")
def drawings():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(canvas, "OVERSAMPLING", 1)
        return {name: Image.open(io.BytesIO(render(name))) for name in SCENES}


@pytest.mark.parametrize("name", SCENES)
def test_a_drawing_fills_its_frame(name, drawings):
    picture = drawings[name]
    assert picture.size == (WIDTH, HEIGHT)
    assert picture.format == "PNG"
    corners = [(0, 0), (WIDTH - 1, 0), (0, HEIGHT - 1), (WIDTH - 1, HEIGHT - 1)]
    assert len({picture.getpixel(corner) for corner in corners}) > 1


@pytest.mark.parametrize("name", SCENES)
def test_peach_stays_a_single_garment(name, drawings):
    colours = drawings[name].getcolors(WIDTH * HEIGHT)
    peach = sum(
        count for count, colour in colours if math.dist(colour, rgb(PEACH)) < 40
    )
    assert peach < WIDTH * HEIGHT * 0.02


def test_the_same_drawing_gives_the_same_bytes(quick):
    assert render("desk") == render("desk")


def test_an_unknown_drawing_is_refused():
    with pytest.raises(KeyError):
        render("nothing")


@pytest.mark.parametrize("scene", SCENES.values(), ids=SCENES)
def test_descriptions_say_that_it_is_drawn_and_serve_as_alt_text(scene):
    assert scene.alt.startswith("Hình vẽ minh họa: ")
    assert problem(scene.alt, title=scene.title) is None


@pytest.mark.parametrize("scene", SCENES.values(), ids=SCENES)
def test_the_focus_lies_within_the_frame(scene):
    x, y, width, height = scene.focus
    assert width / 2 <= x <= WIDTH - width / 2
    assert height / 2 <= y <= HEIGHT - height / 2


def test_a_clip_keeps_what_lies_outside(quick):
    sheet = Canvas(H100)
    with sheet.clip([(100, 100), (300, 100), (300, 200), (100, 200)]):
        sheet.rect(0, 0, WIDTH, HEIGHT, C700)
    assert sheet.image.getpixel((200, 150)) == rgb(C700)
    assert sheet.image.getpixel((50, 150)) == rgb(H100)


def test_a_flip_mirrors_left_and_right(quick):
    sheet = Canvas(H100)
    with sheet.at(400, 400, 2, flip=True):
        sheet.rect(10, 0, 20, 20, C700)
    assert sheet.image.getpixel((360, 410)) == rgb(C700)
    assert sheet.image.getpixel((440, 410)) == rgb(H100)


@given(point, number, number, st.floats(0.1, 4), st.floats(-360, 360))
def test_matrices_multiply_in_the_order_of_drawing(spot, x, y, scale, turn):
    outer, inner = geo.placed(x, y, scale, scale, 0), geo.placed(0, 0, 1, 1, turn)
    [together] = geo.transform([spot], geo.multiply(outer, inner))
    [apart] = geo.transform(geo.transform([spot], inner), outer)
    assert math.dist(together, apart) < 1e-6


@given(st.lists(point, min_size=3, max_size=12))
def test_a_spline_passes_through_its_points(points):
    curve = geo.spline(points, closed=False)
    for spot in points:
        assert min(math.dist(spot, other) for other in curve) < 1e-6


def test_path_words_reach_their_end_points():
    outline = geo.path("M 0 0 H 10 V 10 C 10 20 0 20 0 10 S -5 5 -5 0 Q -2 -2 0 0 Z")
    assert outline[0] == (0, 0)
    assert (10, 10) in outline
    assert outline[-1] == pytest.approx((0, 0))


@pytest.mark.parametrize("colour", [H100, C700, "#CF9A6C", "#0B1230"])
def test_shade_and_light_go_opposite_ways(colour):
    assert sum(rgb(shaded(colour))) <= sum(rgb(colour)) <= sum(rgb(lit(colour)))


def test_mixing_runs_from_one_colour_to_the_other():
    assert mix(H100, C700, 0) == H100
    assert mix(H100, C700, 1) == C700
