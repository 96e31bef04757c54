"""`load_demo` runs once, all or nothing, and touches nobody else's content."""

import io

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command
from wagtail.models import Page

from home.demo import accounts
from home.models import ArticlePage
from portal.demo import LOGINS
from portal.demo.drawings import Drawing
from portal.models import PortalImage
from portal.tests.demonstration import small_webp


@pytest.fixture(autouse=True)
def var(settings, tmp_path, monkeypatch):
    monkeypatch.delenv("DEMO_PASSWORD", raising=False)
    monkeypatch.setattr(Drawing, "content", small_webp)
    settings.VAR_DIR = tmp_path
    return tmp_path


def load() -> str:
    out = io.StringIO()
    call_command("load_demo", stdout=out)
    return out.getvalue()


def fingerprint():
    pages = Page.objects.order_by("pk").values_list("pk", "latest_revision_id")
    return list(pages), PortalImage.objects.count(), get_user_model().objects.count()


def test_a_second_run_changes_nothing_and_brings_nothing_back(db, var):
    assert "is loaded" in load()
    before, logins = fingerprint(), (var / LOGINS).read_text(encoding="utf-8")
    assert "nothing changed" in load()
    assert fingerprint() == before
    assert (var / LOGINS).read_text(encoding="utf-8") == logins
    for article in ArticlePage.objects.all():
        article.delete()
    load()
    assert not ArticlePage.objects.exists()


def test_a_portal_with_content_is_left_alone(news, var):
    news.add_child(instance=ArticlePage(title="Tin của Sở", slug="tin-cua-so"))
    assert "of its own" in load()
    assert ArticlePage.objects.count() == 1
    assert not (var / LOGINS).exists()


def test_a_failure_leaves_nothing_behind(front, monkeypatch):
    def fail():
        raise OSError("disk full")

    monkeypatch.setattr(accounts, "create", fail)
    with pytest.raises(OSError, match="disk full"):
        load()
    assert not Page.objects.filter(depth__gte=4).exists()


def test_a_given_password_is_written_nowhere(front, var, monkeypatch):
    monkeypatch.setenv("DEMO_PASSWORD", "mat-khau-rieng-2026")
    accounts.create()
    user = get_user_model().objects.get(username="bientap")
    assert user.check_password("mat-khau-rieng-2026")
    assert "mat-khau" not in (var / LOGINS).read_text(encoding="utf-8")


def test_an_account_that_exists_keeps_its_password(front, var):
    get_user_model().objects.create_user("bientap", password="cua-toi")
    accounts.create()
    assert get_user_model().objects.get(username="bientap").check_password("cua-toi")
    assert "bientap" not in (var / LOGINS).read_text(encoding="utf-8")
