"""Everybody old news names, with the office before, behind or shared."""

import pytest

from home.importer.read_article import read_article
from home.importer.recognise.people import find_mentioned
from home.importer.recognise.places import find_localities


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Dự có các đồng chí: Lù Văn Mẫu, Ly Thị Thử, Phó Chủ tịch UBND huyện; "
            "Xin Văn Ví, Trưởng phòng Nội vụ.",
            {
                "Lù Văn Mẫu": "Phó Chủ tịch UBND huyện",
                "Xin Văn Ví": "Trưởng phòng Nội vụ",
            },
        ),
        (
            "Có ông Trần Văn Mẫu - Phó Chủ tịch UBND tỉnh, bà Lê Thị Thử - Giám đốc "
            "Sở.",
            {"Trần Văn Mẫu": "Phó Chủ tịch UBND tỉnh", "Lê Thị Thử": "Giám đốc Sở"},
        ),
        ("Giải nhất thuộc về em Ngô Minh Thí đến từ xã Ví Dụ.", {"Ngô Minh Thí": ""}),
        ("Lớp do kỹ sư thủy sản Đoàn Thị Dụ dạy.", {"Đoàn Thị Dụ": "kỹ sư thủy sản"}),
        ("Ông Trần Mẫu được bầu làm Chủ tịch hội.", {"Trần Mẫu": "Chủ tịch hội"}),
        ("Ông Lưu Văn Dụ, 79 tuổi, mang theo sổ.", {"Lưu Văn Dụ": ""}),
        ("Chào mừng Ngày Nhà giáo Việt Nam, cô Trường Tiểu học Ví Dụ hát.", {}),
        ("Các em Trường Tiểu học Ví Dụ, anh Núi Xanh.", {}),
    ],
)
def test_whoever_is_named_is_found_with_the_office(text, expected):
    found = {
        one.name: " ".join(filter(None, (one.title, one.organisation)))
        for one in find_mentioned([text], [])
    }
    assert expected.items() <= found.items()
    assert expected or not found


def test_an_office_told_in_another_sentence_or_under_a_picture_is_known():
    text = (
        "Trao giải hội thi sáng tạo của huyện lần thứ ba\n\n"
        "Sáng 12/3/2021, huyện trao giải hội thi; ông Trần Văn Mẫu phát biểu.\n\n"
        "Ông Trần Văn Mẫu - Phó Chủ tịch UBND huyện trao giải nhất\n\n"
        "Hội thi có hai mươi sản phẩm của các trường, mỗi sản phẩm do ba em làm.\n\n"
        "Đồng chí Vi Thị Dụ - Giám đốc Sở đọc báo cáo tổng kết\n\n"
        "Ban tổ chức trao một giải nhất và hai giải nhì cho các em làm máy tưới nước."
    )
    found = read_article(text.encode())
    (speaker,) = found.speakers
    assert (speaker.title, speaker.organisation) == ("Phó Chủ tịch", "UBND huyện")
    assert [one.name for one in found.mentioned] == ["Vi Thị Dụ"]


@pytest.mark.parametrize(
    "text",
    [
        "Phó Chủ tịch UBND huyện Nguyễn Hùng Mẫu đến dự",
        "học sinh Trường THCS thị trấn Phố Mẫu",
    ],
)
def test_the_name_of_a_person_or_school_is_no_place(text):
    assert find_localities(text) == []
