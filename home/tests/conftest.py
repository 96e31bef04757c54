"""What tests of the whole portal share."""

import sqlite3
from contextlib import closing

import pytest
from django.core.cache import cache
from django.db import connection
from django.utils import timezone
from wagtail.models import Site

from portal.tests import loaded


@pytest.fixture
def demonstration(transactional_db, settings):
    """The demonstration as `make run` loads it, in this test's database."""
    if connection.vendor != "sqlite":
        pytest.skip("the demonstration is kept as a file of SQLite")
    folder = loaded.made(timezone.localdate())
    settings.MEDIA_ROOT = folder / "media"
    connection.ensure_connection()
    with closing(sqlite3.connect(folder / "portal.sqlite3")) as source:
        source.backup(connection.connection)
    cache.clear()
    Site.clear_site_root_paths_cache()
