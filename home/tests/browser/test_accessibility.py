"""axe finds nothing, in both themes and on the narrowest phone."""

import pytest
from axe_playwright_python.sync_playwright import Axe

# axe leaves the size of targets out unless asked; a thumb does not.
OPTIONS = {"rules": {"target-size": {"enabled": True}}}
# All of the demonstration: each has other fields left empty.
INITIATIVES = [
    f"/sang-kien/{slug}/"
    for slug in (
        "phieu-tu-kiem",
        "the-mau-goi-kham",
        "so-mot-trang",
        "sao-hai-hoa-hoi",
        "goc-doc-luu-dong",
        "nhat-ky-hoc-nghe",
        "vach-mau-tu-thuoc",
        "lich-tiem-phien-cho",
        "u-vo-san",
        "tui-bau-giay",
        "bien-hen-gio",
        "to-khai-co-hinh",
    )
]
PATHS = [
    "/",
    "/tin-tuc/",
    "article",
    "/khong-co-trang-nay/",
    "/so-do-trang/",
    "/tim-kiem/?q=sang+kien",
    "/tim-kiem/?q=zzzz",
    "/van-ban/",
    "/su-kien/",
    "/sang-kien/",
    "/van-ban/12-2023-qdd-mh/",
    "/sang-kien/?q=thuoc&linh-vuc=y-te",
    "/sang-kien/?q=zzzz",
    "/sang-kien/theo-dia-ban/",
    *INITIATIVES,
]
LOOKS = {
    "light": {"color_scheme": "light"},
    "dark 320px": {"color_scheme": "dark", "width": 320},
    "dark": {"color_scheme": "dark"},
    "320px": {"color_scheme": "light", "width": 320},
}
# Initiatives share one template: two looks each reach both themes and both widths.
SEEN = [
    pytest.param(path, options, id=f"{path} {look}")
    for path in PATHS
    for look, options in list(LOOKS.items())[: 2 if path in INITIATIVES else None]
]


@pytest.mark.parametrize(("path", "options"), SEEN)
def test_axe_finds_nothing(open_page, article_path, path, options):
    page = open_page(article_path if path == "article" else path, **options)
    violations = Axe().run(page, options=OPTIONS).response["violations"]
    found = [(rule["id"], rule["nodes"][0]["html"]) for rule in violations]
    assert found == []


@pytest.mark.parametrize("path", PATHS)
def test_nothing_is_wider_than_a_narrow_phone(open_page, article_path, path):
    page = open_page(article_path if path == "article" else path, width=320)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
