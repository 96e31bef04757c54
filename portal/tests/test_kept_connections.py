"""A file kept open is answered from only while it lies where it is asked for."""

import os
import sqlite3

import pytest
from django.core.signals import request_started
from django.db import connections
from django.db.backends.sqlite3.base import DatabaseWrapper

from portal import kept_connections


def file_that_says(path, word: str) -> None:
    with sqlite3.connect(path) as file:
        file.execute("CREATE TABLE said (word TEXT)")
        file.execute("INSERT INTO said VALUES (?)", [word])
    file.close()


@pytest.fixture
def opened(tmp_path, monkeypatch):
    """A connection to a file, in the place of all others."""
    file_that_says(tmp_path / "one", "first")
    settings = connections["default"].settings_dict
    settings = {**settings, "ENGINE": "django.db.backends.sqlite3", "OPTIONS": {}}
    one = DatabaseWrapper({**settings, "NAME": tmp_path / "one"})
    monkeypatch.setattr(connections, "all", lambda initialized_only=False: [one])
    yield one
    one.close()


def said(connection) -> str:
    kept_connections.close_what_was_replaced()
    with connection.cursor() as cursor:
        cursor.execute("SELECT word FROM said")
        return cursor.fetchone()[0]


@pytest.fixture
def _any_database(django_db_blocker):
    with django_db_blocker.unblock():
        yield


pytestmark = pytest.mark.usefixtures("_any_database")


def test_it_stays_open_from_one_request_to_the_next(opened):
    assert said(opened) == "first"
    kept = opened.connection
    assert said(opened) == "first"
    assert opened.connection is kept


def test_another_file_in_its_place_is_read_from_the_next_request_on(opened, tmp_path):
    assert said(opened) == "first"
    file_that_says(tmp_path / "two", "second")
    os.replace(tmp_path / "two", tmp_path / "one")
    assert said(opened) == "second"


def test_a_transaction_is_not_broken_off(opened, tmp_path):
    assert said(opened) == "first"
    opened.in_atomic_block = True
    (tmp_path / "one").unlink()
    assert said(opened) == "first"
    opened.in_atomic_block = False


def test_every_request_asks():
    found = [function() for _key, function, *_rest in request_started.receivers]
    assert kept_connections.close_what_was_replaced in found
