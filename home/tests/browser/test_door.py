"""The door without a connection: nothing scanned is lost. Journey 12."""

import json

import pytest
from playwright.sync_api import expect

TICKETS = 60
# A class of today with people who have a seat, and what their tickets' codes say.
CLASS = """
import json
from uuid import uuid4
from datetime import timedelta
from django.urls import reverse
from django.utils import timezone
from events import seats
from events.models import EventIndexPage, EventPage
from events.models.attendees import Attendee
now = timezone.now()
event = EventPage(title="Lớp ở cửa", slug="lop-o-cua", starts_on=timezone.localdate(),
    registration_on=True, capacity=80, is_sample=True)
EventIndexPage.objects.get().add_child(instance=event)
event.save_revision().publish()
rows = [
    seats.register(event.pk, Attendee(
        name="Người Minh Họa " + chr(65 + number // 26) + chr(65 + number % 26),
        phone=f"+8491{number:07d}", organisation_name="Đơn vị minh họa"),
        agreed=None, key=uuid4(), now=now - timedelta(days=1))
    for number in range(61)
]
print(json.dumps({
    "event": event.pk,
    "url": event.url,
    "codes": [row.code for row in rows],
    "tickets": [
        "https://cong.vn" + reverse("ticket", args=[row.token]) for row in rows
    ],
}))
"""
SCANS = """
import json
from events.checkin import attendance
from events.models import EventPage, Scan
event = EventPage.objects.get(pk={event})
rows = Scan.objects.filter(event=event)
print(json.dumps([rows.count(), rows.filter(offline=True).count(),
    len(attendance.present(event))]))
"""


@pytest.fixture(scope="module")
def lesson(served) -> dict:
    return json.loads(served.manage("shell", "--verbosity", "0", "-c", CLASS))


@pytest.fixture
def door(served, open_admin, lesson):
    """The door on a telephone, its worker and snapshot in place."""
    page = open_admin("quantri")
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{served.url}{lesson['url']}ban-don-tiep/")
    expect(page.locator("#ban[data-started]")).to_be_attached(timeout=60_000)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    return page


def scan(page, text: str) -> None:
    """As a scanner types it: the letters, then Enter."""
    page.keyboard.type(text)
    page.keyboard.press("Enter")
    expect(page.locator("[data-live] [data-screen]")).to_be_visible(timeout=20_000)


def fail_first(context, *ways: str | int):
    """The server fails in these ways before it takes anything; those still to come."""
    left = iter(ways)

    def answer(route):
        how = next(left, None)
        if how is None:
            route.continue_()
        elif how == "abort":
            route.abort()
        else:
            route.fulfill(status=how, body="")

    context.route("**/ban-don-tiep/gui/", answer)
    return left


def counted(served, lesson) -> list[int]:
    told = served.manage(
        "shell", "--verbosity", "0", "-c", SCANS.format(event=lesson["event"])
    )
    return json.loads(told)


def test_12_sixty_tickets_without_a_connection_reach_a_failing_server(
    served, lesson, door
):
    context = door.context
    context.set_offline(True)
    for number, ticket in enumerate(lesson["tickets"][:TICKETS]):
        if number == TICKETS // 2:
            # The telephone is restarted; the page comes out of the worker.
            door.on("dialog", lambda dialog: dialog.accept())
            door.reload()
            expect(door.locator("#ban")).to_be_attached()
            expect(door.locator("[data-waiting]").first).to_have_text(str(number))
        scan(door, ticket)
        said = door.locator("[data-live] [data-screen]")
        expect(said).to_have_attribute("data-screen", "ok")
        expect(said).to_contain_text("Người Minh Họa")
        said.locator("[data-next]").click()
    expect(door.locator("[data-waiting]").first).to_have_text(str(TICKETS))
    # The same ticket again is known here; what is no ticket is no row.
    scan(door, lesson["tickets"][0])
    shown = door.locator("[data-live] [data-screen]")
    expect(shown).to_have_attribute("data-screen", "already")
    shown.locator("[data-next]").click()
    scan(door, "8934567890123")
    expect(shown).to_have_attribute("data-screen", "unknown")
    shown.locator("[data-next]").click()

    fail_first(context, "abort", 503, 502)
    context.set_offline(False)
    expect(door.locator("[data-waiting]").first).to_have_text("0", timeout=90_000)
    rows, offline, present = counted(served, lesson)
    assert (rows, offline, present) == (TICKETS + 1, TICKETS + 1, TICKETS)


WAITING = """() => globalThis.door.answer.present({
  result: "waiting", name: "Hoàng Thị Bích Mẫu", registration: 1,
  agency: "Trạm Y tế xã Đồi Thông (minh họa)", let_in: "Xếp chỗ và cho vào",
  facts: [["Đăng ký", "28/11/2026"], ["Mã vé", "DVURS3"]],
}, {at: new Date().toISOString()})"""


def test_whose_ticket_it_is_stands_above_the_buttons_on_a_small_telephone(door):
    door.set_viewport_size({"width": 360, "height": 740})
    scan(door, "ZZZZZZ")
    assert stands_clear(door, "ZZZZZZ")
    door.evaluate(WAITING)
    assert stands_clear(door, "Hoàng Thị Bích Mẫu")
    assert stands_clear(door, "DVURS3")
    door.set_viewport_size({"width": 360, "height": 420})
    door.locator("[data-live]").evaluate("layer => layer.scrollTo(0, 0)")
    assert stands_clear(door, "Hoàng Thị Bích Mẫu")


def stands_clear(page, words: str) -> bool:
    """Whether these words of the answer are in sight and above its buttons."""
    shown = page.locator("[data-live] [data-card]").get_by_text(words).bounding_box()
    buttons = page.locator("[data-live] .door-below").bounding_box()
    foot = shown["y"] + shown["height"]
    return foot <= min(buttons["y"], page.viewport_size["height"])


def test_12_a_code_is_typed_and_answered_by_the_server(served, lesson, door):
    before = counted(served, lesson)
    door.get_by_role("link", name="Quét mã vé").click()
    door.locator("[data-code]").fill(lesson["codes"][TICKETS])
    door.locator("[data-typed] button").click()
    said = door.locator("[data-live] [data-screen]")
    expect(said).to_contain_text("Mời vào", timeout=20_000)
    after = counted(served, lesson)
    assert after[2] == before[2] + 1
    assert after[1] == before[1]
