"""What Wagtail names after a column, in words of ours."""

import pytest
from django.urls import reverse


@pytest.mark.parametrize("kind", ["anchor", "email", "external", "phone"])
@pytest.mark.django_db
def test_a_link_is_asked_for_in_vietnamese(admin_client, kind):
    answer = admin_client.get(reverse(f"wagtailadmin_choose_page_{kind}_link"))
    assert "Chữ của liên kết" in answer.json()["html"]
    assert "Link text" not in answer.json()["html"]
