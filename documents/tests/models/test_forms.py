"""A new act: its address follows its number, and its errors are in words."""

import pytest
from django.contrib.auth import get_user_model

from documents.models import Issuer, RegulationPage
from documents.tests.act_factories import add_act
from documents.tests.act_forms import add, edit, shown


@pytest.fixture
def editor(front, client):
    user = get_user_model().objects.create_superuser("bientap", "a@example.vn", "x")
    client.force_login(user)
    return client


def test_a_new_act_has_its_number_as_address(editor):
    add(editor, symbol="Số 45/2024/QÐ–UBND")
    act = RegulationPage.objects.get()
    assert (act.symbol, act.slug) == ("45/2024/QĐ-UBND", "45-2024-qd-ubnd")


@pytest.mark.parametrize("typed", ["13/2012/NĐ-CP", "13/2012/NÐ-CP", "13/2012/nđ-cp"])
def test_however_typed_an_act_has_one_address(editor, typed):
    add(editor, symbol=typed)
    assert RegulationPage.objects.get().slug == "13-2012-nd-cp"


def test_the_address_follows_a_number_typed_in_two_goes(editor):
    add(editor, symbol="45")
    act = RegulationPage.objects.get()
    edit(editor, act, symbol="45/2024/QĐ-UBND")
    act.refresh_from_db()
    assert act.slug == "45-2024-qd-ubnd"


def test_a_draft_saved_before_its_number_gets_it_as_address(editor):
    add(editor, symbol="")
    act = RegulationPage.objects.get()
    edit(editor, act, symbol="45/2024/QĐ-UBND")
    act.refresh_from_db()
    assert act.slug == "45-2024-qd-ubnd"


def test_an_address_of_the_editors_own_stays(editor):
    add(editor, symbol="45/2024/QĐ-UBND", slug="sang-kien")
    act = RegulationPage.objects.get()
    edit(editor, act, symbol="46/2024/QĐ-UBND")
    act.refresh_from_db()
    assert act.slug == "sang-kien"


def test_a_published_address_stays(editor):
    act = add_act("45/2024/QĐ-UBND")
    act.symbol = "46/2024/QĐ-UBND"
    act.save_revision().publish()
    act.refresh_from_db()
    assert act.slug == "45-2024-qd-ubnd"


def test_two_issuers_with_one_number_get_two_addresses(editor):
    other = Issuer.objects.create(
        abbreviation="UBND", name="UBND huyện Mẫu", level="local"
    )
    add(editor, symbol="45/2024/QĐ-UBND")
    add(editor, symbol="45/2024/QĐ-UBND", issuer=other.pk)
    slugs = RegulationPage.objects.order_by("pk").values_list("slug", flat=True)
    assert list(slugs) == ["45-2024-qd-ubnd", "45-2024-qd-ubnd-ubnd-huyen-mau"]


def test_errors_are_in_vietnamese_and_nothing_typed_is_lost(editor):
    answer = add(
        editor,
        symbol="",
        title="Tên đã gõ",
        signed_on="31/02/2024",
        text="Lời đã gõ",
        **{"action-publish": "1"},
    )
    page = shown(answer)
    errors = {str(e) for es in answer.context["form"].errors.values() for e in es}
    assert errors == {"Không được để trống ô này.", "Hãy nhập ngày hợp lệ."}
    for typed in ("Tên đã gõ", "31/02/2024", "Lời đã gõ"):
        assert typed in page
