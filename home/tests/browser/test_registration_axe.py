"""axe finds nothing from a conference to its ticket, nor on a delegation's page."""

import pytest

from home.tests.browser.looks import LIGHT, LIGHT_PHONE, faults
from home.tests.browser.test_registration import PAUSE, register

DEMO = "/su-kien/tap-huan-viet-va-nhan-rong-sang-kien/"
INVITATION = (
    "from events.models import Invitation;"
    "print(Invitation.objects.filter(event__is_sample=True).latest('pk').token)"
)
LOOKS = (LIGHT_PHONE, LIGHT, ("dark", 412))


@pytest.fixture
def open_phone(open_page):
    """Open a path where it is narrowest: whatever is pressed is pressed there."""

    def visit(path: str):
        return open_page(path, width=320)

    return visit


@pytest.fixture(scope="session")
def conference(served) -> str:
    return served.manage("generate_conference", "--capacity", "500").strip()


@pytest.fixture(scope="session")
def delegation(served) -> str:
    served.manage("generate_conference", "--registrations", "12")
    token = served.manage("shell", "--no-imports", "--command", INVITATION).strip()
    return f"/dang-ky-doan/{token}/"


def sound(page) -> None:
    assert faults(page, LOOKS) == []


@pytest.mark.parametrize(
    "path", [DEMO, DEMO + "lop-xa-chi-lang/", DEMO + "lop-xa-chi-lang/dang-ky/", "/ve/"]
)
def test_what_a_reader_meets(open_phone, path):
    sound(open_phone(path))


def test_a_form_with_mistakes(open_phone, conference):
    page = open_phone(f"{conference}dang-ky/")
    page.wait_for_timeout(PAUSE)
    page.get_by_role("button", name="Gửi đăng ký").click()
    page.get_by_role("group", name="cần sửa").wait_for()
    assert page.title().startswith("Lỗi: ")
    sound(page)


def test_a_ticket_and_all_that_can_be_done_there(open_phone, conference):
    page = open_phone(f"{conference}dang-ky/")
    ticket = register(page, "Vi Thị Mẫu", "0913 000 001", "Gửi đăng ký")
    sound(page)
    for rest in ("sua/", "doi-nguoi/", "tra-cho/", "du-lieu/"):
        page.goto(ticket + rest)
        sound(page)


def test_a_delegation(open_phone, delegation):
    sound(open_phone(delegation))
