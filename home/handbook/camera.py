"""A browser in front of a running demonstration that takes pictures of its screens.

Playwright and Chromium are there where the tests run, and not on a server: nothing
but the command and the tests imports this.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

#: No picture in the repository is heavier.
MOST_BYTES = 60_000
_QUALITIES = (84, 76, 68, 60, 50, 40)
_PATIENCE = 20_000
_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
# The frame is laid over the page: nothing of the page can cut it off, nor the edge.
_FRAME = """(box) => {
  const left = Math.max(3, box.x - 7), top = Math.max(3, box.y - 7);
  const right = Math.min(innerWidth - 3, box.x + box.width + 7);
  const bottom = Math.min(innerHeight - 3, box.y + box.height + 7);
  const frame = document.createElement("div");
  frame.setAttribute("aria-hidden", "true");
  frame.style.cssText = `position: fixed; z-index: 2147483647; pointer-events: none;
    left: ${left}px; top: ${top}px; box-sizing: border-box;
    width: ${right - left}px; height: ${bottom - top}px;
    border: 4px solid #b3261e; border-radius: 6px; box-shadow: 0 0 0 3px #fff;`;
  document.body.append(frame);
}"""


class Unfit(Exception):
    """A picture that cannot be made small enough."""


class LostWay(Exception):
    """A label on the way to a screen is not there; the words are Playwright's."""


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: who looks, through how large a window, and the way to the screen.

    `way` gets a page that shows the admin's home and returns what is framed, or None.
    """

    name: str
    user: str
    way: "Callable[[Page], Locator | None]"
    width: int = 1280
    height: int = 720


@contextmanager
def browser(executable: str | None) -> "Iterator[Browser]":
    """A headless Chromium; ImportError where Playwright is not installed."""
    # A development dependency: importing this module must not need it.
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=executable, args=_ARGUMENTS)
        yield opened
        opened.close()


class Camera:
    """Takes shots of the demonstration at an address; signs each user in once."""

    def __init__(self, browser: "Browser", url: str, password: str) -> None:
        self.browser, self.url, self.password = browser, url.rstrip("/"), password
        self.sessions: dict = {}

    def take(self, shot: Shot) -> bytes:
        """The picture as WebP. Raises Unfit or LostWay."""
        # A development dependency: see `browser`.
        from playwright.sync_api import Error

        context = self.browser.new_context(
            locale="vi-VN",
            viewport={"width": shot.width, "height": shot.height},
            storage_state=self._session(shot.user),
            reduced_motion="reduce",
            color_scheme="light",
        )
        try:
            context.set_default_timeout(_PATIENCE)
            page = context.new_page()
            page.goto(f"{self.url}/admin/", wait_until="load")
            framed = shot.way(page)
            if framed is not None:
                self._frame(page, framed)
            return small(page.screenshot(animations="disabled"))
        except Error as lost:
            raise LostWay(lost.message) from lost
        finally:
            context.close()

    def _session(self, username: str):
        if username not in self.sessions:
            context = self.browser.new_context(locale="vi-VN")
            page = context.new_page()
            page.goto(f"{self.url}/admin/login/")
            page.fill("[name=username]", username)
            page.fill("[name=password]", self.password)
            page.locator("button[type=submit]").click()
            page.wait_for_url(f"{self.url}/admin/")
            self.sessions[username] = context.storage_state()
            context.close()
        return self.sessions[username]

    @staticmethod
    def _frame(page: "Page", framed: "Locator") -> None:
        framed.wait_for(state="visible")
        box, view = framed.bounding_box(), page.viewport_size
        if box and view and not 0 < box["y"] < view["height"] - box["height"] - 90:
            # In the middle, clear of the bars at top and foot.
            framed.evaluate("(one) => one.scrollIntoView({block: 'center'})")
            page.wait_for_timeout(300)
            box = framed.bounding_box()
        page.evaluate(_FRAME, box)


def small(png: bytes) -> bytes:
    """The same as WebP of at most MOST_BYTES, as good as that allows."""
    with Image.open(BytesIO(png)) as opened:
        image = opened.convert("RGB")
    for quality in _QUALITIES:
        out = BytesIO()
        image.save(out, "WEBP", quality=quality, method=6)
        if out.tell() <= MOST_BYTES:
            return out.getvalue()
    raise Unfit
