"""What tests of every room share."""

import pytest
from hypothesis import settings

# A busy machine is no reason for a property to fail.
settings.register_profile("portal", deadline=None)
settings.load_profile("portal")


@pytest.fixture
def front(db):
    """The front page of a prepared site, in an empty database."""
    from home.setup import prepare_site

    return prepare_site()


@pytest.fixture
def news(front):
    """The news index."""
    from home.models import NewsIndexPage

    return NewsIndexPage.objects.get()
