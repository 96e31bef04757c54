"""Laws without a number, in the words of decisions of Bắc Ninh, Bình Định, Yên Bái…"""

from datetime import date
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.law.citations.model import Problem
from documents.law.citations.named_laws import find_named_laws


@pytest.mark.parametrize(
    ("text", "type_word", "title", "day", "year"),
    [
        ("Căn cứ Luật Công nghệ thông tin ngày 29/6/2006;", "Luật",
         "Công nghệ thông tin", date(2006, 6, 29), None),
        ("theo Bộ luật Dân sự năm 2015 và", "Bộ luật", "Dân sự", None, 2015),
        ("Luật Doanh nghiệp 2020 đã", "Luật", "Doanh nghiệp", None, 2020),
        ("Luật tổ chức Hội đồng Nhân dân\nvà Uỷ ban Nhân dân (sửa đổi) ngày 21 tháng 6 "
         "năm 1994;", "Luật", "tổ chức Hội đồng Nhân dân và Uỷ ban Nhân dân (sửa đổi)",
         date(1994, 6, 21), None),
        ("Luật sửa đổi, bổ sung một số điều của Luật Đất đai ngày 29/6/2024", "Luật",
         "sửa đổi, bổ sung một số điều của Luật Đất đai", date(2024, 6, 29), None),
        ("Luật Khoa học và công nghệ công\nbố ngày 22 tháng 6 năm 2000", "Luật",
         "Khoa học và công nghệ", date(2000, 6, 22), None),
        ("Luật Đầu tư đã được Quốc hội thông qua ngày 30 tháng 6 năm 1983", "Luật",
         "Đầu tư", date(1983, 6, 30), None),
        ("Pháp lệnh kế toán - thống kê do Hội đồng Nhà nước ban hành ngày\n20-5-1988",
         "Pháp lệnh", "kế toán - thống kê", date(1988, 5, 20), None),
        ("Luật Hoạt động giám sát của Quốc hội và HĐND ngày20/11/2015", "Luật",
         "Hoạt động giám sát của Quốc hội và HĐND", date(2015, 11, 20), None),
    ],
)  # fmt: skip
def test_a_law_is_known_by_title_and_day(text, type_word, title, day, year):
    (law,) = find_named_laws(text)
    found = (law.type_word, law.title, law.date, law.year)
    assert found == (type_word, title, day, year)


@pytest.mark.parametrize(
    "text",
    [
        "Luật sư Nguyễn Văn A ngày 1/1/2020",
        "Luật này có hiệu lực từ ngày 1/1/2020",
        "Luật Đầu tư có hiệu lực từ ngày 1/1/2020",
        "Luật Đầu tư được áp dụng từ năm 2020",
        "Luật Đầu tư số 61/2020/QH14 ngày 17/6/2020",
        "Luật Đầu tư và Nghị định số 60/2003/NĐ-CP ngày 06/6/2003",
        "Luật Đầu tư; họp ngày 1/1/2020",
        "pháp luật năm 2020",
        "Luật",
        "",
    ],
)
def test_other_laws_and_other_days_are_left_alone(text):
    assert find_named_laws(text) == []


def test_each_law_of_a_list_has_its_own_day():
    found = find_named_laws(
        "Luật Thi đua, Khen thưởng ngày 26/11/2003 và Luật Sửa đổi, bổ sung một số "
        "điều của Luật Thi đua, Khen thưởng ngày 16/11/2013; "
        "Luật Giá và Luật Nhà ở năm 2023"
    )
    assert [(law.title[:8], law.date and law.date.year, law.year) for law in found] == [
        ("Thi đua,", 2003, None),
        ("Sửa đổi,", 2013, None),
        ("Nhà ở", None, 2023),
    ]


def test_a_day_that_is_none_is_told():
    (law,) = find_named_laws("Luật Đầu tư ngày 31/2/2020")
    assert (law.date, law.year, law.problem) == (None, None, Problem.IMPOSSIBLE_DATE)


SCRAPS = [
    "Luật ",
    "Bộ luật ",
    "Dân sự ",
    "ngày ",
    "29/6/2006",
    "năm 2015",
    ",",
    ";",
    "\n",
    " của ",
    "sửa đổi ",
    "được ",
    "\u00a0",
    "e\u0301",
    "(",
    "số 1 ",
]


@given(st.lists(st.sampled_from(SCRAPS), max_size=40).map("".join) | st.text())
def test_any_text_is_read_and_mentions_never_overlap(text):
    end = 0
    for law in find_named_laws(text):
        assert end <= law.start < law.end <= len(text)
        assert text[law.start : law.end].startswith(law.type_word[:2])
        assert law.title
        assert (law.date, law.year, law.problem).count(None) == 2
        end = law.end


@pytest.mark.parametrize(
    "scrap", ["Luật Đầu tư ", "Luật ", "Luật A, ngày 1/", "(Luật "]
)
def test_time_is_linear(scrap):
    def seconds(size: int) -> float:
        started = process_time()
        find_named_laws(scrap * (size // len(scrap)))
        return process_time() - started

    seconds(10_000)
    assert seconds(400_000) < 20 * max(seconds(50_000), 0.02)
