"""What the system checks say of a machine."""

from types import SimpleNamespace

import pytest
from django.core import checks as framework

from portal import checks, pdf


def ids(found):
    return [message.id for message in found]


def test_pango_missing_names_the_packages(monkeypatch):
    monkeypatch.setattr(pdf, "available", lambda: False)
    [message] = checks.pango()
    assert message.id == "portal.W001"
    assert message.level == framework.WARNING
    for package in ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0"):
        assert package in message.hint


def test_pango_present_is_silent(monkeypatch):
    monkeypatch.setattr(pdf, "available", lambda: True)
    assert checks.pango() == []


@pytest.mark.parametrize(
    ("driver", "browser", "expected"),
    [
        (object(), None, ["portal.W002"]),
        (object(), "/usr/bin/chromium", []),
        (None, None, []),
    ],
)
def test_chromium_is_missed_only_where_browser_tests_run(
    monkeypatch, driver, browser, expected
):
    monkeypatch.setattr(checks, "find_spec", lambda name: driver)
    monkeypatch.setattr(checks.shutil, "which", lambda name: browser)
    assert ids(checks.chromium()) == expected


@pytest.mark.parametrize(
    ("database", "expected"),
    [
        ({"ENGINE": "django.db.backends.sqlite3"}, ["portal.E001"]),
        (
            {
                "ENGINE": "django.db.backends.sqlite3",
                "OPTIONS": {"transaction_mode": "DEFERRED"},
            },
            ["portal.E001"],
        ),
        (
            {
                "ENGINE": "django.db.backends.sqlite3",
                "OPTIONS": {"transaction_mode": "immediate"},
            },
            [],
        ),
        ({"ENGINE": "django.db.backends.postgresql"}, []),
    ],
)
def test_sqlite_must_take_the_write_lock_first(monkeypatch, database, expected):
    settings = SimpleNamespace(DATABASES={"default": database})
    monkeypatch.setattr(checks, "settings", settings)
    assert ids(checks.sqlite_transactions()) == expected


def test_the_checks_are_registered():
    names = {check.__name__ for check in framework.registry.registry.get_checks()}
    assert {"pango", "chromium", "sqlite_transactions"} <= names
