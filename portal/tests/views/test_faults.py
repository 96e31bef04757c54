"""A database or disk that is away is no fault of ours, and what was typed is kept."""

import errno
import logging

import pytest
from django.db import OperationalError
from django.test import Client
from django.urls import path

from portal.urls import handler500  # noqa: F401  as served
from portal.urls import urlpatterns as served
from portal.views.faults import is_away

DOWN = OperationalError("connection refused")


def fail(request, token):
    raise request.META["portal.fault"]


urlpatterns = [path("ve/<str:token>/", fail), *served]
pytestmark = pytest.mark.urls(__name__)


@pytest.fixture
def client():
    return Client(raise_request_exception=False)


def ask(client, fault, method="get", data=None):
    extra = {"portal.fault": fault}
    return getattr(client, method)("/ve/SECRET-TOKEN/", data, **extra)


def test_it_says_when_to_come_back_in_vietnamese(client):
    answer = ask(client, DOWN)
    assert answer.status_code == 503
    assert int(answer["Retry-After"]) > 0
    assert "no-store" in answer["Cache-Control"]
    assert 'lang="vi"' in answer.content.decode()
    assert "<form" not in answer.content.decode()


def test_a_sent_form_is_kept_to_be_sent_again_and_a_password_is_not(client):
    typed = {"name": "Nguyễn <Văn> A", "days": ["1", "2"], "password": "secret"}
    page = ask(client, DOWN, "post", typed).content.decode()
    assert 'name="name" value="Nguyễn &lt;Văn&gt; A"' in page
    assert page.count('name="days"') == 2
    assert "secret" not in page


@pytest.mark.django_db
def test_a_form_sent_from_elsewhere_is_not_repeated():
    client = Client(raise_request_exception=False, enforce_csrf_checks=True)
    assert ask(client, DOWN, "post", {"name": "x"}).status_code == 403


@pytest.mark.parametrize("fault", [DOWN, ValueError("of ours")])
def test_neither_fault_writes_the_tickets_address_into_the_log(client, caplog, fault):
    with caplog.at_level(logging.DEBUG):
        answer = ask(client, fault)
    assert answer.status_code == (503 if fault is DOWN else 500)
    assert "SECRET-TOKEN" not in caplog.text
    assert "ve/<str:token>/" in caplog.text


@pytest.mark.parametrize(
    ("fault", "away"),
    [
        (OperationalError("database or disk is full"), True),
        (OSError(errno.ENOSPC, "No space left on device"), True),
        (OperationalError("no such table: x"), False),
        (OSError(errno.ENOENT, "No such file"), False),
        (ValueError("x"), False),
        (None, False),
    ],
)
def test_only_what_time_mends_is_called_away(fault, away):
    assert is_away(fault) is away


def test_a_bucket_that_is_away_is_no_fault_of_ours_and_a_refusal_is():
    exceptions = pytest.importorskip("botocore.exceptions")
    assert is_away(exceptions.EndpointConnectionError(endpoint_url="http://s3"))
    assert not is_away(exceptions.ClientError({"Error": {}}, "GetObject"))
