"""A search server far away: it may be down, and is told after the commit."""

import pytest

from portal.models import SearchState
from portal.search.engines import engine
from portal.tests.search.opensearch_server import search_server
from portal.tests.search.rows import rows

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


def test_a_server_that_is_down_stops_nobody(
    client, news, settings, django_capture_on_commit_callbacks
):
    with search_server() as server:
        settings.SEARCH_URL = server.url
        server.is_down = True
        with django_capture_on_commit_callbacks(execute=True):
            engine().put(rows(news.pk, "Sáng kiến"))
        assert client.get("/tim-kiem/?q=sang+kien").status_code == 200
        assert SearchState.current().version == 0, "the worker builds it anew"


def test_a_server_is_told_who_asks_and_nothing_before_the_commit(
    settings, django_capture_on_commit_callbacks
):
    with search_server() as server:
        settings.SEARCH_URL = server.url
        with django_capture_on_commit_callbacks() as waiting:
            engine().put(rows(1, "Một"))
        assert server.asked == []
        for tell in waiting:
            tell()
        assert {path for _method, path, _who in server.asked} == {
            "/tests",
            "/tests/_bulk?refresh=true",
        }
        assert {who for *_rest, who in server.asked} == {"Basic cmVhZGVyOnNlOmNyZXQ="}
        assert server.mapping["mappings"]["properties"]["words"]["analyzer"]
