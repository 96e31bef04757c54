"""Pages come and go at their hour, and one that cannot holds up no other."""

from datetime import timedelta

import pytest
from django.utils import timezone

from home.tests.factories import ArticlePageFactory
from portal.jobs import all_jobs
from portal.page_tree.schedule import publish_due, unpublish_expired

pytestmark = pytest.mark.django_db


def scheduled(news, hours: int, **fields):
    """A page approved for some hours from now."""
    page = ArticlePageFactory(parent=news, live=False, **fields)
    page.go_live_at = timezone.now() + timedelta(hours=hours)
    page.save_revision().publish()
    page.refresh_from_db()
    assert not page.live
    return page


def at(monkeypatch, hours: int):
    """The clock some hours from now."""
    moment = timezone.now() + timedelta(hours=hours)
    monkeypatch.setattr(timezone, "now", lambda: moment)
    return moment


def is_live(page) -> bool:
    page.refresh_from_db()
    return page.live


def test_public_at_its_hour_and_not_before(news, client, monkeypatch):
    page = scheduled(news, 10, title="Tin hẹn giờ")
    assert publish_due(at(monkeypatch, 9)) == 0
    assert not is_live(page)
    assert client.get(page.url).status_code == 404
    now = at(monkeypatch, 2)
    assert publish_due(now) == 1
    assert is_live(page)
    assert client.get(page.url).status_code == 200
    assert publish_due(now) == 0


def test_one_that_cannot_holds_up_no_other(news, monkeypatch, caplog):
    bad, good = scheduled(news, 1), scheduled(news, 2)
    refused = bad.get_latest_revision()
    refused.content["title"] = ""
    refused.content["slug"] = None
    refused.save()
    assert publish_due(at(monkeypatch, 3)) == 1
    assert is_live(good)
    assert not is_live(bad)
    assert f"{refused.pk}" in caplog.text


def test_withdrawn_at_its_hour(news, monkeypatch):
    page = ArticlePageFactory(parent=news, title="Thông báo có hạn")
    page.expire_at = timezone.now() + timedelta(hours=5)
    page.save_revision().publish()
    assert unpublish_expired(at(monkeypatch, 4)) == 0
    assert is_live(page)
    assert unpublish_expired(at(monkeypatch, 2)) == 1
    assert not is_live(page)


def test_the_worker_does_it():
    assert "portal.page_tree.jobs.keep_hours" in {job.name for job in all_jobs()}
