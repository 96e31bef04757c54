"""Who wrote a text, from the lines under it and around its title."""

from datetime import date

import pytest

from home.importer.article import Block, text_block
from home.importer.recognise.publication import day_in_line, facts_of, is_near
from home.importer.recognise.signatures import signature_in, take_signature

PARAGRAPH = "Học viên được nghe giảng về chọn giống, làm đất, bón phân và trừ sâu."


def signed(*lines: str):
    return take_signature([text_block(line) for line in ("Mở đầu.", PARAGRAPH, *lines)])


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("LÊ MẪU", "LÊ MẪU"),
        ("Tin, ảnh Lê Mẫu", "Lê Mẫu"),
        ("Lê Mẫu – Trần Thử", "Lê Mẫu – Trần Thử"),
        ("Lê Mẫu (Đài TT-TH Ví Dụ)", "Lê Mẫu (Đài TT-TH Ví Dụ)"),
        ("Thảo Ví - Trung tâm VHTT", "Thảo Ví - Trung tâm VHTT"),
        ("Minh Thí (Theo: VDO)", "Minh Thí"),
        ("P.V", "P.V"),
        ("BBT", "BBT"),
        ("Phòng Quản lý khoa học", "Phòng Quản lý khoa học"),
        ("Báo Ví Dụ", ""),
        ("Phòng Nội vụ đã tổ chức lớp", ""),
        ("Kết quả đạt được", ""),
    ],
)
def test_a_line_names_its_writer_or_nobody(line, author):
    assert signature_in(line) == author


def test_the_paper_below_the_writer_is_the_source():
    found = signed("Lý Mẫu", "(Theo Báo Ví Dụ)")
    assert (found.author, found.source) == ("Lý Mẫu", "Theo Báo Ví Dụ")
    assert [block.text for block in found.blocks] == ["Mở đầu.", PARAGRAPH]


def test_a_writer_above_lines_of_the_portal_is_found_and_they_go():
    found = signed("Tin, ảnh: Lê Mẫu", "Mẫu tin của cổng", "Góc bạn đọc")
    assert found.author == "Lê Mẫu"
    assert found.furniture == ["Mẫu tin của cổng", "Góc bạn đọc"]


def test_a_name_that_may_be_anything_is_no_writer_further_up():
    found = signed("Album Ảnh", "Góc bạn đọc")
    assert found.author == ""
    assert len(found.blocks) == 4


def test_a_picture_under_the_writer_stays():
    picture = Block(kind="image", source="a.jpg")
    found = take_signature([text_block("Mở đầu."), text_block("Lê Mẫu"), picture])
    assert (found.author, found.blocks[-1]) == ("Lê Mẫu", picture)


@pytest.mark.parametrize(
    ("line", "day", "author"),
    [
        ("M.MẪU 23/04/2021 10:22", date(2021, 4, 23), "M.MẪU"),
        ("12/03/2010 | Lê Thị Thử", date(2010, 3, 12), "Lê Thị Thử"),
        ("3 Tháng Bảy, 2015", date(2015, 7, 3), ""),
        ("Tháng Ba 12, 2010", date(2010, 3, 12), ""),
        ("ClockThứ Sáu, 18/03/2016 21:40", date(2016, 3, 18), ""),
        ("Thứ hai, 3/10/2016 | 7:45:12 Sáng", date(2016, 10, 3), ""),
        ("Ngày đăng: 21/01/2013 Người đăng: Ngô Thị Ví", date(2013, 1, 21), ""),
        ("12/3/2014 08:12 AM Đã xem: 123", date(2014, 3, 12), ""),
    ],
)
def test_a_line_tells_the_day_of_publication_and_no_poster_for_the_writer(
    line, day, author
):
    facts = facts_of(line)
    assert facts is not None
    assert (facts.published_on, facts.author) == (day, author)


def test_a_month_that_is_none_is_no_day():
    assert facts_of("3 Tháng 15, 2015") is None


@pytest.mark.parametrize(
    ("told", "near"), [("Ngày 20/3, xã họp", True), ("Ngày 20/9, xã họp", False)]
)
def test_a_day_around_the_text_counts_when_what_is_told_lies_near(told, near):
    assert is_near(date(2016, 3, 21), [told]) is near


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("(VDO) 13/03/2014", date(2014, 3, 13)),
        ("Đăng ngày 13/3/2014 bởi Ban biên tập", date(2014, 3, 13)),
        ("Ngày 13/3/2014, xã họp.", None),
        ("Lớp tập huấn ngày 13/3/2014", None),
    ],
)
def test_a_line_under_the_title_with_a_day_and_little_else_tells_it(line, day):
    assert day_in_line(line) == day


@pytest.mark.parametrize(
    ("behind", "author"), [(" Lê Mẫu", "Lê Mẫu"), (" (Lê Thị Mẫu)", "Lê Thị Mẫu")]
)
def test_a_writer_behind_the_last_sentence_is_taken_from_it(behind, author):
    found = signed(f"Xã sẽ mở thêm lớp.{behind}")
    assert (found.author, found.blocks[-1].text) == (author, "Xã sẽ mở thêm lớp.")


def test_a_last_sentence_without_a_full_stop_is_nobody():
    assert signed("Xã họp. Lớp học kéo dài").author == ""
