"""The errands of organisers. Numbers are those of docs/journeys.md."""

import json

from playwright.sync_api import expect

from portal.tests.loaded import PASSWORD

# Somebody nobody has told of any right, as *Người dùng › Thêm* makes them.
NEW = """
from django.contrib.auth import get_user_model
get_user_model().objects.create_user("nguoimoi", password="{password}",
    last_name="Hoàng Thu", first_name="Mẫu")
"""
# Each conference with a person, whether it is in the place, and that person's name.
PEOPLE = """
import json
from events.models import Registration
rows = Registration.objects.live().select_related("event__locality")
print(json.dumps([
    [row.event_id, row.event.title, str(row.event.locality), row.name]
    for row in rows.order_by("event_id", "pk")
]))
"""
PLACE = "Xã Hữu Lũng"


def test_21_a_new_organiser_by_one_choice(served, open_admin, open_page):
    served.manage("shell", "--verbosity", "0", "-c", NEW.format(password=PASSWORD))
    people = json.loads(served.manage("shell", "--verbosity", "0", "-c", PEOPLE))
    mine = [row for row in people if row[2] == PLACE]
    others = [row for row in people if row[2] != PLACE]
    assert mine
    assert others

    # The administrator chooses the person and the place, and nothing else.
    admin = open_admin("quantri")
    admin.get_by_role("button", name="Cài đặt", exact=True).click()
    admin.get_by_role("link", name="Người phụ trách hội nghị").click()
    admin.get_by_role("link", name="Hoàng Thu Mẫu").click()
    expect(admin.locator("aside.desk-panel")).to_contain_text("chưa chọn gì")
    admin.get_by_label(PLACE, exact=True).check()
    admin.get_by_role("button", name="Xem trước").click()
    expect(admin.locator("aside.desk-panel")).to_contain_text(
        f"Xem {len(mine)} người tham dự"
    )
    admin.get_by_role("button", name="Lưu phân công").click()
    expect(admin.locator(".messages")).to_contain_text("Hoàng Thu Mẫu")

    # The person signs in and finds those attendees.
    page = open_page("/admin/login/")
    page.fill("[name=username]", "nguoimoi")
    page.fill("[name=password]", PASSWORD)
    page.locator("button[type=submit]").click()
    page.wait_for_url(f"{served.url}/admin/")
    home = page.content()
    page.get_by_role("link", name="Đăng ký hội nghị").first.click()
    page.wait_for_url("**/admin/hoi-nghi/")
    desk = page.content()
    page.get_by_role("link", name=mine[0][1]).first.click()
    expect(page.locator("main")).to_contain_text(mine[0][3])
    with page.expect_download() as download:
        page.get_by_role("button", name="Thao tác", exact=True).first.click()
        page.get_by_role("link", name="Tải về dạng CSV").click()
    exported = download.value.path().read_text(encoding="utf-8-sig")
    assert mine[0][3] in exported

    # And no others: not in lists, nor by guessing addresses.
    hidden = {row[1] for row in others} - {row[1] for row in mine}
    strangers = {row[3] for row in others} - {row[3] for row in mine}
    for title in hidden:
        assert title not in home
        assert title not in desk
    for name in strangers:
        assert name not in exported
    for event_id in {row[0] for row in others}:
        list_of = f"{served.url}/admin/hoi-nghi/{event_id}"
        for path in ("dang-ky/", "dang-ky/xuat.csv", "giay-moi/", "nhan-tin/"):
            answer = page.request.get(f"{list_of}/{path}", max_redirects=0)
            assert answer.status == 404, path
    for path in ("yeu-cau-du-lieu/", "nhat-ky-xem/"):
        page.goto(f"{served.url}/admin/{path}")
        for name in strangers:
            assert name not in page.content()
