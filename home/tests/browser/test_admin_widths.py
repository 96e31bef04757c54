"""The admin on a phone: nothing that can be pressed or read lies past the edge."""

import json

import pytest

SERIES = (
    "import json; from wagtail.models import Page; "
    "one = Page.objects.get(slug='tap-huan-viet-va-nhan-rong-sang-kien'); "
    "print(json.dumps([one.pk, one.get_parent().pk]))"
)
#: What the menu names, and what is one press from there.
SCREENS = r"""() => {
  const menu = document.getElementById("wagtail-sidebar-props").textContent;
  const found = new Set(menu.match(/"\/admin\/[^"]*"/g).map(JSON.parse));
  return [...found].filter((one) => !one.includes("logout")).sort();
}"""
#: `main` hides what is wider than the window: whatever lies past its edge and is in no
#: part that moves under the finger cannot be reached.
PAST_THE_EDGE = """() => {
  const main = document.querySelector("main");
  const seen = { visibilityProperty: true, opacityProperty: true };
  const moves = (element) => {
    for (let up = element.parentElement; up && up !== main; up = up.parentElement) {
      if (["auto", "scroll"].includes(getComputedStyle(up).overflowX)) return true;
      if (up.matches(".w-minimap, .w-sr-only")) return true;
    }
    return false;
  };
  const parts = "a, button, input, select, textarea, td, th, p, h1, h2";
  return [...main.querySelectorAll(parts)]
    .filter((one) => one.checkVisibility(seen))
    .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
    .filter((one) => !moves(one))
    .map((one) => `${one.tagName} ${one.className} ${one.textContent.trim()}`);
}"""


def past_the_edge(page, address: str) -> list[str]:
    page.goto(address)
    wide = page.evaluate("document.documentElement.scrollWidth") > 390
    return ["the whole page"] * wide + page.evaluate(PAST_THE_EDGE)


@pytest.mark.parametrize("username", ["quantri", "huulung"])
def test_no_screen_of_the_menu_hides_anything(open_admin, portal_url, username):
    page = open_admin(username, width=390)
    addresses = page.evaluate(SCREENS)
    assert len(addresses) > 5
    hidden = {one: past_the_edge(page, portal_url + one) for one in addresses}
    assert {one: found for one, found in hidden.items() if found} == {}


def test_the_tree_the_copy_and_what_is_done_with_ticked_pages(
    open_admin, portal_url, served
):
    printed = served.manage("shell", "--verbosity", "0", "-c", SERIES)
    series, parent = json.loads(printed)
    page = open_admin("quantri", width=390)
    for path in (
        f"/admin/pages/{parent}/",
        f"/admin/pages/{series}/",
        f"/admin/pages/{parent}/?q=xa",
        f"/admin/pages/{series}/edit/",
        f"/admin/hoi-nghi/{series}/them-lop/",
    ):
        assert past_the_edge(page, portal_url + path) == [], path
    page.goto(f"{portal_url}/admin/pages/{series}/")
    page.locator("td.bulk-action-checkbox-cell input").first.check()
    page.locator(".bulk-action-btn").last.wait_for()
    assert page.evaluate(PAST_THE_EDGE) == []
