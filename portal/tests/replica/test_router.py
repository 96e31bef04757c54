"""Reads of a reader go to the replica, everything else to the primary."""

import threading

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from portal.models import SiteSettings
from portal.replica import middleware, router

ROUTER = router.ReplicaRouter()


@pytest.fixture(autouse=True)
def _two_servers(monkeypatch):
    monkeypatch.setattr(router, "is_configured", lambda: True)
    yield
    router.read_primary()


def test_without_a_request_everything_goes_to_the_primary():
    assert ROUTER.db_for_read(SiteSettings) == "default"
    assert ROUTER.db_for_write(SiteSettings) == "default"


def test_after_a_write_reads_go_to_the_primary_too():
    router.read_replica()
    assert ROUTER.db_for_read(SiteSettings) == "replica"
    assert ROUTER.db_for_write(SiteSettings) == "default"
    assert ROUTER.db_for_read(SiteSettings) == "default"


@pytest.mark.django_db
def test_within_a_transaction_reads_go_to_the_primary():
    router.read_replica()  # the test itself is one transaction
    assert ROUTER.db_for_read(SiteSettings) == "default"


def test_another_thread_is_not_this_request():
    router.read_replica()
    seen = []
    other = threading.Thread(target=lambda: seen.append(ROUTER.db_for_read(object)))
    other.start()
    other.join()
    assert seen == ["default"]


def test_the_replica_is_never_migrated():
    assert ROUTER.allow_migrate("replica", "portal") is False
    assert ROUTER.allow_migrate("default", "portal") is None
    assert ROUTER.allow_relation(None, None)


SAID = 10


def kept(response) -> int:
    """For how many seconds the answer may be kept."""
    return int(response["Cache-Control"].partition("max-age=")[2])


class Asked:
    """A view that asks one thing; `statuses` are its answers in turn."""

    def __init__(self, *statuses: int, reads: bool = True) -> None:
        self.statuses, self.reads = [*statuses], reads
        self.servers: list[str] = []
        self.attributes: list[bool] = []

    def __call__(self, request):
        self.attributes.append(hasattr(request, "learnt"))
        if self.reads:
            self.servers.append(ROUTER.db_for_read(SiteSettings))
        request.learnt = True
        headers = {"Cache-Control": f"public, max-age={SAID}"}
        return HttpResponse(status=self.statuses.pop(0), headers=headers)


@pytest.fixture
def fresh(monkeypatch):
    monkeypatch.setattr(middleware, "data_age", lambda: 2.2)


def get(view, path="/", method="get", **meta):
    request = getattr(RequestFactory(), method)(path, **meta)
    return middleware.ReplicaMiddleware(view)(request)


def test_a_readers_page_is_kept_for_less_as_it_is_old_already(fresh):
    view = Asked(200)
    assert kept(get(view)) == SAID - 3
    assert view.servers == ["replica"]
    assert ROUTER.db_for_read(SiteSettings) == "default"


def test_nothing_is_kept_for_less_than_nothing(fresh, monkeypatch):
    monkeypatch.setattr(middleware, "data_age", lambda: 4.9)
    monkeypatch.setitem(globals(), "SAID", 3)
    assert kept(get(Asked(200))) == 0


def test_what_asked_for_nothing_is_not_old(fresh):
    assert kept(get(Asked(200, reads=False))) == SAID


def test_a_replica_behind_is_not_asked(monkeypatch):
    monkeypatch.setattr(middleware, "data_age", lambda: None)
    view = Asked(200)
    assert kept(get(view)) == SAID
    assert view.servers == ["default"]


@pytest.mark.parametrize(
    ("path", "meta"),
    [
        ("/", {"HTTP_COOKIE": "sessionid=a"}),
        ("/", {"HTTP_COOKIE": f"{middleware.PIN}=1"}),
        ("/", {"HTTP_AUTHORIZATION": "Basic a"}),
        ("/admin/login/", {}),
    ],
    ids=["signed in", "has just written", "with a password", "admin"],
)
def test_who_is_somebody_reads_from_the_primary(fresh, path, meta):
    view = Asked(200)
    get(view, path, **meta)
    assert view.servers == ["default"]


def test_whoever_sends_something_reads_it_back(fresh):
    view = Asked(302)
    pin = get(view, method="post").cookies[middleware.PIN]
    assert view.servers == ["default"]
    assert pin["max-age"] == middleware.PIN_SECONDS
    assert pin["httponly"]
    # The longest that a replica may be behind and still be asked.
    assert middleware.PIN_SECONDS > 5


@pytest.mark.parametrize("status", [404, 410, 503])
def test_what_the_replica_lacks_is_asked_of_the_primary(fresh, status):
    view = Asked(status, 200)
    response = get(view)
    assert response.status_code == 200
    assert kept(response) == SAID
    assert view.servers == ["replica", "default"]
    # Nothing that the first try has put on the request is believed.
    assert view.attributes == [False, False]


def test_what_neither_has_is_asked_twice_and_no_more(fresh):
    assert get(Asked(404, 404)).status_code == 404
