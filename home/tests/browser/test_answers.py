"""Readers' errands that end with an answer, on a phone (journeys 1 to 4)."""

import zipfile

from playwright.sync_api import expect


def search(open_page, words: str):
    """From the front page's box, as a reader would."""
    page = open_page("/", width=360)
    page.locator("main input[type=search]").fill(words)
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_be_visible()
    page.wait_for_url("**/tim-kiem/**")
    return page


def first(page):
    return page.locator("ol.list > li").first


def test_a_number_leads_to_the_act_its_status_and_where_its_text_is(open_page):
    page = search(open_page, "qd 36 2018 ubnd lang son")
    card = page.locator(".number-card")
    expect(card).to_contain_text("36/2018/QĐ-UBND")
    expect(card.locator(".chip")).to_contain_text("Đang rà soát")
    card.locator("a").first.click()
    page.wait_for_url("**/van-ban/36-2018-qd-ubnd/")
    expect(page.locator(".status")).to_contain_text("đang rà soát")
    expect(page.locator("main")).to_contain_text("bản gốc")


def test_what_is_paid_is_answered_by_the_act_on_amounts(open_page):
    page = search(open_page, "Được thưởng bao nhiêu cho một sáng kiến?")
    expect(first(page)).to_contain_text("14/2019/NQ-HĐND")
    first(page).locator("a").first.click()
    page.wait_for_url("**/van-ban/14-2019-nq-hdnd/**")
    expect(page.locator("main")).to_contain_text("mức chi")


def test_an_initiative_by_field_and_cost_is_read_and_its_kit_downloaded(open_page):
    page = search(open_page, "sáng kiến y tế dưới 1 triệu")
    expect(first(page)).to_contain_text("Sáng kiến")
    first(page).locator("a").first.click()
    page.wait_for_url("**/sang-kien/**")
    expect(page.locator("main")).to_contain_text("Y tế")
    with page.expect_download() as kit:
        page.locator(".copy-panel .download a").first.click()
    assert kit.value.suggested_filename.endswith(".xlsx")


def test_how_to_be_recognised_ends_with_the_form_and_the_provision(open_page):
    page = search(open_page, "làm thế nào để được công nhận sáng kiến")
    guide = page.get_by_role("link", name="Công nhận sáng kiến ở cơ sở")
    guide.first.click()
    page.wait_for_url("**/huong-dan/**")
    step = page.locator("#buoc-2")
    with page.expect_download() as form:
        step.get_by_role("link", name="Tải DOCX").first.click()
    assert form.value.suggested_filename.startswith("Mẫu 01")
    assert zipfile.is_zipfile(form.value.path())
    step.get_by_role("link", name="Điều 3").first.click()
    page.wait_for_url("**/van-ban/12-2023-qd-mh/#*dieu-3-khoan-1")
    expect(page.locator("#quy-che--dieu-3-khoan-1")).to_be_visible()
