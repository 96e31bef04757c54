"""The address of a page while its title is typed, and typed itself."""

from playwright.sync_api import expect

from home.tests.browser.test_editors import write_article


def test_an_address_is_plain_letters_while_one_types(open_admin):
    page = open_admin("bientap")
    write_article(page, title="Đổi mới ở Đình Lập: đường đi", lead="Lời dẫn.")
    page.get_by_role("tab", name="Quảng bá").click()
    slug = page.locator("[name=slug]")
    expect(slug).to_have_value("doi-moi-o-dinh-lap-duong-di")
    slug.fill("Đường về Hữu Lũng")
    slug.blur()
    expect(slug).to_have_value("duong-ve-huu-lung")
