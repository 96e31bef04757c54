"""Finding a page by its address answers as Wagtail's own way does."""

import pytest
from django.http import Http404
from wagtail.models import Page

from home.tests.factories import ArticlePageFactory
from portal.page_tree import router

pytestmark = pytest.mark.django_db

PATHS = [
    "",
    "tin-tuc/",
    "tin-tuc/bai/",
    "tin-tuc/bai/pdf/",
    "tin-tuc/rss/",
    "tin-tuc/nhap/",
    "tin-tuc/bai/khong-co/",
    "khong-co/",
    "khong-co/bai/",
    "van-ban/pdf/",
    "pdf/",
]


@pytest.mark.parametrize("path", PATHS)
def test_both_find_the_same_page_and_view(rf, news, path):
    ArticlePageFactory(parent=news, slug="bai")
    ArticlePageFactory(parent=news, slug="nhap", live=False)
    theirs = Page.route_for_request(rf.get(f"/{path}"), path)
    try:
        ours = router.route(rf.get(f"/{path}"), path)
    except Http404:
        ours = None
    assert (theirs is None) == (ours is None)
    if theirs:
        assert ours.page == theirs.page
        assert type(ours.page) is type(theirs.page)
        assert [arg for arg in ours.args if not callable(arg)] == [
            arg for arg in theirs.args if not callable(arg)
        ]


def test_depth_costs_no_queries(rf, news, django_assert_num_queries):
    page = ArticlePageFactory(parent=news)
    # The site's root paths and the kinds of pages are cached once.
    router.route(rf.get(page.url), page.url.strip("/"))
    with django_assert_num_queries(3):  # site, chain, the page itself
        router.route(rf.get(page.url), page.url.strip("/"))


def test_a_closed_section_closes_what_lies_in_it(client, news):
    page = ArticlePageFactory(parent=news)
    news.view_restrictions.create(restriction_type="login")
    response = client.get(page.url)
    assert response.status_code == 302
    assert page not in type(page).objects.public()


def test_an_alias_is_closed_with_its_source(client, news):
    page = ArticlePageFactory(parent=news)
    alias = page.create_alias(update_slug="ban-sao")
    page.view_restrictions.create(restriction_type="login")
    assert client.get(alias.get_url()).status_code == 302
