"""What every request passes."""

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import RequestFactory

from portal.guard.responses import with_camera
from portal.tests.test_settings import PRODUCTION, setting

FORM = "application/x-www-form-urlencoded"


def served(
    application, method: str, path: str, body: bytes, kind: str
) -> tuple[str, str]:
    """Status and page as gunicorn gets them: the test client makes requests itself."""
    environ = RequestFactory().generic(method, path, body).environ
    environ["CONTENT_TYPE"] = kind
    said: list[str] = []
    parts = application(environ, lambda status, headers: said.append(status))
    return said[0], b"".join(parts).decode()


@pytest.mark.parametrize("charset", ["utf-16", "hex", "rot13", "utf-7", "idna", "x y"])
@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("kind", [FORM, "multipart/form-data; boundary=x"])
def test_another_character_set_is_refused_in_vietnamese(wsgi, charset, method, kind):
    body = b"q=\xff\xfe\x00"
    kind = f"{kind}; charset={charset}"
    status, page = served(wsgi, method, "/tim-kiem/?q=a", body, kind)
    assert status == "400 Bad Request"
    assert 'lang="vi"' in page
    assert "không đọc được yêu cầu" in page


@pytest.mark.parametrize("charset", ["utf-8", "UTF-8", '"utf-8"'])
def test_utf_8_is_read_however_it_is_written(wsgi, charset):
    kind = f"{FORM}; charset={charset}"
    status, _page = served(wsgi, "GET", "/admin/login/", b"", kind)
    assert status == "200 OK"


@pytest.mark.django_db
def test_no_page_may_ask_for_a_camera_unless_it_says_so(client):
    policy = client.get("/admin/login/")["Permissions-Policy"]
    assert {"camera=()", "microphone=()", "geolocation=()"} <= {*policy.split(", ")}
    own = with_camera(HttpResponse())["Permissions-Policy"]
    assert own == settings.PERMISSIONS_POLICY.replace("camera=()", "camera=(self)")


def test_sqlite_overwrites_what_is_erased_however_it_was_built():
    options = setting("DATABASES['default']['OPTIONS']", **PRODUCTION).stdout
    assert "PRAGMA secure_delete=ON;" in options
