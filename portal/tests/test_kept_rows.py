"""Rows that a process keeps: never past a publication, never what others cannot see."""

import pytest
from django.db import transaction

from portal import kept_rows
from portal.kept_rows import KeptRows
from portal.page_cache import generation


class Store:
    """Rows by their keys, and which keys were read."""

    def __init__(self, **rows: str) -> None:
        self.rows, self.read = rows, []

    def __call__(self, keys: list[str]) -> dict[str, str]:
        self.read += keys
        return {key: self.rows[key] for key in keys if key in self.rows}


@pytest.fixture
def published(settings, tmp_path, transactional_db):
    """A portal whose processes hear of publications."""
    settings.PAGE_CACHE, settings.REDIS_URL = True, ""
    settings.PAGE_CACHE_FILE = tmp_path / "published"
    return generation.expire


def test_a_row_is_read_once_until_somebody_publishes(published):
    kept, store = KeptRows(10), Store(a="một", b="hai")
    assert kept.get(["b", "a", "x"], store) == {"b": "hai", "a": "một"}
    store.rows["a"] = "ba"
    assert list(kept.get(["a", "b"], store)) == ["a", "b"], "in the order asked for"
    assert store.read == ["b", "a", "x"]
    published()
    assert kept.get(["a"], store) == {"a": "ba"}


def test_rows_are_of_one_day(published):
    kept, store = KeptRows(10), Store(a="một")
    kept.get(["a"], store, of="hôm nay")
    kept.get(["a"], store, of="mai")
    assert store.read == ["a", "a"]


def test_a_transaction_reads_for_itself_and_keeps_nothing(published):
    kept, store = KeptRows(10), Store(a="một")
    with transaction.atomic():
        kept.get(["a"], store)
        store.rows["a"] = "rút lại"
        assert kept.get(["a"], store) == {"a": "rút lại"}
    store.rows["a"] = "một"
    assert kept.get(["a"], store) == {"a": "một"}


def test_where_no_publication_is_announced_nothing_is_kept(published, settings):
    settings.PAGE_CACHE = False
    kept, store = KeptRows(10), Store(a="một")
    for text in ("một", "hai"):
        store.rows["a"] = text
        assert kept.get(["a"], store) == {"a": text}


def test_what_nobody_announced_ends_by_itself(published, monkeypatch):
    kept, store, now = KeptRows(10), Store(a="một"), [0.0]
    monkeypatch.setattr(kept_rows.time, "monotonic", lambda: now[0])
    kept.get(["a"], store)
    store.rows["a"], now[0] = "hai", kept_rows.SECONDS + 1
    assert kept.get(["a"], store) == {"a": "hai"}


def test_it_is_bounded_and_gives_all_that_was_asked_for(published):
    kept, store = KeptRows(3), Store(**{key: key for key in "abcdefg"})
    assert list(kept.get("abcdefg", store)) == list("abcdefg")
    kept.get("ag", store)
    assert store.read[7:] == ["g"]
    assert kept.get("defg", store).keys() == set("defg")
