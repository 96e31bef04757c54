"""Letters and rights by names that people read."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse
from wagtail.users.forms import GroupForm

from portal.mail.names import letter_name
from portal.tests.admin_text import english, read


def test_every_letter_has_a_name():
    folder = Path(settings.BASE_DIR, "templates", "email")
    paths = folder.glob("*/*.subject.txt")
    letters = [
        f"{path.parent.name}/{path.name.removesuffix('.subject.txt')}" for path in paths
    ]
    assert len(letters) > 20
    assert [name for name in letters if str(letter_name(name)) == name] == []


@pytest.mark.django_db
def test_rights_are_named_in_vietnamese(front):
    shown = GroupForm().registered_permissions
    names = list(shown.values_list("codename", "name"))
    assert [row for row in names if english(row[1])] == []
    assert dict(names)["see_attendees"] == "Xem người tham dự"


@pytest.mark.django_db
def test_the_report_on_page_types_names_them_as_editors_do(front, admin_client):
    page = admin_client.get("/admin/reports/page-types-usage/").content.decode()
    texts = [text.strip() for text in read(page)[0]]
    assert "Trang chủ" in texts
    assert [text for text in texts if re.fullmatch(r"\w+\.\w+page", text)] == []


@pytest.mark.django_db
def test_the_state_of_the_portal_names_no_file_of_the_code(front, admin_client):
    page = admin_client.get(reverse("portal_health")).content.decode()
    said = " ".join(read(page)[0])
    assert "tài liệu vận hành" in said
    assert ".md" not in said
