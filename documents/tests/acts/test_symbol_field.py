"""The address that an act's form asks what the typed number names."""

import pytest
from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupPagePermission

from documents.models import DocumentType, Issuer, RegulationIndexPage
from documents.tests.act_factories import add_act
from portal.models import Locality

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/van-ban/so-ky-hieu/"
NOTHING = {"said": "", "notes": [], "proposals": []}


@pytest.fixture
def editor(front, admin_client):
    return admin_client


@pytest.fixture
def official(front, client, django_user_model):
    """Somebody who comes into the admin, and may do nothing there."""
    user = django_user_model.objects.create_user("minhhoa")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    return user


def asked(client, number: str, **entered) -> dict:
    answer = client.get(ADDRESS, {"so": number} | entered)
    assert answer.status_code == 200
    return answer.json()


def key(code: str) -> int:
    return Issuer.objects.get(abbreviation=code).pk


def test_a_number_offers_what_a_chooser_takes(editor):
    found = asked(editor, "12/2023/QĐ-UBND")
    kind, lead = found["proposals"]
    decision = DocumentType.objects.get(abbreviation="QĐ")
    assert kind["type"]["id"] == decision.pk
    assert kind["type"]["string"] == "Quyết định"
    assert str(decision.pk) in kind["type"]["edit_url"]
    assert lead["issuer"]["id"] == key("UBND")
    assert (lead["type"], lead["joint"]) == (None, [])
    assert "2023" in found["said"]
    assert "Quyết định" in found["said"]


def test_a_joint_act_offers_its_issuers_in_order(editor):
    _kind, found = asked(editor, "05/2016/TTLT-BKHCN-BNV")["proposals"]
    assert found["issuer"]["id"] == key("BKHCN")
    assert [one["id"] for one in found["joint"]] == [key("BNV")]


def test_what_the_form_has_is_left_alone(editor):
    number = "05/2016/TTLT-BKHCN-BNV"
    kind = DocumentType.objects.get(abbreviation="QĐ").pk
    entered = {"loai": kind, "co-quan": key("BKHCN")}
    (one,) = asked(editor, number, **entered)["proposals"]
    assert (one["type"], one["issuer"]) == (None, None)
    assert [row["id"] for row in one["joint"]] == [key("BNV")]
    assert asked(editor, number, **entered, cung=[key("BNV")]) == NOTHING
    assert asked(editor, number, **entered | {"co-quan": key("UBND")}) == NOTHING


def test_two_places_of_one_abbreviation_are_both_offered(editor):
    place = Locality.objects.create(name="Xã Minh Họa", kind="commune")
    other = Issuer.objects.create(
        abbreviation="UBND", name="UBND xã Minh Họa", level="local", territory=place
    )
    _kind, *found = asked(editor, "12/2023/QĐ-UBND")["proposals"]
    assert {one["issuer"]["id"] for one in found} == {
        other.pk,
        Issuer.objects.exclude(pk=other.pk).get(abbreviation="UBND").pk,
    }


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "12",
        "Quyết định số mười hai",
        "00/2023/QĐ-UBND",
        "9" * 10_000,
        "12/2023/QĐ-UBND" + " " * 10_000,
        "12/2023/QĐ" + "-UBND" * 2_000,
        "A" * 10_000,
        "\x00\u202e<script>",
        "12/2023/QĐ-UBND'; DROP TABLE",
    ],
)
def test_what_is_no_number_offers_nothing(editor, typed):
    assert asked(editor, typed) == NOTHING


@pytest.mark.parametrize("odd", ["x", "-1", "9" * 40, "1.5", "²", ""])
def test_odd_keys_of_the_form_are_none(editor, odd):
    found = asked(editor, "12/2023/QĐ-UBND", **{"loai": odd, "co-quan": odd})
    assert len(found["proposals"]) == 2
    assert asked(editor, "12/2023/QĐ-UBND", cung=[odd]) == found


def test_it_never_writes_and_asks_as_often_for_a_longer_list(
    editor, django_assert_num_queries, django_assert_max_num_queries
):
    asked(editor, "12/2023/QĐ-UBND")
    with django_assert_max_num_queries(20) as few:
        asked(editor, "12/2023/QĐ-UBND")
    verbs = {query["sql"].split()[0] for query in few.captured_queries}
    assert not verbs & {"INSERT", "UPDATE", "DELETE"}
    place = Locality.objects.create(name="Xã Minh Họa", kind="commune")
    for code in ("UBND", "HĐND", "ZZZ"):
        Issuer.objects.create(
            abbreviation=code, name=code, level="local", territory=place
        )
    with django_assert_num_queries(len(few)):
        asked(editor, "12/2023/QĐ-UBND")


def test_only_who_enters_acts_is_answered(client, official):
    assert client.get(ADDRESS, {"so": "12/2023/QĐ-UBND"}).status_code == 302
    answer = client.get(ADDRESS, headers={"x-requested-with": "XMLHttpRequest"})
    assert answer.status_code == 403
    client.logout()
    assert "/admin/login/" in client.get(ADDRESS).url


@pytest.mark.parametrize(
    ("place", "permission", "allowed"),
    [("library", "add_page", True), ("act", "change_page", True), ("front", "", False)],
)
def test_a_right_to_one_act_is_enough_and_one_elsewhere_is_not(
    client, official, front, place, permission, allowed
):
    library = RegulationIndexPage.objects.get()
    news = front.get_children().exclude(pk=library.pk).first()
    page = {"library": library, "act": add_act("36/2018/QĐ-UBND"), "front": news}[place]
    group = Group.objects.create(name="Nhóm minh họa")
    GroupPagePermission.objects.create(
        group=group,
        page=page,
        permission=Permission.objects.get(
            codename=permission or "change_page", content_type__app_label="wagtailcore"
        ),
    )
    official.groups.add(group)
    answer = client.get(
        ADDRESS,
        {"so": "12/2023/QĐ-UBND"},
        headers={"x-requested-with": "XMLHttpRequest"},
    )
    assert answer.status_code == (200 if allowed else 403)


def test_the_form_brings_the_script_that_asks(editor):
    parent = RegulationIndexPage.objects.get().pk
    page = editor.get(f"/admin/pages/add/documents/regulationpage/{parent}/")
    assert f'data-address="{ADDRESS}"' in page.content.decode()
