"""What every request needs first, the site and the closed sections, is read once."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction, Site

from portal.page_cache import values
from portal.page_tree import view_restrictions
from portal.page_tree.view_restrictions import closed_sections

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _served(kept_pages, monkeypatch):
    """As served: here the test's own transaction is around every request."""
    monkeypatch.setattr(values, "_is_shared", lambda: True)


def asked(path: str) -> tuple[int, list[str]]:
    """The answer's status, and which of the two tables it was read from."""
    # With a word for which no finished page is kept.
    with CaptureQueriesContext(connection) as queries:
        answer = Client().get(path, {"preview": "1"})
    tables = [PageViewRestriction._meta.db_table, Site._meta.db_table]
    statements = [one["sql"].split(" WHERE ")[0] for one in queries.captured_queries]
    return answer.status_code, [
        table for table in tables for sql in statements if f'FROM "{table}"' in sql
    ]


def test_a_second_request_reads_neither(article):
    assert len(asked(article.url)[1]) == 2
    assert asked(article.url) == (200, [])


def test_a_section_closed_by_one_request_is_closed_in_the_next(
    article, news, django_capture_on_commit_callbacks
):
    asked(article.url)
    with django_capture_on_commit_callbacks(execute=True):
        closed = news.view_restrictions.create(restriction_type="login")
    assert asked(article.url)[0] == 302
    with django_capture_on_commit_callbacks(execute=True):
        closed.delete()
    assert asked(article.url)[0] == 200


def test_a_closed_section_that_is_moved_stays_closed(
    article, news, front, django_capture_on_commit_callbacks
):
    news.view_restrictions.create(restriction_type="login")
    assert asked(article.url)[0] == 302
    with django_capture_on_commit_callbacks(execute=True):
        news.move(front.get_children().exclude(pk=news.pk)[0], pos="last-child")
    article.refresh_from_db()
    assert asked(article.get_url())[0] == 302


def test_who_closes_a_section_sees_it_closed_in_the_same_request(article, news):
    view_restrictions._request_starts()
    assert closed_sections() == ()
    news.view_restrictions.create(restriction_type="login")
    assert closed_sections() == (news.path,)
    view_restrictions._request_ends()
