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
    for row in rows.order_by("-event__starts_on", "pk")
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
    # What follows is said beside the ticks, without a press.
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


# Whoever wants a place at a conference that approves each, and those already there.
ASKING = """
import json
from uuid import uuid4
from django.utils import timezone
from events import seats
from events.models import EventPage, Registration
from events.models.attendees import Agreed, Attendee
now = timezone.now()
events = EventPage.objects.filter(opens_at__lte=now, starts_on__gt=now).upcoming(now)
one = events.filter(locality__name="Hữu Lũng").get()
other = events.filter(title="{other}").get()
one.needs_approval = True
one.save_revision().publish()
people = []
for name, phone in (("Vi Thị Được", "+84910900001"), ("Lý Văn Lui", "+84910900002"),
                    ("Ma Thị Đổi", "+84910900003")):
    row = seats.register(one.pk, Attendee(name, phone, "Đơn vị minh họa"),
        agreed=Agreed("thu"), key=uuid4(), now=now)
    people.append([name, row.token])
print(json.dumps([one.pk, other.title, people]))
"""


def test_23_an_organiser_decides_on_people_and_their_tickets_say_so(
    served, open_admin, open_page
):
    made = ASKING.format(other="Lớp tại phường Lương Văn Tri")
    made = served.manage("shell", "--verbosity", "0", "-c", made)
    event, other, people = json.loads(made.splitlines()[-1])
    (approved, first), (rejected, second), (moved, third) = people
    page = open_admin("quantri", "/admin/hoi-nghi/")
    page.get_by_role("link", name="Lớp tại xã Hữu Lũng").first.click()

    # Approves in the list, rejects with a reason on the person's own screen.
    page.get_by_role("button", name=f"Duyệt {approved}").click()
    expect(page.locator(".messages")).to_contain_text("Đã duyệt")
    page.get_by_role("link", name=rejected).click()
    page.get_by_role("button", name="Không duyệt").click()
    page.get_by_label("Lý do").fill("Lớp này dành cho cán bộ xã")
    page.get_by_role("button", name="Không duyệt").click()
    expect(page.locator("main")).to_contain_text("Lớp này dành cho cán bộ xã")

    # Adds somebody by hand, and moves somebody to another day.
    page.goto(f"{served.url}/admin/hoi-nghi/{event}/dang-ky/")
    page.get_by_role("button", name=f"Duyệt {moved}").click()
    page.get_by_role("link", name="Thêm người").first.click()
    page.get_by_label("Họ và tên").fill("Nông Thị Thêm")
    page.get_by_label("Đơn vị").fill("Đơn vị minh họa")
    page.get_by_role("button", name="Thêm", exact=True).click()
    expect(page.locator(".messages")).to_contain_text("Nông Thị Thêm đã có chỗ")
    page.get_by_role("link", name=moved).click()
    page.get_by_role("button", name="Chuyển sang hội nghị khác").click()
    page.get_by_label(other).check()
    page.get_by_role("button", name="Chuyển sang hội nghị khác").click()
    expect(page.locator("main")).to_contain_text("Đã chuyển sang")

    # Each ticket, at the address its holder has had from the start, says so.
    says = (
        (first, "Bạn đã có chỗ"),
        (second, "Lớp này dành cho cán bộ xã"),
        (third, other),
    )
    for token, words in says:
        ticket = open_page(f"/ve/{token}/", width=360)
        expect(ticket.locator("main")).to_contain_text(words)


def test_24_who_has_no_address_is_called_and_a_colleague_sees_it(
    served, open_admin, open_page
):
    page = open_admin("huulung", "/admin/hoi-nghi/")
    page.get_by_role("link", name="Lớp tại xã Hữu Lũng").first.click()
    page.get_by_role("button", name="Thao tác", exact=True).first.click()
    page.get_by_role("link", name="Sửa trang hội nghị").click()
    page.get_by_label("Tình hình tổ chức").select_option("postponed")
    page.locator("footer").get_by_role("button", name="Thao tác khác").click()
    page.get_by_role("button", name="Xuất bản", exact=True).click()
    page.get_by_role("link", name="Báo cho người đã đăng ký").first.click()
    page.get_by_role("button", name="Báo cho họ").click()
    expect(page.locator(".messages")).to_be_visible()
    served.manage(
        "shell",
        "--verbosity",
        "0",
        "-c",
        "from django.utils import timezone; from events.jobs import *; "
        "tell_announcements(timezone.now())",
    )
    page.reload()
    page.get_by_role("link", name="Danh sách gọi điện").first.click()
    called = page.locator(".desk-calls__list tbody tr").first
    name = called.locator("strong").inner_text()
    assert called.locator("a[href^='tel:']").count() == 1
    called.get_by_role("button", name=f"Đánh dấu đã báo cho {name}").click()
    expect(page.locator(".desk-calls__count")).to_contain_text("1 trên")

    # A second organiser, on a telephone, sees who was told and by whom.
    second = open_admin("quantri", "/admin/hoi-nghi/", width=390)
    second.get_by_role("link", name="gọi điện cho").first.click()
    told = second.locator(".is-heard").filter(has_text=name)
    expect(told).to_contain_text("Đã báo")
    expect(told).to_contain_text("huyện Hữu Lũng")
