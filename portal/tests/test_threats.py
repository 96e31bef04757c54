"""docs/security.md names tests that exist; and those that had no other place."""

import ast
import re
from pathlib import Path

import pytest
from django.conf import settings as portal_settings
from django.core import mail
from django.core.files.base import ContentFile
from wagtail.admin.rich_text.converters.editor_html import EditorHTMLConverter
from wagtail.embeds.embeds import get_embed
from wagtail.embeds.exceptions import EmbedUnsupportedProviderException
from wagtail.embeds.finders import get_finders
from wagtail.models import Collection

from home.tests.factories import ArticlePageFactory
from portal.models import PortalDocument, User

HOUSE = Path(portal_settings.BASE_DIR)
PAGE = (HOUSE / "docs" / "security.md").read_text("utf-8")
ROWS = [line for line in PAGE.splitlines() if re.match(r"\| \d+ \|", line)]
NAMED = sorted(set(re.findall(r"`([\w/]+\.py)::([\w:]+)`", PAGE)))


def test_every_threat_has_a_row_and_each_row_a_test():
    assert [int(row.split("|")[1]) for row in ROWS] == [*range(1, 29)]
    assert all("::test_" in row.split("|")[4] for row in ROWS)
    assert PAGE.count(".py::") >= len(NAMED) > len(ROWS)


@pytest.mark.parametrize(("file", "name"), NAMED)
def test_every_test_that_is_named_exists(file, name):
    """By the very words that pytest takes."""
    body = ast.parse((HOUSE / file).read_text("utf-8")).body
    for part in name.split("::"):
        (body,) = (one.body for one in body if getattr(one, "name", "") == part)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "evil",
    [
        "<p>a<script>alert(1)</script></p>",
        '<p><img src="x" onerror="alert(1)"></p>',
        '<p><a href="javascript:alert(1)">x</a></p>',
        '<svg onload="alert(1)"></svg>',
    ],
    ids=["script", "handler", "link", "drawing"],
)
def test_no_script_survives_in_a_text(news, client, evil):
    """As an editor's browser would send it, past whatever the editor shows."""
    kept = EditorHTMLConverter(["bold", "link"]).to_database_format(evil)
    page = ArticlePageFactory(parent=news, body=[("paragraph", kept)])
    shown = client.get(page.url).content.decode()
    for part in ("onerror", "onload", "javascript:", "<script>alert"):
        assert part not in shown


@pytest.mark.django_db
def test_a_document_runs_nothing_in_a_browser(client):
    root = Collection.get_first_root_node() or Collection.add_root(name="Root")
    document = PortalDocument(title="a", collection=root)
    # Past the form, as an import or an older version may have left one.
    document.file.save("a.html", ContentFile(b"<script>alert(1)</script>"))
    answer = client.get(document.url)
    assert answer.status_code == 200
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in answer["Content-Security-Policy"]


@pytest.mark.django_db
def test_no_address_is_fetched_for_an_embed():
    assert list(get_finders()) == []
    with pytest.raises(EmbedUnsupportedProviderException):
        get_embed("http://169.254.169.254/latest/meta-data/")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "wanted",
    ["//evil.example", "/\\evil.example", "https:evil.example", "javascript:1"],
)
def test_a_foreign_next_is_not_followed(client, wanted):
    User.objects.create_superuser("quantri", password="mat-khau-thu-nghiem")
    data = {"username": "quantri", "password": "mat-khau-thu-nghiem", "next": wanted}
    assert client.post("/admin/login/", data).url == "/admin/"


@pytest.mark.django_db
def test_a_letter_leads_here_whatever_host_was_named(client):
    User.objects.create_superuser("quantri", "quantri@portal.example", "x" * 20)
    false = {"host": "evil.example", "x-forwarded-host": "evil.example"}
    address = {"email": "quantri@portal.example"}
    assert client.post("/admin/password_reset/", address, headers=false).url
    (letter,) = mail.outbox
    assert f"{portal_settings.SITE_URL}/admin/password_reset/confirm/" in letter.body
    assert "evil" not in letter.body + letter.subject


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path",
    [
        "/.env",
        "/.git/config",
        "/portal.sqlite3",
        "/secret-key.txt",
        "/media/../portal.sqlite3",
        "/media/%2e%2e/portal.sqlite3",
        "/static/../manage.py",
        "/static/%2e%2e/manage.py",
    ],
)
def test_nothing_of_the_machine_has_an_address(client, front, path):
    assert client.get(path).status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path",
    ["/", "/tin-tuc/", "/tim-kiem/?q=a", "/ve/", "/khong-co/", "/admin/login/"],
)
def test_every_page_has_a_policy_and_keeps_its_kind(client, front, path):
    answer = client.get(path)
    assert answer["Content-Type"].startswith("text/html")
    assert "object-src 'none'" in answer["Content-Security-Policy"]
    assert "frame-ancestors 'self'" in answer["Content-Security-Policy"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Permissions-Policy"]


@pytest.mark.parametrize(
    "file", sorted(HOUSE.glob("requirements*.txt")), ids=lambda file: file.name
)
def test_every_requirement_is_pinned(file):
    lines = file.read_text("utf-8").splitlines()
    named = [line for line in lines if line and not line.startswith(("#", "-r "))]
    assert all(re.fullmatch(r"[\w.-]+(\[\w+\])?==[\w.]+", line) for line in named)


def test_the_newest_wagtail_is_tried_with_every_list_there_is():
    """`make test-next` installs from copies beside its own of requirements.txt."""
    make = (HOUSE / "Makefile").read_text("utf-8")
    (copied,) = re.findall(r"^\t@cp (requirements.*) \$\(NEXT\)/$", make, re.MULTILINE)
    needed, looked_at = {"requirements-dev.txt"}, set()
    while left := needed - looked_at:
        looked_at.add(one := left.pop())
        text = (HOUSE / one).read_text("utf-8")
        needed.update(re.findall(r"^-r (\S+)$", text, re.MULTILINE))
    assert {*copied.split(), "requirements.txt"} == needed
