"""The errands of editors and moderators, each to what somebody else then has.

Numbers are those of docs/journeys.md.
"""

import json
import re
import urllib.request
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from home.tests.browser.page_loads import next_document
from home.tests.browser.test_contributions import TO_ORGANISER, press
from home.tests.browser.test_registration import PAUSE
from portal.tests import loaded

# Its titles are as they were typed: on pages words that belong together are bound.
FEED = "/tin-tuc/rss/"
# The latest page and shared row of each type, as `kind address`, and the address
# where it is edited. What is for an hour to come would be put off, not published;
# before what a moderator has is published, it is asked whether to take it back.
EDITED = """
import json
from django.urls import reverse
from wagtail.models import WorkflowState, get_page_models
from wagtail.snippets.models import get_snippet_models
found = {}
waiting = list(WorkflowState.objects.active().values_list("object_id", flat=True))
for model in get_page_models():
    pages = model.objects.filter(depth__gt=1, go_live_at=None).exact_type(model)
    pages = pages.exclude(pk__in=waiting)
    if page := pages.order_by("-pk").first():
        found[model.__name__] = reverse("wagtailadmin_pages:edit", args=[page.pk])
for model in get_snippet_models():
    if row := model.objects.order_by("-pk").first():
        name = model.snippet_viewset.get_url_name("edit")
        found[model.__name__] = reverse(name, args=[row.pk])
print(json.dumps(found))
"""
# Whether each edit and publication that was logged changed anything.
LOGGED = """
import json
from portal.tests import loaded
from wagtail.models import ModelLogEntry, PageLogEntry
pages = PageLogEntry.objects.filter(action="wagtail.publish")
shared = ModelLogEntry.objects.filter(action="wagtail.edit")
print(json.dumps([
    [
        [str(row.timestamp), row.content_type.model_class().__name__,
         row.content_changed]
        for row in rows
    ]
    for rows in (pages, shared)
]))
"""

# The worker's own job, by a clock that stands at a moment to come.
AT_AN_HOUR = """
from datetime import datetime
from unittest import mock
from portal.page_tree.jobs import keep_hours
moment = datetime.fromisoformat("{moment}")
with mock.patch("django.utils.timezone.now", return_value=moment):
    keep_hours(moment)
"""


NEWCOMER = f"""
from django.contrib.auth.models import Permission
from portal.models import User
user = User.objects.create_user("moi-vao", password="{loaded.PASSWORD}")
user.user_permissions.add(Permission.objects.get(codename="access_admin"))
"""


def told(served, script: str):
    return json.loads(served.manage("shell", "--verbosity", "0", "-c", script))


def more(page) -> None:
    """Open the menu beside the main button."""
    page.locator("footer").get_by_role("button", name="Thao tác khác").click()


def submit(page, name: str) -> None:
    with next_document(page):
        page.get_by_role("button", name=name, exact=True).click()


def write_article(page, *, title: str, lead: str) -> None:
    """From the admin's home: a new article under the news."""
    page.get_by_role("button", name="Trang", exact=True).click()
    page.get_by_role("link", name="Tin tức", exact=True).click()
    page.get_by_role("link", name="Thêm trang con").first.click()
    # Typed, not set: the address is made of the title while it is typed.
    page.locator("[name=title]").press_sequentially(title)
    page.locator("[name=summary]").fill(lead)


def read(portal_url: str, path: str) -> str:
    with urllib.request.urlopen(portal_url + path) as answer:
        return answer.read().decode()


@pytest.mark.parametrize("width", [1280, 390])
def test_15_an_approved_article_is_read_by_everybody(
    open_admin, open_page, portal_url, width
):
    title = f"Minh họa: buổi tập huấn ở Đình Lập, cỡ {width}"
    editor = open_admin("bientap")
    write_article(editor, title=title, lead="Một buổi học viết báo cáo sáng kiến.")
    more(editor)
    submit(editor, "Gửi duyệt theo Duyệt tin bài")
    assert title not in read(portal_url, FEED)

    moderator = open_admin("duyet", width=width)
    moderator.get_by_role("link", name=title).click()
    more(moderator)
    moderator.get_by_role("button", name="Duyệt kèm ghi chú").click()
    note = moderator.get_by_role("dialog")
    note.locator("textarea").fill("Đã đối chiếu, đăng được.")
    with next_document(moderator):
        note.locator("[type=submit]").click()

    reader = open_page("/", width=360)
    reader.get_by_role("link", name="Tin tức").first.click()
    reader.get_by_role("link", name=title).first.click()
    expect(reader.locator("h1")).to_have_text(title)
    assert title in read(portal_url, FEED)
    found = open_page(f"/tim-kiem/?q=tap huan dinh lap co {width}", width=360)
    assert title in found.inner_text("main")
    # Nothing waits for the moderator any more.
    moderator.goto(f"{portal_url}/admin/")
    expect(moderator.get_by_role("link", name=title)).to_have_count(0)


def decide(page, name: str, words: str) -> None:
    """What a moderator does with a draft, and says to it."""
    more(page)
    page.get_by_role("button", name=name, exact=True).click()
    note = page.get_by_role("dialog")
    note.locator("textarea").fill(words)
    with next_document(page):
        note.locator("[type=submit]").click()


def test_16_sent_back_with_a_reason_mended_approved(open_admin, open_page, portal_url):
    title = "Minh họa: ba lớp về sáng kiến ở Văn Quan"
    reason = "Thiếu giờ khai mạc, xin ghi thêm ở đoạn mở đầu."
    editor = open_admin("bientap")
    write_article(editor, title=title, lead="Ba lớp học trong tháng Mười hai.")
    more(editor)
    submit(editor, "Gửi duyệt theo Duyệt tin bài")

    moderator = open_admin("duyet")
    moderator.get_by_role("link", name=title).click()
    decide(moderator, "Yêu cầu sửa", reason)

    # The first screen says why, and so does the page.
    editor.goto(f"{portal_url}/admin/")
    sent_back = editor.locator(".errands-named li", has_text=title)
    expect(sent_back).to_contain_text(reason)
    sent_back.get_by_role("link", name=title).click()
    expect(editor.locator(".messages")).to_contain_text(reason)
    editor.locator("[name=summary]").fill("Ba lớp học, khai mạc lúc 07:30.")
    more(editor)
    submit(editor, "Gửi duyệt lại: Người duyệt đọc và đồng ý")

    # One press shows what was changed since; one more leads back to the draft.
    moderator.goto(f"{portal_url}/admin/")
    waiting = moderator.locator(".errands-named li", has_text=title)
    waiting.get_by_role("link", name="Xem đã sửa gì từ lần trả lại").click()
    expect(moderator.locator("main")).to_contain_text("khai mạc lúc 07:30")
    moderator.go_back()
    waiting.get_by_role("link", name=title).click()
    decide(moderator, "Duyệt kèm ghi chú", "Đã đủ.")

    reader = open_page("/tin-tuc/", width=360)
    reader.get_by_role("link", name=title).first.click()
    expect(reader.locator("main")).to_contain_text("khai mạc lúc 07:30")
    editor.goto(f"{portal_url}/admin/")
    expect(editor.locator(".errands", has_text=title)).to_have_count(0)


def test_17_public_at_its_hour_and_not_before(
    served, open_admin, open_page, portal_url
):
    title = "Minh họa: mở cổng nhận hồ sơ sáng mai"
    hour = timezone.localtime().replace(hour=7, minute=0) + timedelta(days=1)
    editor = open_admin("bientap")
    write_article(editor, title=title, lead="Cổng nhận hồ sơ từ 7 giờ sáng mai.")
    editor.get_by_role("button", name="Ẩn/hiện trạng thái").click()
    editor.get_by_role("button", name="Đặt lịch đăng").click()
    dialog = editor.get_by_role("dialog")
    hours = dialog.locator("[name=go_live_at]")
    hours.click()
    calendar = editor.locator(".xdsoft_datetimepicker:visible")
    expect(calendar).to_have_count(1)
    hours.fill(f"{hour:%d/%m/%Y %H:%M}")
    # It lies over the button until one looks elsewhere.
    dialog.get_by_role("heading").first.click()
    expect(calendar).to_have_count(0)
    expect(hours).to_have_value(f"{hour:%d/%m/%Y %H:%M}")
    submit(editor, "Lưu lịch đăng")
    written = editor.url
    more(editor)
    submit(editor, "Gửi duyệt theo Duyệt tin bài")

    moderator = open_admin("duyet")
    waiting = moderator.get_by_role("link", name=title)
    # Other tests may have left drafts that wait longer: then this one is not named.
    if waiting.count():
        waiting.first.click()
    else:
        moderator.goto(written)
    decide(moderator, "Duyệt kèm ghi chú", "Đăng sáng mai.")
    moderator.goto(f"{portal_url}/admin/")
    expect(moderator.get_by_role("link", name=title)).to_have_count(0)

    # The worker looks, an hour early and on time, and nobody presses anything.
    for moment, is_read in ((hour - timedelta(hours=1), False), (hour, True)):
        script = AT_AN_HOUR.format(moment=moment.isoformat())
        served.manage("shell", "--verbosity", "0", "-c", script)
        assert (title in read(portal_url, FEED)) is is_read
    reader = open_page("/tin-tuc/", width=360)
    reader.get_by_role("link", name=title).first.click()
    expect(reader.locator("h1")).to_have_text(title)


def test_26_the_morning_says_what_waits_for_this_role(
    served, open_admin, open_page, portal_url
):
    title = "Cách nhắc lịch tiêm chủng cho bản xa"
    reader = open_page("/sang-kien/nhu-cau/", width=360)
    reader.get_by_role("link", name="Nêu nhu cầu").first.click()
    reader.get_by_label("Bạn cần tìm cách gì").fill(title)
    reader.get_by_label("Điều đang vướng").fill("Sổ giấy hay thất lạc.")
    reader.get_by_label("Lĩnh vực").select_option(label="Y tế")
    reader.get_by_label("Tên đơn vị của bạn").fill("Trạm Y tế Mẫu")
    reader.get_by_label("Họ và tên của bạn").fill("Lý Thị Mẫu")
    reader.get_by_role("textbox", name="Email").fill("mau@example.vn")
    reader.get_by_label(re.compile("Tôi đồng ý để họ tên")).check()
    press(reader, TO_ORGANISER, pause=PAUSE)

    # Whoever decides on it is led to it; to an editor it is nothing.
    moderator = open_admin("duyet", width=390)
    row = moderator.locator(".errands-rows > li", has_text="Nhu cầu chờ đăng lên bảng")
    expect(row).to_contain_text(title)
    one = row.get_by_role("link", name=title)
    # Other tests may have left needs that wait as well: then each is named.
    (one if one.count() else row.get_by_role("link", name="Xem")).click()
    expect(moderator.locator("[name=title]")).to_have_value(title)
    moderator.locator("[name=state]").select_option("open")
    with next_document(moderator):
        moderator.locator("footer [type=submit]").first.click()
    moderator.goto(f"{portal_url}/admin/")
    expect(moderator.locator(".errands h1")).to_have_text("Việc hôm nay")
    expect(moderator.locator(".errands")).not_to_contain_text(title)
    board = open_page("/sang-kien/nhu-cau/", width=360)
    expect(board.locator("main")).to_contain_text(title)

    # A newcomer who may enter, and whom nothing waits for yet.
    served.manage("shell", "--verbosity", "0", "-c", NEWCOMER)
    newcomer = open_admin("moi-vao", width=390)
    expect(newcomer.locator(".errands")).to_contain_text("Không có việc nào chờ bạn")


def test_18_what_is_saved_untouched_has_not_changed(served, open_admin):
    edited = told(served, EDITED)
    before = {when for rows in told(served, LOGGED) for when, *_rest in rows}
    page = open_admin("quantri")
    for address in edited.values():
        page.goto(served.url + address, wait_until="networkidle")
        if re.match("/admin/pages/", address):
            more(page)
            submit(page, "Xuất bản")
        else:
            with next_document(page):
                page.locator("footer [type=submit]").first.click()
        assert page.locator(".messages .success").count(), address
    saved = [row for rows in told(served, LOGGED) for row in rows]
    since = {name: changed for when, name, changed in saved if when not in before}
    assert since == dict.fromkeys(edited, False)
