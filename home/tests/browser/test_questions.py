"""The errand of whoever has a question. Numbers are those of docs/journeys.md."""

import re

from playwright.sync_api import expect

from home.tests.browser.test_registration import PAUSE

QUESTION = "Trường tôi muốn dùng lại sáng kiến của huyện khác thì xin phép ai?"
WORDING = "Muốn dùng lại sáng kiến của nơi khác thì xin phép ai?"
SHORT = "Không cần xin phép, nhưng báo lại kết quả."
WHY = "Theo Điều 15đ Quy chế kèm Quyết định số 12/2023/QĐ-MH, đơn vị áp dụng báo lại."


def test_5_a_question_is_answered_and_found_by_others(open_page, open_admin):
    # The reader: from the front page's footer to a receipt with a code.
    reader = open_page("/", width=360)
    reader.get_by_role("link", name="Liên hệ và gửi câu hỏi").click()
    reader.get_by_label("Câu hỏi của bạn").fill(QUESTION)
    reader.get_by_label("Không cần báo, tôi tự xem bằng mã").check()
    reader.get_by_label("Họ và tên").fill("Triệu Thị Minh Họa")
    reader.get_by_label("Sở được dùng thông tin trên").check()
    reader.get_by_label("Sở được đăng câu hỏi").check()
    # A form sent sooner than a person fills it in is refused.
    reader.wait_for_timeout(PAUSE)
    reader.get_by_role("button", name="Gửi câu hỏi").click()
    expect(reader.get_by_role("heading", level=1)).to_have_text(
        "Sở đã nhận câu hỏi của bạn"
    )
    code = reader.locator("#ma-phieu").inner_text()

    # The official: from the admin's home to a published answer.
    desk = open_admin("duyet")
    desk.locator(".errands-rows > li", has_text="Câu hỏi của người đọc").locator(
        ".errands-button"
    ).click()
    expect(desk.get_by_text("Triệu Thị Minh Họa")).to_be_visible()
    desk.get_by_label("Trả lời ngắn").fill(SHORT)
    desk.locator(".public-DraftEditor-content").click()
    desk.keyboard.type(WHY)
    # The editor hands over what was typed a moment later.
    expect(desk.locator("[name=words]")).to_have_value(re.compile("Quy chế kèm"))
    desk.get_by_role("button", name="Trả lời chính thức").click()
    desk.get_by_role("button", name="Gửi cho người hỏi").click()
    desk.get_by_label("Câu hỏi như người đọc thấy").fill(WORDING)
    desk.get_by_role("button", name="Đăng câu trả lời").click()
    expect(desk.locator(".messages")).to_contain_text("Đã đăng câu trả lời")

    # The reader comes back with the code alone.
    again = open_page("/hoi-dap/", width=360)
    again.get_by_label("Mã trên phiếu nhận").fill(code.lower())
    again.get_by_role("button", name="Xem", exact=True).click()
    expect(again.locator(".ask-answer")).to_contain_text(SHORT)
    cited = again.locator(".ask-answer .prose .cite-number")
    expect(cited).to_have_text("12/2023/QĐ-MH")

    # Somebody else finds it by search, without the asker.
    other = open_page("/tim-kiem/?q=dùng lại sáng kiến nơi khác xin phép", width=360)
    other.get_by_role("link", name=WORDING).first.click()
    expect(other.get_by_role("heading", level=1)).to_contain_text(WORDING)
    expect(other.locator(".key-points")).to_contain_text(SHORT)
    assert "Triệu Thị" not in other.content()
