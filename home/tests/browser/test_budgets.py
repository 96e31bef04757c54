"""What a cold visit may cost a cheap phone: bytes and requests, as sent."""

from collections import defaultdict

import pytest

from home.tests.browser.conftest import CHROMIUM, QUIET, WHOLE
from home.tests.browser.test_accessibility import INITIATIVES

KB = 1024
LIMITS = {"document": 25, "stylesheet": 15, "script": 12, "font": 60}
PAGES = {"/": 200, "article": 180, "/van-ban/": 180, "/van-ban/12-2023-qd-mh/": 180}
PAGES |= dict.fromkeys(("/sang-kien/", "/sang-kien/theo-dia-ban/", *INITIATIVES), 180)
PAGES |= dict.fromkeys(("/sang-kien/nhu-cau/", "/sang-kien/gui/"), 180)
PAGES |= dict.fromkeys(("/hoi-dap/", "/lien-he/"), 180)
MOST_REQUESTS = 12


@pytest.fixture(scope="module")
def chromium(chromium):
    """The whole: without windows it asks for no icon, and for pictures further down."""
    kind = chromium.browser_type
    browser = kind.launch(executable_path=WHOLE or CHROMIUM, args=QUIET)
    yield browser
    browser.close()


@pytest.mark.parametrize(("path", "limit"), PAGES.items())
def test_a_cold_visit_stays_within_its_budget(
    chromium, portal_url, article_path, path, limit
):
    context = chromium.new_context(
        viewport={"width": 360, "height": 740}, device_scale_factor=2, is_mobile=True
    )
    page = context.new_page()
    sent = []
    page.on("requestfinished", lambda request: sent.append(request))
    page.goto(
        portal_url + (article_path if path == "article" else path),
        wait_until="networkidle",
    )
    sizes: dict[str, int] = defaultdict(int)
    for request in sent:
        size = request.sizes()
        sizes[request.resource_type] += size["responseBodySize"]
    urls = [request.url for request in sent]
    context.close()
    assert all(url.startswith(portal_url) for url in urls), "a third-party request"
    assert len(urls) <= MOST_REQUESTS, urls
    for kind, kilobytes in LIMITS.items():
        assert sizes[kind] <= kilobytes * KB, (kind, sizes[kind])
    assert sum(sizes.values()) <= limit * KB, dict(sizes)


PAINTED = (
    "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
)


@pytest.mark.parametrize("path", ["/", "/tin-tuc/", "article", "/van-ban/"])
def test_nothing_moves_when_the_fonts_arrive(chromium, portal_url, article_path, path):
    """The worst order on purpose: painted in the fallback, then in the fonts."""
    context = chromium.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.add_init_script(
        "window.shift = 0; new PerformanceObserver((list) => {"
        "for (const entry of list.getEntries())"
        " if (!entry.hadRecentInput) window.shift += entry.value;"
        "}).observe({type: 'layout-shift', buffered: true});"
    )
    held: list = []
    page.route("**/*.woff2", lambda route: held.append(route))
    page.goto(
        portal_url + (article_path if path == "article" else path),
        wait_until="domcontentloaded",
    )
    page.evaluate(PAINTED)
    assert held, "painted before any font was asked for"
    for route in held:
        route.continue_()
    page.evaluate("document.fonts.ready.then(() => true)")
    page.evaluate(PAINTED)
    shift = page.evaluate("window.shift")
    faces = page.evaluate("[...document.fonts].map(face => face.status)")
    context.close()
    assert "loaded" in faces
    assert shift <= 0.02
