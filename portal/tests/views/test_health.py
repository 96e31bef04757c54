"""Who watches the server is answered by whatever address it asks."""

import re
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.db import OperationalError
from django.urls import reverse
from django.utils import timezone
from post_office.models import STATUS, Email

from portal import health
from portal.models import User
from portal.models.work import JobRun
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


def seen(now) -> dict[str, str]:
    return {one.key: one.state.value for one in health.findings(now)}


@pytest.mark.django_db
def test_the_screen_and_readyz_see_the_same(client, monkeypatch):
    now = timezone.now()
    heartbeats.beat("w", now)
    assert {seen(now)[key] for key in ("database", "disk", "workers")} == {"good"}
    heartbeats.leave("w")
    JobRun.objects.create(name="portal.backup.jobs.back_up", problem="OSError")
    monkeypatch.setattr(
        health.shutil, "disk_usage", lambda path: SimpleNamespace(free=1)
    )
    states = seen(now)
    assert (states["disk"], states["workers"]) == ("broken", "late")


@pytest.mark.django_db
def test_a_job_that_failed_is_named_and_one_long_gone_is_not(monkeypatch):
    job = next(iter(health.all_jobs()))
    JobRun.objects.create(name=job.name, problem="OSError")
    JobRun.objects.create(name="of.a.former.version", problem="ValueError")
    found = next(one for one in health.findings(timezone.now()) if one.key == "jobs")
    assert (found.state, found.detail) == ("late", f"{job.name} (OSError)")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("nightly", "state", "said"),
    [(True, "late", "chưa có bản nào"), (False, "unset", "không đặt sao lưu hằng đêm")],
)
def test_no_backup_matters_where_one_is_made_each_night(
    monkeypatch, settings, nightly, state, said
):
    monkeypatch.setattr(health, "last_backup", lambda: None)
    settings.BACKUP_NIGHTLY = nightly
    found = next(one for one in health.findings(timezone.now()) if one.key == "backup")
    assert found.state.value == state
    assert said in found.detail


@pytest.mark.django_db
def test_an_old_backup_is_not_called_good_where_none_is_made_each_night(
    monkeypatch, settings, admin_client
):
    taken = SimpleNamespace(taken_at=timezone.now() - timedelta(days=400))
    monkeypatch.setattr(health, "last_backup", lambda: taken)
    settings.BACKUP_NIGHTLY = False
    page = admin_client.get(reverse("portal_health")).content.decode()
    row = page.partition("Bản sao lưu gần nhất")[2].partition("</tr>")[0]
    assert "Không đặt" in row
    assert "Tốt" not in row
    assert "không đặt sao lưu hằng đêm" in row


def test_without_a_database_the_screens_rows_say_so(monkeypatch):
    def away():
        raise OperationalError

    monkeypatch.setattr(health.connection, "cursor", away)
    assert seen(timezone.now()) == {"database": "broken"}


@pytest.mark.django_db
def test_the_screen_is_for_administrators(client):
    client.force_login(User.objects.create_superuser("quantri"))
    page = client.get("/admin/tinh-trang/")
    assert page.status_code == 200
    (title,) = re.findall(
        r"<title>\s*(.*?)\s*</title>", page.content.decode(), re.DOTALL
    )
    assert title.startswith("Tình trạng cổng")
    assert "Dung lượng đĩa còn trống" in page.content.decode()
    client.force_login(User.objects.create_user("lan"))
    assert client.get("/admin/tinh-trang/").status_code == 302
