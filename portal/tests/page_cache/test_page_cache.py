"""Finished pages: given again to readers, never to somebody else, never when old."""

import html
import re
import time
from datetime import timedelta
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from events.tests.factories import EventFactory
from portal.page_cache import generation, middleware

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("kept_pages")]


@pytest.fixture
def reader():
    return Client()


def words(response) -> str:
    return response.content.decode()


@pytest.mark.parametrize(
    "added", ["fbclid=IwAR0", "utm_source=zalo&utm_medium=x", "zarsrc=30&a", "gclid="]
)
def test_a_shared_link_brings_the_page_that_is_kept(article, reader, added):
    plain = article.url
    first = reader.get(plain)
    again = reader.get(f"{plain}?{added}")
    kept = "a" not in added.split("&")
    assert ("Age" in again) is kept
    assert words(again) == words(first)


def test_words_of_ours_stay_beside_those_of_others(article, reader):
    listed = reader.get("/tin-tuc/?q=tr%C4%83m&fbclid=1&nam=2021&utm_id=2")
    assert "fbclid" not in words(listed)
    again = reader.get("/tin-tuc/?q=tr%C4%83m&nam=2021")
    assert "Age" in again
    assert words(again) == words(listed)


def test_a_second_reader_costs_no_query(reader, article, django_assert_num_queries):
    first = reader.get(article.url)
    with django_assert_num_queries(0):
        again = Client().get(article.url)
    assert again.content == first.content
    assert again["Content-Security-Policy"] == first["Content-Security-Policy"]
    assert again["Age"] == "0"


def test_what_is_published_is_there_at_once(
    reader, article, django_capture_on_commit_callbacks
):
    assert "Một trăm ngày" in words(reader.get(article.url))
    with django_capture_on_commit_callbacks(execute=True):
        article.title = "Hai trăm ngày"
        article.save_revision().publish()
    assert "Hai trăm ngày" in words(reader.get(article.url))


def test_what_was_published_while_the_page_was_made_is_not_hidden(
    reader, article, monkeypatch
):
    serve = type(article).serve

    def overtaken(page, request, *args, **kwargs):
        answer = serve(page, request, *args, **kwargs)
        generation.expire()
        return answer

    monkeypatch.setattr(type(article), "serve", overtaken)
    reader.get(article.url)
    assert "Age" not in reader.get(article.url)


def test_seats_are_never_older_than_ten_seconds(reader, front, monkeypatch):
    event = EventFactory(parent=front)
    assert "Age" not in reader.get(event.url)
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 9)
    assert reader.get(event.url)["Age"] == "9"
    monkeypatch.setattr(time, "time", lambda: now + 11)
    assert "Age" not in reader.get(event.url)


def test_a_cache_before_it_keeps_them_no_longer(reader, front, monkeypatch):
    """nginx does not count by `Age`: it is told the seconds that are left."""
    event = EventFactory(parent=front)
    tag = reader.get(event.url)["ETag"]
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 7)
    for headers in ({}, {"if-none-match": tag}):
        again = reader.get(event.url, headers=headers)
        assert again["X-Accel-Expires"] in {"2", "3"}
        assert again.status_code == (304 if headers else 200)


def test_seats_are_never_shown_while_fresher_ones_are_fetched(
    reader, front, news, article
):
    event = EventFactory(parent=front)
    for path in ("/", event.url):
        assert "stale" not in reader.get(path)["Cache-Control"]
    control = reader.get(article.url)["Cache-Control"]
    assert {"public", "max-age=60", "stale-while-revalidate=60"} == {
        *control.split(", ")
    }


def test_another_day_is_another_page(reader, article, monkeypatch):
    reader.get(article.url)
    tomorrow = timezone.localdate() + timedelta(days=1)
    monkeypatch.setattr(timezone, "localdate", lambda *args: tomorrow)
    assert "Age" not in reader.get(article.url)


def test_who_is_signed_in_neither_reads_nor_leaves_anything(
    admin_client, reader, article
):
    admin_client.get(article.url)
    assert "Age" not in reader.get(article.url)
    assert "Age" not in admin_client.get(article.url)


def test_a_false_host_is_neither_shown_nor_kept_for_others(reader, article):
    false = {"x-forwarded-host": "evil.example", "x-host": "evil.example"}
    assert "evil" not in words(reader.get(article.url, headers=false))
    reader.get(article.url, headers={"host": "evil.example"})
    again = reader.get(article.url)
    assert "Age" in again
    assert "evil" not in words(again)


@pytest.mark.parametrize(
    "query", ["x=1", "q=mẫu&x=1", "q=" + "a" * middleware.LONGEST_QUERY]
)
def test_words_somebody_makes_up_fill_no_cache(reader, news, query):
    reader.get(f"{news.url}?{query}")
    assert "Age" not in reader.get(f"{news.url}?{query}")


def test_a_filter_is_a_page_of_its_own(reader, news):
    reader.get(news.url)
    assert "Age" not in reader.get(f"{news.url}?nam=2021")
    assert "Age" in reader.get(f"{news.url}?nam=2021")


@pytest.mark.parametrize(
    "path",
    [
        "/tim-kiem/?q=mẫu",
        "/tim-kiem.json?q=mẫu",
        "/van-ban.json",
        "/sang-kien.json",
        "/so-do-trang/",
        "/sitemap.xml",
        "/sitemap-tin-tuc.xml",
        "/tin-tuc/?trang=1",
    ],
)
def test_search_site_map_and_data_are_kept_too(reader, article, path):
    first = reader.get(path)
    again = reader.get(path)
    assert (first.status_code, "Age" in first, "Age" in again) == (200, False, True)


def test_packed_and_plain_are_kept_apart(reader, article):
    packed = reader.get(article.url, headers={"accept-encoding": "gzip"})
    plain = reader.get(article.url)
    assert packed["Content-Encoding"] == "gzip"
    assert not plain.has_header("Content-Encoding")
    again = reader.get(article.url, headers={"accept-encoding": "gzip"})
    assert (again["Age"], again.content) == ("0", packed.content)


def test_nothing_is_sent_twice_to_who_has_it(reader, article):
    tag = reader.get(article.url)["ETag"]
    kept = reader.get(article.url, headers={"if-none-match": tag})
    generation.expire()
    made = reader.get(article.url, headers={"if-none-match": tag})
    assert [(one.status_code, one.content) for one in (kept, made)] == [(304, b"")] * 2
    assert kept["ETag"] == made["ETag"] == tag


@pytest.mark.parametrize("path", ["/ve/", "/khong-co/", "/admin/login/", "/readyz"])
def test_forms_faults_and_health_are_never_kept(reader, front, path):
    reader.get(path)
    assert "Age" not in reader.get(path)


def test_nothing_that_is_kept_holds_a_token_of_one_reader(reader, front, article):
    """Whatever the front page and the tree of all pages lead to."""
    event = EventFactory(parent=front, registration_on=True, capacity=5)
    leads = re.compile(r'href="(/[^"#]*)"')
    found = {article.url, event.url, f"{event.url}dang-ky/"}
    for path in ("/", "/so-do-trang/"):
        found.update(leads.findall(words(reader.get(path))))
    kept = []
    for path in sorted(html.unescape(one) for one in found):
        first = reader.get(path)
        if "Age" not in (again := reader.get(path)):
            continue
        kept.append(path)
        assert not first.cookies and not again.cookies, path
        if not again.streaming and again["Content-Type"].startswith("text/"):
            for own in ("csrfmiddlewaretoken", "guard_stamp", 'name="key"'):
                assert own not in words(again), path
    assert {"/", "/tin-tuc/", article.url, event.url} <= {*kept}
    assert f"{event.url}dang-ky/" not in kept


def test_an_unsent_draft_or_a_registration_ends_nothing(
    article, django_capture_on_commit_callbacks
):
    names = {"wagtailcore.revision", "events.registration", "portal.portalrendition"}
    with django_capture_on_commit_callbacks() as after:
        for name in names:
            generation.expire_after(apps.get_model(name))
    assert not after
    with django_capture_on_commit_callbacks() as after:
        generation.expire_after(type(article))
    assert after == [generation.expire]


def test_an_editor_who_has_a_page_open_ends_nothing(
    article, admin_client, django_capture_on_commit_callbacks
):
    """Wagtail's form says every few seconds that it is still there."""
    with django_capture_on_commit_callbacks() as after:
        form = admin_client.get(reverse("wagtailadmin_pages:edit", args=[article.pk]))
        ping = re.search(r"/admin/editing-sessions/ping/[^\"\s]+", form.text)[0]
        assert admin_client.post(ping).status_code == 200
    assert generation.expire not in after


def test_a_telephone_at_the_door_ends_nothing(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as after:
        for name in ("events.scan", "events.doordevice", "events.surveyreply"):
            generation.expire_after(apps.get_model(name))
    assert not after


def test_what_is_called_silent_exists():
    tables = {model._meta.label_lower for model in apps.get_models()}
    tables |= {app.label for app in apps.get_app_configs()}
    assert tables >= generation._SILENT


def test_every_filter_may_be_kept():
    named = re.compile(r'Facet\(\s*"([a-z-]+)"')
    names = {"sap-xep", "trang", "q"}
    for room in ("documents", "events", "home", "portal", "questions"):
        for file in Path(settings.BASE_DIR, room).rglob("*.py"):
            if "tests" not in file.parts:
                names.update(named.findall(file.read_text("utf-8")))
    assert {"linh-vuc", "nam", "chu-de"} <= names <= middleware.PARAMETERS
