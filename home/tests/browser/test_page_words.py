"""What every page of the demonstration says, to people and to machines."""

import json
import re
import urllib.request
from html import unescape
from urllib.parse import quote, urlsplit

import pytest
from django.utils.html import strip_tags

from portal.audit.pages import BELOW, UNLISTED

#: Labels of before, as they were written: each has a better one now.
RETIRED = (
    "Vào danh sách chờ",
    "Nơi viện dẫn",
    "Sắp theo",
    "Chưa xác minh với bản gốc",
    "Gửi góp ý này",
    "Đơn vị bạn vướng",
)
#: Said only of what somebody has checked, and with who has.
CHECKED = "đã được kiểm chứng"
KEPT = {
    "/sang-kien/": "Bảng báo giờ vắng trước quầy",
    "/van-ban/14-2019-nq-hdnd/": "Ngày có hiệu lực: chưa xác minh",
    "/van-ban/12-2023-qd-mh/": "Chưa đối chiếu với bản gốc",
    "/van-ban/36-2018-qd-ubnd/": "Văn bản này được viện dẫn tại",
    "/van-ban/": "Sắp xếp theo",
    "/su-kien/": "Ghi danh chờ",
}
CLASS = "/su-kien/tap-huan-viet-va-nhan-rong-sang-kien/lop-xa-van-quan/"
SUBJECT = "Tập huấn viết và nhân rộng sáng kiến ở cơ sở"
_DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
#: 5/1/2021 instead of 05/01/2021.
_BARE_DAY = re.compile(r"(?<![\d/])(?:\d/\d{1,2}|\d{1,2}/\d)/\d{4}(?![\d/])")
_LOCATION = re.compile(r"<loc>([^<]+)</loc>")
_UNREAD = re.compile(r"<(script|style|svg)\b.*?</\1>", re.DOTALL)


@pytest.fixture(scope="module")
def pages(portal_url) -> dict[str, str]:
    """Every public page of the demonstration, and one of each that no map lists."""

    def read(path: str) -> str:
        try:
            with urllib.request.urlopen(portal_url + quote(path, "/?=&+%")) as answer:
                return answer.read().decode()
        except urllib.error.HTTPError as error:  # the page of a 404 has words too
            return error.read().decode()

    maps = [urlsplit(url).path for url in _LOCATION.findall(read("/sitemap.xml"))]
    listed = [
        urlsplit(url).path for one in maps for url in _LOCATION.findall(read(one))
    ]
    below = [f"{CLASS}{more}" for more in BELOW["su-kien"]]
    below += [f"/van-ban/12-2023-qd-mh/{more}" for more in BELOW["van-ban"]]
    return {path: read(path) for path in (*listed, *below, *UNLISTED)}


def said(page: str) -> str:
    """What a person reads of it, on one line."""
    bare = unescape(strip_tags(_UNREAD.sub(" ", page))).replace("\u2060", "")
    return re.sub(r"\s+", " ", bare)


def data_of(page: str, kind: str) -> dict:
    """The page's schema.org thing of that type."""
    things = [json.loads(text) for text in _DATA.findall(page)]
    return next(thing for thing in things if thing["@type"] == kind)


def test_no_page_has_a_word_of_before(pages):
    assert len(pages) > 60
    found = [
        (path, word)
        for path, page in pages.items()
        for word in RETIRED
        if word in said(page)
    ]
    assert found == []


def test_nothing_is_called_checked_that_nobody_checked(pages):
    assert [path for path, page in pages.items() if CHECKED in said(page)] == []


@pytest.mark.parametrize(("path", "words"), KEPT.items())
def test_a_page_says_it_in_the_words_of_the_office(pages, path, words):
    assert words in said(pages[path])


def test_days_are_written_one_way(pages):
    found = {path: _BARE_DAY.findall(said(page)) for path, page in pages.items()}
    assert {path: days for path, days in found.items() if days} == {}


def test_the_site_map_names_acts_by_their_numbers(pages):
    assert "36/2018/QĐ-UBND Quy định về hoạt động" in said(pages["/so-do-trang/"])


def test_a_class_is_never_named_without_its_subject(pages):
    name = "Lớp tại xã Văn Quan"
    alone = [
        path
        for path, page in pages.items()
        if name in said(page) and SUBJECT not in said(page)
    ]
    assert alone == []


def test_machines_read_the_portals_name_and_how_to_search(pages):
    site = data_of(pages["/"], "WebSite")
    assert site["name"] and site["potentialAction"]


def test_machines_read_where_a_class_is_and_see_a_picture(pages):
    event = data_of(pages[CLASS], "Event")
    place = event["location"]["address"]
    assert "Văn Quan" in json.dumps(place, ensure_ascii=False)
    assert event["image"]
    assert SUBJECT in event["name"]


def test_machines_read_an_acts_own_day_and_what_it_replaced(pages):
    act = data_of(pages["/van-ban/12-2023-qd-mh/"], "Legislation")
    assert act["legislationDate"] == "2023-06-01"
    assert "45/2011/QĐ-MH" in json.dumps(act, ensure_ascii=False)
    amending = data_of(pages["/van-ban/07-2024-qd-mh/"], "Legislation")
    (changed,) = amending["legislationChanges"]
    assert changed["legislationIdentifier"] == "12/2023/QĐ-MH"
    assert amending["legislationDateOfApplicability"] == "2024-08-01"
