"""What an editor names beside a page: read below it, and found with it."""

from playwright.sync_api import expect

from home.tests.browser.page_loads import next_document
from home.tests.browser.test_editors import more

ARTICLE, OTHER = "Tra một văn bản khi chỉ nhớ mang máng số hiệu", "Biểu mẫu"


def test_what_an_editor_names_is_read_below_the_page_and_found_with_it(
    open_admin, open_page, portal_url
):
    path = "/tin-tuc/tra-van-ban-khi-nho-mang-mang/"
    before = open_page(path, width=360)
    below = before.get_by_role("region", name="Bạn đọc cũng cần")
    expect(below.get_by_role("link", name=OTHER, exact=True)).to_have_count(0)

    editor = open_admin("duyet")
    editor.get_by_role("button", name="Trang", exact=True).click()
    editor.get_by_role("link", name="Tin tức", exact=True).click()
    editor.locator("main").get_by_role("link", name=ARTICLE).first.click()
    editor.get_by_role("tab", name="Quảng bá").click()
    editor.get_by_role("button", name="Thêm trang", exact=True).click()
    rows = editor.locator("#id_related_pages-FORMS > div")
    rows.last.get_by_role("button", name="Chọn trang").click()
    chooser = editor.get_by_role("dialog")
    chooser.locator("input[name=q]").fill(OTHER)
    chooser.get_by_role("link", name=OTHER, exact=True).click()
    expect(rows.last).to_contain_text(OTHER)
    more(editor)
    with next_document(editor):
        editor.get_by_role("button", name="Xuất bản", exact=True).click()

    reader = open_page(path, width=360)
    below = reader.get_by_role("region", name="Bạn đọc cũng cần")
    below.get_by_role("link", name=OTHER, exact=True).click()
    expect(reader.locator("h1")).to_have_text(OTHER)
    found = open_page("/tim-kiem/?q=chi nho mang mang so hieu", width=360)
    row = found.locator("li.row--result", has_text=OTHER)
    expect(row).to_contain_text("Thường cần cùng kết quả đầu")
