"""Two hosts serve one portal by settings alone: one database, one Redis, one key."""

import re
import secrets
import shutil
from urllib.parse import urlencode

import pytest

from portal.tests.faults.servers import Machine, Postgres, ask, free_port

pytest.importorskip("redis", reason="requirements-scale.txt is not installed")
pytest.importorskip("psycopg", reason="requirements-scale.txt is not installed")
pytestmark = [
    pytest.mark.faults,
    pytest.mark.skipif(not shutil.which("redis-server"), reason="no redis-server here"),
]
RENAME = (
    "from home.models import HomePage; page = HomePage.objects.get();"
    "page.seo_title = '{}'; page.save_revision().publish()"
)
MAKE_USER = (
    "from portal.models import User;"
    "User.objects.create_superuser('mot', 'mot@portal.example', '{}')"
)


@pytest.fixture(scope="module")
def hosts(tmp_path_factory, machine):
    """Two machines with nothing in common but what their settings name."""
    postgres, port = Postgres(), free_port()
    shared = {
        "DATABASE_URL": postgres.url,
        "REDIS_URL": f"redis://127.0.0.1:{port}/0",
        "SECRET_KEY": secrets.token_urlsafe(60),
    }
    folders = [tmp_path_factory.mktemp(name) for name in ("one", "two")]
    try:
        postgres.start()
        with Machine(folders[0], **shared) as one, Machine(folders[1], **shared) as two:
            words = ["--port", str(port), "--bind", "127.0.0.1", "--save", ""]
            one.start(["redis-server", *words, "--dir", str(one.folder)], "redis")
            for host in (one, two):
                host.prepare(like=machine)
                host.serve("--workers", "2")
            yield one, two
    finally:
        postgres.remove()


def test_what_one_publishes_the_other_shows_at_once(hosts):
    one, two = hosts
    for host in hosts:
        assert host.get("/").status == 200
        assert "Age" in host.get("/").headers, "kept, by either of its workers"
    for number, host in enumerate((one, two, one)):
        title = f"Bản minh họa {number}"
        host.manage("shell", "-c", RENAME.format(title))
        for reader in hosts:
            for _worker in range(4):
                assert f"<title>{title}" in reader.get("/").text


def test_who_signs_in_at_one_is_known_to_the_other(hosts):
    one, two = hosts
    password = secrets.token_urlsafe(12)
    one.manage("shell", "-c", MAKE_USER.format(password))
    form = one.get("/admin/login/")
    cookie = form.headers["Set-Cookie"].partition(";")[0]
    mark = re.search(r'csrfmiddlewaretoken" value="([^"]+)', form.text)[1]
    fields = {"username": "mot", "password": password, "csrfmiddlewaretoken": mark}
    headers = {
        "Cookie": cookie,
        "Content-Type": "application/x-www-form-urlencoded",
        "Referer": f"http://127.0.0.1:{one.port}/admin/login/",
    }
    signed_in = ask(
        one.port, "POST", "/admin/login/", body=urlencode(fields), headers=headers
    )
    assert signed_in.status == 302
    own = re.search(
        r"(sessionid=[^;]+)", "\n".join(signed_in.headers.get_all("Set-Cookie"))
    )
    for host in hosts:
        assert host.get("/admin/", Cookie=own[1]).status == 200
        assert host.get("/admin/", Cookie="sessionid=none").status == 302
