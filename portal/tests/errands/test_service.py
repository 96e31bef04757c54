"""What the portal itself wants looked at: a night without a backup."""

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse

from portal.backup import Backup
from portal.errands import panel, service
from portal.models import User

NOW = datetime(2030, 3, 2, 2, 0, tzinfo=UTC)
ADMINISTRATOR = User(username="quantri", is_superuser=True)


def said(monkeypatch, settings, last, *, user=ADMINISTRATOR, nightly=True) -> list[str]:
    """The details of what the home page says of backups."""
    settings.BACKUP_NIGHTLY = nightly
    monkeypatch.setattr(service, "last_backup", lambda: last)
    return [str(one.detail) for one in service.missing_backup(user, NOW)]


def taken(ago: timedelta) -> Backup:
    return Backup(name="portal.tar.gz", taken_at=NOW - ago, size=1)


@pytest.mark.parametrize(
    ("ago", "says"), [(timedelta(hours=20), 0), (timedelta(hours=50), 1)]
)
def test_an_administrator_hears_of_a_night_without_a_backup(
    monkeypatch, settings, ago, says
):
    assert len(said(monkeypatch, settings, taken(ago))) == says


def test_it_says_when_the_last_one_was_or_that_there_is_none(monkeypatch, settings):
    (late,) = said(monkeypatch, settings, taken(timedelta(hours=50)))
    assert "28" in late
    (never,) = said(monkeypatch, settings, None)
    assert "chưa có" in never.lower()


def test_nobody_else_hears_of_it_nor_where_none_is_made(monkeypatch, settings):
    assert not said(monkeypatch, settings, None, user=User(username="bientap"))
    assert not said(monkeypatch, settings, None, nightly=False)


@pytest.mark.parametrize(
    ("last", "said"),
    [
        (taken(timedelta(hours=1)), "Bản sao lưu gần nhất: 08:00, 02/03/2030."),
        (None, "Chưa có bản sao lưu nào."),
    ],
)
@pytest.mark.django_db
def test_an_administrators_home_says_when_the_last_backup_was_made(
    client, admin_user, monkeypatch, settings, last, said
):
    settings.BACKUP_NIGHTLY = True
    monkeypatch.setattr(panel, "last_backup", lambda: last)
    client.force_login(admin_user)
    home = client.get("/admin/")
    assert said in home.content.decode()
    assert reverse("portal_health") in home.content.decode()
