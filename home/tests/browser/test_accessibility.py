"""axe finds nothing, in both themes and on the narrowest phone."""

import pytest

from home.tests.browser.looks import DARK_PHONE, LIGHT, LOOKS, faults

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
#: A provision by its own address, a joint act, and a number that no act has.
PROGRAMS = [
    "/van-ban/12-2023-qd-mh/quy-che/dieu-5/",
    "/van-ban/02-2025-ttlt-mh-mhph/",
    "/van-ban/quyet-dinh/99/2024",
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
    "/van-ban/12-2023-qd-mh/",
    *PROGRAMS,
    "/sang-kien/?q=thuoc&linh-vuc=y-te",
    "/sang-kien/?q=zzzz",
    "/sang-kien/theo-dia-ban/",
    "/hoi-dap/",
    "/hoi-dap/nop-ho-so-qua-thu-dien-tu/",
    "/hoi-dap/ma/",
    "/lien-he/",
    *INITIATIVES,
]
# These share templates: two looks each reach both themes and both widths.
FEW = dict.fromkeys([*INITIATIVES, *PROGRAMS], (LIGHT, DARK_PHONE))


@pytest.mark.parametrize("path", PATHS)
def test_axe_finds_nothing_and_nothing_is_wider_than_a_phone(
    open_page, article_path, path
):
    page = open_page(article_path if path == "article" else path)
    assert faults(page, FEW.get(path, LOOKS)) == []
