"""What a drawing showed and a page once lost: each would be seen again at once."""

import pytest

CLASS = "/su-kien/tap-huan-viet-va-nhan-rong-sang-kien/lop-xa-van-quan/"
#: How far the words reach down, and where the picture under them begins.
WORDS_AND_PICTURE = """(root) => {
  const box = root.getBoundingClientRect();
  const picture = getComputedStyle(root, "::before");
  const top = box.bottom - parseFloat(picture.bottom) - parseFloat(picture.height);
  const said = [...root.querySelectorAll("h1, p, a, span, input, li, time, b")]
    .filter((one) => one.checkVisibility() && !one.closest(".vh"));
  const ends = said.map((one) => one.getBoundingClientRect().bottom);
  return [Math.max(...ends), top];
}"""
#: What has figures of one width outside a table: an 11 falls apart in this face.
LOOSE_FIGURES = """() => [...document.querySelectorAll("body *")]
  .filter((one) => getComputedStyle(one).fontVariantNumeric.includes("tabular"))
  .filter((one) => !one.closest("td, th"))
  .map((one) => one.outerHTML.slice(0, 80))"""
SEEN = "(one) => getComputedStyle(one).opacity"


@pytest.mark.parametrize("width", [360, 412, 430, 480, 600])
@pytest.mark.parametrize("path", ["/", CLASS, "/khong-co-trang-nay/"])
def test_the_star_never_lies_over_words(open_page, path, width):
    page = open_page(path, width=width)
    words, picture = page.locator(".hero, .banner").first.evaluate(WORDS_AND_PICTURE)
    assert words <= picture + 1


@pytest.mark.parametrize(
    "path",
    ["/", CLASS, "/su-kien/", "/tim-kiem/?q=sang+kien", "/hoi-dap/", "/huong-dan/"],
)
def test_figures_outside_tables_stand_close(open_page, path):
    assert open_page(path).evaluate(LOOSE_FIGURES) == []


def test_an_articles_sign_is_there_and_a_clauses_comes_when_asked(open_page):
    page = open_page("/van-ban/12-2023-qd-mh/")
    article = page.locator(".provision > :is(h2, h3) .pilcrow").first
    clause = page.locator(".provision > p .pilcrow").first
    assert article.evaluate(SEEN) == "1"
    assert clause.evaluate(SEEN) == "0"
    clause.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert clause.evaluate(SEEN) == "1"


def test_two_days_of_an_act_are_summed_up_before_they_are_laid_out(open_page):
    page = open_page("/van-ban/12-2023-qd-mh/so-sanh/", width=360)
    rows = page.locator(".compared > li")
    assert rows.count() == page.locator(".law-text--compared > section").count()
    assert all("/QĐ-MH" in row.inner_text() for row in rows.all())
    unchanged = page.locator(".compared-end details")
    unchanged.locator("summary").click()
    assert "Điều 1" in unchanged.inner_text()


@pytest.mark.parametrize("width", [360, 1280])
def test_the_list_of_initiatives_opens_with_its_question(open_page, width):
    page = open_page("/sang-kien/", width=width)
    question = page.get_by_role("heading", level=1)
    assert question.inner_text().endswith("?")
    box = page.get_by_label("Đơn vị bạn đang có vướng mắc gì")
    assert box.bounding_box()["y"] > question.bounding_box()["y"]
    end = page.locator(".no-match")
    assert end.get_by_role("link", name="Nêu nhu cầu").is_visible()


def test_a_search_without_results_says_so_once(open_page):
    page = open_page("/tim-kiem/?q=zzzz", width=360)
    assert page.locator("main").inner_text().count("zzzz") == 1
    first = page.locator(".nothing h2").first
    assert first.bounding_box()["y"] < 360
    asked = page.locator(".nothing-ask a.button")
    assert asked.get_attribute("href").endswith("?q=zzzz")
