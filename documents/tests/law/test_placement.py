"""Where an added provision stands, and what it is called there."""

import pytest

from documents.law.effects import EffectKind, consolidate
from documents.law.provisions import Level, Step
from documents.law.structure import parse_provisions
from documents.tests.effect_cases import day, effect

ACT = """\
ỦY BAN NHÂN DÂN TỈNH MẪU
Chương I. QUY ĐỊNH CHUNG
Điều 1. Phạm vi
Điều 3. Mức hỗ trợ
1. Mức một.
2. Mức hai gồm:
a) ba triệu đồng;
c) hai triệu đồng.
Chương II. TỔ CHỨC
Điều 5. Thi hành
QUY ĐỊNH
(Ban hành kèm theo Quyết định này)
Điều 1. Đính kèm
1. Việc một.
"""
STORED = parse_provisions(ACT)
A, C, P = Level.ARTICLE, Level.CLAUSE, Level.POINT
CHAPTER_1, CHAPTER_2 = Step(Level.CHAPTER, "I"), Step(Level.CHAPTER, "II")


def added(anchor: str, wording: str):
    """The pieces the addition made, and the anchors right before and after them."""
    change = effect(EffectKind.SUPPLEMENTS, 1, anchor, new_text=wording)
    pieces = consolidate(STORED, [change], day(1)).provisions
    made = [index for index, piece in enumerate(pieces) if piece.made_by]
    before = pieces[made[0] - 1].anchor
    after = [piece.anchor for piece in pieces[made[-1] + 1 :]][:1]
    return [pieces[index].provision for index in made], before, after


@pytest.mark.parametrize(
    ("anchor", "wording", "parent", "path", "before", "after"),
    [
        # Among articles, which count on through chapters.
        ("dieu-2", "Điều 2. Thêm", "chuong-i", (CHAPTER_1, Step(A, "2")),
         "dieu-1", ["dieu-3"]),
        ("dieu-3a", "Điều 3a. Thêm", "chuong-i", (CHAPTER_1, Step(A, "3a")),
         "dieu-3-khoan-2-diem-c", ["chuong-ii"]),
        ("dieu-6", "Điều 6. Thêm", "chuong-ii", (CHAPTER_2, Step(A, "6")),
         "dieu-5", ["quy-dinh"]),
        ("dieu-0", "Điều 0. Thêm", "chuong-i", (CHAPTER_1, Step(A, "0")),
         "chuong-i", ["dieu-1"]),
        # Among clauses and points; the last takes what lies inside it along.
        ("dieu-3-khoan-1a", "1a. Thêm", "dieu-3",
         (CHAPTER_1, Step(A, "3"), Step(C, "1a")), "dieu-3-khoan-1",
         ["dieu-3-khoan-2"]),
        ("dieu-3-khoan-3", "3. Thêm", "dieu-3",
         (CHAPTER_1, Step(A, "3"), Step(C, "3")), "dieu-3-khoan-2-diem-c",
         ["chuong-ii"]),
        ("dieu-3-khoan-2-diem-b", "b) thêm", "dieu-3-khoan-2",
         (CHAPTER_1, Step(A, "3"), Step(C, "2"), Step(P, "b")),
         "dieu-3-khoan-2-diem-a", ["dieu-3-khoan-2-diem-c"]),
        # The first of its kind, under what contains it.
        ("dieu-5-khoan-1", "1. Thêm", "dieu-5",
         (CHAPTER_2, Step(A, "5"), Step(C, "1")), "dieu-5", ["quy-dinh"]),
        # In the text the act promulgates, whose articles start again.
        ("quy-dinh--dieu-2", "Điều 2. Thêm", "quy-dinh", (Step(A, "2"),),
         "quy-dinh--dieu-1-khoan-1", []),
        ("quy-dinh--dieu-1-khoan-2", "2. Thêm", "quy-dinh--dieu-1",
         (Step(A, "1"), Step(C, "2")), "quy-dinh--dieu-1-khoan-1", []),
        # Chapters stand one after another.
        ("chuong-iii", "Chương III. THÊM", "", (Step(Level.CHAPTER, "III"),),
         "dieu-5", ["quy-dinh"]),
    ],
)  # fmt: skip
def test_an_addition_knows_where_it_lies(anchor, wording, parent, path, before, after):
    (made,), *around = added(anchor, wording)
    assert around == [before, after]
    assert (made.anchor, made.parent, made.path) == (anchor, parent, path)
    assert (made.level, made.label) == (path[-1].level, path[-1].label)
    assert made.part == ("quy-dinh" if anchor.startswith("quy-dinh") else "")
    assert (made.text, made.start) == (f"{wording}\n", 0)


@pytest.mark.parametrize(
    ("anchor", "heading", "label"),
    [
        ("phu-luc-i", "PHỤ LỤC I. Biểu mẫu", "I"),
        ("phu-luc-12", "Phụ lục 12. Biểu mẫu", "12"),
        ("phu-luc", "PHỤ LỤC\nBiểu mẫu", ""),
    ],
)
def test_an_appendix_is_added_at_the_end_with_provisions_of_its_own(
    anchor, heading, label
):
    (made, article), before, after = added(anchor, f"{heading}\nĐiều 1. Ghi chú")
    assert (before, after) == ("quy-dinh--dieu-1-khoan-1", [])
    assert (made.level, made.label, made.title) == (Level.APPENDIX, label, "Biểu mẫu")
    assert (made.anchor, made.part, made.parent) == (anchor, anchor, "")
    assert (article.anchor, article.parent) == (f"{anchor}--dieu-1", anchor)
