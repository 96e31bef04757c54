"""Editors: days that cannot be, shares that do not add up, who may see what."""

from datetime import date

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.models import ModelLogEntry, Page, PageLogEntry
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from documents.models import (
    AuthorPrivate,
    ConfidentialPart,
    Field,
    InitiativeAuthor,
    InitiativeBasis,
    InitiativePage,
    KitFile,
    RegulationPage,
)
from documents.models.initiative_rows import LARGEST_KIT_FILE
from documents.tests.act_factories import add_verified
from documents.tests.initiative_factories import add_initiative, add_replication
from home.setup import EDITORS, MODERATORS
from portal.models import PortalDocument

CHILDREN = ("steps", "benefits", "kit", "recognitions", "assessments", "legal_basis")


def user_in(*groups: str):
    user = get_user_model().objects.create_user(f"thu{len(groups)}", password="x")
    user.groups.set(Group.objects.filter(name__in=groups))
    return user


@pytest.fixture
def moderator(front, client):
    client.force_login(user_in(EDITORS, MODERATORS))
    return client


@pytest.fixture
def page(front):
    return add_initiative(first_applied_on=date(2024, 9, 5))


def form(page, rows=None, kinds=(), **fields) -> dict:
    children = {name: inline_formset([]) for name in CHILDREN}
    children |= {name: inline_formset(found) for name, found in (rows or {}).items()}
    data = nested_form_data(
        {
            "title": page.title,
            "slug": page.slug,
            "summary": page.summary,
            "code": page.code,
            "field": Field.objects.get(slug="giao-duc").pk,
            "problem": page.problem,
            "solution": page.solution,
            "first_applied_on": "05/09/2024",
            "lifecycle": "in_use",
            "body": streamfield([]),
            "comments": inline_formset([]),
            "related_pages": inline_formset([]),
            **children,
            **fields,
        }
    )
    return data | {"kinds": list(kinds)}


def edit(client, page, rows=None, kinds=(), **fields):
    url = f"/admin/pages/{page.pk}/edit/"
    return client.post(url, form(page, rows, kinds, **fields))


def draft(page) -> InitiativePage:
    return InitiativePage.objects.get(pk=page.pk).get_latest_revision_as_object()


def test_the_form_is_saved_with_its_rows(moderator, page):
    decided = {"by": "Trường", "on": "06/09/2024", "ORDER": 1}
    step = {"title": "Bước một", "text": "", "ORDER": 1}
    rows = {"recognitions": [decided], "steps": [step]}
    publish = {"action-publish": "1"}
    response = edit(moderator, page, rows, ["technical", "management"], **publish)
    assert response.status_code == 302
    saved = InitiativePage.objects.get(pk=page.pk)
    assert saved.kinds == ["technical", "management"]
    assert saved.level == "base"
    assert [row.title for row in saved.steps.all()] == ["Bước một"]


@pytest.mark.parametrize("name", ["recognitions", "assessments"])
def test_a_decision_before_the_first_application_is_refused(moderator, page, name):
    row = {"by": "Trường", "on": "04/09/2024", "reach": "province", "ORDER": 1}
    response = edit(moderator, page, {name: [row]}, title="Tên mới")
    assert response.status_code == 200
    assert "sớm hơn ngày áp dụng lần đầu" in response.content.decode()
    assert draft(page).title == page.title


def test_a_file_too_large_for_phones_is_refused(page):
    file = ContentFile(b"%PDF-1.4", name="to.pdf")
    document = PortalDocument.objects.create(title="Tệp to", file=file)
    document.file_size = LARGEST_KIT_FILE + 1
    row = KitFile(initiative=page, document=document)
    with pytest.raises(Exception, match="20 MB"):
        row.full_clean()


def private_form(rows: list[dict], text: str = "") -> dict:
    data = {"tac-gia-TOTAL_FORMS": len(rows), "tac-gia-INITIAL_FORMS": 0}
    for number, row in enumerate(rows):
        data |= {f"tac-gia-{number}-{name}": value for name, value in row.items()}
    return data | {"bao-mat-text": text}


def url_of(page) -> str:
    return f"/admin/sang-kien/{page.pk}/tac-gia/"


ONE = {
    "name": "Hoàng Thị Một",
    "share": "60",
    "consent": "on",
    "birth_date": "23/11/1979",
    "phone": "0912345678",
}
TWO = {"name": "Vi Văn Hai", "share": "40"}


def test_authors_and_confidential_part_are_kept_apart(moderator, page):
    response = moderator.post(url_of(page), private_form([ONE, TWO], "bí quyết"))
    assert response.status_code == 302
    rows = InitiativeAuthor.objects.filter(initiative_id=page.pk)
    assert [(r.name, int(r.share), r.consent) for r in rows] == [
        ("Hoàng Thị Một", 60, True),
        ("Vi Văn Hai", 40, False),
    ]
    assert AuthorPrivate.objects.get().birth_date == date(1979, 11, 23)
    assert ConfidentialPart.objects.get().text == "bí quyết"
    shown = moderator.get(url_of(page))
    assert "0912345678" in shown.content.decode()
    assert "no-store" in shown["Cache-Control"]


@pytest.mark.parametrize(("share", "total"), [("39", "99"), ("41", "101")])
def test_shares_off_a_hundred_are_refused_with_their_sum(moderator, page, share, total):
    rows = [ONE, TWO | {"share": share}]
    response = moderator.post(url_of(page), private_form(rows, "bí quyết"))
    body = response.content.decode()
    assert response.status_code == 200
    assert f"cộng lại là {total}%" in body
    assert "0912345678" in body
    assert not InitiativeAuthor.objects.exists()
    assert not ConfidentialPart.objects.exists()


def test_shares_in_thirds_are_written_with_a_comma(moderator, page):
    thirds = [
        {"name": f"Người {n}", "share": share}
        for n, share in enumerate(["33,34", "33,33", "33,33"])
    ]
    response = moderator.post(url_of(page), private_form(thirds))
    assert response.status_code == 302
    assert InitiativeAuthor.objects.count() == 3


def test_the_log_says_that_it_changed_and_not_what(moderator, page):
    moderator.post(url_of(page), private_form([ONE | {"share": "100"}], "bí quyết"))
    entry = PageLogEntry.objects.get(action="documents.private_changed")
    assert "Hoàng" not in str(entry.data)
    assert not ModelLogEntry.objects.filter(data__icontains="Hoàng").exists()


def test_an_editor_without_the_permission_sees_nothing_private(page, client):
    client.force_login(user_in(EDITORS))
    assert client.get(url_of(page)).status_code != 200
    editing = client.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    assert url_of(page) not in editing


def test_a_moderator_is_led_there_from_the_page(moderator, page):
    editing = moderator.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    assert url_of(page) in editing


def test_an_initiative_that_others_apply_cannot_be_deleted(moderator, page):
    add_replication(page)
    moderator.post(f"/admin/pages/{page.pk}/delete/")
    assert InitiativePage.objects.filter(pk=page.pk).exists()
    answer = moderator.get("/admin/").content.decode()
    assert "không xóa được" in answer


@pytest.mark.parametrize("way", ["alone", "bulk"])
def test_an_act_that_an_initiative_rests_on_is_kept(admin_client, page, way):
    act = add_verified("01/2024/QĐ-UBND", date(2024, 2, 1))
    page.legal_basis = [InitiativeBasis(regulation=act)]
    page.save_revision().publish()
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    alone = f"/admin/pages/{act.pk}/delete/"
    url = alone if way == "alone" else f"{bulk}?id={act.pk}"
    answer = admin_client.post(url, follow=True).content.decode()
    assert RegulationPage.objects.filter(pk=act.pk).exists()
    if way == "alone":  # several at once, Wagtail itself refuses
        assert "không xóa được" in answer
        assert page.title in answer


def test_what_nothing_rests_on_is_deleted(moderator, page):
    act = add_verified("01/2024/QĐ-UBND", date(2024, 2, 1))
    for gone in (act, page):
        moderator.post(f"/admin/pages/{gone.pk}/delete/")
        assert not Page.objects.filter(pk=gone.pk).exists()


def test_the_list_in_the_admin_filters(moderator, page):
    due = add_initiative(title="Đến hạn", review_on=date(2020, 1, 1))
    shown = moderator.get("/admin/initiatives/?due=due").content.decode()
    assert due.title in shown
    assert page.title not in shown
