"""The search box in a real browser: suggestions by keyboard, and without a script."""

import pytest

from home.tests.browser.looks import DARK, LIGHT, faults


def box(page):
    return page.locator("main input[type=search]")


def type_and_wait(page, words: str) -> None:
    with page.expect_response(lambda answer: "goi-y.json" in answer.url):
        box(page).press_sequentially(words, delay=10)
    page.wait_for_selector("[role=option]")


def test_suggestions_are_driven_by_keyboard_and_told_to_screen_readers(open_page):
    page = open_page("/tim-kiem/")
    assert box(page).get_attribute("role") == "combobox"
    assert box(page).get_attribute("aria-expanded") == "false"
    type_and_wait(page, "36/2018")
    assert box(page).get_attribute("aria-expanded") == "true"
    listed = page.locator(f"#{box(page).get_attribute('aria-controls')}")
    assert listed.get_attribute("role") == "listbox"
    assert page.locator("form.search [role=status]").inner_text().strip()
    page.keyboard.press("ArrowDown")
    active = box(page).get_attribute("aria-activedescendant")
    chosen = page.locator(f"#{active}")
    assert chosen.get_attribute("aria-selected") == "true"
    assert "36/2018/QĐ-UBND" in chosen.inner_text()
    page.keyboard.press("ArrowUp")
    assert box(page).get_attribute("aria-activedescendant") is None
    page.keyboard.press("ArrowDown")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "/van-ban/36-2018-" in page.url


def test_escape_closes_and_enter_still_searches(open_page):
    page = open_page("/tim-kiem/")
    type_and_wait(page, "sang kien")
    page.keyboard.press("Escape")
    assert box(page).get_attribute("aria-expanded") == "false"
    assert page.locator("[role=option]:visible").count() == 0
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "q=sang+kien" in page.url
    assert page.locator("mark").count()


def test_a_click_opens_what_was_suggested(open_page):
    page = open_page("/van-ban/")
    type_and_wait(page, "quy dinh")
    with page.expect_navigation():
        page.locator("[role=option]").first.click()
    assert "/van-ban/" in page.url and "?" not in page.url


def test_without_a_script_nothing_is_lost(open_page):
    page = open_page("/tim-kiem/", java_script_enabled=False)
    box(page).fill("muc chi sang kien")
    with page.expect_navigation():
        page.locator("main form.search button").click()
    assert page.locator("mark").count()
    with page.expect_navigation():
        page.locator(".views a").nth(1).click()
    assert page.locator(".views a[aria-current]").count() == 1
    assert "muc=" in page.url
    with page.expect_navigation():
        page.locator("form.sort button").click()
    assert "sap-xep=" in page.url and "muc=" in page.url


@pytest.mark.parametrize(
    "path",
    [
        "/tim-kiem/",
        "/tim-kiem/?q=sang+kein&muc=van-ban",
        "/tim-kiem/?q=36%2F2018%2FQD-UBND",
        "/tim-kiem/?q=xyzzy",
        "/van-ban/?q=xyzzy+sang+kien",
        "/sang-kien/?q=thuoc+het+hna",
        "/su-kien/?q=sang+kien",
        "/tin-tuc/?q=xyzzy",
    ],
)
def test_axe_finds_nothing(open_page, path):
    assert faults(open_page(path), (LIGHT, DARK)) == []


def test_axe_finds_nothing_while_suggestions_are_open(open_page):
    page = open_page("/tim-kiem/", width=360)
    type_and_wait(page, "sang kien")
    page.keyboard.press("ArrowDown")
    assert faults(page, [("light", 360)]) == []
    assert page.locator("[role=option]:visible").count()


def test_a_browser_can_add_the_box_to_its_own(open_page, portal_url):
    page = open_page("/")
    link = page.locator("link[rel=search]")
    answer = page.request.get(portal_url + link.get_attribute("href"))
    assert answer.headers["content-type"].startswith(
        "application/opensearchdescription+xml"
    )
    assert "/tim-kiem/?q={searchTerms}" in answer.text()


@pytest.mark.parametrize("width", [768, 1280])
def test_every_kind_of_result_is_seen_without_scrolling_sideways(open_page, width):
    page = open_page("/tim-kiem/?q=gi%C3%A1o+vi%C3%AAn", width=width)
    tabs = page.locator(".views ul")
    assert tabs.locator("li").count() > 8
    assert tabs.evaluate("e => e.scrollWidth <= e.clientWidth")


@pytest.mark.parametrize(
    "path",
    ["/tim-kiem/", "/van-ban/", "/sang-kien/", "/su-kien/", "/hoi-dap/", "/tin-tuc/"],
)
def test_a_word_longer_than_a_phone_breaks(open_page, path):
    for words in ("x" * 200, f"sáng kiến {'x' * 200}"):
        page = open_page(f"{path}?q={words}", width=360)
        assert page.evaluate("document.documentElement.scrollWidth") == 360, words
