"""Pages kept on a device and read with the network cut (journey 6, first half)."""

import pytest
from playwright.sync_api import expect

from home.tests.browser.looks import faults

ACT = "/van-ban/12-2023-qd-mh/"
HREF = "link => link.href"
LEFT = """async () => ({
  caches: await caches.keys(),
  workers: (await navigator.serviceWorker.getRegistrations()).length,
  stored: Object.keys(localStorage),
})"""


def keep(page) -> None:
    page.get_by_role("button", name="Lưu để đọc khi mất mạng").click()
    expect(page.locator("[data-tool=keep]")).to_contain_text("Đã lưu", timeout=30_000)


@pytest.fixture
def kept(open_page, portal_url):
    """An act and an initiative, kept by a press each; the network is gone then."""
    page = open_page(ACT, width=360)
    keep(page)
    page.goto(f"{portal_url}/sang-kien/")
    page.locator("main .row-title a, main .card-title a").first.click()
    page.wait_for_url("**/sang-kien/*/")
    title = page.locator("h1").inner_text()
    initiative = page.url
    keep(page)
    page.context.set_offline(True)
    yield page, initiative, title
    page.context.set_offline(False)


def test_what_was_kept_is_read_without_a_network_and_leaves_nothing(kept, portal_url):
    page, initiative, title = kept
    page.goto(portal_url + ACT)
    expect(page.locator(".kept-line")).to_contain_text("Bạn đang đọc bản lưu lúc")
    expect(page.locator(".status")).to_contain_text("Tình trạng ngày ")
    expect(page.locator(".law-text")).to_contain_text("Điều 4")
    assert page.evaluate("getComputedStyle(document.body).fontFamily").startswith(
        '"Be Vietnam Pro"'
    )
    assert page.evaluate("document.fonts.check('16px \"Be Vietnam Pro\"')")
    assert page.locator("main form").count() == 0
    page.goto(initiative)
    expect(page.locator("h1")).to_have_text(title)
    assert page.evaluate(
        "[...document.querySelectorAll('main img')].every((one) => one.naturalWidth)"
    )

    page.get_by_role("link", name="Mọi mục đã lưu").click()
    rows = page.locator("[data-saved] > li")
    expect(rows).to_have_count(2)
    expect(rows.nth(1)).to_contain_text("tình trạng ngày")
    rows.first.get_by_role("button", name="Xóa").click()
    page.get_by_role("button", name="Hoàn tác").click()
    expect(rows.locator("[data-drop]")).to_have_count(2)
    page.get_by_text("Xóa tất cả, kể cả vé").click()
    page.get_by_role("button", name="Xóa tất cả").click()
    expect(page.locator("[data-none]").first).to_be_visible()
    assert page.evaluate(LEFT) == {"caches": [], "workers": 0, "stored": []}


def test_a_form_is_kept_with_its_file_and_says_how_large_it_is(open_page):
    page = open_page("/bieu-mau/", width=360)
    page.locator("main .row-title a, main .card-title a").first.click()
    page.wait_for_load_state()
    expect(page.locator("[data-tool=keep] small")).to_contain_text("cả tệp")
    keep(page)
    online = page.request.get(page.locator("a[data-enclosed]").first.evaluate(HREF))
    page.context.set_offline(True)
    page.reload()
    expect(page.locator(".kept-line")).to_contain_text("Bạn đang đọc bản lưu lúc")
    links = page.locator("a[data-enclosed]")
    for link in links.all():
        with page.expect_download() as loading:
            link.click()
        assert loading.value.path().stat().st_size > 0
    with page.expect_download() as loading:
        links.first.click()
    assert loading.value.path().read_bytes() == online.body()
    page.get_by_role("link", name="Mọi mục đã lưu").click()
    expect(page.locator("[data-saved] > li")).to_contain_text("Biểu mẫu")
    page.context.set_offline(False)


def test_a_page_that_is_not_kept_is_named_and_never_another_one(kept, portal_url):
    page, *_rest = kept
    page.goto(f"{portal_url}/su-kien/?thang=2026-12")
    expect(page.locator("h1:visible")).to_have_text("Trang này chưa được lưu")
    expect(page.locator("[data-path]")).to_have_text("/su-kien/?thang=2026-12")
    expect(page.locator("[data-saved] > li")).to_have_count(2)
    # Another day of the act is another page.
    page.goto(f"{portal_url}{ACT}?ngay=2024-01-01")
    expect(page.locator("h1:visible")).to_have_text("Trang này chưa được lưu")


def test_a_copy_is_replaced_when_the_network_is_back(kept, portal_url):
    page, *_rest = kept
    page.goto(portal_url + ACT)
    expect(page.locator(".kept-line")).to_be_visible()
    # The page notices the network itself, and loads itself anew.
    page.context.set_offline(False)
    expect(page.locator(".kept-line")).to_have_count(0)
    expect(page.locator("h1")).to_be_visible()
    page.get_by_role("button", name="Xóa bản lưu").click()
    expect(page.locator("[data-tool=keep]")).to_contain_text("Lưu để đọc khi mất mạng")
    assert page.evaluate(f"caches.match('{ACT}').then((found) => !found)")


def test_an_old_copy_says_that_it_was_not_checked(kept, portal_url):
    page, *_rest = kept
    page.clock.set_fixed_time(page.evaluate("Date.now() + 31 * 864e5"))
    page.goto(portal_url + ACT)
    expect(page.locator(".kept-line")).to_contain_text("Đã lâu chưa kiểm tra")
    expect(page.locator(".status h2")).to_have_text("Đang rà soát")
    page.goto(f"{portal_url}/da-luu/")
    expect(page.locator("[data-saved]")).to_contain_text("Đã lâu chưa kiểm tra")
    assert "Hết hiệu lực" not in page.locator("[data-saved]").inner_text()


def test_full_storage_is_said_and_nothing_half_kept(open_page):
    page = open_page(ACT, width=360)
    page.evaluate(
        "() => { Cache.prototype.put = async () => { throw new DOMException('', "
        "'QuotaExceededError'); }; }"
    )
    page.get_by_role("button", name="Lưu để đọc khi mất mạng").click()
    expect(page.locator(".say")).to_contain_text("Máy không còn chỗ", timeout=30_000)
    expect(page.locator("[data-tool=keep]")).to_have_text("Lưu để đọc khi mất mạng")
    assert page.locator("[data-tool=unkeep]").is_hidden()


def test_nobody_has_the_worker_unasked(open_page, portal_url):
    page = open_page(ACT)
    page.goto(f"{portal_url}/da-luu/")
    expect(page.locator("[data-none]").first).to_be_visible()
    assert page.evaluate(LEFT)["workers"] == 0


def test_the_list_and_the_copies_can_be_used_by_everybody(kept, portal_url):
    page, *_rest = kept
    for path in ("/da-luu/", ACT, "/khong-luu/"):
        page.goto(portal_url + path)
        expect(page.locator("h1:visible")).to_be_visible()
        assert faults(page) == []
