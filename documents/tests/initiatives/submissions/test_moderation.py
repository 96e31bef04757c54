"""A sent proposal: a draft, its private parts where nobody reaches, and its end."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.contrib.auth.models import Group
from django.contrib.messages import get_messages
from django.test import Client
from django.utils import timezone
from post_office.models import Email
from wagtail.models import WorkflowState

from documents.initiatives.submissions import decisions, drafts
from documents.initiatives.submissions.moderation import KEPT_DECIDED
from documents.models import (
    AuthorPrivate,
    ConfidentialPart,
    InitiativeAuthor,
    InitiativePage,
    InitiativeSubmission,
)
from documents.tests.contributions import ANSWERS, add_moderator, begin, fill, send_in
from documents.tests.initiative_factories import add_initiative, add_place, add_unit
from home.setup import EDITORS
from portal.models import User

HTML = "<script>alert(1)</script>"
ADMIN = "/admin/de-xuat-sang-kien"
PRIVATE = ("01/02/1980", "0912 345 678", "Vi Văn Mẫu", "Công thức chấm", "Nông Thị Gửi")


@pytest.fixture
def address(front, client) -> str:
    address = begin(client)
    fill(client, address)
    return address


@pytest.fixture
def draft(address, client) -> InitiativePage:
    assert send_in(client, address).status_code == 302
    return InitiativePage.objects.get()


def the_row() -> InitiativeSubmission:
    return InitiativeSubmission.objects.get()


def test_it_becomes_a_draft_with_everything_said(draft):
    assert not draft.live
    latest = draft.get_latest_revision_as_object()
    assert latest.title == "Bộ phiếu tự học Toán từng bước"
    assert latest.slug == "bo-phieu-tu-hoc-toan-tung-buoc"
    assert latest.field.slug == "giao-duc"
    assert latest.kinds == ["management"]
    assert latest.first_applied_on == date(2023, 9, 5)
    assert latest.cost == 1_500_000
    assert [step.title for step in latest.steps.all()] == [
        "Chia bài",
        "Phát phiếu",
        "Chấm chéo",
    ]
    [benefit] = latest.benefits.all()
    assert (benefit.baseline, benefit.result) == (Decimal(46), Decimal("83.5"))
    assert not benefit.is_verified
    [recognition] = latest.recognitions.all()
    assert (recognition.on, recognition.decision_symbol) == (
        date(2024, 5, 20),
        "12/QĐ-TH",
    )


def test_it_waits_in_the_moderation_workflow(draft, client):
    [state] = WorkflowState.objects.all()
    assert state.status == WorkflowState.STATUS_IN_PROGRESS
    assert int(state.object_id) == draft.pk
    client.force_login(add_moderator())
    edit = client.get(f"/admin/pages/{draft.pk}/edit/")
    assert edit.status_code == 200
    assert draft.code in client.get("/admin/").content.decode()


def test_private_parts_stand_in_private_tables_and_in_no_revision(draft):
    first, second = InitiativeAuthor.objects.filter(initiative=draft)
    assert (first.share, first.consent) == (Decimal("66.50"), True)
    assert (second.share, second.consent) == (Decimal("33.50"), False)
    private = AuthorPrivate.objects.get(author=first)
    assert (private.birth_date, private.phone) == (date(1980, 2, 1), "0912 345 678")
    assert ConfidentialPart.objects.get(pk=draft.pk).text == "Công thức chấm giữ riêng."
    for revision in draft.revisions.all():
        for words in (*PRIVATE, "1980-02-01"):
            assert words not in str(revision.content)


def test_of_the_answers_only_whom_to_ask_is_kept(draft):
    row = the_row()
    assert set(row.answers) == {"lien-he", "unit"}
    assert row.consent_version


MAP = "/sitemap-sang-kien.xml"


def test_readers_see_nothing_of_it(draft):
    reader = Client()
    assert reader.get(f"/sang-kien/{draft.slug}/").status_code == 404
    for path in ("/sang-kien/", "/sang-kien.json", "/sang-kien/rss/", MAP):
        html = reader.get(path).content.decode()
        for words in (draft.title, draft.code, *PRIVATE):
            assert words not in html


def test_published_it_names_only_who_agreed(draft):
    draft.get_latest_revision().publish()
    html = Client().get(draft.get_url()).content.decode()
    assert "Hoàng Thị Mẫu" in html
    for words in PRIVATE:
        assert words not in html


def test_publishing_tells_the_sender_and_lets_the_proposal_go(draft, address, client):
    draft.get_latest_revision().publish()
    letter = Email.objects.filter(to=["gui@example.vn"]).latest("pk")
    assert draft.title in letter.message
    row = the_row()
    assert (row.state, row.answers, row.email) == ("taken", {}, "")
    assert f'href="{draft.get_url()}"' in client.get(address).content.decode()
    # Published again, nobody is told again.
    draft.save_revision().publish()
    assert Email.objects.filter(to=["gui@example.vn"]).count() == 2  # receipt, answer
    drafts.delete_expired(timezone.now() + KEPT_DECIDED + timedelta(minutes=1))
    assert not InitiativeSubmission.objects.exists()
    assert InitiativePage.objects.filter(pk=draft.pk, live=True).exists()


def test_sent_twice_it_is_one_draft(draft, address, client):
    assert send_in(client, address).status_code == 302
    client.post(f"{address}van-de/", {"problem": "Đổi sau khi gửi"})
    assert InitiativePage.objects.count() == 1
    assert the_row().state == "sent"
    assert "Đổi sau" not in str(the_row().answers)


def test_the_senders_page_tells_how_it_stands(draft, address, client):
    html = client.get(address).content.decode()
    assert draft.code in html
    for words in PRIVATE:
        assert words not in html


def test_a_title_somebody_has_already_gets_an_address_of_its_own(front, client):
    add_initiative(slug="bo-phieu-tu-hoc-toan-tung-buoc")
    address = begin(client)
    fill(client, address)
    send_in(client, address)
    assert InitiativePage.objects.latest("pk").slug == (
        "bo-phieu-tu-hoc-toan-tung-buoc-2"
    )


def test_a_known_unit_is_linked(front, client):
    place = add_place("Xã Mẫu")
    unit = add_unit("Trường Tiểu học Mẫu", locality=place)
    address = begin(client)
    fill(client, address)
    send_in(client, address)
    page = InitiativePage.objects.get()
    assert (page.unit, page.locality) == (unit, place)


def test_html_in_every_field_becomes_plain_words_of_the_draft(front, client):
    address = begin(client)
    words = {"title": HTML, "unit": HTML}
    fill(
        client,
        address,
        sang_kien=words,
        van_de=dict.fromkeys(ANSWERS["van-de"], HTML),
        giai_phap=dict.fromkeys(ANSWERS["giai-phap"], HTML),
        hieu_qua={"what-0": HTML, "unit-0": "<b>"},
        dieu_kien={"applicability": HTML, "cost_note": HTML},
        cong_nhan={"by": HTML, "symbol": HTML, "confidential": HTML},
    )
    send_in(client, address)
    draft = InitiativePage.objects.get()
    client.force_login(add_moderator())
    for path in (f"/admin/pages/{draft.pk}/edit/", f"{ADMIN}/edit/{the_row().pk}/"):
        response = client.get(path)
        assert response.status_code == 200
        assert HTML not in response.content.decode()
    draft.get_latest_revision().publish()
    assert HTML not in Client().get(draft.get_url()).content.decode()


def refuse_in_admin(client, words: str = "Chưa có minh chứng."):
    row = the_row()
    fields = {"is_refused": "on", "words": words, "note": ""}
    return client.post(f"{ADMIN}/edit/{row.pk}/", fields)


def test_turning_down_deletes_the_draft_and_tells_why(draft, address, client):
    client.force_login(add_moderator())
    listed = client.get(f"{ADMIN}/?state=sent").content.decode()
    assert draft.title in listed
    assert f'href="{ADMIN}/edit/{the_row().pk}/' in listed
    shown = client.get(f"{ADMIN}/edit/{the_row().pk}/").content.decode()
    assert "gui@example.vn" in shown
    assert refuse_in_admin(client).status_code == 302
    assert not InitiativePage.objects.exists()
    assert not InitiativeAuthor.objects.exists()
    assert not ConfidentialPart.objects.exists()
    row = the_row()
    assert (row.state, row.answers, row.email) == ("refused", {}, "")
    letter = Email.objects.filter(to=["gui@example.vn"]).latest("pk")
    assert "Chưa có minh chứng." in letter.message
    assert Client().get(address).status_code == 200


def test_turning_down_needs_a_reason(draft, client):
    client.force_login(add_moderator())
    assert refuse_in_admin(client, "").status_code == 200
    assert InitiativePage.objects.exists()


def test_what_is_public_already_is_not_turned_down(draft, client):
    draft.get_latest_revision().publish()
    client.force_login(add_moderator())
    assert refuse_in_admin(client).status_code == 200
    assert InitiativePage.objects.filter(live=True).exists()


def test_published_while_it_was_being_turned_down_it_stays_and_says_so(
    draft, client, monkeypatch
):
    client.force_login(add_moderator())
    refuse = decisions.refuse

    def published_meanwhile(row, words, *, now):
        draft.get_latest_revision().publish()
        return refuse(row, words, now=now)

    monkeypatch.setattr(decisions, "refuse", published_meanwhile)
    saved = refuse_in_admin(client)
    messages = [str(message) for message in get_messages(saved.wsgi_request)]
    assert "Chỉ từ chối được bản đã gửi và chưa có kết quả." in messages
    assert "Đã xóa bản nháp." not in messages
    assert InitiativePage.objects.filter(live=True).exists()


def test_a_draft_a_moderator_deleted_is_told_as_not_taken(draft, address, client):
    draft.delete()
    assert client.get(address).status_code == 200


def test_nobody_begins_a_proposal_in_the_admin_and_editors_see_none(draft, client):
    client.force_login(add_moderator())
    assert client.get(f"{ADMIN}/new/").status_code in (302, 403, 404)
    editor = User.objects.create_user("bien-tap", password="x", is_staff=True)
    editor.groups.add(Group.objects.get(name=EDITORS))
    client.force_login(editor)
    response = client.get(f"{ADMIN}/edit/{the_row().pk}/")
    assert "gui@example.vn" not in response.content.decode()


def test_deleted_in_the_admin_it_is_gone_and_its_draft_stays(draft, client):
    client.force_login(add_moderator())
    client.post(f"{ADMIN}/delete/{the_row().pk}/")
    assert not InitiativeSubmission.objects.exists()
    assert InitiativePage.objects.exists()
