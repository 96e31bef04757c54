"""Values, and parts of pages, that all share are asked for once a publication."""

from datetime import date

import pytest
from django.template import Context, Template

from portal.page_cache import generation, parts, values


@pytest.fixture
def kept(settings, tmp_path):
    """As served: what was published counts."""
    settings.PAGE_CACHE, settings.REDIS_URL = True, ""
    settings.PAGE_CACHE_FILE = tmp_path / "published"
    generation.expire()


@pytest.fixture
def asked():
    return []


@pytest.fixture
def value(asked):
    @values.until_published()
    def read(key: int, on: date) -> tuple[int, date]:
        asked.append(key)
        return key, on

    return read


DAY = date(2026, 3, 1)


def test_a_value_is_asked_for_once(kept, value, asked):
    assert value(1, DAY) == value(1, DAY) == (1, DAY)
    assert asked == [1]


def test_other_arguments_are_another_value(kept, value, asked):
    value(1, DAY)
    value(2, DAY)
    assert value(1, date(2026, 3, 2)) == (1, date(2026, 3, 2))
    assert asked == [1, 2, 1]


def test_publishing_ends_it(kept, value, asked):
    value(1, DAY)
    generation.expire()
    value(1, DAY)
    assert asked == [1, 1]


def test_it_never_lasts_longer_than_a_minute(kept, value, asked, monkeypatch):
    """For what is written around signals."""
    now = 1000.0
    monkeypatch.setattr(values.time, "monotonic", lambda: now)
    value(1, DAY)
    now += 61
    value(1, DAY)
    assert asked == [1, 1]


def test_nothing_is_kept_before_anybody_published(kept, value, asked, settings):
    settings.PAGE_CACHE_FILE.unlink()
    value(1, DAY)
    value(1, DAY)
    assert asked == [1, 1]


def test_nothing_is_kept_where_no_page_is(kept, value, asked, settings):
    settings.PAGE_CACHE = False
    value(1, DAY)
    value(1, DAY)
    assert asked == [1, 1]


def test_what_is_published_while_it_is_read_makes_it_old(kept):
    seen = []

    @values.until_published()
    def read() -> int:
        seen.append(1)
        if len(seen) == 1:
            generation.expire()
        return len(seen)

    assert [read(), read(), read()] == [1, 2, 2]


def draw(source: str, **context) -> str:
    return Template("{% load portal_frame %}" + source).render(Context(context))


ROW = '{% kept "components/more.html" key url=url text=text words=None %}'


def test_a_part_is_drawn_once_for_its_key(kept, monkeypatch):
    drawn = []
    render = parts.render_to_string
    monkeypatch.setattr(
        parts, "render_to_string", lambda *args: drawn.append(1) or render(*args)
    )
    first = draw(ROW, key=7, url="/a/", text="Xem <tất> cả")
    assert "Xem &lt;tất&gt; cả" in first
    assert draw(ROW, key=7, url="/a/", text="Xem <tất> cả") == first
    assert drawn == [1]
    draw(ROW, key=8, url="/a/", text="Xem <tất> cả")
    assert drawn == [1, 1]


def test_plain_values_are_of_the_key(kept):
    assert "/a/" in draw(ROW, key=7, url="/a/", text="x")
    assert "/b/" in draw(ROW, key=7, url="/b/", text="x")


def test_without_a_key_nothing_is_kept(kept):
    """A name that is not there is the same for everything."""
    source = '{% kept "components/more.html" nothing url=one.url text="x" words=None %}'
    assert "/a/" in draw(source, one={"url": "/a/"})
    assert "/b/" in draw(source, one={"url": "/b/"})
