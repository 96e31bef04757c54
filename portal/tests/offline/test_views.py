"""The worker, the manifest and the list: what is served, and to whom it is kept."""

import re
import shutil
import subprocess

import brotli
import pytest
from django.conf import settings
from django.urls import reverse

from portal.offline import views

pytestmark = pytest.mark.django_db
SCRIPTS = settings.BASE_DIR / "portal" / "static" / "portal" / "js"
MOST = 4 * 1024


def test_the_worker_is_asked_for_anew_and_kept_by_nobody_else(client, front):
    response = client.get("/sw.js")
    assert response["Content-Type"] == "text/javascript; charset=utf-8"
    assert "no-cache" in response["Cache-Control"]
    assert "public" not in response["Cache-Control"]


def test_the_worker_stands_where_its_scope_is_the_whole_site():
    assert reverse("offline_worker").count("/") == 1


def test_another_release_is_another_worker(client, front, monkeypatch):
    before = client.get("/sw.js").content
    assert client.get("/sw.js").content == before
    monkeypatch.setattr(views, "static", lambda name: f"/static/{name}?new")
    after = client.get("/sw.js").content
    release = re.compile(rb'RELEASE = "(\w+)"')
    assert release.search(before)[1] != release.search(after)[1]


def test_the_worker_fetches_no_page_of_a_person(client, front):
    [line] = re.findall(r"SHELL = (.*);", client.get("/sw.js").content.decode())
    pages = [name for name in re.findall(r'"([^"]+)"', line) if "static" not in name]
    assert pages == [reverse("saved")]


def test_it_is_withdrawn_by_a_setting(client, front, settings):
    settings.OFFLINE_READING = False
    script = client.get("/sw.js").content.decode()
    assert "unregister" in script
    assert "fetch" not in script
    assert client.get("/da-luu/").status_code == 404
    assert b"data-keeper" not in client.get("/").content


def test_the_list_is_the_same_for_everybody(client, front, admin_user):
    response = client.get("/da-luu/")
    assert "public" in response["Cache-Control"]
    assert not response.cookies
    assert b"csrf" not in response.content


def test_the_manifest_names_the_house_and_pictures_that_are_made(client, front):
    data = client.get("/manifest.webmanifest").json()
    assert data["scope"] == data["start_url"] == "/"
    assert data["name"]
    assert {icon["sizes"] for icon in data["icons"]} >= {"any", "512x512"}
    assert b'rel="manifest"' in client.get("/").content


@pytest.mark.parametrize("name", ["keep.js", "saved.js"])
def test_a_script_that_comes_on_demand_is_small(name):
    assert len(brotli.compress((SCRIPTS / name).read_bytes())) <= MOST


def test_the_worker_is_small(client, front):
    assert len(brotli.compress(client.get("/sw.js").content)) <= MOST


@pytest.mark.skipif(not shutil.which("node"), reason="Node.js is not installed")
@pytest.mark.parametrize("is_on", [True, False])
def test_the_worker_is_a_script(client, front, settings, tmp_path, is_on):
    settings.OFFLINE_READING = is_on
    file = tmp_path / "sw.js"
    file.write_bytes(client.get("/sw.js").content)
    subprocess.run(["node", "--check", str(file)], check=True)
