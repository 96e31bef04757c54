"""The days of a gathering and the year of days written without one."""

from datetime import date

import pytest

from home.importer.article import ImportedArticle, text_block
from home.importer.recognise.event_days import find_event_days
from home.importer.recognise.years import lone_year, school_year


def days(lead: str, *body: str, title: str = "", published: date | None = None):
    article = ImportedArticle(
        title, lead, [text_block(one) for one in body], published_on=published
    )
    found, _assumed = find_event_days(article)
    return [(one.start.isoformat(), one.end.isoformat()) for one in found]


@pytest.mark.parametrize(
    ("lead", "start", "end"),
    [
        ("Ngày 28 – 11, huyện khai mạc ngày hội", "2015-11-28", "2015-11-28"),
        ("Chiều nay (17/9), xã họp", "2015-09-17", "2015-09-17"),
        ("Sáng nay 23.4, hội họp", "2015-04-23", "2015-04-23"),
        ("Diễn ra từ ngày 19 đến 20-7, hội thi", "2015-07-19", "2015-07-20"),
        ("Ngày 11 và 12 tháng 11, xã mở lớp", "2015-11-11", "2015-11-12"),
        ("Từ ngày 14 – 16/3, xã mở lớp", "2015-03-14", "2015-03-16"),
        ("Sáng thứ bảy (12/9), xã họp", "2015-09-12", "2015-09-12"),
    ],
)
def test_days_without_a_year(lead, start, end):
    assert days(lead, "Năm ấy, ngày 1/12/2015, huyện có tin.") == [(start, end)]


@pytest.mark.parametrize(
    ("lead", "body", "end"),
    [
        ("Ngày 18/3/2016, xã mở lớp", "Từ ngày 18 đến 19/3, các em thi.", "2016-03-19"),
        (
            "Ngày 18/3/2016, xã mở lớp",
            "Trong thời gian 02 ngày, học viên",
            "2016-03-19",
        ),
        ("Ngày 18/3/2016, xã bế mạc lớp", "Trong 2 ngày, học viên", "2016-03-18"),
        ("Ngày 18/3/2016, xã mở lớp", "Từ ngày 1/3 đến 30/4 nộp bài", "2016-03-18"),
    ],
    ids=["span", "count", "closing", "season"],
)
def test_the_body_tells_how_long_it_lasts(lead, body, end):
    assert days(lead, body) == [("2016-03-18", end)]


def test_this_morning_is_the_day_of_publication_and_yesterday_that_before():
    day = date(2016, 3, 18)
    assert days("Sáng nay, huyện họp", published=day) == [("2016-03-18",) * 2]
    assert days("Hôm qua, huyện họp", published=day) == [("2016-03-17",) * 2]
    assert days("Hôm qua, huyện họp") == []


def test_what_is_still_to_come_is_not_told_of_where_something_happened():
    lead = "Ngày 18/3/2016, huyện họp. Hội thi diễn ra vào ngày 20/5/2016"
    assert days(lead, published=date(2016, 3, 19)) == [("2016-03-18",) * 2]
    assert days("Ngày 20/5/2016, huyện họp", published=date(2016, 3, 19))


@pytest.mark.parametrize(
    "lead",
    [
        "Kỷ niệm 15 năm ngày Di sản (23/11/2005 - 23/11/2020)",
        "Chào mừng ngày Nhà giáo Việt Nam (20/11/2016)",
        "Ngày 07-8-2020, Ban Tổ chức đã ban hành Quyết định công nhận giải thưởng",
        "Hạn chót là ngày 15/5/2017",
        "Kế hoạch của huyện ngày 3/4/2023",
    ],
)
def test_days_of_anniversaries_acts_and_deadlines_are_none_of_an_event(lead):
    assert days(lead) == []


def test_the_year_of_school_and_the_only_year_written():
    assert days("Ngày 10/3, Sở trao giải năm học 2022-2023") == [("2023-03-10",) * 2]
    assert days("Ngày 19/7, hội thi lần thứ III-2022") == [("2022-07-19",) * 2]
    assert school_year("năm học 2022-2023", 9) == 2022
    assert school_year("năm học 2020-2023", 9) is None
    assert lone_year("nhiệm kỳ 2021-2026") is None
