"""The door by the camera, without a connection: a film of sixty tickets. Journey 12.

Chromium plays the film as its camera. On Linux it has no reader of codes of its own, as
a telephone has: the reader that the server uses for photographs stands in for it.
"""

import base64
import io
import json

import pytest
import segno
from PIL import Image
from playwright.sync_api import expect

from events.checkin.photograph import codes_in
from home.tests.browser.conftest import CHROMIUM, QUIET
from home.tests.browser.test_door import CLASS, TICKETS, counted, fail_first

WIDTH, HEIGHT = 320, 240
# Two frames a second, and each ticket held in front of the camera for two of them.
RATE, FRAMES = 2, 2
# So many glances after the last ticket was read, it has been answered.
SETTLED = 20
READER = """
globalThis.BarcodeDetector = class {
  static async getSupportedFormats() { return ["qr_code"]; }
  async detect(video) {
    if (!video.videoWidth) return [];
    const canvas = document.createElement("canvas");
    canvas.width = video.videoWidth;
    canvas.height = video.videoHeight;
    canvas.getContext("2d").drawImage(video, 0, 0);
    const text = await globalThis.readCode(canvas.toDataURL("image/png"));
    return text ? [{ rawValue: text }] : [];
  }
};
"""


def film(texts: list[str]) -> bytes:
    """The codes one after the other, as an uncompressed film."""
    head = f"YUV4MPEG2 W{WIDTH} H{HEIGHT} F{RATE}:1 Ip A1:1 C420jpeg\n"
    grey = b"\x80" * (WIDTH * HEIGHT // 2)
    out = [head.encode()]
    for text in texts:
        drawn = io.BytesIO()
        segno.make(text, error="m").save(drawn, kind="png", scale=5, border=4)
        ticket = Image.new("L", (WIDTH, HEIGHT), 255)
        code = Image.open(drawn).convert("L")
        assert max(code.size) <= HEIGHT
        ticket.paste(code, ((WIDTH - code.width) // 2, (HEIGHT - code.height) // 2))
        out += [b"FRAME\n", ticket.tobytes(), grey] * FRAMES
    return b"".join(out)


def text_in(picture: str) -> str:
    """What the code in a picture, given as a data address, says."""
    raw = base64.b64decode(picture.partition(",")[2])
    found = codes_in(io.BytesIO(raw), len(raw))
    return found[0] if found else ""


@pytest.fixture(scope="module")
def filmed(served) -> dict:
    """A class of its own, whose tickets nobody else scans."""
    script = CLASS.replace("lop-o-cua", "lop-truoc-may-anh")
    return json.loads(served.manage("shell", "--verbosity", "0", "-c", script))


@pytest.fixture
def telephone(chromium, served, filmed, session_of, tmp_path):
    """A telephone at the door that sees the film, and what its reader has read."""
    file = tmp_path / "ve.y4m"
    file.write_bytes(film(filmed["tickets"][:TICKETS]))
    camera = [
        "--use-fake-device-for-media-stream",
        "--use-fake-ui-for-media-stream",
        f"--use-file-for-fake-video-capture={file}",
    ]
    browser = chromium.browser_type.launch(
        executable_path=CHROMIUM, args=[*QUIET, *camera]
    )
    context = browser.new_context(
        locale="vi-VN",
        viewport={"width": 390, "height": 844},
        storage_state=session_of("quantri"),
        permissions=["camera"],
    )
    read: set[str] = set()

    def reads(picture: str) -> str:
        text = text_in(picture)
        read.update({text} - {""})
        return text

    context.expose_function("readCode", reads)
    context.add_init_script(READER)
    page = context.new_page()
    page.goto(f"{served.url}{filmed['url']}ban-don-tiep/")
    expect(page.locator("#ban[data-started]")).to_be_attached(timeout=60_000)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    yield page, read
    browser.close()


def scan_until(page, read: set[str], many: int) -> None:
    """Press on after each answer until so many tickets were read; the film goes on."""
    again = page.locator("[data-live] [data-screen] [data-next]")
    left = SETTLED
    for _moment in range(4_000):
        # It may have gone by itself meanwhile, as a good ticket's answer does.
        again.evaluate_all("(found) => found.forEach((one) => one.click())")
        page.wait_for_timeout(100)
        left = left - 1 if len(read) >= many else SETTLED
        if not left:
            return
    pytest.fail(f"{len(read)} of {many} tickets were read")


def waiting(page) -> int:
    return int(page.locator("[data-waiting]").first.inner_text())


def test_12_sixty_tickets_before_the_camera_without_a_connection(
    served, filmed, telephone
):
    page, read = telephone
    page.context.set_offline(True)
    page.get_by_role("link", name="Quét mã vé").click()
    expect(page.locator("[data-camera]")).to_be_visible()
    scan_until(page, read, TICKETS // 2)

    # The telephone is restarted; what it has scanned is still there.
    before = waiting(page)
    page.on("dialog", lambda dialog: dialog.accept())
    page.reload()
    # One may have been on its way just then: each is shown again.
    read.clear()
    expect(page.locator("#ban[data-started]")).to_be_attached(timeout=60_000)
    assert waiting(page) >= before >= TICKETS // 2
    page.get_by_role("link", name="Quét mã vé").click()
    scan_until(page, read, TICKETS)
    # The camera goes on: an answer to the same film may lie over the button by now.
    page.locator("[data-go=find]:visible").first.dispatch_event("click")
    assert waiting(page) >= TICKETS

    failures = fail_first(page.context, 503, "abort", 502)
    page.context.set_offline(False)
    expect(page.locator("[data-waiting]").first).to_have_text("0", timeout=120_000)
    assert next(failures, None) is None
    rows, offline, present = counted(served, filmed)
    assert present == TICKETS
    assert rows == offline >= TICKETS
