"""From one document to the next, as a browser loads them."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page, expect

_SLOW = 30_000


@contextmanager
def next_document(page: Page) -> Iterator[None]:
    """Until what is pressed has brought another document, and all of it.

    A form whose draft is kept meanwhile changes the address of the same document, which
    Playwright's `expect_navigation` takes for the answer.
    """
    page.evaluate("document.documentElement.dataset.left = ''")
    yield
    expect(page.locator("html[data-left]")).to_have_count(0, timeout=_SLOW)
    page.wait_for_load_state()
