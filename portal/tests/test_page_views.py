import pytest

from portal import page_views
from portal.page_views import page_context, page_schema, page_view


class Base:
    pass


class Special(Base):
    pass


@pytest.fixture(autouse=True)
def empty_registry(monkeypatch):
    for name in ("_contexts", "_schemas", "_patterns"):
        registry = getattr(page_views, name)
        monkeypatch.setattr(
            page_views,
            name,
            type(registry)(registry.default_factory)
            if hasattr(registry, "default_factory")
            else {},
        )


def test_the_nearest_type_has_the_last_word():
    page_context(Special)(lambda page, request: {"who": "special", "own": 1})
    page_context(Base)(lambda page, request: {"who": "base", "shared": 2})
    shown = {"who": "special", "own": 1, "shared": 2}
    assert page_views.context_of(Special(), None) == shown
    assert page_views.context_of(Base(), None) == {"who": "base", "shared": 2}


def test_a_schema_is_the_nearest_types_own():
    page_schema(Base)(lambda page, request: {"@type": "WebPage"})
    assert page_views.schema_of(Special(), None) == {"@type": "WebPage"}
    page_schema(Special)(lambda page, request: {"@type": "Event"})
    assert page_views.schema_of(Special(), None) == {"@type": "Event"}
    assert page_views.schema_of(object(), None) is None


def test_addresses_are_inherited_and_the_nearest_answers_first():
    page_view(Base, "rss/", name="rss")(lambda page, request: "base")
    page_view(Special, "rss/", name="rss")(lambda page, request: "special")
    page_view(Special, "so-sanh/", name="compare")(lambda page, request: "compare")
    names = [pattern.name for pattern in page_views.patterns_of(Special)]
    assert names == ["rss", "compare", "rss"]
    answers = [one.callback(None, None) for one in page_views.patterns_of(Special)]
    assert answers == ["special", "compare", "base"]
