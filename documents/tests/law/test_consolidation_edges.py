"""The text of an act where several effects, or half of one, meet in one place."""

import pytest

from documents.law.effects import (
    EffectKind,
    Scope,
    Status,
    TextState,
    consolidate,
    status,
)
from documents.law.structure import parse_provisions
from documents.tests.effect_cases import ACT, STORED, act, day, effect

K = EffectKind


def piece(anchor: str, number: int, *effects):
    pieces = consolidate(STORED, effects, day(number)).provisions
    return next(one for one in pieces if one.anchor == anchor)


def test_a_partial_suspension_that_names_no_provision_leaves_a_complete_text():
    pause = effect(K.SUSPENDS, 10, scope=Scope.PART)
    assert status(act(pause), day(10)).status is Status.PARTLY_SUSPENDED
    result = consolidate(STORED, [pause], day(10))
    assert result.text == ACT
    assert result.is_complete
    assert not any(one.suspended_by for one in result.provisions)


def test_text_repealed_twice_keeps_its_former_words():
    clause = effect(K.REPEALS, 10, "dieu-2-khoan-1")
    article = effect(K.REPEALS, 20, "dieu-2")
    repealed = piece("dieu-2-khoan-1", 20, clause, article)
    assert repealed.state is TextState.REPEALED
    assert (repealed.text, repealed.former_text) == (
        "",
        "1. Mức một là năm triệu đồng.\n",
    )
    assert repealed.made_by == article


CHAPTERS = """\
ỦY BAN NHÂN DÂN TỈNH MẪU
Chương I. QUY ĐỊNH CHUNG
Điều 1. Phạm vi
Điều 2. Đối tượng

Chương II. TỔ CHỨC
Điều 3. Thi hành
Chánh Văn phòng chịu trách nhiệm.

Chương III. ĐIỀU KHOẢN CUỐI
Điều 4. Hiệu lực
"""


@pytest.mark.parametrize(
    ("wording", "anchors"),
    [
        (
            "Chương II. TỔ CHỨC MỚI\nĐiều 3. Thi hành\nĐiều 3a. Thêm",
            ["chuong-ii", "dieu-3", "dieu-3a"],
        ),
        # An article that stands elsewhere too would take its anchor: not split off.
        ("Chương II. TỔ CHỨC MỚI\nĐiều 3. Thi hành\nĐiều 4. Thêm", ["chuong-ii"]),
    ],
)
@pytest.mark.parametrize("ending", ["", "\n", "\n\n\n"])
def test_a_chapter_is_rewritten_whole_and_no_anchor_stands_twice(
    wording, anchors, ending
):
    stored = parse_provisions(CHAPTERS)
    change = effect(K.AMENDS, 1, "chuong-ii", new_text=wording + ending)
    result = consolidate(stored, [change], day(1))
    start, end = CHAPTERS.index("Chương II."), CHAPTERS.index("Chương III.")
    assert result.text == f"{CHAPTERS[:start]}{wording}\n\n{CHAPTERS[end:]}"
    made = [one for one in result.provisions if one.made_by]
    assert [one.anchor for one in made] == anchors
    assert {one.state for one in made} == {TextState.AMENDED}
    assert "".join(one.text for one in made) == f"{wording}\n\n"
    assert made[0].provision.start == 0


def test_an_article_added_before_the_first_opens_the_text():
    stored = parse_provisions("Điều 2. Hai\n")
    added = effect(K.SUPPLEMENTS, 1, "dieu-1", new_text="Điều 1. Một")
    assert consolidate(stored, [added], day(1)).text == "Điều 1. Một\nĐiều 2. Hai\n"


def test_an_addition_without_its_wording_is_pending():
    added = effect(K.SUPPLEMENTS, 10, "dieu-3")
    result = consolidate(STORED, [added], day(10))
    assert (result.on, result.text) == (day(10), ACT)
    assert (result.pending, result.unplaced) == ((added,), ())
