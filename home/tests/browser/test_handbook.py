"""The handbook, followed by somebody who has never seen the admin (journey 29)."""

from playwright.sync_api import expect

from home.tests.browser.page_loads import next_document
from portal.tests import loaded

TITLE = "Minh họa: theo sổ tay mà viết"


def test_29_who_follows_the_handbook_ends_the_errand(open_page, open_admin, portal_url):
    page = open_page("/admin/login/")
    page.fill("[name=username]", "bientap")
    page.fill("[name=password]", loaded.PASSWORD)
    page.locator("button[type=submit]").click()
    page.wait_for_url(f"{portal_url}/admin/")
    page.get_by_role("button", name="Trợ giúp", exact=True).click()
    page.get_by_role("link", name="Sổ tay", exact=True).click()
    page.get_by_label("Tìm trong sổ tay").fill("viet bai gui duyet")
    page.get_by_role("button", name="Tìm", exact=True).click()
    found = page.locator(".handbook-found a")
    expect(found.first).to_have_text("Viết một bài và gửi duyệt")
    found.first.click()
    expect(page.locator(".handbook li b").first).to_be_visible()
    for picture in page.locator(".handbook-picture img").all():
        picture.scroll_into_view_if_needed()
        expect(picture).to_have_js_property("complete", True)
        assert picture.evaluate("(one) => one.naturalWidth") > 300
    labels = page.locator(".handbook li b").all_inner_texts()

    def follow(label: str) -> str:
        """A label the reader has just read."""
        assert label in labels, label
        return label

    # Only what the steps name is pressed and filled in, in their order.
    page.get_by_role("button", name=follow("Trang"), exact=True).click()
    page.get_by_role("link", name=follow("Tin tức"), exact=True).click()
    page.get_by_role("link", name=follow("Thêm trang con")).first.click()
    # Panels have the names of their fields too.
    page.locator("[name=title]").press_sequentially(TITLE)
    follow("Tiêu đề")
    page.locator("[name=summary]").fill("Một câu mở đầu cho bài thử.")
    follow("Đoạn mở đầu (sapo)")
    page.locator("footer").get_by_role("button", name=follow("Thao tác khác")).click()
    with next_document(page):
        submit = follow("Gửi duyệt theo Duyệt tin bài")
        page.get_by_role("button", name=submit, exact=True).click()

    # The end that the chapter promises: the moderator has it.
    moderator = open_admin("duyet")
    expect(moderator.locator(".errands").get_by_role("link", name=TITLE)).to_have_count(
        1
    )
