"""What an article of an act answers with, and what its act adds to that."""

import pytest

from portal.search import index_tables
from portal.search.descriptions import Description, Part
from portal.search.engines import engine
from portal.search.entries import entries_of
from portal.search.entry_keys import entry_key, part_of_key
from portal.search.index_row import IndexRow
from portal.search.marks import Marks, WrittenText
from portal.search.query import parse
from portal.search.question_words import is_question
from portal.search.ranking import Ranker
from portal.search.syllable_codes import coded


def row(title: str = "", body: str = "", context: str = "") -> IndexRow:
    return IndexRow(1, title, title, "", context, "", "", coded(body))


@pytest.mark.django_db
@pytest.mark.postgres
def test_an_article_is_asked_for_with_the_phrases_of_its_act():
    parts = [
        Part("Điều 1. Phạm vi", "#dieu-1", "Áp dụng ở xã."),
        Part("Điều 2. Lưu", "#dieu-2", "Tài liệu giữ ba năm."),
    ]
    described = Description(kind="van-ban", text="Quy chế.", parts=parts)
    entries = entries_of(
        described,
        slot=0,
        page=7,
        title="Quy chế",
        url="/7/",
        day=None,
        asked_as="cất giấy tờ bao lâu\nkho giấy",
    )
    engine().put(list(entries))
    read = index_tables.rows(entry_key(0, None, 7, part) for part in range(3))
    assert [part_of_key(one.id) for one in read] == [0, 1, 2]
    for one in read:
        assert one.asked and one.asked.has(("kho", "giay")), one
        assert "cat" in one.around
    assert read[1].asked is read[2].asked, "taken apart once"


def test_a_word_in_a_long_text_tells_less_than_in_a_short_one():
    ranker = Ranker(
        parse("hồ sơ lưu trữ"), dict.fromkeys(("ho", "so", "luu", "tru"), 2.0)
    )
    short, long = (
        ranker.score(row(body=f"ho so luu tru {'la ' * more}")).cover
        for more in (20, 500)
    )
    assert short == 1.0
    assert 0.7 < long < 0.9


def test_what_a_page_is_has_no_marks_to_be_wrong():
    query = parse("cách làm ở Bình Gia")
    marks = Marks(query, dict.fromkeys(query.folded, 1.0), float(len(query.folded)))
    text = WrittenText("cách làm")
    there, _more = marks.of_texts([text], [row(body="cach lam", context="binh gia")])[0]
    wrong, _more = marks.of_texts([text], [row(body="cach lam binh gia")])[0]
    assert there == 1.0 > wrong


@pytest.mark.parametrize(
    ("line", "asks"),
    [
        ("sang kien duoc cong nhan roi phai gioi thieu may lan mot nam", True),
        ("bao lau hoi dong hop", True),
        ("sang kien may gat lua", False),
        ("sang kien giao duc", False),
    ],
)
def test_what_asks_how_much_asks_wherever_it_stands(line, asks):
    assert is_question(line) is asks
