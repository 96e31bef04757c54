"""The errands of officials in the library, each to what a reader then has.

Numbers are those of docs/journeys.md.
"""

from playwright.sync_api import expect

from portal.tabular import write_csv

HEADINGS = ("Số, ký hiệu", "Trích yếu", "Cơ quan ban hành", "Ngày ban hành")
ISSUER = "UBND tỉnh Lạng Sơn"
TITLE = "Minh họa: quy định quản lý hoạt động sáng kiến ở xã"


def table(*rows) -> dict:
    content = write_csv(HEADINGS, rows)
    return {"name": "van-ban.csv", "mimeType": "text/csv", "buffer": content}


def test_20_a_table_is_mended_and_imported_and_its_act_is_read(open_admin, open_page):
    admin = open_admin("quantri")
    admin.get_by_role("link", name="Văn bản", exact=True).click()
    admin.get_by_role("link", name="Nhập từ bảng").click()
    good = ("977/2024/QĐ-UBND", TITLE, ISSUER, "20/5/2024")
    wrong = ("978/2024/QĐ-UBND", TITLE, ISSUER, "31/2/2024")
    field = admin.get_by_label("Tệp có bảng")
    field.set_input_files(table(good, wrong))
    admin.get_by_role("button", name="Chạy thử bảng").click()
    mended = admin.get_by_role("row").filter(has_text="978/2024/QĐ-UBND")
    expect(mended).to_contain_text("Không có ngày như vậy trong lịch.")

    admin.get_by_role("link", name="Tải bảng khác lên").click()
    field.set_input_files(table(good, (*wrong[:3], "28/2/2024")))
    admin.get_by_role("button", name="Chạy thử bảng").click()
    admin.get_by_role("button", name="Nhập và xuất bản 2 dòng").click()
    expect(admin.locator(".messages")).to_contain_text("Đã nhập 2 dòng")

    reader = open_page("/", width=360)
    box = reader.locator("main [name=q]").first
    box.fill("qd 978 2024")
    box.press("Enter")
    reader.get_by_role("link", name="978/2024/QĐ-UBND").first.click()
    expect(reader.locator("h1")).to_contain_text("978/2024/QĐ-UBND")
