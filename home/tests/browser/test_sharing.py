"""A page passed on by the phone's own sheet, by a copied text, or by links."""

import re

import pytest

from home.tests.browser.test_registration import register

#: A phone that has a sheet, and writes down what it was given.
SHEET = """
window.shared = [];
Navigator.prototype.share = async (what) => { window.shared.push(what); };
"""
#: Whoever closes the sheet without choosing.
CLOSED = """
Navigator.prototype.share = () => Promise.reject(new DOMException("", "AbortError"));
"""
# Of those to come the one that no errand of an organiser changes.
CLASS = "/su-kien/tap-huan-viet-va-nhan-rong-sang-kien/lop-xa-chi-lang/"
PATHS = [CLASS, "/van-ban/12-2023-qd-mh/", "/sang-kien/phieu-tu-kiem/", "article"]


@pytest.fixture
def open_sheet(open_page, portal_url, article_path):
    """Open a path on a phone on which this script runs first."""

    def visit(path: str, script: str = SHEET):
        page = open_page("/so-do-trang/", width=360)
        page.add_init_script(script)
        page.goto(portal_url + (article_path if path == "article" else path))
        return page

    return visit


def share(page) -> list[dict]:
    """What the sheet is given by the page's button."""
    page.get_by_role("button", name="Chia sẻ", exact=True).click()
    return page.evaluate("window.shared")


@pytest.mark.parametrize("path", PATHS)
def test_the_sheet_gets_the_title_and_the_address(open_sheet, path):
    page = open_sheet(path)
    [given] = share(page)
    assert [*given] == ["text"]
    assert page.url in given["text"]
    title = page.locator("h1").first.inner_text().replace("\u00a0", " ")
    assert title.split("\n")[0][:12] in given["text"].replace("\u00a0", " ")


def test_a_conference_is_shared_with_its_subject_day_and_place(open_sheet):
    page = open_sheet(CLASS)
    [given] = share(page)
    text = given["text"].replace("\u00a0", " ")
    assert "Lớp tại xã Chi Lăng" in text
    assert "Tập huấn viết và nhân rộng sáng kiến" in text
    assert re.search(r"Thứ \w+, \d\d/\d\d/\d{4}", text)
    assert "Hội trường trung tâm" in text


def test_a_closed_sheet_is_no_fault(open_sheet):
    page = open_sheet(CLASS, CLOSED)
    errors: list = []
    page.on("pageerror", lambda error: errors.append(error))
    page.get_by_role("button", name="Chia sẻ", exact=True).click()
    page.wait_for_timeout(100)
    assert errors == []


def test_where_there_is_no_sheet_there_is_no_button(open_sheet, open_page):
    page = open_sheet(CLASS, "delete Navigator.prototype.share;")
    assert not page.get_by_role("button", name="Chia sẻ", exact=True).is_visible()
    assert page.get_by_role("button", name="Sao chép nội dung").is_visible()
    plain = open_page(CLASS, width=360, java_script_enabled=False)
    assert not plain.locator("[data-tool=share], [data-tool=copy]").first.is_visible()
    assert plain.locator(".share").get_by_role("link", name="Email").is_visible()


def test_what_is_shared_of_a_ticket_is_no_secret(open_sheet, served):
    conference = served.manage("generate_conference", "--capacity", "50").strip()
    page = open_sheet(f"{conference}dang-ky/")
    ticket = register(page, "Vi Thị Sẻ", "0913 000 041", "Gửi đăng ký")
    token = ticket.rstrip("/").rpartition("/")[2]
    buttons = page.locator("[data-tool=share], [data-tool=copy]")
    for source in {one.get_attribute("data-from") for one in buttons.all()}:
        assert token not in page.locator(f"#{source}").text_content()
    for link in page.locator(".share a, .ticket-share a").all():
        assert token not in link.get_attribute("href")
    [given] = share(page)
    assert token not in str(given)
    assert given["text"].endswith("/ve/")
