"""Which pages are looked at, and what their data must say."""

from portal.audit.pages import data_faults, is_hidden, linked_path, one_of_each

SITEMAP = "".join(
    f"<url><loc>https://portal.example{path}</loc></url>"
    for path in ("/", "/van-ban/", "/van-ban/a/", "/van-ban/b/", "/su-kien/c/d/")
)


def test_one_page_of_each_room_and_depth_and_what_hangs_below():
    paths = one_of_each(SITEMAP)
    assert paths[:4] == ["/", "/van-ban/", "/van-ban/a/", "/su-kien/c/d/"]
    assert "/van-ban/b/" not in paths
    assert "/van-ban/a/so-sanh/" in paths
    assert "/su-kien/c/d/dang-ky/" in paths
    assert "/khong-co-trang-nay/" in paths


def page(data: str) -> str:
    return f'<script type="application/ld+json">{data}</script>'


def test_data_without_what_search_engines_need_are_a_fault():
    assert data_faults(page('{"@type":"WebSite","name":"Cổng","url":"/"}')) == [
        "schema.org: WebSite has no potentialAction"
    ]
    assert data_faults(page("{")) == ["schema.org: no JSON"]
    assert data_faults(page('{"@type":"WebPage","name":"A","url":"/a/"}')) == []
    assert data_faults("<p>") == []


def test_a_page_that_asks_to_be_left_out_is_not_judged_by_how_it_is_found():
    assert is_hidden('<meta name="robots" content="noindex, nofollow">')
    assert not is_hidden('<meta name="description" content="noindex">')


def test_the_first_form_that_a_list_links():
    html = '<a href="/su-kien/a/"></a><a href="/su-kien/a/dang-ky/">' * 2
    assert linked_path(html, "dang-ky/") == ["/su-kien/a/dang-ky/"]
    assert linked_path("<a>", "dang-ky/") == []
