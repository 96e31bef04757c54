"""Addresses of new pages."""

from itertools import islice

from home.tests.factories import ArticlePageFactory
from portal.slugs import free_slug, numbered


def test_numbers_begin_at_two():
    assert [*islice(numbered("tin"), 3)] == ["tin", "tin-2", "tin-3"]


def test_the_first_address_nobody_has(news):
    for slug in ("tin", "tin-2", "tin-khac"):
        ArticlePageFactory(parent=news, slug=slug)
    assert free_slug(numbered("tin"), news.get_children()) == "tin-3"
    assert free_slug(numbered("moi"), news.get_children()) == "moi"
