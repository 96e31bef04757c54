"""What a phone, a printer and forced colours show: none of it may be lost again."""

import re

import pytest
from playwright.sync_api import expect

#: Below that a phone shows no answer without scrolling.
FIRST_ANSWER = 560


@pytest.mark.parametrize("path", ["/tim-kiem/?q=sang+kien", "/tim-kiem/?q=36/2018"])
def test_on_a_phone_the_answer_comes_before_the_tools(open_page, path):
    page = open_page(path, width=360)
    first = page.locator("main :is(.row-title, .number-card, .result-name)").first
    assert first.bounding_box()["y"] <= FIRST_ANSWER
    tabs = page.locator(".views ul")
    assert tabs.bounding_box()["height"] < 70
    assert "0" not in re.findall(r"\d+", tabs.inner_text())
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_on_a_phone_filters_are_closed_and_say_what_they_leave(open_page):
    page = open_page("/sang-kien/", width=360)
    filters = page.locator("details.filters")
    assert not filters.locator(".facets").is_visible()
    filters.locator("> summary").click()
    assert page.locator("details.facet[open]").count() == 1
    filters.locator("[name=linh-vuc][value=y-te]").check()
    expect(filters.get_by_role("button", name=re.compile("^Xem"))).to_contain_text("3")
    assert page.url.endswith("/sang-kien/")
    filters.get_by_role("button", name=re.compile("^Xem")).click()
    page.wait_for_url("**linh-vuc=y-te**")
    expect(page.locator(".row--initiative")).to_have_count(3)


@pytest.mark.parametrize("path", ["/", "/van-ban/", "/ve/", "/tim-kiem/?q=zzzz"])
@pytest.mark.parametrize("width", [360, 1280])
def test_sizes_and_night_are_at_the_top_of_every_page(open_page, path, width):
    page = open_page(path, width=width)
    bigger = page.locator("header [data-tool=bigger]:visible")
    page.locator("header .menu > summary:visible").last.click()
    bigger.click()
    assert page.locator("html").get_attribute("data-size") == "3"


def outlined(page, selector: str) -> bool:
    """Whether a line is drawn around what is chosen, where colours are the system's."""
    return page.locator(selector).first.evaluate(
        "(one) => getComputedStyle(one).outlineStyle === 'solid'"
    )


def test_forced_colours_show_what_is_chosen(open_page):
    page = open_page("/van-ban/12-2023-qd-mh/", forced_colors="active")
    assert outlined(page, ".nav [aria-current]")
    assert outlined(page, "main .tool[aria-pressed=true]")
    assert outlined(page, ".rail [aria-current] b")
    lists = open_page("/su-kien/", forced_colors="active")
    assert outlined(lists, ".views [aria-current]")


def test_printed_initiatives_have_the_width_of_the_paper(open_page):
    page = open_page("/sang-kien/", width=700)
    page.emulate_media(media="print")
    for words in page.locator(".row-words").all()[:3]:
        assert words.bounding_box()["width"] > 300
    for tools in page.locator(".filters, .search-panel form").all():
        assert not tools.is_visible()
    assert page.get_by_role("heading", level=1).is_visible()


def test_a_printed_conference_stays_on_its_paper(open_page):
    page = open_page(
        "/su-kien/tap-huan-viet-va-nhan-rong-sang-kien/lop-xa-van-quan/", width=673
    )
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth") <= 673
    code = page.locator(".sheet-code .qr").bounding_box()
    assert code["y"] + code["height"] < 900  # on the first page


@pytest.mark.parametrize("width", [700, 768, 960, 1280])
def test_the_places_of_an_act_that_changed_have_room(open_page, width):
    page = open_page("/van-ban/12-2023-qd-mh/", width=width)
    for place in page.locator(".places-changed > li").all():
        who = place.locator(".place-who").bounding_box()
        assert who["width"] > 100
        assert who["x"] + who["width"] <= width


def test_amounts_never_break_inside(open_page):
    for width in (360, 700, 860, 1024):
        page = open_page("/sang-kien/phieu-tu-kiem/", width=width)
        for amount in page.locator("main .nw").all():
            if amount.is_visible():
                heights = amount.evaluate("(one) => one.getClientRects().length")
                assert heights == 1, (width, amount.inner_text())


ALONE = """[...document.querySelectorAll("main section")].filter(
  (one) => one.checkVisibility()
    && one.innerText.trim() === (one.querySelector("h2, h3")?.innerText.trim() ?? "")
).map((one) => one.innerText)"""


@pytest.mark.parametrize(
    "path",
    ["/", "/ve/", "/bieu-mau/mau-01-phieu-de-nghi/", "/du-lieu-ca-nhan/yeu-cau/"],
)
def test_no_printed_heading_stands_alone(open_page, path):
    page = open_page(path)
    page.emulate_media(media="print")
    assert page.evaluate(ALONE) == []


def test_the_printed_front_page_is_black_on_white(open_page):
    page = open_page("/")
    page.emulate_media(media="print")
    colour = "getComputedStyle(document.querySelector('main h1')).color"
    assert page.evaluate(colour) == "rgb(0, 0, 0)"
    assert not page.locator(".hero form").is_visible()


def test_at_twice_the_size_the_order_of_a_list_can_be_read(open_page):
    page = open_page("/van-ban/", width=360)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.locator("#sap-xep").bounding_box()["width"] > 200
