"""What every way through the admin is made of: buttons and links by their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

PHONE = 390


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def link(page: Page, name: str) -> Locator:
    return page.get_by_role("link", name=name, exact=True)


def go(page: Page, locator: Locator) -> None:
    with page.expect_navigation():
        locator.first.click()
    page.wait_for_load_state("load")
    page.wait_for_timeout(600)


def more(page: Page) -> None:
    """Open the menu beside the main button of a form."""
    page.locator("footer").get_by_role("button", name="Thao tác khác").click()


def action(page: Page, name: str) -> None:
    button(page, "Thao tác").first.click()
    go(page, page.get_by_role("link", name=name))


def setting(page: Page, above: str, name: str) -> None:
    button(page, above).click()
    go(page, link(page, name))


def menu(page: Page) -> None:
    """The entries of the sidebar, which a telephone shows after a press."""
    if page.viewport_size and page.viewport_size["width"] == PHONE:
        page.get_by_role("button", name="Ẩn/hiện thanh bên").first.click()
