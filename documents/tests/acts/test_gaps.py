"""What the library lacks is said openly: acts without text, parents that ended."""

from datetime import date

import pytest
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from documents.models import FileReading, RegulationFile, RegulationPage
from documents.models.dependants import ended_parents
from documents.tests.act_factories import add_act, add_effect, add_verified
from portal.models import PortalDocument

START = date(2024, 2, 1)
END = date(2025, 1, 1)
ON = date(2025, 6, 1)
GAPS = "/van-ban/chua-co-toan-van/"


def with_file(act, *, layer: bool, role: str = "signed") -> None:
    document = PortalDocument.objects.create(
        title="Bản gốc", file=ContentFile(b"x", name="goc.pdf")
    )
    FileReading.objects.create(
        document=document,
        sha256=document.sha256,
        read_at=timezone.now(),
        has_text_layer=layer,
    )
    RegulationFile.objects.create(regulation=act, document=document, role=role)


def test_acts_without_text_are_listed_with_what_can_be_read(front, client):
    add_verified("01/2024/QĐ-UBND", START)
    with_file(add_act("02/2024/QĐ-UBND"), layer=False)
    with_file(add_act("03/2024/QĐ-UBND"), layer=True)
    with_file(add_act("04/2024/QĐ-UBND"), layer=True, role="appendix")
    answer = client.get(GAPS)
    found = {
        gap.regulation.symbol: (bool(gap.files), gap.only_scans)
        for gap in answer.context["gaps"]
    }
    assert found == {
        "02/2024/QĐ-UBND": (True, True),
        "03/2024/QĐ-UBND": (True, False),
        "04/2024/QĐ-UBND": (False, False),
    }
    assert (answer.context["result_count"], answer.context["with_files"]) == (3, 2)


def test_the_library_leads_to_its_gaps(front, client):
    assert f'href="{GAPS}"' in client.get("/van-ban/").content.decode()


def test_an_unpublished_act_is_no_gap_of_the_public(front, client):
    add_act("02/2024/QĐ-UBND", publish=False).unpublish()
    assert client.get(GAPS).context["result_count"] == 0


def test_a_longer_list_needs_no_more_queries(front, client):
    client.get(GAPS)
    counts = []
    for start in (1, 11):
        for number in range(start, start + 5):
            with_file(add_act(f"{number}/2021/QĐ-UBND"), layer=False)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(GAPS).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 12


@pytest.mark.parametrize("page", ["x", "-1", "99999999999", "%00"])
def test_nonsense_pages_are_answered(front, client, page):
    assert client.get(f"{GAPS}?trang={page}").status_code == 200


@pytest.fixture
def family(front):
    """A parent that ends in 2025, and a guidance that rests on it."""
    parent = add_verified("01/2024/QĐ-UBND", START, expires_on=END)
    child = add_verified("02/2024/QĐ-UBND", START)
    add_effect(child, parent, "based_on", None)
    return parent, child


def found(on=ON, **about):
    return ended_parents(RegulationPage.objects.all(), on, **about)


def pairs(on=ON, **about):
    return [(case.act.pk, case.parent.pk) for case in found(on, **about)]


def test_an_act_resting_on_an_ended_one_is_to_be_reviewed(family):
    parent, child = family
    assert pairs(date(2024, 12, 31)) == []
    assert pairs(END) == [(child.pk, parent.pk)]
    assert [case.ended_on for case in found()] == [END]
    assert pairs(about=parent) == pairs(about=child) == pairs()


def test_its_status_does_not_change(family):
    _parent, child = family
    assert child.status.code == "in_force"


@pytest.mark.parametrize(
    "change",
    [
        {"checked_on": END},
        {"expires_on": END},
        {"override_status": "ended", "override_source": "Cổng của Bộ"},
    ],
)
def test_a_decision_ends_the_note(family, change):
    _parent, child = family
    type(child).objects.filter(pk=child.pk).update(**change)
    assert pairs() == []


@pytest.mark.parametrize(
    ("kind", "review"),
    [("guides", "proposed"), ("guides", "rejected"), ("refers_to", "confirmed")],
)
def test_only_confirmed_leaning_counts(front, kind, review):
    parent = add_verified("01/2024/QĐ-UBND", START, expires_on=END)
    child = add_verified("02/2024/QĐ-UBND", START)
    add_effect(child, parent, kind, None, review=review)
    assert pairs() == []


def test_a_repealed_parent_counts_from_its_day(front):
    parent = add_verified("01/2024/QĐ-UBND", START)
    add_effect(add_verified("03/2024/QĐ-UBND", START), parent, "repeals", END)
    child = add_verified("02/2024/QĐ-UBND", START)
    add_effect(child, parent, "guides", None)
    assert pairs() == [(child.pk, parent.pk)]
    assert [case.ended_on for case in found()] == [END]


def test_more_doubts_need_no_more_queries(family):
    parent, _child = family
    counts = []
    for start in (10, 20):
        for number in range(start, start + 3):
            child = add_verified(f"{number}/2024/QĐ-UBND", START)
            add_effect(child, parent, "based_on", None)
        with CaptureQueriesContext(connection) as queries:
            found()
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 4


def test_editors_see_it_in_the_list_and_on_both_acts(family, client):
    parent, child = family
    user = get_user_model().objects.create_superuser("bientap", "a@example.vn", "x")
    client.force_login(user)
    listed = client.get("/admin/regulations/?to_decide=parent_ended").content.decode()
    assert child.symbol in listed and parent.symbol not in listed
    on_child = client.get(f"/admin/pages/{child.pk}/edit/").content.decode()
    assert "căn cứ vào văn bản đã hết hiệu lực" in on_child
    on_parent = client.get(f"/admin/pages/{parent.pk}/edit/").content.decode()
    assert "Cần rà soát các văn bản hướng dẫn" in on_parent


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("full_text=missing", {"05/2024/QĐ-UBND", "06/2023/QĐ-UBND"}),
        ("full_text=scan", {"06/2023/QĐ-UBND"}),
        ("full_text=present", {"07/2024/QĐ-UBND"}),
        ("year=2023", {"06/2023/QĐ-UBND"}),
        ("status_code=in_force", {"07/2024/QĐ-UBND"}),
        ("confidence=verified", {"07/2024/QĐ-UBND"}),
    ],
)
def test_the_flat_list_is_filtered(front, client, query, found):
    user = get_user_model().objects.create_superuser("bientap", "a@example.vn", "x")
    client.force_login(user)
    add_act("05/2024/QĐ-UBND")
    with_file(add_act("06/2023/QĐ-UBND"), layer=False)
    add_verified("07/2024/QĐ-UBND", START)
    answer = client.get(f"/admin/regulations/?{query}")
    assert {act.symbol for act in answer.context["object_list"]} == found
