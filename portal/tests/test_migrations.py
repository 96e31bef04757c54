"""What rows held before a migration stands in them afterwards."""

from importlib import import_module

import pytest
from django.apps import apps
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from home.models import ArticlePage
from home.tests.factories import ArticlePageFactory

# Its name begins with a number: no statement imports it.
ascii_slugs = import_module("portal.migrations.0008_ascii_slugs").ascii_slugs


@pytest.fixture
def article(news):
    """A page as the portal stored it while addresses kept their marks."""
    article = ArticlePageFactory(parent=news, title="Đường", slug="duong-cu")
    _put_marks(article, "đường-về")
    article.refresh_from_db()
    article.save_revision()
    return article


def _put_marks(page: Page, slug: str) -> None:
    new = page.url_path.replace(f"/{page.slug}/", f"/{slug}/")
    Page.objects.filter(pk=page.pk).update(slug=slug, url_path=new)


def test_an_old_address_leads_to_the_new_one(article, news, client):
    ArticlePageFactory(parent=news, slug="duong-ve")
    assert client.get("/tin-tuc/đường-về/").status_code == 200
    ascii_slugs(apps, None)
    answer = client.get("/tin-tuc/đường-về/")
    assert (answer.status_code, answer.url) == (301, "/tin-tuc/duong-ve-2/")
    assert client.get("/tin-tuc/duong-ve-2/").status_code == 200


def test_what_lies_below_moves_along(article, news, client):
    news.refresh_from_db()
    below = ArticlePage.objects.get(pk=article.pk)
    for page in (news, below):
        old, new = f"/{news.slug}/", "/tin-tức/"
        moved = Page.objects.get(pk=page.pk).url_path.replace(old, new)
        Page.objects.filter(pk=page.pk).update(url_path=moved)
    Page.objects.filter(pk=news.pk).update(slug="tin-tức")
    ascii_slugs(apps, None)
    answer = client.get("/tin-tức/đường-về/")
    assert (answer.status_code, answer.url) == (301, "/tin-tuc/duong-ve/")
    assert client.get("/tin-tức/").url == "/tin-tuc/"


def test_a_draft_does_not_bring_the_old_address_back(article):
    ascii_slugs(apps, None)
    found = ArticlePage.objects.get(pk=article.pk)
    found.get_latest_revision().publish()
    found.refresh_from_db()
    assert found.slug == "duong-ve"


def test_plain_addresses_stay_as_they_are(news, client):
    page = ArticlePageFactory(parent=news, slug="cu_ky-2")
    ascii_slugs(apps, None)
    page.refresh_from_db()
    assert page.slug == "cu_ky-2"
    assert not Redirect.objects.exists()
