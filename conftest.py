"""What tests of every room share."""

import gc

import pytest
from hypothesis import settings

# A busy machine is no reason for a property to fail, and what passed once passes again:
# new examples are drawn by `make fuzz`, many at a time.
settings.register_profile("portal", deadline=None, derandomize=True)
settings.register_profile("fuzz", deadline=None, max_examples=2_000)
settings.load_profile("portal")


DATABASE_ACCESS = pytest.StashKey()
#: So many new objects are waited for before garbage is looked for; Python's own is 700.
MANY_OBJECTS = 50_000


def pytest_collection_finish() -> None:
    """What is loaded by now stays: garbage is looked for in what tests make alone."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(MANY_OBJECTS, 20, 50)


@pytest.fixture(scope="session")
def django_db_setup(
    request, django_test_environment, django_db_blocker, django_db_keepdb
):
    """In place of pytest-django's, which migrates in every process."""
    from portal.tests import migrated

    request.config.stash[DATABASE_ACCESS] = django_db_blocker
    with django_db_blocker.unblock():
        migrated.copy(reuse=django_db_keepdb)
    yield
    with django_db_blocker.unblock():
        migrated.drop()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item):
    """What a test committed, and the migrations' rows it flushed, end with it."""
    yield
    mark = item.get_closest_marker("django_db")
    committed = mark and mark.kwargs.get("transaction")
    if committed or "transactional_db" in item.fixturenames:
        from portal.tests import migrated

        with item.config.stash[DATABASE_ACCESS].unblock():
            migrated.restore()


@pytest.fixture
def front(db):
    """The front page of a prepared site, in an empty database."""
    from home.models import HomePage
    from home.setup import prepare_site
    from portal.tests.prepared import lay_down

    lay_down(prepare_site)
    return HomePage.objects.get()


@pytest.fixture
def wsgi(db):
    """The application a server calls, on the test's own connection: as for Django's
    client, the end of a request does not close what the test's transaction holds."""
    from django.core import signals
    from django.db import close_old_connections

    from portal.wsgi import application

    ends = (signals.request_started, signals.request_finished)
    for signal in ends:
        signal.disconnect(close_old_connections)
    yield application
    for signal in ends:
        signal.connect(close_old_connections)


@pytest.fixture
def news(front):
    """The news index."""
    from home.models import NewsIndexPage

    return NewsIndexPage.objects.get()


DATABASE_FIXTURES = {"db", "transactional_db", "django_db_setup"}


def pytest_addoption(parser) -> None:
    parser.addoption(
        "--data-only",
        action="store_true",
        help="only tests that use the database: pure rules are the same on each engine",
    )


def pytest_collection_modifyitems(config, items) -> None:
    if not config.getoption("--data-only"):
        return
    pure = [item for item in items if not _uses_data(item)]
    items[:] = [item for item in items if _uses_data(item)]
    config.hook.pytest_deselected(items=pure)


def _uses_data(item) -> bool:
    marks = {mark.name for mark in item.iter_markers()}
    return bool(
        marks & {"django_db", "postgres"} or DATABASE_FIXTURES & {*item.fixturenames}
    )
