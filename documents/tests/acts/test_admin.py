"""Acts in the admin: found in one list, warned about, never refused for a doubt."""

from datetime import date

import pytest
from django.contrib.auth import get_user_model

from documents.acts.admin.notes import notes_on
from documents.models import RegulationIndexPage
from documents.models.wording import note_message
from documents.tests.act_factories import add_act, add_effect, add_verified

START = date(2024, 2, 1)


@pytest.fixture
def editor(front, client):
    user = get_user_model().objects.create_superuser("bientap", "a@example.vn", "x")
    client.force_login(user)
    return client


def test_acts_stand_in_one_flat_list_with_filters(editor):
    add_act("01/2024/QĐ-UBND")
    add_verified("02/2024/QĐ-UBND", START)
    whole = editor.get("/admin/regulations/").content.decode()
    assert "01/2024/QĐ-UBND" in whole and "02/2024/QĐ-UBND" in whole
    for query in ("confidence=unknown", "status_code=unknown"):
        unverified = editor.get(f"/admin/regulations/?{query}").content.decode()
        assert "01/2024/QĐ-UBND" in unverified
        assert "02/2024/QĐ-UBND" not in unverified


def test_the_form_of_an_act_opens(editor):
    act = add_verified("01/2024/QĐ-UBND", START)
    assert editor.get(f"/admin/pages/{act.pk}/edit/").status_code == 200
    parent = RegulationIndexPage.objects.get().pk
    address = f"/admin/pages/add/documents/regulationpage/{parent}/"
    assert editor.get(address).status_code == 200


def codes(act) -> set[str]:
    return {note.code.value for note in notes_on(act)}


def test_a_local_act_in_force_too_soon_is_named(front):
    act = add_verified("01/2024/QĐ-UBND", date(2024, 1, 5))
    assert "in_force_too_soon" in codes(act)


def test_an_effect_before_its_source_was_signed_is_named(front):
    act = add_verified("01/2024/QĐ-UBND", START)
    amender = add_verified("02/2024/QĐ-UBND", START)
    add_effect(amender, act, "repeals", date(2023, 1, 1))
    assert "effect_before_signing" in codes(amender)
    assert "effect_before_signing" in codes(act)


def test_the_end_day_of_an_act_made_longer_is_asked_for(editor):
    act = add_verified("01/2024/QĐ-UBND", START)
    longer = add_verified("02/2024/QĐ-UBND", START)
    add_effect(longer, act, "extends", START, until=date(2026, 1, 1))
    (asked,) = [n for n in notes_on(longer) if n.code.value == "end_day_missing"]
    assert "end_day_missing" in codes(act)
    message = note_message(asked, {act.pk: act.symbol})
    assert "01/2024/QĐ-UBND" in message and "ngày hết hiệu lực" in message
    act.expires_on = date(2025, 1, 1)
    act.save()
    assert "end_day_missing" not in codes(act) | codes(longer)


def test_a_circle_of_amendments_is_named(front):
    act = add_verified("01/2024/QĐ-UBND", START)
    other = add_verified("02/2024/QĐ-UBND", START)
    add_effect(other, act, "amends", START, provision="dieu-1", new_text="Điều 1. Mới")
    assert "circular" not in codes(act)
    add_effect(act, other, "amends", START, provision="dieu-1", new_text="Điều 1. Mới")
    assert "circular" in codes(act)
    assert "circular" in codes(other)
