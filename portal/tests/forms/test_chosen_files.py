"""What is too large is said before it is sent, wherever a file is uploaded."""

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.urls import reverse

pytestmark = pytest.mark.django_db
MOST = {
    "images": settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE,
    "docs": settings.WAGTAILDOCS_MAX_UPLOAD_SIZE,
}


@pytest.mark.parametrize("kind", MOST)
def test_the_admin_s_uploads_say_their_limit_and_are_looked_at(admin_client, kind):
    answer = admin_client.get(reverse(f"wagtail{kind}:add"))
    page = BeautifulSoup(answer.content, "html.parser")
    field = page.select_one("input[type=file]")
    assert field["data-most-bytes"] == str(MOST[kind])
    assert page.select_one("script[type=module][src*='js/files']")
    assert f"{MOST[kind] // 2**20} MB" in page.select_one(".help").text


@pytest.mark.parametrize("kind", MOST)
def test_many_at_once_are_looked_at_by_wagtail_itself(admin_client, kind):
    answer = admin_client.get(reverse(f"wagtail{kind}:add_multiple"))
    field = BeautifulSoup(answer.content, "html.parser").select_one("#fileupload")
    assert field["data-max-file-size"] == str(MOST[kind])
    assert "Tệp này quá lớn" in field["data-messages"]


def test_no_document_is_larger_than_a_request_may_be():
    assert settings.WAGTAILDOCS_MAX_UPLOAD_SIZE < 50 * 2**20
