"""Addresses of new pages."""

from itertools import islice

import pytest

from home.models import ArticlePage
from home.tests.factories import ArticlePageFactory
from portal.slugs import MAX_SLUG, ascii_slug, free_slug, numbered


def test_numbers_begin_at_two():
    assert [*islice(numbered("tin"), 3)] == ["tin", "tin-2", "tin-3"]


def test_the_first_address_nobody_has(news):
    for slug in ("tin", "tin-2", "tin-khac"):
        ArticlePageFactory(parent=news, slug=slug)
    assert free_slug(numbered("tin"), news.get_children()) == "tin-3"
    assert free_slug(numbered("moi"), news.get_children()) == "moi"


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("Đổi mới ở Đình Lập", "doi-moi-o-dinh-lap"),
        ("Hữu Lũng – 1.000 người", "huu-lung-1-000-nguoi"),
        ("đ\u01b0\u0323", "du"),
        ("???", ""),
        ("a" * 300, "a" * MAX_SLUG),
    ],
)
def test_words_become_plain_letters(words, slug):
    assert ascii_slug(words) == slug


def test_a_page_without_address_gets_its_title_as_one(news):
    for slug in ("duong-di", "duong-di-2", "trang"):
        page = ArticlePage(title="Đường đi" if slug[0] == "d" else "…")
        news.add_child(instance=page)
        assert page.slug == slug
