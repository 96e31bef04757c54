"""Forms: their state, where they come from, their list, their files."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.enums import FileRole
from documents.models import KitFile, RegulationFile
from documents.models.initiative_enums import Lifecycle
from documents.models.status import STATUS_CSS
from documents.tests.act_factories import add_act, add_effect, add_verified
from documents.tests.initiative_factories import add_initiative
from guides.enums import FormState
from guides.form_rows import all_rows, form_state
from guides.models import FormIndexPage, FormPage
from guides.tests.factories import make_document, make_form

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]

TODAY = date(2026, 11, 28)


def rows() -> dict:
    index = FormIndexPage.objects.get()
    root = index.get_parent().url_path
    return {row.title: row for row in all_rows(on=TODAY, root_path=root)}


@given(st.booleans(), st.sampled_from(["", *STATUS_CSS.values()]))
def test_a_form_is_old_by_its_successor_or_by_its_act(has_successor, css):
    state = form_state(has_successor=has_successor, act_css=css)
    assert (state is FormState.OLD) == (has_successor or css == "off")


def test_forms_come_from_the_office_from_acts_and_from_kits(front):
    act = add_verified("12/2023/QĐ-UBND", date(2023, 6, 15))
    act.files.add(
        RegulationFile(document=make_document("phu-luc.docx"), role=FileRole.APPENDIX)
    )
    act.files.add(
        RegulationFile(document=make_document("goc.pdf"), role=FileRole.SIGNED)
    )
    act.save_revision().publish()
    kit = [KitFile(document=make_document("phieu.xlsx"), kind="template")]
    add_initiative(rows={"kit": kit})
    make_form("Đơn đề nghị", regulation=act, provision="dieu-3")
    found = rows()
    assert set(found) == {"Đơn đề nghị", "phu-luc.docx", "phieu.xlsx"}
    own = found["Đơn đề nghị"]
    assert (own.provision, own.card.css) == ("Điều 3", "ok")
    assert own.basis_url == f"{act.get_url()}#dieu-3"
    assert found["phu-luc.docx"].card.number == "12/2023/QĐ-UBND"
    assert found["phieu.xlsx"].home


def test_the_form_of_an_act_that_was_replaced_names_what_replaced_it(front):
    old = add_verified("45/2011/QĐ-UBND", date(2011, 7, 18))
    new = add_verified("12/2023/QĐ-UBND", date(2023, 6, 15))
    add_effect(new, old, "replaces", date(2023, 6, 15), scope="whole")
    make_form("Phiếu cũ", regulation=old)
    row = rows()["Phiếu cũ"]
    assert row.is_old
    assert row.successor is None
    assert row.successor_act.number == "12/2023/QĐ-UBND"


def test_a_successor_that_is_not_public_is_not_named(front):
    after = make_form("Mẫu mới")
    make_form("Mẫu trước", replaced_by=after)
    assert rows()["Mẫu trước"].successor.title == "Mẫu mới"
    after.unpublish()
    assert not rows()["Mẫu trước"].is_old


def test_a_kit_of_an_initiative_that_stopped_is_old(front):
    kit = [KitFile(document=make_document("phieu.xlsx"), kind="template")]
    add_initiative(rows={"kit": kit}, lifecycle=Lifecycle.STOPPED)
    assert rows()["phieu.xlsx"].is_old


def test_an_act_that_is_a_draft_is_not_named(front):
    act = add_act("12/2023/QĐ-UBND")
    make_form("Đơn", regulation=act)
    act.unpublish()
    assert rows()["Đơn"].card is None


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("", {"Đơn đề nghị", "Bản mô tả"}),
        ("?dung-de=recognition", {"Đơn đề nghị"}),
        ("?dung-de=council", set()),
        ("?tinh-trang=mau-cu", set()),
        ("?nguon=office", {"Đơn đề nghị", "Bản mô tả"}),
        ("?dinh-dang=docx", {"Đơn đề nghị", "Bản mô tả"}),
        ("?dinh-dang=pdf", set()),
        ("?dinh-dang=%00&trang=zz&nguon='", {"Đơn đề nghị", "Bản mô tả"}),
        ("?q=de+nghi", {"Đơn đề nghị"}),
        ("?q=mẫu+đơn+đề+nghị", {"Đơn đề nghị"}),
        ("?q=khongcogiday", set()),
    ],
)
def test_the_list_finds_what_was_asked_for(front, client, asked, found):
    make_form("Đơn đề nghị", purpose="recognition", slug="don-de-nghi")
    make_form("Bản mô tả", purpose="description")
    answer = client.get(f"/bieu-mau/{asked}")
    assert answer.status_code == 200
    assert {row.title for row in answer.context["forms"]} == found


def test_queries_do_not_grow_with_the_list(
    front, client, django_assert_max_num_queries
):
    act = add_verified("12/2023/QĐ-UBND", date(2023, 6, 15))
    make_form("Mẫu 1", regulation=act)
    client.get("/bieu-mau/")
    with django_assert_max_num_queries(60) as one:
        client.get("/bieu-mau/")
    for number in range(2, 6):
        other = add_verified(f"{number}/2023/QĐ-UBND", date(2023, 6, 15))
        make_form(f"Mẫu {number}", regulation=other)
    with django_assert_max_num_queries(60) as five:
        client.get("/bieu-mau/")
    assert len(five) == len(one)


def test_a_file_is_saved_under_the_forms_own_name(front, client):
    page = make_form("Mẫu 01. Đơn đề nghị")
    answer = client.get(f"{page.get_url()}tep/1/")
    assert answer.getvalue() == b"PK"
    header = answer["Content-Disposition"]
    assert header.startswith('attachment; filename="mau-01-don-de-nghi.docx"')
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert client.get(f"{page.get_url()}tep/2/").status_code == 404
    assert client.get(f"{page.get_url()}tep/0/").status_code == 404


def test_a_form_is_kept_with_its_files_whose_size_is_said(front, client, settings):
    settings.OFFLINE_READING = True
    page = make_form("Phiếu đề nghị")
    row = rows()["Phiếu đề nghị"]
    sizes = [file.size for file in row.files]
    assert row.weight == sum(sizes) > 0
    html = client.get(page.get_url()).content.decode()
    assert 'data-kind="form"' in html
    assert html.count("data-enclosed") == len(sizes)
    # Without one of its files, or one whose size nobody knows, it is not offered.
    unknown = replace(row, files=(replace(row.files[0], size=None), *row.files))
    assert unknown.weight == replace(row, files=()).weight == 0


def test_a_file_that_was_lost_is_not_found(front, client):
    page = make_form()
    document = page.files.get().document
    document.file.storage.delete(document.file.name)
    assert client.get(f"{page.get_url()}tep/1/").status_code == 404


def test_a_form_is_not_replaced_by_itself(front):
    page = make_form()
    page.replaced_by = page
    with pytest.raises(Exception, match="replaced_by"):
        page.full_clean()


def test_who_asks_for_a_form_finds_it_first(front, client):
    page = make_form("Đơn đề nghị công nhận sáng kiến")
    for words in ("mẫu đơn đề nghị công nhận", "bieu mau de nghi cong nhan"):
        answer = client.get("/tim-kiem/", {"q": words})
        assert next(iter(answer.context["results"])).url == page.get_url()
    assert FormPage.objects.count() == 1


def test_a_form_in_force_comes_before_an_old_one_of_like_name(front, client):
    old = add_verified("45/2011/QĐ-UBND", date(2011, 7, 18))
    new = add_verified("12/2023/QĐ-UBND", date(2023, 6, 15))
    add_effect(new, old, "replaces", date(2023, 6, 15), scope="whole")
    make_form("Phiếu đề nghị công nhận", regulation=new)
    make_form("Phiếu công nhận, mẫu năm 2011", regulation=old)

    def first(words):
        answer = client.get("/tim-kiem/", {"q": words}).context["results"]
        return next(iter(answer)).plain_title

    assert first("phiếu công nhận") == "Phiếu đề nghị công nhận"
    assert "2011" in first("phiếu công nhận mẫu 2011"), "who names its year means it"


def test_a_form_that_another_replaced_comes_after_it(front, client):
    after = make_form("Đơn công nhận giải pháp, mẫu mới")
    make_form("Đơn công nhận giải pháp", replaced_by=after)
    answer = client.get("/tim-kiem/", {"q": "đơn công nhận giải pháp"})
    first = next(iter(answer.context["results"]))
    assert first.url == after.get_url()
