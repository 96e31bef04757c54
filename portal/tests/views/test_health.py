"""Who watches the server is answered by whatever address it asks."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.db import OperationalError
from django.utils import timezone
from post_office.models import STATUS, Email

from portal.views import health
from portal.work import heartbeats


@pytest.fixture
def strict(settings):
    settings.ALLOWED_HOSTS = ["portal.example"]
    settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_asked_by_address_it_answers(client, strict, path):
    assert client.get(path, headers={"host": "10.0.0.7:8000"}).status_code == 200
    assert client.get("/", headers={"host": "10.0.0.7:8000"}).status_code == 400


@pytest.mark.django_db
def test_ready_names_what_is_late_and_goes_on_serving(client):
    now = timezone.now()
    heartbeats.beat("w", now)
    assert client.get("/readyz").content == b"ready\n"
    heartbeats.leave("w")
    Email.objects.create(
        to=["a@portal.example"], from_email="b@portal.example", status=STATUS.queued
    )
    Email.objects.update(created=now - health.LETTER_WAIT - timedelta(minutes=1))
    answer = client.get("/readyz")
    assert (answer.status_code, answer.content) == (
        200,
        b"ready\nlate: outbox, workers\n",
    )


@pytest.mark.django_db
def test_a_full_disk_is_not_ready(client, monkeypatch):
    full = SimpleNamespace(free=health.DISK_FREE - 1)
    monkeypatch.setattr(health.shutil, "disk_usage", lambda path: full)
    answer = client.get("/readyz")
    assert (answer.status_code, answer.content) == (503, b"not ready: disk\n")


@pytest.mark.django_db
def test_a_database_behind_this_code_is_not_ready(client, monkeypatch):
    monkeypatch.setattr(health, "_migrated", set())
    monkeypatch.setattr(health.MigrationExecutor, "migration_plan", lambda *_: ["0002"])
    answer = client.get("/readyz")
    assert (answer.status_code, answer.content) == (503, b"not ready: migrations\n")


def test_without_a_database_it_is_alive_and_not_ready(client, monkeypatch):
    def away():
        raise OperationalError

    monkeypatch.setattr(health.connection, "cursor", away)
    assert client.get("/healthz").status_code == 200
    answer = client.get("/readyz")
    assert (answer.status_code, answer.content) == (503, b"not ready: database\n")
