"""Prints of the 1980s to 2000s: "Điều 6-", "1-Các", "a."; lists of today stay lists."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.acts.lines import shown_provision
from documents.law.amendments import propose_effects
from documents.law.structure import parse_provisions


def anchors(text: str) -> list[str]:
    return [provision.anchor for provision in parse_provisions(text)]


# Nghị định 31-CP of 23 January 1981, from vbpl.vn/quangninh (ItemID=4063), shortened.
DECREE_31 = (
    "Điều 1- Nay ban hành, kèm theo nghị định này, bản Điều lệ về sáng kiến cải tiến"
    " kỹ thuật hợp lý hoá sản xuất và sáng chế.\n"
    "Điều 2 - Bản Điều lệ này có hiệu lực kể từ ngày ký.\n"
)


def test_an_article_may_end_its_number_with_a_dash():
    first, second = parse_provisions(DECREE_31)
    assert (first.label, second.label) == ("1", "2")
    assert shown_provision(second).heading == "Điều 2 -"
    assert shown_provision(second).lines[0].plain.startswith("Bản Điều lệ này")


def test_a_dash_after_the_full_stop_is_no_word_of_the_title():
    found = parse_provisions("Điều 1.- Phạm vi minh họa\nĐiều 2.- Lời minh họa.\n")
    assert [piece.title for piece in found] == ["Phạm vi minh họa", ""]
    assert shown_provision(found[1]).heading == "Điều 2.-"
    assert shown_provision(found[1]).lines[0].plain == "Lời minh họa."


@pytest.mark.parametrize(
    "line",
    [
        "Điều 3- Nghị định số 177/2013/NĐ-CP ngày 14/11/2013",
        "Điều 3 - Luật Đất đai",
        "Điều 3 - 7 của Quy định này",
        "Điều 3 - khoản 2",
        "2-3 năm kể từ ngày ký",
        "2/3 số hộ dân",
        "2-Butanol",
        "2/TT-LB ngày 20/5",
        "b. Phía bắc giáp huyện Tràng Định",
        "a. Một chữ cái đứng một mình",
        "a.5 của Phụ lục",
        "đ. và e. của khoản này",
    ],
)
def test_what_only_looks_like_an_old_marker_opens_nothing(line):
    text = f"Điều 2. Hai\n1. Khoản\n{line}\n3. Khoản\nĐiều 4. Bốn\n"
    assert anchors(text) == ["dieu-2", "dieu-2-khoan-1", "dieu-2-khoan-3", "dieu-4"]


@pytest.mark.parametrize("before", ["theo quy định tại", "trừ khoản 2", "và"])
def test_a_sentence_that_wraps_before_an_article_with_a_dash_stays_whole(before):
    text = (
        f"Điều 4- Bốn\nLời {before}\nĐiều 5- Nghị định này có hiệu lực\nĐiều 5- Năm\n"
    )
    assert anchors(text) == ["dieu-4", "dieu-5"]
    assert "này có hiệu lực" in parse_provisions(text)[0].text


@pytest.mark.parametrize("mark", ["- ", "-", " - ", "/ ", "/", ".- ", ". "])
def test_clauses_are_numbered_in_many_ways(mark):
    text = f"Điều 1.- Một\n1{mark}Sáng kiến gồm:\n2{mark}Các đơn vị\nĐiều 2.- Hai\n"
    assert anchors(text) == ["dieu-1", "dieu-1-khoan-1", "dieu-1-khoan-2", "dieu-2"]
    clause = parse_provisions(text)[1]
    line = shown_provision(clause).lines[0]
    assert (line.label, line.plain) == (f"1{mark}".rstrip(), "Sáng kiến gồm:")


@pytest.mark.parametrize("mark", [". ", "- ", " - ", "."])
def test_points_of_a_clause_are_lettered_in_many_ways(mark):
    """As 05/2006/QĐ-UBND of Cà Mau and 522/2002/QĐ-UB of An Giang have "a. "."""
    text = f"Điều 1. Một\n1. Gồm:\na{mark}Thẻ của tỉnh\nb{mark}Thẻ của huyện\n"
    assert anchors(text)[2:] == ["dieu-1-khoan-1-diem-a", "dieu-1-khoan-1-diem-b"]
    line = shown_provision(parse_provisions(text)[2]).lines[0]
    assert (line.label, line.plain) == (f"a{mark}".rstrip(), "Thẻ của tỉnh")


def test_a_list_inside_a_point_of_today_stays_a_list():
    text = (
        "Điều 1. Một\n1. Gồm:\na) Hồ sơ:\na. đơn;\nb. bản sao;\nc. ảnh;\n"
        "b) Lệ phí.\n2. Danh mục:\na. đơn;\nb. bản sao;\na) lời;\nb) lời.\n"
    )
    assert anchors(text) == [
        "dieu-1", "dieu-1-khoan-1", "dieu-1-khoan-1-diem-a", "dieu-1-khoan-1-diem-b",
        "dieu-1-khoan-2", "dieu-1-khoan-2-diem-a", "dieu-1-khoan-2-diem-b",
    ]  # fmt: skip


def test_some_count_e_after_d():
    text = "Điều 1. Một\n" + "".join(f"{letter}. Lời\n" for letter in "abcde")
    assert [anchor[-1] for anchor in anchors(text)[1:]] == [*"abcde"]


def test_an_article_with_a_dash_instructs_as_any_other():
    text = (
        "Điều 1- Bãi bỏ khoản 2 Điều 5 Quyết định số 01/1999/QĐ-UB ngày 02/3/1999.\n"
        "Điều 2- Quyết định này có hiệu lực kể từ ngày 01/6/2001.\n"
    )
    (proposal,) = propose_effects(text)
    assert proposal.act and proposal.act.symbol == "01/1999/QĐ-UB"
    assert (proposal.kind, proposal.provision) == ("repeals", "dieu-5-khoan-2")


LINES = [
    "Điều 1- Một", "Điều 2 - Hai", "Điều 3.- Ba", "Điều 4. Bốn", "1- khoản", "2/Khoản",
    "3.- khoản", "1. khoản", "2 - Khoản", "a. điểm", "b. điểm", "c- điểm", "a) điểm",
    "b) điểm", "đ.Điểm", "I- MỤC", "A- PHẦN", "Phụ lục I", "Nơi nhận:", "“Điều 9- Mới",
    "mới”.", "lời theo", "", "\u200bĐiều 5 \u2013 Năm", "d\u0323. lời", "\u00a01– lời",
]  # fmt: skip
old_prints = st.lists(st.sampled_from(LINES), max_size=25).map("\n".join)


@given(old_prints)
def test_cutting_loses_and_invents_no_character(text):
    pieces = parse_provisions(text)
    assert "".join(piece.text for piece in pieces) == text
    assert all(text[piece.start : piece.end] == piece.text for piece in pieces)
    assert len({piece.anchor for piece in pieces}) == len(pieces)


@given(old_prints)
def test_the_lines_shown_hold_every_letter_of_the_text(text):
    for piece in parse_provisions(text):
        shown = shown_provision(piece)
        words = [f"{line.label}{line.plain}" for line in shown.lines]
        joined = "".join([shown.heading, *words])
        assert "".join(joined.split()) == "".join(piece.text.split())


@given(st.lists(st.sampled_from(["lời", "a) điểm", "b) điểm", "- gạch", "a. x"])))
def test_where_a_point_of_today_stands_no_other_letter_opens_one(lines):
    text = "\n".join(["Điều 1. Một", "1. Gồm:", "a) điểm", *lines])
    labels = [p.text[1] for p in parse_provisions(text) if p.anchor.count("diem")]
    assert set(labels) == {")"}
