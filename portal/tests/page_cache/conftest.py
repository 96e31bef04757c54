"""Pages kept as they are when served, and an article among them."""

import pytest

from home.tests.factories import ArticlePageFactory
from portal.page_cache import generation


@pytest.fixture
def kept_pages(settings):
    """Finished pages are kept, and none is yet."""
    settings.PAGE_CACHE = True
    generation.expire()
    generation.cache().clear()


@pytest.fixture
def article(news):
    return ArticlePageFactory(parent=news, title="Một trăm ngày")
