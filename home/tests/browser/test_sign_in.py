"""Journey 28: in by a second factor, out of a lost phone, back by a recovery code.

Numbers are those of docs/journeys.md.
"""

import re
import time
from base64 import b32decode

from django_otp.oath import TOTP
from playwright.sync_api import expect

from home.tests.browser.looks import faults
from portal.tests import loaded

# Somebody of her own, so that nobody else's sessions end.
NAME = "chi-thanh"
MADE = f"""
from portal.models import User
User.objects.create_superuser("{NAME}", "{NAME}@portal.example", "{loaded.PASSWORD}")
"""


def code_of(key: str, *, ahead: int = 0) -> str:
    clock = TOTP(b32decode(key.replace(" ", "")))
    clock.time = time.time() + 30 * ahead
    return f"{clock.token():06}"


def give_password(page) -> None:
    page.fill("[name=username]", NAME)
    page.fill("[name=password]", loaded.PASSWORD)
    page.get_by_role("button", name="Đăng nhập").click()


def give_code(page, code: str) -> None:
    page.get_by_label(re.compile("Sáu chữ số")).fill(code)
    page.get_by_role("button", name="Đăng nhập").click()


def test_28_the_phone_is_lost_and_a_recovery_code_leads_back(
    served, open_page, open_admin, portal_url
):
    served.manage("shell", "--verbosity", "0", "-c", MADE)
    home = f"{portal_url}/admin/"
    # She sets a phone up from her account, at a telephone's width.
    page = open_page("/admin/login/?next=/admin/account/", width=390)
    give_password(page)
    page.get_by_role("tab", name="Thao tác khác").click()
    page.get_by_role("link", name="Đăng nhập hai bước").click()
    page.get_by_role("link", name="Cài điện thoại").click()
    expect(page.get_by_alt_text("Hình để quét")).to_be_visible()
    assert faults(page) == []
    page.get_by_text("Máy ảnh không quét được").click()
    key = page.locator(".sign-in-key").inner_text()
    page.get_by_label(re.compile("Sáu chữ số")).fill(code_of(key))
    page.get_by_role("button", name="Xác nhận").click()
    expect(page.get_by_role("heading", name="Mười mã dự phòng")).to_be_visible()
    assert faults(page) == []
    codes = page.locator(".sign-in-codes code").all_inner_texts()
    assert len(codes) == 10
    expect(page.get_by_role("button", name="In", exact=True)).to_be_visible()
    page.get_by_role("link", name="Tôi đã giữ các mã").click()
    expect(page.get_by_text("Còn 10 mã dự phòng")).to_be_visible()

    # At another machine the password is halfway, and the phone's code the other half.
    elsewhere = open_page("/admin/login/")
    give_password(elsewhere)
    expect(elsewhere.get_by_role("heading", name="Còn một bước nữa")).to_be_visible()
    used = code_of(key, ahead=1)
    give_code(elsewhere, used)
    elsewhere.wait_for_url(home)

    # Whoever saw that code over her shoulder has nothing.
    shoulder = open_page("/admin/login/")
    give_password(shoulder)
    give_code(shoulder, used)
    expect(shoulder.get_by_text("Mã không đúng")).to_be_visible()

    # The phone is lost: a printed code lets her in, once.
    lost = open_page("/admin/login/", width=390)
    give_password(lost)
    lost.get_by_text("Không có điện thoại ở đây").click()
    give_code(lost, codes[0])
    lost.wait_for_url(home)
    give_code(shoulder, codes[0])
    expect(shoulder.get_by_text("Mã không đúng")).to_be_visible()

    # The sheet is lost too: an administrator takes the phone off.
    admin = open_admin("quantri", "/admin/users/?q=" + NAME)
    admin.get_by_role("button", name=re.compile(f"“?{NAME}”?")).first.click()
    admin.get_by_role("link", name="Gỡ bước thứ hai").click()
    admin.get_by_role("button", name="Gỡ bước thứ hai").click()
    expect(admin.get_by_text("đăng nhập chỉ bằng mật khẩu")).to_be_visible()
    back = open_page("/admin/login/")
    give_password(back)
    back.wait_for_url(home)
    # And every session from before has ended.
    lost.goto(home)
    assert "/admin/login/" in lost.url


KEY_NAME = "co-khoa"
MADE_KEY = MADE.replace(NAME, KEY_NAME)


def with_authenticator(page) -> None:
    """The page's device has a place for passkeys, and its owner's finger on it."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def test_28_a_passkey_of_the_phone_instead_of_codes(served, open_page, portal_url):
    served.manage("shell", "--verbosity", "0", "-c", MADE_KEY)
    # A passkey belongs to a name: to a bare number no browser gives one.
    by_name = portal_url.replace("127.0.0.1", "localhost")
    page = open_page("/admin/login/", width=390)
    with_authenticator(page)
    login = f"{by_name}/admin/login/?next=/admin/hai-buoc/cua-toi/"

    def password() -> None:
        page.goto(login)
        page.fill("[name=username]", KEY_NAME)
        page.fill("[name=password]", loaded.PASSWORD)
        page.get_by_role("button", name="Đăng nhập").click()

    password()
    page.wait_for_url("**/cua-toi/")
    assert faults(page) == []
    page.get_by_role("link", name="Thêm khóa truy cập").click()
    page.wait_for_url("**/khoa/**")
    assert faults(page) == []
    page.get_by_role("button", name="Tạo khóa truy cập trên máy này").click()
    expect(page.get_by_role("heading", name="Mười mã dự phòng")).to_be_visible()
    page.get_by_role("link", name="Tôi đã giữ các mã").click()
    expect(page.get_by_text("Còn 10 mã dự phòng")).to_be_visible()
    assert faults(page) == []

    # The next morning: the password, then a finger.
    page.context.clear_cookies()
    password()
    page.get_by_role("button", name="Dùng khóa truy cập").click()
    page.wait_for_url("**/cua-toi/")

    # The phone is given away: with the last key the second step ends.
    page.get_by_role("button", name="Dùng khóa truy cập").click()
    expect(page.get_by_text("Máy đã xác nhận.")).to_be_visible()
    page.get_by_role("button", name=re.compile("^Gỡ ")).click()
    expect(page.get_by_text("Đã gỡ khóa truy cập.")).to_be_visible()
    expect(page.get_by_role("link", name="Cài điện thoại")).to_be_visible()


def test_28_where_no_passkey_can_be_made_the_page_says_so(served, open_page):
    page = open_page("/admin/login/?next=/admin/hai-buoc/khoa/", width=390)
    page.fill("[name=username]", "bientap")
    page.fill("[name=password]", loaded.PASSWORD)
    page.get_by_role("button", name="Đăng nhập").click()
    expect(page.get_by_text("Trình duyệt này không tạo được khóa")).to_be_visible()
    expect(page.get_by_role("button", name="Tạo khóa truy cập")).to_be_hidden()
    page.get_by_role("link", name="Hoặc dùng mã trên điện thoại").click()
    expect(page.get_by_alt_text("Hình để quét")).to_be_visible()
