"""The library in a real browser: axe, the keyboard, and life without a script."""

import re

import pytest

from home.tests.browser.looks import DARK, LIGHT, LIGHT_PHONE, faults

ACT = "/van-ban/12-2023-qd-mh/"
PAGES = {
    "found": "/van-ban/?q=36+2018&hieu-luc=unknown",
    "nothing found": "/van-ban/?q=zzzz",
    "near misses": "/van-ban/?q=36/2108",
    "gaps": "/van-ban/chua-co-toan-van/",
    "follow": "/van-ban/theo-doi/",
    "under review": "/van-ban/36-2018-qd-ubnd/",
    "partly suspended, with a table": "/van-ban/08-2022-qd-mh/",
    "only a scan": "/van-ban/06-kh-mh/",
    "another day": f"{ACT}?ngay=2024-09-01",
    "no day": f"{ACT}?ngay=abc",
    "two days": f"{ACT}so-sanh/",
    "report": f"{ACT}bao-loi/?muc=quy-che--dieu-4-khoan-2",
}


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_axe_finds_nothing(open_page, path):
    assert faults(open_page(path), (LIGHT, DARK, LIGHT_PHONE)) == []


@pytest.mark.parametrize("path", [ACT, PAGES["under review"]])
@pytest.mark.parametrize("scripts", [True, False], ids=["script", "no script"])
def test_a_cited_act_is_previewed_by_keyboard(open_page, path, scripts):
    page = open_page(path, java_script_enabled=scripts)
    sign = page.locator(".cite button").first
    sign.focus()
    page.keyboard.press("Enter")
    card = page.locator(".cite-card:popover-open")
    assert card.count() == 1
    assert card.locator("a").first.get_attribute("href").startswith("/van-ban/")
    page.keyboard.press("Escape")
    assert card.count() == 0
    # The number itself is a link to the act, whatever the browser knows of previews.
    assert page.locator(".cite a").first.get_attribute("href").startswith("/van-ban/")


def test_without_a_script_another_day_and_the_old_words_are_read(open_page):
    page = open_page(ACT, width=360, java_script_enabled=False)
    clause = page.locator("#quy-che--dieu-4-khoan-2")
    assert "mười lăm ngày" in clause.inner_text()
    page.locator(".former summary").first.click()
    assert page.locator(".former-text del").first.is_visible()
    page.locator("#ngay").fill("31/07/2024")
    page.locator(".day-form button").click()
    assert page.url.endswith("?ngay=31%2F07%2F2024")
    assert "ba mươi ngày" in clause.inner_text()


def test_without_a_script_filters_and_sorting_work(open_page):
    page = open_page("/van-ban/", width=360, java_script_enabled=False)
    page.locator(".filters > summary").click()
    group = page.locator(".facet", has_text="Ngưng hiệu lực một phần")
    if group.get_attribute("open") is None:
        group.locator("summary").click()
    group.get_by_label("Ngưng hiệu lực một phần").check()
    page.locator(".facets-end .button").click()
    assert page.locator(".row--result").count() == 1
    assert "hieu-luc=partly_suspended" in page.url
    page.locator("#sap-xep").select_option("so")
    page.locator(".sort button").click()
    assert "hieu-luc=partly_suspended" in page.url
    assert "sap-xep=so" in page.url


def test_two_days_are_compared_from_the_form(open_page):
    page = open_page(f"{ACT}so-sanh/", java_script_enabled=False)
    page.locator("#tu").fill("31/07/2024")
    page.locator("#den").fill("1/8/2024")
    page.get_by_role("button", name="So sánh").click()
    assert page.locator(".change").count() == 2
    assert page.locator(".change a", has_text="07/2024/QĐ-MH").count() == 2


def test_a_provision_that_is_not_there_is_said_to_be_lost(open_page):
    lost = open_page(f"{ACT}#quy-che--dieu-99").locator("[data-lost]")
    assert lost.is_visible()
    found = open_page(f"{ACT}#quy-che--dieu-15dd").locator("[data-lost]")
    assert not found.is_visible()


def test_a_citation_is_copied_by_keyboard(open_page):
    page = open_page(ACT, permissions=["clipboard-read", "clipboard-write"])
    page.locator("#quy-che--dieu-15d .pilcrow").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("navigator.clipboard.readText().then(words => words)")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert re.match(
        r"Điều 15d Quy chế .*12/2023/QĐ-MH.*#quy-che--dieu-15d$", copied, re.DOTALL
    )


def test_the_drawing_and_the_list_name_the_same_acts(open_page):
    page = open_page(ACT)
    drawn = page.locator(".graph a").evaluate_all("all => all.map(a => a.href.baseVal)")
    listed = page.locator(".relations .row-title a").evaluate_all(
        "all => all.map(a => a.getAttribute('href'))"
    )
    assert drawn
    assert set(drawn) == set(listed)
    boxes = page.locator(".graph-verb").evaluate_all(
        "all => all.map(one => { const box = one.getBBox();"
        " return [box.x, box.x + box.width]; })"
    )
    edges = page.locator(".graph a > g").evaluate_all(
        "all => all.map(one => one.transform.baseVal[0].matrix.e)"
    )
    # No verb lies under the box of an act.
    assert all(
        end <= edge or start >= edge + 216 for start, end in boxes for edge in edges
    )
