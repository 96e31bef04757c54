"""News as provincial portals write it: shapes of real items, with people made up.

Seen on the portals and papers of Tây Ninh (31.10, 2.12), Thừa Thiên Huế (an office
before the name, a house as the venue), Cao Bằng, Thái Nguyên (captions whose pictures
were lost), Hà Tĩnh (what follows an article), Hòa Bình and Tiền Giang (bylines).
"""

import sys
from datetime import date

import pytest

from home.importer.read_article import read_article
from home.importer.recognise.dates import event_dates
from home.importer.recognise.people import find_speakers
from home.importer.recognise.places import find_localities, find_venue

HUE = """Trao giải Hội thi Sáng tạo Kỹ thuật tỉnh lần thứ mười

Ngày đăng: 02/01/2021 | Lượt xem: 120

Tối 31.12, tại Trường Đại học Minh Họa diễn ra lễ trao giải hội thi sáng kiến.

Chủ tịch UBND tỉnh Trần Văn Mẫu trao giải cho các tác giả đạt giải

Phát biểu tại buổi lễ, Phó Giám đốc Sở Khoa học và Công nghệ Lê Thị Thử biểu dương các tác giả.

Các đồng chí Nguyễn Văn Ví, Phạm Thị Dụ và Hoàng Văn Thí chủ trì buổi lễ tại hai huyện Bắc Sơn, Sở Khoa học và Công nghệ phối hợp.

Hồng Mẫu

Những tin mới hơn

Một tin khác của cổng cũ
"""  # noqa: E501 (lines as a browser saves them)


def article(text: str = HUE):
    return read_article(text.encode(), "trang.txt", localities=["Bắc Sơn"])


def days(text: str, year: int | None = 2023) -> list[tuple[date, date]]:
    return [(one.start, one.end) for one in event_dates(text, year=year)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Sáng 2.12, Liên hiệp hội họp", date(2023, 12, 2)),
        ("chiều ngày 6-10, Sở tổ chức hội nghị", date(2023, 10, 6)),
        ("tối 31.10", date(2023, 10, 31)),
        ("(ngày 06-10)", date(2023, 10, 6)),
    ],
    ids=["dot", "dash", "evening", "zero"],
)
def test_a_day_without_a_year_takes_it_from_the_context(text, day):
    assert days(text) == [(day, day)]
    assert days(text, year=None) == []


@pytest.mark.parametrize(
    "text",
    ["đạt 11.8 điểm", "tăng từ 6-10% mỗi năm", "từ 6-10 người", "ngày 31.13", "2.12"],
    ids=["points", "percent", "people", "month", "bare"],
)
def test_numbers_are_no_days(text):
    assert days(text) == []


def test_a_range_whose_month_follows_stays_a_range():
    april = [(date(2021, 4, 5), date(2021, 4, 7))]
    assert days("từ ngày 5-7 tháng 4 năm 2021") == april
    assert days("từ ngày 5-7/4/2021") == april
    assert days("ngày 5-7, 9/4/2021") == [*april, (date(2021, 4, 9), date(2021, 4, 9))]


def test_the_year_is_that_in_which_the_day_is_nearest_to_publication():
    found = article()
    assert [one.start for one in found.event_dates] == [date(2020, 12, 31)]
    assumed = [one for one in found.findings if one.code == "year_assumed"]
    assert [(one.excerpt, one.data) for one in assumed] == [("31.12", {"year": 2020})]


def test_a_year_in_two_figures_is_no_assumption():
    text = HUE.replace("Tối 31.12", "Ngày 15/07/20")
    found = article(text)
    assert [one.start for one in found.event_dates] == [date(2020, 7, 15)]
    assert "year_assumed" not in [one.code for one in found.findings]


def test_an_office_before_the_name_and_several_names_after_one_word():
    names = {one.name: (one.title, one.organisation) for one in article().speakers}
    office = "Sở Khoa học và Công nghệ"
    assert names == {
        "Lê Thị Thử": ("Phó Giám đốc", office),
        "Nguyễn Văn Ví": ("", ""),
        "Phạm Thị Dụ": ("", ""),
        "Hoàng Văn Thí": ("", ""),
    }


@pytest.mark.parametrize(
    ("text", "name", "organisation"),
    [
        ("Chủ tịch UBND tỉnh Trần Văn Mẫu", "Trần Văn Mẫu", "UBND tỉnh"),
        (
            "Chủ tịch UBND tỉnh Cao Bằng Hoàng Văn Mẫu",
            "Hoàng Văn Mẫu",
            "UBND tỉnh Cao Bằng",
        ),
        ("Phó Giám đốc Sở Đặng Vũ Hà Mẫu", "Đặng Vũ Hà Mẫu", "Sở"),
    ],
    ids=["province", "named-province", "four"],
)
def test_the_name_after_an_office(text, name, organisation):
    (found,) = find_speakers([f"{text} phát biểu khai mạc."])
    assert (found.name, found.organisation) == (name, organisation)


@pytest.mark.parametrize(
    "text",
    ["Chủ tịch UBND tỉnh Cao Bằng phát biểu.", "Giám đốc Sở phát biểu, Trần Văn Mẫu"],
    ids=["place", "comma"],
)
def test_a_place_is_nobodys_name(text):
    assert find_speakers([text]) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("các tỉnh Cao Bằng, Bắc Kạn và Hà Giang", ["Cao Bằng", "Bắc Kạn", "Hà Giang"]),
        ("tại huyện Bắc Sơn, Sở Khoa học và Công nghệ", ["Bắc Sơn"]),
        ("tại xã Hội Hoan, Trung tâm Minh Họa", ["Hội Hoan"]),
        ("UBND tỉnh Lạng Sơn giao", []),
        ("Sở Khoa học và Công nghệ tỉnh Cao Bằng họp", []),
        ("tại tỉnh Thái Nguyên", ["Thái Nguyên"]),
    ],
    ids=["provinces", "department", "centre", "people", "of-province", "province"],
)
def test_provinces_are_places_and_offices_are_not(text, places):
    assert find_localities(text) == places


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        (
            "Tối 18/11, tại Trường Đại học Minh Họa diễn ra lễ",
            "Trường Đại học Minh Họa",
        ),
        (
            "họp tại hội trường UBND tỉnh, Sở tổ chức",
            "hội trường UBND tỉnh",
        ),
        ("tại trung tâm của sự chú ý", ""),
        ("tại buổi lễ", ""),
    ],
    ids=["school", "hall", "figure", "meeting"],
)
def test_the_house_a_gathering_is_held_in(text, venue):
    assert find_venue(text) == venue


def test_what_is_no_article_goes_and_the_writer_stays():
    found = article()
    assert found.author == "Hồng Mẫu"
    assert found.venue == "Trường Đại học Minh Họa"
    assert found.published_on == date(2021, 1, 2)
    said = " ".join([found.lead, *found.body])
    for furniture in ("Lượt xem", "Những tin", "tin khác", "Hồng Mẫu"):
        assert furniture not in said


def test_a_caption_whose_picture_was_lost_is_named():
    found = article()
    caption = "Chủ tịch UBND tỉnh Trần Văn Mẫu trao giải cho các tác giả đạt giải"
    assert caption in found.captions
    missing = [one.excerpt for one in found.findings if one.code == "picture_missing"]
    assert caption in missing


def test_a_day_behind_the_title_is_that_of_publication():
    text = HUE.replace("mười\n", "mười (31/08/2016)\n").replace(
        "Ngày đăng: 02/01/2021 | ", ""
    )
    text = text.replace("Hồng Mẫu", "Người cập nhật: Trần Văn Mẫu")
    found = article(text)
    assert found.title.endswith("mười")
    assert found.published_on == date(2016, 8, 31)
    assert found.author == "Trần Văn Mẫu"


def test_an_office_ends_where_its_holder_does_something():
    (found,) = find_speakers(
        ["Kỹ sư Trần Văn Mẫu, phó Chủ tịch Hội hướng dẫn học viên."]
    )
    assert (found.title, found.organisation) == ("phó Chủ tịch Hội", "")


@pytest.mark.parametrize("scrap", ["sáng 6-10, ", "ngày 11.8 ", "Chủ tịch UBND tỉnh "])
def test_a_long_article_takes_work_in_proportion(scrap):
    """Steps are counted: time would tell of the machine."""

    def steps(size: int) -> int:
        count = 0

        def called(frame, event, argument) -> None:
            nonlocal count
            count += event in ("call", "c_call")

        text = f"{HUE}\n\n{scrap * (size // len(scrap))}"
        sys.setprofile(called)
        try:
            article(text)
        finally:
            sys.setprofile(None)
        return count

    assert steps(16_000) < 5 * steps(4_000) + 20_000


SCENE = """<h1>Sở tổ chức hội nghị phổ biến sáng kiến</h1>
<p>Sáng 25/01/2021, tại huyện Bắc Sơn, Sở tổ chức hội nghị phổ biến sáng kiến.</p>
<p>Dự hội nghị có 250 đại biểu là lãnh đạo các phòng, ban của huyện và các xã.</p>
<p><img src="a.jpg"></p><p><i>Ảnh: {said}</i></p>
<p>Tại hội nghị, đồng chí Trần Thị Dụ, Trưởng phòng trình bày nội dung văn bản.</p>"""


@pytest.mark.parametrize(
    ("said", "caption", "credit"),
    [
        ("Quang cảnh hội nghị", "Quang cảnh hội nghị", ""),
        ("Đồng chí Trần Thị Dụ phát biểu", "Đồng chí Trần Thị Dụ phát biểu", ""),
        ("Toàn cảnh. Ảnh: Lê Mẫu", "Toàn cảnh", "Lê Mẫu"),
    ],
)
def test_what_a_picture_shows_may_stand_behind_a_label(said, caption, credit):
    """The paragraph below it is no caption then, and stays in the article."""
    read = read_article(SCENE.format(said=said).encode(), "trang.html")
    [picture] = [block for block in read.blocks if block.kind == "image"]
    assert (picture.caption, picture.credit) == (caption, credit)
    assert "trình bày nội dung văn bản" in read.blocks[-1].text


def test_who_took_a_picture_is_its_credit():
    read = read_article(SCENE.format(said="Lê Mẫu").encode(), "trang.html")
    [picture] = [block for block in read.blocks if block.kind == "image"]
    assert (picture.caption, picture.credit) == ("", "Lê Mẫu")
    assert "trình bày nội dung văn bản" in read.blocks[-1].text
