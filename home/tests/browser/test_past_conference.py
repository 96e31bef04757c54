"""Journey 7: who spoke in 2021 and what they said, on paper, aloud, dark and large."""

import re

from home.tests.browser.test_reader_tools import VOICE


def open_class(page) -> None:
    """From the front page's menu to the class at Hữu Lũng, and who spoke there."""
    page.locator(".menu:not(.menu--display) > summary").click()
    page.locator(".menu-panel").get_by_role("link", name="Hội nghị").click()
    page.get_by_role("link", name=re.compile("^Đã qua")).click()
    page.get_by_role("link", name="Lớp tại huyện Hữu Lũng").click()
    assert "năm 2021" in page.locator(".banner").inner_text().replace("\u00a0", " ")
    assert "Lưu Bá Mạc" in page.locator(".person .row-title").all_inner_texts()


def on_paper(page) -> None:
    """It has its day and nothing to press."""
    page.emulate_media(media="print")
    assert "25–28/01/2021" in page.locator(".banner").inner_text()
    assert "In ngày" in page.locator(".print-foot").inner_text()
    assert not any(one.is_visible() for one in page.locator(".button, .tool").all())
    page.emulate_media(media="screen")


def open_whole(page) -> None:
    """The conference the class was one of: what was taught stands there."""
    page.locator(".crumbs").get_by_role("link", name=re.compile("năm 2021")).click()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert "36/2018/QĐ-UBND" in page.locator("main").inner_text()


def test_a_reader_finds_prints_and_hears_who_spoke_in_2021(open_page):
    page = open_page("/", width=360)
    page.add_init_script(VOICE)
    open_class(page)
    on_paper(page)

    # Aloud: the button says that it can be stopped, and what is heard is the page.
    speak = page.locator(".toolbar [data-tool=speak]")
    page.evaluate("speechSynthesis.hold = true")
    speak.click()
    page.wait_for_function("window.heard.length > 0")
    assert speak.get_attribute("aria-pressed") == "true"
    heard = page.evaluate("window.heard.join(' ')").replace("\u00a0", " ")
    assert "Lớp tại huyện Hữu Lũng" in heard
    speak.click()
    assert speak.get_attribute("aria-pressed") == "false"

    # Dark and large, and it stays so on the next page.
    page.locator(".toolbar [data-tool=night]").click()
    page.locator(".toolbar [data-tool=bigger]").click()
    open_whole(page)
    root = page.locator("html")
    assert root.get_attribute("data-theme") == "dark"
    assert root.get_attribute("data-size") == "3"


def test_without_javascript_the_system_has_the_night_and_the_size(open_page):
    page = open_page("/", width=360, java_script_enabled=False, color_scheme="dark")
    open_class(page)
    on_paper(page)
    # Only what works is there: paper and PDF, no voice and no sizes to disappoint.
    shown = page.locator(".toolbar .tool:visible").all_inner_texts()
    assert not {"Đọc nội dung", "Chế độ ban đêm", "+A"} & {one.strip() for one in shown}
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    assert page.evaluate(ground) != "rgb(253, 252, 250)"
    open_whole(page)
