"""Relations drawn: who stands where, what is left to the list."""

import re

from hypothesis import given
from hypothesis import strategies as st

from documents.acts.graph import MOST, WIDTH, Related, draw

KEYS = st.integers(0, 30)
relations = st.lists(
    st.builds(
        Related,
        key=KEYS,
        name=st.text("0123456789/QĐ-", min_size=1, max_size=40),
        url=st.just("/van-ban/x/"),
        verb=st.sampled_from(["Sửa đổi", "Bãi bỏ", "Căn cứ", "Thay thế", "Công bố"]),
        outgoing=st.booleans(),
    ),
    max_size=40,
)


def related(key: int, verb: str = "Sửa đổi", *, outgoing: bool = False) -> Related:
    return Related(key, f"{key}/2024/QĐ-MH", "/", verb, outgoing)


def test_those_that_act_stand_left_and_those_acted_on_right():
    graph = draw([related(1), related(2, "Căn cứ", outgoing=True)])
    left, right = graph.boxes
    assert left.x + left.width < graph.middle[0]
    assert right.x > graph.middle[0] + graph.middle[2]
    assert [thread.words[0].text for thread in graph.threads] == ["Sửa đổi", "Căn cứ"]


def test_long_names_and_verbs_are_drawn_in_the_room_they_have():
    short = draw([related(1)])
    assert (short.boxes[0].squeezed, short.threads[0].words[0].squeezed) == (0, 0)
    name = "84/2005/TTLT-BTC-BLĐTBXH"
    long = draw([Related(1, name, "/", "Sửa tên điều, chương", outgoing=False)])
    assert long.boxes[0].name == name
    assert 0 < long.boxes[0].squeezed < long.boxes[0].width
    assert long.threads[0].words[0].squeezed > 0


def test_an_act_stands_once_with_all_its_verbs():
    graph = draw([related(1), related(1, "Bãi bỏ"), related(1)])
    [box] = graph.boxes
    assert box.verbs == ("Sửa đổi", "Bãi bỏ")


def test_more_verbs_than_fit_are_counted():
    verbs = ["Sửa đổi", "Bổ sung", "Bãi bỏ", "Căn cứ", "Công bố"]
    [box] = draw([related(1, verb) for verb in verbs]).boxes
    assert box.verbs == ("Sửa đổi", "Bổ sung", "+ 3")


def test_what_does_not_fit_stays_in_the_list():
    many = [related(key) for key in range(20)]
    graph = draw([*many, related(50, outgoing=True)])
    assert len(graph.boxes) == MOST
    assert graph.left_out == 21 - MOST
    assert any(box.related.outgoing for box in graph.boxes)


def test_an_empty_side_takes_no_room():
    assert draw([related(1)]).width < WIDTH
    assert draw([related(1, outgoing=True)]).x > 0
    assert draw([related(1), related(2, outgoing=True)]).width == WIDTH


@given(relations)
def test_every_drawing_holds_together(rows):
    graph = draw(rows)
    acts = {(row.outgoing, row.key) for row in rows}
    assert len(graph.boxes) + graph.left_out == len(acts)
    assert len(graph.boxes) == len(graph.threads) <= MOST
    assert graph == draw(rows)
    for side in (True, False):
        column = [box for box in graph.boxes if box.related.outgoing is side]
        for box, below in zip(column, column[1:], strict=False):
            assert box.y + box.height < below.y
        for box in column:
            assert 0 <= box.y <= graph.height - box.height
    for thread in graph.threads:
        places = [float(number) for number in re.findall(r"-?[\d.]+", thread.path)]
        assert all(0 <= place <= max(WIDTH, graph.height) for place in places)
        for word in thread.words:
            assert 0 < word.y < graph.height + 24
