"""The chooser of acts tells them apart."""

from datetime import date

import pytest

from documents.tests.act_factories import add_act

pytestmark = pytest.mark.django_db


def test_an_act_shows_type_number_and_date(front, admin_client):
    act = add_act("45/2024/QĐ-UBND", title="Quy định mẫu", signed_on=date(2024, 5, 20))
    for address in (
        "/admin/choose-page/search/?q=45/2024",
        "/admin/choose-page/search/?q=quy dinh mau",
    ):
        (found,) = admin_client.get(address).context["pages"]
        assert found.pk == act.pk
        shown = found.get_admin_display_title()
        assert shown == "Quyết định 45/2024/QĐ-UBND · 20/05/2024 · Quy định mẫu"


def test_a_draft_without_number_shows_its_title(front):
    act = add_act("45/2024/QĐ-UBND", title="Quy định mẫu")
    act.symbol = ""
    assert act.get_admin_display_title() == "Quy định mẫu"
