"""Mistakes that readers report: kept, slowed when they flood, settled by editors."""

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.utils import timezone

from documents.acts.views import reports
from documents.models import MistakeReport
from documents.tests.act_factories import add_act
from portal import guard
from portal.models import User


@pytest.fixture
def act(front):
    return add_act("36/2018/QĐ-UBND")


def send(client, act, **fields):
    stamp = guard.filled("act-report", timezone.now())
    return client.post(f"/van-ban/{act.slug}/bao-loi/", {**stamp, **fields})


def test_a_report_is_kept_and_thanked_for(act, client):
    answer = send(client, act, message="Điều 4 thiếu chữ", provision="Điều 4")
    assert answer.status_code == 302
    [report] = act.mistake_reports.all()
    assert (report.provision, report.state, report.contact) == ("Điều 4", "open", "")
    assert 'role="status"' in client.get(answer["Location"]).content.decode()


def test_the_form_is_on_no_shared_shelf_and_names_the_provision(act, client):
    page = client.get(f"/van-ban/{act.slug}/bao-loi/?muc=dieu-4-khoan-2")
    assert "no-store" in page["Cache-Control"]
    assert "2" in page.context["form"]["provision"].value()


def test_an_empty_report_keeps_the_rest_and_says_what_is_missing(act, client):
    page = send(client, act, message=" ", provision="Điều 4", contact="a@example.vn")
    assert page.status_code == 200
    html = page.content.decode()
    assert 'href="#id_message"' in html
    assert 'value="a@example.vn"' in html
    assert not MistakeReport.objects.exists()


@pytest.mark.parametrize("contact", ["gọi tôi nhé", "mai@gmail", "0912 345"])
def test_who_cannot_be_answered_there_is_told_at_once(act, client, contact):
    page = send(client, act, message="Điều 4 thiếu chữ", contact=contact)
    assert 'href="#id_contact"' in page.content.decode()
    assert not MistakeReport.objects.exists()
    answer = send(client, act, message="Điều 4", contact="0912 345 678")
    assert answer.status_code == 302
    assert MistakeReport.objects.get().contact == "0912 345 678"


def test_what_is_pasted_is_not_cut_but_told_to_be_too_long(act, client):
    page = client.get(f"/van-ban/{act.slug}/bao-loi/").content.decode()
    box = page.partition("<textarea")[2].partition(">")[0]
    assert "maxlength" not in box
    page = send(client, act, message="Điều 4 " * 400)
    assert "2.000" in page.content.decode()
    assert not MistakeReport.objects.exists()


def test_a_program_is_refused(act, client):
    page = send(client, act, message="x", guard_website="http://spam.example")
    assert page.status_code == 200
    assert not MistakeReport.objects.exists()


def test_a_flood_is_slowed_and_nothing_typed_is_lost(act, client, monkeypatch):
    monkeypatch.setattr(reports, "LIMIT", guard.Limit(1, reports.LIMIT.per))
    send(client, act, message="một")
    page = send(client, act, message="hai ba")
    assert page.status_code == 429
    assert "hai ba" in page.content.decode()
    assert MistakeReport.objects.count() == 1


def test_a_forged_form_is_refused(act):
    strict = Client(enforce_csrf_checks=True)
    assert send(strict, act, message="x").status_code == 403


def test_closing_a_report_erases_the_address(act, client):
    report = MistakeReport.objects.create(
        regulation=act, message="Sai", contact="a@example.vn", sent_at=timezone.now()
    )
    editor = User.objects.create_user("bien-tap", password="x", is_staff=True)
    wanted = ["access_admin", "change_mistakereport", "view_mistakereport"]
    editor.user_permissions.set(Permission.objects.filter(codename__in=wanted))
    client.force_login(editor)
    listed = client.get("/admin/reported_mistakes/?state=open")
    assert "36/2018/QĐ-UBND" in listed.content.decode()
    assert client.get("/admin/reported_mistakes/new/").status_code in (302, 403, 404)
    address = f"/admin/reported_mistakes/edit/{report.pk}/"
    assert "a@example.vn" in client.get(address).content.decode()
    saved = client.post(address, {"state": "closed", "answer": "Đã sửa"})
    assert saved.status_code == 302
    report.refresh_from_db()
    assert (report.state, report.contact, report.answer) == ("closed", "", "Đã sửa")
    assert report.closed_at


def test_a_slip_in_the_address_is_asked_about_once(act, client):
    given = {"message": "Điều 4 thiếu chữ", "contact": "mai@gmail.con"}
    page = send(client, act, **given).content.decode()
    assert "mai@gmail.com" in page
    assert 'name="contact-asked"' in page
    answer = send(client, act, **given, **{"contact-asked": "mai@gmail.con"})
    assert answer.status_code == 302
