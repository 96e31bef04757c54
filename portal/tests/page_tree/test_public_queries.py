"""Rows of public pages are those of the queryset, whatever the values."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageViewRestriction

from home.models import ArticlePage
from home.tests.factories import ArticlePageFactory
from portal.keys import among
from portal.page_tree.public_queries import public_rows

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]

built = []


def by_key(key: int):
    built.append(key)
    return Page.objects.filter(pk=key)


def since(day: date, keys):
    rows = ArticlePage.objects.for_listing(covers="article").newest()
    return rows.filter(published_on__gte=day, pk__in=among(keys))


def of_type(model: type, slug: str):
    return model.objects.filter(slug=slug).values_list("title", "slug")


@pytest.fixture
def articles():
    home = Page.objects.get(depth=2)
    return [
        ArticlePageFactory(
            parent=home, title=f"Bài {day}", published_on=date(2026, 1, day)
        )
        for day in (1, 2, 3)
    ]


def test_it_is_built_once_and_asked_with_new_values(articles):
    built.clear()
    for page in articles:
        assert public_rows(by_key, page.pk) == [Page.objects.get(pk=page.pk)]
    assert len(built) <= 1
    assert public_rows(by_key, 0) == []


def test_it_answers_as_the_queryset_does(articles):
    keys = tuple(page.pk for page in articles)
    for day in (1, 2, 3, 4):
        for some in (keys, keys[:1], ()):
            values = date(2026, 1, day), some
            found = public_rows(since, values[1], of=values[:1])
            assert found == list(since(*values))
            names = [field.attname for field in ArticlePage._meta.concrete_fields]
            for mine, theirs in zip(found, since(*values), strict=True):
                assert mine.get_deferred_fields() == theirs.get_deferred_fields()
                known = [name for name in names if name in mine.__dict__]
                assert [mine.__dict__[n] for n in known] == [
                    theirs.__dict__[n] for n in known
                ]


def test_it_costs_the_queries_of_its_queryset(articles):
    values = date(2026, 1, 1), tuple(page.pk for page in articles)
    public_rows(since, values[1], of=values[:1])
    with CaptureQueriesContext(connection) as kept:
        public_rows(since, values[1], of=values[:1])
    with CaptureQueriesContext(connection) as plain:
        list(since(*values))
    assert len(kept) == len(plain)


def test_of_a_type_and_a_word(articles):
    slug = articles[1].slug
    assert public_rows(of_type, slug, of=(ArticlePage,)) == [("Bài 2", slug)]
    assert public_rows(of_type, slug, of=(Page,)) == [("Bài 2", slug)]
    hostile = "x' OR 1=1 --"
    assert public_rows(of_type, hostile, of=(Page,)) == []


def test_a_section_that_closes_is_another_query(articles):
    """Nothing that was written while all was open may show what is closed now."""
    home = articles[0].get_parent()
    values = date(2026, 1, 1), tuple(page.pk for page in articles)
    assert len(public_rows(since, values[1], of=values[:1])) == 3
    PageViewRestriction.objects.create(
        page=home, restriction_type=PageViewRestriction.LOGIN
    )
    assert public_rows(since, values[1], of=values[:1]) == []
