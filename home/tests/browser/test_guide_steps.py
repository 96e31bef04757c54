"""Steps of a guide are ticked in the reader's own browser, and printed with boxes."""

from playwright.sync_api import expect

from home.tests.browser.looks import DARK_PHONE, LIGHT, faults

GUIDE = "/huong-dan/cong-nhan-sang-kien-o-co-so/"


def test_ticks_stay_in_the_browser_and_nothing_is_sent(open_page):
    page = open_page(GUIDE, width=360)
    sent = []
    page.on("request", lambda request: sent.append(request.method))
    total = page.locator("[data-tick]").count()
    page.locator("#buoc-1 [data-tick]").check()
    expect(page.locator("[data-steps] [role=status]")).to_have_text(
        f"Bạn đã xong 1 trong {total} bước"
    )
    expect(page.locator("#buoc-1 .step-done")).to_have_text("Đã xong")
    assert "POST" not in sent
    assert faults(page, [LIGHT, DARK_PHONE]) == []
    page.reload()
    expect(page.locator("#buoc-1 [data-tick]")).to_be_checked()
    assert not page.locator("#buoc-1 details").evaluate("(one) => one.open")
    assert page.locator("#buoc-2 details").evaluate("(one) => one.open")
    page.get_by_role("button", name="Xóa dấu").click()
    assert page.evaluate("localStorage.length") == 0


def test_without_a_script_nothing_dead_is_offered(open_page):
    page = open_page(GUIDE, java_script_enabled=False)
    assert page.locator("[data-steps]").is_hidden()
    assert page.locator("[data-tick]").first.is_hidden()
    assert page.locator("#buoc-2 .step-in").is_visible()


def test_paper_has_boxes_notes_and_a_code(open_page):
    page = open_page(GUIDE)
    page.emulate_media(media="print")
    assert page.locator(".guide-code .qr").is_visible()
    assert page.locator(".step-notes").first.is_visible()
    assert page.locator("[data-tick]").first.is_hidden()
