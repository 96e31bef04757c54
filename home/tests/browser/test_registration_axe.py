"""axe finds nothing from a conference to its ticket, nor on a delegation's page."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from home.tests.browser.test_accessibility import OPTIONS
from home.tests.browser.test_registration import PAUSE, register

DEMO = "/su-kien/tap-huan-viet-va-nhan-rong-sang-kien/"
INVITATION = (
    "from events.models import Invitation;"
    "print(Invitation.objects.filter(event__is_sample=True).latest('pk').token)"
)
LOOKS = [
    {"color_scheme": "light"},
    {"color_scheme": "dark", "width": 412},
    {"color_scheme": "light", "width": 320},
]


@pytest.fixture(params=LOOKS, ids=["light", "412px dark", "320px"])
def look(request, open_page):
    def visit(path: str):
        return open_page(path, **request.param)

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
    violations = Axe().run(page, options=OPTIONS).response["violations"]
    found = [(rule["id"], rule["nodes"][0]["html"]) for rule in violations]
    assert found == []
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert wide <= 0


@pytest.mark.parametrize(
    "path", [DEMO, DEMO + "lop-xa-chi-lang/", DEMO + "lop-xa-chi-lang/dang-ky/", "/ve/"]
)
def test_what_a_reader_meets(look, path):
    sound(look(path))


def test_a_form_with_mistakes(look, conference):
    page = look(f"{conference}dang-ky/")
    page.wait_for_timeout(PAUSE)
    page.get_by_role("button", name="Gửi đăng ký").click()
    page.wait_for_load_state()
    assert page.title().startswith("Lỗi: ")
    sound(page)


def test_a_ticket_and_all_that_can_be_done_there(look, conference, request):
    page = look(f"{conference}dang-ky/")
    number = LOOKS.index(request.node.callspec.params["look"])
    # Two of one name from one agency would be asked whether they are the same.
    name = ("Vi Thị Mẫu", "Lý Văn Thử", "Bế Thu Nháp")[number]
    ticket = register(page, name, f"0913 00{number} 001", "Gửi đăng ký")
    sound(page)
    for rest in ("sua/", "doi-nguoi/", "tra-cho/", "du-lieu/"):
        page.goto(ticket + rest)
        sound(page)


def test_a_delegation(look, delegation):
    sound(look(delegation))
