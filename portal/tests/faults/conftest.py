"""Real servers that are made to fail; skipped unless `make test-faults` asks."""

import pytest

from portal.tests.faults.servers import Machine


def pytest_collection_modifyitems(config, items) -> None:
    """Only who asks for faults waits for them."""
    if "faults" in config.option.markexpr:
        return
    skip = pytest.mark.skip(reason="make test-faults runs it")
    for item in items:
        if item.get_closest_marker("faults"):
            item.add_marker(skip)


@pytest.fixture(scope="session")
def machine(tmp_path_factory):
    """A portal without content on SQLite, served by gunicorn as README says."""
    with Machine(tmp_path_factory.mktemp("machine")) as one:
        one.prepare()
        one.serve()
        yield one
