"""A page on paper: tagged, in Vietnamese, and reading only its own files."""

import json
import threading
from datetime import UTC, datetime
from io import BytesIO
from unittest import mock

import pytest
from django.core.cache import caches
from django.core.exceptions import SuspiciousOperation
from django.test import RequestFactory
from wagtail.images.models import Filter

from home.tests.factories import ArticlePageFactory
from portal import pdf
from portal.images.validation import PictureRefused, accept
from portal.page_cache import generation
from portal.pdf.pages import page_html
from portal.tests.pictures import encoded, stored, upload

pytestmark = pytest.mark.skipif(
    not pdf.available(), reason="Pango is not on this machine"
)


@pytest.fixture
def article(news):
    image = stored(size=(700, 400), description="Hình vẽ minh họa: hội trường")
    image.create_renditions(Filter("width-648|format-jpeg"))
    body = [
        {"type": "heading", "value": {"text": "Ba lớp", "level": "h2"}},
        {
            "type": "paragraph",
            "value": "<p>Theo Quyết định 36/2018/QĐ-UBND, <i>có sửa đổi</i>.</p>",
        },
        {
            "type": "image",
            "value": {
                "image": image.pk,
                "alt": "Hình vẽ minh họa: giờ hỏi đáp",
                "caption": "Giờ hỏi đáp",
                "credit": "",
            },
        },
    ]
    return ArticlePageFactory(
        parent=news,
        title="Hơn 600 người dự hội nghị ở ba huyện",
        summary="Ba lớp phổ biến sáng kiến.",
        cover=image,
        body=json.dumps(body),
    )


def read(content):
    import pikepdf

    return pikepdf.open(BytesIO(content))


def structure(node, kind, found=None):
    """Every structure element of a kind, in reading order."""
    import pikepdf

    found = [] if found is None else found
    if isinstance(node, pikepdf.Dictionary):
        if node.get("/S") == f"/{kind}":
            found.append(node)
        children = node.get("/K", [])
        for child in children if isinstance(children, pikepdf.Array) else [children]:
            structure(child, kind, found)
    return found


def test_the_document_is_tagged_in_vietnamese_with_alt_texts(client, article):
    response = client.get(f"{article.url}pdf/")
    assert response["Content-Type"] == "application/pdf"
    document = read(response.content)
    assert str(document.Root.Lang) == "vi"
    assert document.Root.MarkInfo.Marked
    assert document.Root.ViewerPreferences.DisplayDocTitle
    assert str(document.docinfo.Title) == article.title
    with document.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
    tree = document.Root.StructTreeRoot
    assert [str(figure.Alt) for figure in structure(tree, "Figure")] == [
        "Hình vẽ minh họa: hội trường",
        "Hình vẽ minh họa: giờ hỏi đáp",
    ]
    assert len(structure(tree, "H1")) == 1
    assert len(structure(tree, "H2")) == 1
    with document.open_outline() as outline:
        assert [entry.title for entry in outline.root] == [article.title]
        assert [entry.title for entry in outline.root[0].children] == ["Ba lớp"]


def test_every_font_is_ours_and_embedded(client, article):
    document = read(client.get(f"{article.url}pdf/").content)
    fonts = [
        font
        for page in document.pages
        for font in page.Resources.get("/Font", {}).values()
    ]
    assert fonts
    for font in fonts:
        [descendant] = font.DescendantFonts
        descriptor = descendant.FontDescriptor
        assert "Be-Vietnam-Pro" in str(descriptor.FontName)
        assert "/FontFile2" in descriptor


def test_each_page_says_where_it_comes_from_and_which_it_is(client, article):
    import pypdf

    content = client.get(f"{article.url}pdf/").content
    reader = pypdf.PdfReader(BytesIO(content))
    total = len(reader.pages)
    for number, page in enumerate(reader.pages, start=1):
        text = page.extract_text().replace("\n", "")
        assert f"http://testserver{article.url}" in text
        assert f"{number}/{total}" in text


def test_numbers_hold_and_the_date_of_print_is_given(article):
    request = RequestFactory().get(f"{article.url}pdf/")
    request.user = None
    printed_at = datetime(2026, 11, 23, 2, 30, tzinfo=UTC)
    html = page_html(article, request, printed_at=printed_at)
    assert '<span class="nw">36/2018/QĐ-UBND</span>' in html
    assert "23/11/2026" in html
    assert "09:30" in html
    assert "<source" not in html


def test_the_answer_may_be_kept_and_has_a_name(client, article):
    response = client.get(f"{article.url}pdf/")
    assert "public" in response["Cache-Control"]
    assert response["X-Robots-Tag"] == "noindex"
    name = response["Content-Disposition"]
    assert name.startswith(
        'inline; filename="hon-600-nguoi-du-hoi-nghi-o-ba-huyen.pdf"'
    )
    assert "filename*=UTF-8''H%C6%A1n%20600" in name


@pytest.mark.parametrize(
    "url", ["/", "/tin-tuc/", "/van-ban/", "/su-kien/", "/sang-kien/"]
)
def test_every_room_prints(client, article, url):
    document = read(client.get(f"{url}pdf/").content)
    assert len(structure(document.Root.StructTreeRoot, "H1")) == 1


def test_without_pango_the_reader_is_told_what_to_do(client, article, monkeypatch):
    monkeypatch.setattr(pdf, "available", lambda: False)
    response = client.get(f"{article.url}pdf/")
    assert response.status_code == 503
    assert "no-store" in response["Cache-Control"]
    assert f'href="{article.url}"' in response.content.decode()


def test_a_failure_is_told_and_the_next_one_still_gets_its_turn(
    client, article, monkeypatch
):
    def fail(html, base_url):
        raise RuntimeError("drawing failed")

    with monkeypatch.context() as patch:
        patch.setattr(pdf, "render", fail)
        assert client.get(f"{article.url}pdf/").status_code == 503
    assert client.get(f"{article.url}pdf/").status_code == 200


def test_a_full_room_refuses_at_once_and_asks_again_by_itself(
    client, article, monkeypatch
):
    """Who waits holds a thread that readers of pages need."""
    with monkeypatch.context() as patch:
        patch.setattr(pdf, "_ROOM", threading.BoundedSemaphore(1))
        with pdf._ROOM:
            response = client.get(f"{article.url}pdf/")
    assert (response.status_code, response["Refresh"]) == (503, "5")
    assert "no-store" in response["Cache-Control"]
    assert client.get(f"{article.url}pdf/").status_code == 200


def test_one_drawing_serves_all_until_something_is_published(
    client, article, monkeypatch, settings
):
    settings.PAGE_CACHE = True
    drawn = []
    monkeypatch.setattr(
        pdf, "render", lambda html, base_url: drawn.append(html) or b"%PDF-"
    )
    generation.expire()
    first = client.get(f"{article.url}pdf/")
    assert client.get(f"{article.url}pdf/").content == first.content
    assert len(drawn) == 1
    generation.expire()
    client.get(f"{article.url}pdf/")
    assert len(drawn) == 2


def test_a_full_disk_keeps_no_drawing_and_the_reader_has_it(
    client, article, monkeypatch, settings
):
    settings.PAGE_CACHE = True
    monkeypatch.setattr(pdf, "render", lambda html, base_url: b"%PDF-")
    monkeypatch.setattr(caches["pdfs"], "set", mock.Mock(side_effect=OSError(28)))
    generation.expire()
    assert client.get(f"{article.url}pdf/").content == b"%PDF-"


def test_a_reader_with_a_session_shares_no_drawing(
    client, article, monkeypatch, settings, django_user_model
):
    settings.PAGE_CACHE = True
    drawn = []
    monkeypatch.setattr(
        pdf, "render", lambda html, base_url: drawn.append(html) or b"%PDF-"
    )
    client.force_login(django_user_model.objects.create_user("doc-gia", password="x"))
    for _time in range(2):
        client.get(f"{article.url}pdf/")
    assert len(drawn) == 2


def test_a_private_page_is_kept_by_no_shared_cache(client, article, django_user_model):
    from wagtail.models import PageViewRestriction

    PageViewRestriction.objects.create(page=article, restriction_type="login")
    assert client.get(f"{article.url}pdf/").status_code == 302
    reader = django_user_model.objects.create_user("doc-gia", password="x")
    client.force_login(reader)
    response = client.get(f"{article.url}pdf/")
    assert response["Content-Type"] == "application/pdf"
    assert "public" not in response.get("Cache-Control", "")


# What the document may read


@pytest.fixture
def fetch(settings, tmp_path):
    from portal.pdf.engine import PortalFetcher

    settings.MEDIA_ROOT = tmp_path / "media"
    settings.MEDIA_ROOT.mkdir()
    (settings.MEDIA_ROOT / "anh.txt").write_bytes(b"media")
    (tmp_path / "secret.txt").write_bytes(b"secret")
    (settings.MEDIA_ROOT / "out.txt").symlink_to(tmp_path / "secret.txt")
    fetcher = PortalFetcher("http://testserver/tin-tuc/")
    return lambda url: fetcher.fetch(url).read()


def test_media_and_static_files_are_read(fetch):
    assert fetch("http://testserver/media/anh.txt") == b"media"
    assert b"@page" in fetch("http://testserver/static/portal/pdf/pdf.css")


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "http://testserver/media/../secret.txt",
        "http://testserver/media/%2e%2e/secret.txt",
        "http://testserver/media/out.txt",
        "http://testserver/media//etc/passwd",
        "http://testserver/static/../manage.py",
        "http://testserver/static/%2e%2e/%2e%2e/manage.py",
        "http://testserver/admin/",
        "http://testserver.evil.vn/media/anh.txt",
        "http://vi-du.vn/anh.png",
        "https://testserver/media/anh.txt",
        "ftp://testserver/media/anh.txt",
        "data:text/plain,x",
        "portal-font:../../LICENSE",
        "portal-drawing:nothing",
    ],
)
def test_everything_else_is_refused(fetch, url):
    with pytest.raises((ValueError, OSError, SuspiciousOperation)):
        fetch(url)


def test_a_refused_picture_leaves_the_rest_of_the_page(db):
    html = (
        '<html lang="vi"><head><title>Thử</title></head><body><h1>Thử</h1>'
        '<img src="file:///etc/hostname" alt="không có"></body></html>'
    )
    document = read(pdf.render(html, "http://testserver/"))
    assert len(document.pages) == 1


def test_importing_the_portal_does_not_import_weasyprint():
    import subprocess
    import sys

    code = (
        "import django, sys; django.setup(); import portal.urls; "
        "sys.exit('weasyprint' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_making_pdfs_does_not_let_truncated_uploads_in(client, article):
    client.get(f"{article.url}pdf/")
    with pytest.raises(PictureRefused):
        accept(upload(encoded("JPEG")[:-400]))
