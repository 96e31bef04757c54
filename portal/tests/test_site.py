"""What stands around the pages: health, robots, maps, headers, banner lines."""

import re
from datetime import date, timedelta
from xml.etree import ElementTree

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction, Site

from home.tests.factories import ArticlePageFactory
from portal.models import BannerLine, SiteSettings
from portal.views.sitemap import MOST_CHILDREN

pytestmark = pytest.mark.django_db


def test_health_answers_without_a_page_tree(client):
    assert client.get("/healthz").content == b"ok\n"
    assert client.get("/readyz").content.startswith(b"ready\n")
    assert "no-store" in client.get("/readyz")["Cache-Control"]


def test_robots_names_the_site_map(client):
    assert (
        b"Sitemap: http://testserver/sitemap.xml" in client.get("/robots.txt").content
    )


def mapped(client, address: str) -> list[str]:
    answer = client.get(address)
    assert answer.status_code == 200
    tree = ElementTree.fromstring(answer.content)
    return [node.text for node in tree.iter() if node.tag.endswith("loc")]


def test_the_index_names_a_map_of_each_kind_and_each_page_stands_once(client, news):
    ArticlePageFactory.create_batch(2, parent=news)
    maps = mapped(client, "/sitemap.xml")
    kinds = {re.search(r"/sitemap-([a-z-]+)\.xml$", url)[1] for url in maps}
    assert kinds >= {"van-ban", "sang-kien", "tin-tuc", "hoi-nghi", "huong-dan"}
    urls = [url for one in maps for url in mapped(client, one)]
    public = Page.objects.filter(depth__gt=1).live().public().count()
    assert len(urls) == len(set(urls)) == public
    assert len(mapped(client, "/sitemap-tin-tuc.xml")) == 2
    assert client.get("/sitemap-khac.xml").status_code == 404


def test_the_index_reads_no_page(client, news, django_assert_max_num_queries):
    ArticlePageFactory(parent=news)
    client.get("/sitemap.xml")
    with django_assert_max_num_queries(60) as few:
        answer = client.get("/sitemap.xml")
    assert b"<lastmod>" in answer.content
    assert not any("articlepage" in one["sql"].lower() for one in few.captured_queries)
    ArticlePageFactory.create_batch(5, parent=news)
    with django_assert_max_num_queries(len(few)):
        client.get("/sitemap.xml")


def test_the_xml_site_map_lists_public_pages_only(client, news):
    shown = ArticlePageFactory(parent=news)
    hidden = ArticlePageFactory(parent=news)
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    found = mapped(client, "/sitemap-tin-tuc.xml")
    assert any(url.endswith(shown.url) for url in found)
    assert not any(url.endswith(hidden.url) for url in found)


def test_the_tree_shortens_a_long_room(client, news):
    pages = ArticlePageFactory.create_batch(23, parent=news)
    [root] = client.get("/so-do-trang/").context["tree"]
    [room] = [node for node in root["children"] if node["url"] == "/tin-tuc/"]
    newest = [page.title for page in reversed(pages[3:])]
    assert [node["title"] for node in room["children"]] == newest
    assert room["more"] == 3


def test_the_tree_asks_as_often_for_a_room_ten_times_as_long(
    client, news, django_assert_num_queries
):
    client.get("/so-do-trang/")
    ArticlePageFactory.create_batch(MOST_CHILDREN + 1, parent=news)
    with CaptureQueriesContext(connection) as few:
        client.get("/so-do-trang/")
    ArticlePageFactory.create_batch(MOST_CHILDREN * 9, parent=news)
    with django_assert_num_queries(len(few)):
        client.get("/so-do-trang/")
    assert few


def test_the_tree_keeps_the_editors_order_in_a_short_room(client, news):
    pages = ArticlePageFactory.create_batch(3, parent=news)
    PageViewRestriction.objects.create(page=pages[1], restriction_type="login")
    [root] = client.get("/so-do-trang/").context["tree"]
    [room] = [node for node in root["children"] if node["url"] == "/tin-tuc/"]
    kept = [pages[0], pages[2]]
    found = [(node["title"], node["url"]) for node in room["children"]]
    assert found == [(page.title, page.url) for page in kept]
    assert room["more"] == 0


def test_readers_get_a_policy_without_inline_code(client, front):
    policy = client.get("/")["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy


def test_a_private_page_stays_out_of_shared_caches(client, news, admin_user):
    page = ArticlePageFactory(parent=news)
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    client.force_login(admin_user)
    assert "public" not in client.get(page.url)["Cache-Control"]


def test_an_unknown_address_is_a_page_with_a_way_on(client, front):
    response = client.get("/khong-co-trang-nay/")
    assert response.status_code == 404
    assert b'action="/tim-kiem/"' in response.content


def test_a_form_without_its_token_is_answered_in_plain_words(front):
    strict = Client(enforce_csrf_checks=True)
    response = strict.post("/admin/login/", {"username": "a"})
    assert response.status_code == 403
    assert "Biểu mẫu chưa được gửi" in response.content.decode()


def test_a_banner_line_shows_between_its_days_and_then_is_gone(client, front):
    settings = SiteSettings.for_site(Site.objects.get())
    today = timezone.localdate()
    day = timedelta(days=1)
    BannerLine.objects.create(settings=settings, text="Hôm nay", ends_on=today)
    BannerLine.objects.create(settings=settings, text="Hôm qua", ends_on=today - day)
    BannerLine.objects.create(
        settings=settings, text="Mai", starts_on=today + day, ends_on=today + day
    )
    html = client.get("/").content.decode()
    assert "Hôm nay" in html
    assert "Hôm qua" not in html
    assert "Mai</" not in html


def test_a_banner_line_cannot_end_before_it_starts():
    line = BannerLine(text="x", starts_on=date(2026, 2, 1), ends_on=date(2026, 1, 1))
    with pytest.raises(ValidationError) as caught:
        line.clean()
    assert "ends_on" in caught.value.message_dict


def test_breadcrumbs_lead_from_the_front_page(client, news):
    page = ArticlePageFactory(parent=news)
    crumbs = client.get(page.url).context["breadcrumbs"]
    assert [crumb["url"] for crumb in crumbs] == ["/", "/tin-tuc/"]


def test_uploads_other_than_pictures_are_not_served_as_files(client, front):
    assert client.get("/media/documents/x.pdf").status_code == 404
    assert client.get("/media/images/../../secret-key.txt").status_code == 404


@pytest.mark.parametrize("typed", ["03/04/2018", "3/4/2018", "3-4-2018", "2018-04-03"])
def test_a_typed_date_has_its_day_first(typed):
    assert forms.DateField(localize=True).clean(typed) == date(2018, 4, 3)
