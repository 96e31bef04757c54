"""Numbers for Prometheus: only with the key, and nothing in them about anybody."""

import pytest
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpResponse

from home.tests.factories import ArticlePageFactory
from portal.metrics.middleware import MetricsMiddleware

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
KEY = "mot-khoa-du-dai-de-thu"


def numbers(client, key: str = KEY):
    return client.get("/metrics", headers={"Authorization": f"Bearer {key}"})


@pytest.fixture
def watched(settings, rf):
    """The middleware as it stands in a server with the key: round any view."""
    settings.METRICS_KEY = KEY

    def ask(request, status: int = 200):
        return MetricsMiddleware(lambda _request: HttpResponse(status=status))(request)

    return ask


def test_without_a_key_there_is_no_such_page(client, front, settings):
    assert settings.METRICS_KEY == ""
    assert numbers(client, "").status_code == 404
    with pytest.raises(MiddlewareNotUsed):
        MetricsMiddleware(lambda request: HttpResponse())


@pytest.mark.parametrize("given", ["", "Bearer", "Bearer khac", KEY, f"Basic {KEY}"])
def test_without_the_right_key_there_is_no_such_page(client, front, settings, given):
    settings.METRICS_KEY = KEY
    response = client.get("/metrics", headers={"Authorization": given})
    assert response.status_code == 404


def test_answers_are_counted_by_kind_of_page_and_never_by_address(
    client, news, settings, watched, rf
):
    article = ArticlePageFactory(parent=news, title="Một bài chỉ có trong kiểm thử")
    request = rf.get(f"{article.url}?q=Nguyen+Van+A")
    request.resolver_match = None
    request._wagtail_route_for_request = (article, (), {})
    watched(request)
    response = numbers(client)
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    said = response.content.decode()
    counted = 'portal_answer_seconds_count{method="GET",status="200",view="ArticlePage"'
    assert counted in said
    assert article.slug not in said
    assert "Nguyen" not in said


def test_a_made_up_method_is_no_name_of_its_own(client, front, watched, rf):
    request = rf.generic("BREW", "/")
    request.resolver_match = None
    watched(request, 405)
    said = numbers(client).content.decode()
    assert 'method="other",status="405"' in said
    assert "BREW" not in said


def test_health_is_there_in_numbers(client, front, settings):
    settings.METRICS_KEY = KEY
    said = numbers(client).content.decode()
    assert 'portal_health{check="database"} 0.0' in said
    # Nobody sends letters in a test.
    assert 'portal_health{check="workers"} 1.0' in said
    assert 'portal_letters{state="failed"} 0.0' in said
