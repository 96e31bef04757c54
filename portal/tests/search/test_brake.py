"""An open search has the brake that its JSON has."""

import pytest
from django.core.cache import cache

from portal.guard import Limit
from portal.search import views

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def brake(monkeypatch):
    cache.clear()
    monkeypatch.setattr(views, "READERS", Limit(2, views.READERS.per))
    yield
    cache.clear()


def test_whoever_searches_too_often_waits_and_keeps_the_words(client, front):
    answers = [client.get("/tim-kiem/?q=sang kien") for _again in range(3)]
    assert [one.status_code for one in answers][:2] == [200, 200]
    last = answers[2]
    # Two windows may lie between the three.
    if last.status_code == 200:
        last = client.get("/tim-kiem/?q=sang kien")
    assert last.status_code == 429
    assert int(last["Retry-After"]) >= 1
    assert "no-store" in last["Cache-Control"]
    assert 'value="sang kien"' in last.content.decode()


def test_an_empty_box_is_never_refused(client, front):
    assert {client.get("/tim-kiem/").status_code for _again in range(5)} == {200}
