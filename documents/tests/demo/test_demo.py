"""The library's demonstration says what is known, and no more."""

from collections import Counter
from datetime import date

import pytest

from documents import demo
from documents.acts.views.regulation import RegulationOnDay
from documents.initiatives.contributions.matches import matches
from documents.law.effects import EffectKind, Status
from documents.models import (
    InitiativeAuthor,
    InitiativeBasis,
    InitiativePage,
    Need,
    RegulationEffect,
    RegulationFile,
    RegulationPage,
    Replication,
)
from portal.tests.demonstration import prepared_site

KNOWN = {
    "14/2019/NQ-HĐND": (date(2019, 12, 10), "Nghị quyết"),
    "36/2018/QĐ-UBND": (date(2018, 4, 19), "Quyết định"),
    "06/2020/QĐ-UBND": (date(2020, 3, 12), "Quyết định"),
    "291/HD-SKHCN": (date(2020, 4, 17), "Hướng dẫn"),
    "13/2012/NĐ-CP": (date(2012, 3, 2), "Nghị định"),
    "18/2013/TT-BKHCN": (date(2013, 8, 1), "Thông tư"),
}


@pytest.fixture(scope="module", autouse=True)
def library(django_db_setup, django_db_blocker):
    with prepared_site(django_db_blocker):
        demo.load(today=date(2026, 3, 2))
        yield


def test_six_acts_with_their_dates_and_nothing_said_of_their_effect(db):
    acts = RegulationPage.objects.live().filter(is_sample=False)
    found = {act.symbol: (act.signed_on, act.type.name) for act in acts}
    assert found == KNOWN
    assert {act.status.css for act in acts} == {"chk"}
    assert not any(act.text or act.effective_from for act in acts)


def test_the_amendment_is_linked_to_what_it_amends(db):
    [relation] = RegulationPage.objects.get(slug="06-2020-qd-ubnd").effects.all()
    assert relation.kind == EffectKind.AMENDS
    assert relation.target.symbol == "36/2018/QĐ-UBND"
    assert (relation.effective_on, relation.provision) == (None, "")


def test_a_dozen_initiatives_are_labelled_and_of_four_fields(db):
    initiatives = InitiativePage.objects.live().select_related("field", "cover")
    assert len(initiatives) == 12
    assert all(page.is_sample for page in initiatives)
    per_field = Counter(page.field.slug for page in initiatives)
    assert per_field == dict.fromkeys(["giao-duc", "y-te", "hanh-chinh"], 3) | {
        "nong-nghiep": 3
    }
    covers = [page.cover for page in initiatives if page.cover]
    assert all(cover.is_illustration for cover in covers)


def test_initiatives_have_kits_proof_and_units_that_say_they_are_made_up(db):
    for page in InitiativePage.objects.live():
        assert page.kit.exists(), page
        assert page.benefits.exists(), page
        assert page.unit.name.endswith("(minh họa)")
    assert all("(minh họa)" in row.unit for row in Replication.objects.all())
    applied = Replication.objects.counted().values("initiative").distinct()
    assert applied.count() >= 8


def test_authors_shares_make_a_hundred_and_some_stay_unnamed(db):
    for page in InitiativePage.objects.live():
        rows = InitiativeAuthor.objects.filter(initiative_id=page.pk)
        assert sum(row.share for row in rows) == 100
    assert InitiativeAuthor.objects.filter(consent=False).exists()


def test_the_provisions_they_rest_on_exist(db):
    for basis in InitiativeBasis.objects.exclude(provision=""):
        anchors = basis.regulation.provisions.values_list("anchor", flat=True)
        assert basis.provision in anchors


def test_bodies_are_what_an_editor_could_have_saved(db):
    for page in (*RegulationPage.objects.all(), *InitiativePage.objects.all()):
        page.body.stream_block.clean(page.body)


def test_the_samples_show_every_status_and_are_labelled(db):
    acts = RegulationPage.objects.with_status(date(2026, 3, 2))
    samples = acts.filter(symbol__contains="MH")
    assert all(act.is_sample for act in samples)
    # An act put off to no day is too rare for a sample to be made up.
    rare = {Status.UNKNOWN, Status.PUT_OFF}
    assert {act.status_code for act in samples} == set(Status) - rare


def test_files_of_samples_are_read_and_a_scan_is_a_gap(db):
    files = RegulationFile.objects.with_readings().select_related("regulation")
    found = {file.regulation.symbol: file for file in files}
    assert set(found) == {"12/2023/QĐ-MH", "06/KH-MH"}
    assert [(f.pages, f.has_text_layer) for _s, f in sorted(found.items())] == [
        (1, False),
        (2, True),
    ]
    assert all(len(file.document.sha256) == 64 for file in found.values())
    assert found["06/KH-MH"].regulation.text == ""


def test_a_clause_of_an_attached_text_is_suspended(db):
    act = RegulationPage.objects.get(symbol="08/2022/QĐ-MH")
    view = RegulationOnDay(act, date(2026, 3, 2))
    assert view.status.status == "partly_suspended"
    [reason] = view.reasons()
    assert reason.provision == "Khoản 1 Điều 2 của Quy định"
    assert reason.anchor == "quy-dinh--dieu-2-khoan-1"


def test_what_a_sample_does_is_quoted_from_its_own_text(db):
    for effect in RegulationEffect.objects.filter(source__is_sample=True):
        assert effect.quote.rstrip(".") in effect.source.text


def test_the_sample_decision_has_two_first_articles_and_15dd(db):
    act = RegulationPage.objects.get(symbol="12/2023/QĐ-MH")
    view = RegulationOnDay(act, date(2025, 3, 1))
    anchors = {piece.anchor for piece in view.text.provisions}
    assert {"dieu-1", "quy-che--dieu-1", "quy-che--dieu-15d"} < anchors
    assert "quy-che--dieu-15dd" in anchors
    assert "quy-che--dieu-3-khoan-1-diem-dd" in anchors
    assert view.text.is_complete


def test_every_need_of_the_board_has_an_initiative_that_may_help(db):
    needs = Need.objects.shown_on(date(2030, 1, 1))
    assert len(needs) == 3
    assert all(need.is_sample and "minh họa" in need.unit for need in needs)
    for need in needs:
        assert matches(need), need.title
