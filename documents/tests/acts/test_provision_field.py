"""An effect's place: chosen from the act's own, typed in words, kept as an anchor."""

from datetime import date

import pytest
from wagtail.test.utils.form_data import inline_formset

from documents.law.symbols import heading_symbol
from documents.models import RegulationEffect, RegulationPage
from documents.tests.act_factories import add_act, add_effect, add_verified
from documents.tests.act_forms import add, draft, edit, shown, stored
from documents.tests.extraction_files import paragraph, word

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


@pytest.fixture
def editor(front, admin_client):
    return admin_client


@pytest.fixture
def target(editor):
    return add_verified("36/2018/QĐ-UBND", date(2018, 5, 1))


def effect(target, provision: str, **facts) -> dict:
    facts = {
        "kind": "amends",
        "target": target.pk,
        "scope": "part",
        "provision": provision,
        "review": "proposed",
        "ORDER": 1,
        **facts,
    }
    return inline_formset([facts])


def field_errors(answer) -> list[str]:
    (row,) = answer.context["form"].formsets["effects"].forms
    return row.errors.get("provision", [])


def test_words_are_kept_as_the_anchor_and_shown_as_words(editor, target):
    for typed in ("Khoan 2, dieu 2", "Điều 2 khoản 2", "dieu-2-khoan-2"):
        add(editor, symbol="45/2024/QĐ-UBND", effects=effect(target, typed))
        act = RegulationPage.objects.latest("pk")
        (row,) = draft(act).effects.all()
        assert row.provision == "dieu-2-khoan-2"
        page = shown(editor.get(f"/admin/pages/{act.pk}/edit/"))
        assert 'value="khoản 2 Điều 2"' in page
        act.delete()


@pytest.mark.parametrize("typed", ["Điều 99", "Điều 2 và Điều 15", "ở đâu đó"])
def test_what_the_act_lacks_is_said_at_the_field(editor, target, typed):
    answer = add(editor, symbol="17/2024/QĐ-UBND", effects=effect(target, typed))
    assert len(field_errors(answer)) == 1
    assert typed in shown(answer)
    assert not RegulationPage.objects.filter(symbol="17/2024/QĐ-UBND").exists()


def test_places_that_may_not_be_there_yet_are_taken(editor, target):
    new = effect(target, "Điều 16", kind="supplements")
    add(editor, symbol="17/2024/QĐ-UBND", effects=new)
    add(editor, symbol="18/2024/QĐ-UBND", effects=effect(target, "Điều 16 khoản 1"))
    untexted = add_act("19/2019/QĐ-UBND")
    add(editor, symbol="19/2024/QĐ-UBND", effects=effect(untexted, "Điều 44"))
    assert RegulationPage.objects.filter(symbol="19/2024/QĐ-UBND").exists()
    assert RegulationPage.objects.filter(symbol="18/2024/QĐ-UBND").exists()


def test_what_was_stored_before_is_no_error_and_no_change(editor, target):
    act = add_act("17/2024/QĐ-UBND")
    old = add_effect(act, target, "amends", None, provision="dieu-77")
    kept = {"id": old.pk, "ORDER": 1, "kind": "amends", "target": target.pk}
    kept |= {"scope": "part", "provision": "Điều 77", "review": "confirmed"}
    edit(editor, act, effects=inline_formset([kept], initial=1))
    assert RegulationEffect.objects.get(pk=old.pk).provision == "dieu-77"
    (row,) = draft(act).effects.all()
    assert row.provision == "dieu-77"


def test_the_list_has_the_acts_own_places(editor, target, client):
    address = f"/admin/van-ban/{target.pk}/dieu-khoan/"
    places = editor.get(address).json()["places"]
    assert {"place": "Điều 2", "heading": "Mức hỗ trợ"} in places
    assert [one["place"] for one in places][1:4] == [
        "Điều 2",
        "khoản 1 Điều 2",
        "khoản 2 Điều 2",
    ]
    client.logout()
    assert client.get(address).status_code == 302


def test_the_list_asks_no_more_for_a_longer_act(
    editor, target, django_assert_num_queries, django_assert_max_num_queries
):
    longer = "\n".join(f"Điều {n}. Việc {n}\nNội dung." for n in range(1, 60))
    other = add_act("37/2018/QĐ-UBND", text=longer)
    editor.get(f"/admin/van-ban/{target.pk}/dieu-khoan/")
    with django_assert_max_num_queries(60) as few:
        editor.get(f"/admin/van-ban/{target.pk}/dieu-khoan/")
    with django_assert_num_queries(len(few)):
        editor.get(f"/admin/van-ban/{other.pk}/dieu-khoan/")


def test_another_number_in_the_file_is_a_warning_that_stops_nothing(editor):
    lines = ("ỦY BAN NHÂN DÂN TỈNH", "Số: 46/2024/QĐ-UBND", "Điều 1. Phạm vi")
    file = stored("quyet-dinh.docx", word("".join(map(paragraph, lines))))
    add(editor, symbol="45/2024/QĐ-UBND", files=[(file, "docx")])
    act = RegulationPage.objects.get()
    page = shown(editor.get(f"/admin/pages/{act.pk}/edit/"))
    assert "46/2024/QĐ-UBND" in page
    edit(editor, act, symbol="46/2024/QD-UBND", files=[(file, "docx")])
    page = shown(editor.get(f"/admin/pages/{act.pk}/edit/"))
    assert "45/2024/QĐ-UBND" not in page


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("UBND TỈNH\nSố: 36/2018/QĐ-UBND   Lạng Sơn, ngày 1", "36/2018/QĐ-UBND"),
        ("CHÍNH PHỦ        CỘNG HÒA\nSố : 13/2012/NĐ-CP", "13/2012/NĐ-CP"),
        ("Căn cứ Nghị định số 13/2012/NĐ-CP", None),
        ("Số: .../QĐ-UBND", None),
        ("", None),
    ],
)
def test_the_number_of_a_heading(text, symbol):
    found = heading_symbol(text)
    assert (str(found) if found else None) == symbol
