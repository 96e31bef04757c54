"""Thousands of keys in one condition."""

import pytest
from wagtail.models import Page

from home.tests.factories import ArticlePageFactory
from portal.keys import among

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


@pytest.mark.parametrize("more", [0, 40_000])
def test_it_finds_those_and_no_others(news, more, django_assert_num_queries):
    pages = [ArticlePageFactory(parent=news).pk for _one in range(3)]
    keys = [*pages[:2], *range(10**6, 10**6 + more)]
    with django_assert_num_queries(1):
        found = set(
            Page.objects.filter(pk__in=among(keys)).values_list("pk", flat=True)
        )
    assert found == set(pages[:2])
    assert not Page.objects.filter(pk__in=among([])).exists()
    assert Page.objects.exclude(pk__in=among(pages)).filter(pk__in=pages).count() == 0
