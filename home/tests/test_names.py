"""Letters and rights by names that people read."""

from pathlib import Path

import pytest
from django.conf import settings
from wagtail.users.forms import GroupForm

from portal.mail.names import letter_name
from portal.tests.admin_text import english


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
