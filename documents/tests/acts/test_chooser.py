"""The chooser of acts tells them apart."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags

from documents.models import DocumentType, Issuer
from documents.tests.act_factories import add_act, add_effect, add_verified

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


ACTS = "page_type=documents.regulationpage"
BROWSED = f"/admin/choose-page/?{ACTS}"
SEARCHED = f"/admin/choose-page/search/?q=quy dinh mau&{ACTS}"


def html_of(answer) -> str:
    if answer["Content-Type"].startswith("application/json"):
        return answer.json()["html"]
    return answer.content.decode()


@pytest.mark.parametrize("address", [BROWSED, SEARCHED])
def test_each_act_has_its_status_of_today(front, admin_client, address):
    old = add_verified("1/2020/QĐ-UBND", date(2020, 1, 15))
    new = add_verified("2/2024/QĐ-UBND", date(2024, 2, 1))
    add_act("3/2024/QĐ-UBND")
    add_effect(new, old, "replaces", date(2024, 2, 1))
    html = html_of(admin_client.get(address))
    rows = [" ".join(strip_tags(row).split()) for row in html.split("<tr")]
    said = {
        number: next(row for row in rows if number in row)
        for number in ("1/2020/QĐ-UBND", "2/2024/QĐ-UBND", "3/2024/QĐ-UBND")
    }
    assert "Hết hiệu lực toàn bộ" in said["1/2020/QĐ-UBND"]
    assert "Còn hiệu lực" in said["2/2024/QĐ-UBND"]
    assert "Đang rà soát" in said["3/2024/QĐ-UBND"]


@pytest.mark.parametrize("address", [BROWSED, SEARCHED])
def test_the_library_is_asked_as_often_for_six_acts_as_for_two(
    front, admin_client, address
):
    def asked() -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            admin_client.get(address)
        return sum("documents_" in one["sql"] for one in queries)

    for number in (1, 2):
        add_verified(f"{number}/2024/QĐ-UBND", date(2024, 1, number))
    asked()
    before = asked()
    for number in range(3, 7):
        add_verified(f"{number}/2024/QĐ-UBND", date(2024, 1, number))
    assert asked() == before


def test_a_chooser_of_other_pages_asks_nothing_of_acts(front, admin_client):
    add_act("3/2024/QĐ-UBND")
    (found,) = admin_client.get("/admin/choose-page/search/?q=3/2024").context["pages"]
    assert "status_code" not in found.__dict__


@pytest.mark.parametrize("typed", ["Quyết định", "quyet dinh", "QĐ", "qd"])
def test_types_of_acts_are_one_list_that_is_searched(front, admin_client, typed):
    for kind in DocumentType.objects.all():
        kind.save()
    base = DocumentType.snippet_viewset.get_chooser_admin_base_path()
    answer = admin_client.get(f"/admin/{base}/", {"q": typed})
    assert "Quyết định" in html_of(answer)
    results = admin_client.get(f"/admin/{base}/results/", {"q": typed})
    found = [row.name for row in results.context["results"]]
    assert "Quyết định" in found
    assert "Kế hoạch" not in found


@pytest.mark.parametrize("typed", ["Bộ Tài chính", "bo tai chinh", "BTC", "btc"])
def test_issuers_are_found_long_and_short(front, admin_client, typed):
    for issuer in Issuer.objects.all():
        issuer.save()
    base = Issuer.snippet_viewset.get_chooser_admin_base_path()
    results = admin_client.get(f"/admin/{base}/results/", {"q": typed})
    assert "Bộ Tài chính" in [row.name for row in results.context["results"]]


def test_the_form_of_an_act_chooses_its_type_from_that_list(front, admin_client):
    act = add_act("3/2024/QĐ-UBND")
    html = admin_client.get(f"/admin/pages/{act.pk}/edit/").content.decode()
    base = DocumentType.snippet_viewset.get_chooser_admin_base_path()
    assert f"/admin/{base}/" in html
