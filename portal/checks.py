"""What is missing on this machine, with the package to install."""

import shutil
from importlib.util import find_spec

from django.conf import settings
from django.core import checks

from portal import pdf

BROWSERS = (
    "chromium",
    "chromium-headless-shell",
    "chromium-browser",
    "google-chrome",
    "chrome",
)


@checks.register()
def pango(app_configs=None, **kwargs) -> list[checks.CheckMessage]:
    if pdf.available():
        return []
    return [
        checks.Warning(
            "Pango is not installed: pages offer the browser's print instead of a PDF.",
            hint=f"apt install {pdf.PACKAGES}",
            id="portal.W001",
        )
    ]


@checks.register("browser")
def chromium(app_configs=None, **kwargs) -> list[checks.CheckMessage]:
    """Only where playwright is, the driver of the tests that need it."""
    if find_spec("playwright") is None or any(map(shutil.which, BROWSERS)):
        return []
    return [
        checks.Warning(
            "Chromium is not installed: the browser tests are skipped.",
            hint="apt install chromium",
            id="portal.W002",
        )
    ]


@checks.register()
def sqlite_transactions(app_configs=None, **kwargs) -> list[checks.CheckMessage]:
    """Of two who write at once the second waits with IMMEDIATE, and fails without."""
    return [
        checks.Error(
            f"SQLite database {alias!r} must use transaction_mode IMMEDIATE.",
            hint="Keep the OPTIONS that portal/settings/base.py sets.",
            id="portal.E001",
        )
        for alias, database in settings.DATABASES.items()
        if database["ENGINE"] == "django.db.backends.sqlite3"
        and str(database.get("OPTIONS", {}).get("transaction_mode")).upper()
        != "IMMEDIATE"
    ]
