"""Provisions as lines: what is a heading, what is a paragraph, what is a table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.acts.lines import Table, TextLine, shown_provision
from documents.law.structure import parse_provisions
from documents.tests.act_factories import add_verified

LIST = """\
PHỤ LỤC
DANH MỤC GIẤY TỜ
| Số thứ tự | Giấy tờ | Ghi chú |
| 1 | Giấy đề nghị | |
| 2 | Ảnh \\| bản vẽ | Nếu có |
Danh mục này không dùng trong thực tế.
"""


def first(text: str, level: str = "dieu"):
    return next(p for p in parse_provisions(text) if p.level == level)


def words_of(runs) -> str:
    return "".join(words for _marked, words in runs).strip()


@pytest.mark.parametrize(
    ("line", "heading", "entry"),
    [
        ("Điều 1. Phạm vi", "Điều 1. Phạm vi", "Điều 1. Phạm vi"),
        ("Điều 15đ", "Điều 15đ", "Điều 15đ"),
        (
            "Điều 2. Các đơn vị thi hành.",
            "Điều 2.",
            "Điều 2. Các đơn vị thi hành.",
        ),
        (
            "Điều 3. Sở Mẫu theo dõi, tổng hợp, báo cáo mỗi năm một lần vào tháng Một.",
            "Điều 3.",
            "Điều 3. Sở Mẫu theo dõi, tổng hợp, báo cáo mỗi…",
        ),
    ],
)
def test_a_sentence_after_the_number_is_text_and_no_title(line, heading, entry):
    piece = shown_provision(first(f"{line}\nDòng sau.\n"))
    assert piece.heading == heading
    assert piece.entry == entry
    shown = " ".join([piece.heading, *(words_of(row.runs) for row in piece.lines)])
    assert shown == f"{line} Dòng sau."


def test_new_words_of_such_a_sentence_stay_marked():
    article = first("Điều 2. Các đơn vị thi hành.\n")
    piece = shown_provision(
        article, [(False, "Điều 2. Các "), (True, "đơn vị thi hành.\n")]
    )
    assert piece.heading == "Điều 2."
    assert piece.lines[0].runs == [(False, "Các "), (True, "đơn vị thi hành.")]


def test_rows_of_bars_are_a_table_with_headings():
    before, table, after = shown_provision(first(LIST, "phu-luc")).lines
    assert isinstance(before, TextLine)
    assert isinstance(table, Table)
    assert isinstance(after, TextLine)
    assert [words_of(cell) for cell in table.headings] == [
        "Số thứ tự",
        "Giấy tờ",
        "Ghi chú",
    ]
    cells = [[(label, words_of(runs)) for label, runs in row] for row in table.rows]
    assert cells == [
        [("Số thứ tự", "1"), ("Giấy tờ", "Giấy đề nghị"), ("Ghi chú", "")],
        [("Số thứ tự", "2"), ("Giấy tờ", "Ảnh | bản vẽ"), ("Ghi chú", "Nếu có")],
    ]


def test_a_row_of_another_length_keeps_all_its_cells():
    text = "PHỤ LỤC\nBẢNG\n| A | B |\n| 1 |\n| 2 | 3 | 4 |\n"
    table = shown_provision(first(text, "phu-luc")).lines[-1]
    assert [[words_of(runs) for _label, runs in row] for row in table.rows] == [
        ["1", ""],
        ["2", "3", "4"],
    ]


def test_new_words_in_a_cell_are_marked():
    appendix = first("PHỤ LỤC\nBẢNG\n| A | B |\n| một | hai |\n", "phu-luc")
    runs = [(False, "PHỤ LỤC\nBẢNG\n| A | B |\n| một |"), (True, " hai |\n")]
    table = shown_provision(appendix, runs).lines[-1]
    assert table.rows[0][1] == ("B", [(True, " hai ")])


@given(st.text(alphabet="ab| \\\n.1", max_size=60))
def test_any_bars_are_survived_and_no_word_is_lost(text):
    text = f"Điều 1. Bảng\n{text}"
    for piece in map(shown_provision, parse_provisions(text)):
        shown = [piece.heading]
        for line in piece.lines:
            if isinstance(line, Table):
                cells = [*line.headings, *(r for row in line.rows for _l, r in row)]
                shown += map(words_of, cells)
            else:
                shown += [line.label, words_of(line.runs)]
        letters = sorted(filter(str.isalnum, "".join(shown)))
        source = next(
            p.text for p in parse_provisions(text) if p.anchor == piece.anchor
        )
        assert letters == sorted(filter(str.isalnum, source))


def test_a_table_of_an_act_is_a_table_on_its_page(front, client):
    act = add_verified("01/2024/QĐ-UBND", None, effective_from=None, text=LIST)
    page = client.get(f"/van-ban/{act.slug}/").content.decode()
    assert page.count('<th scope="col">') == 3
    assert 'data-label="Giấy tờ"' in page
    assert "| Giấy tờ |" not in page
