"""A unit says it applies an initiative: kept, decided on, counted, forgotten."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from post_office.models import Email

from documents.initiatives.contributions import replication_requests
from documents.initiatives.contributions.consent import KEPT_ANSWERED, KEPT_UNANSWERED
from documents.initiatives.contributions.retention import forget_replications
from documents.initiatives.views import replications as view
from documents.models import Replication, ReplicationContact
from documents.models.initiative_enums import Review
from documents.tests.contributions import add_moderator, send_replication
from documents.tests.initiative_factories import (
    NOW,
    add_initiative,
    add_place,
    add_unit,
)
from portal import guard
from portal.models import User

ADMIN = "/admin/ap-dung-sang-kien"
HTML = "<script>alert(1)</script>"


@pytest.fixture
def page(front):
    return add_initiative()


@pytest.fixture
def desk(front, client):
    client.force_login(add_moderator())
    return client


def the_row() -> Replication:
    return Replication.objects.get()


def decide(client, row, review: str, words: str = "", **facts):
    """Press save in the admin with this decision."""
    fields = {
        "initiative": row.initiative_id,
        "unit": row.unit,
        "status": row.status,
        "started_on": row.started_on or "",
        "review": review,
        "words": words,
        "review_note": "",
        **facts,
    }
    return client.post(f"{ADMIN}/edit/{row.pk}/", fields)


def test_what_a_unit_sends_waits_and_is_shown_nowhere(page, client):
    answer = send_replication(client, page)
    assert answer.status_code == 302
    assert 'role="status"' in client.get(answer["Location"]).content.decode()
    row = the_row()
    assert (row.review, row.status, str(row.started_on)) == (
        "pending",
        "applied",
        "2024-09-05",
    )
    contact = ReplicationContact.objects.get(pk=row.pk)
    assert (contact.name, contact.phone) == ("Hoàng Thị Mẫu", "0912 345 678")
    assert contact.consent_version
    assert "Trường Tiểu học Mẫu" not in client.get(page.url).content.decode()
    [found] = client.get("/sang-kien.json").json()["results"]
    assert found["applied_elsewhere"] == 0


def test_the_page_leads_to_the_form(page, client):
    assert f'href="{page.url}ap-dung/"' in client.get(page.url).content.decode()


def test_the_form_is_on_no_shared_shelf(page, client):
    response = client.get(f"{page.url}ap-dung/")
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]


def test_a_known_unit_is_linked_and_lends_its_place(page, client):
    place = add_place("Xã Mẫu")
    unit = add_unit("Trường Tiểu học Mẫu", short_name="TH Mẫu", locality=place)
    send_replication(client, page, unit="TH  mẫu")
    row = the_row()
    assert (row.unit, row.organisation, row.locality) == (unit.name, unit, place)


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ({"status": None}, "id_status_0"),
        ({"unit": "   "}, "id_unit"),
        ({"unit": "x" * 256}, "id_unit"),
        ({"name": "12345"}, "id_name"),
        ({"email": "", "phone": ""}, "id_email"),
        ({"email": "a@b\nBcc: c@d.vn"}, "id_email"),
        ({"phone": "0912"}, "id_phone"),
        ({"consent": None}, "id_consent"),
        ({"started_on": "31/02/2024"}, "id_started_on"),
        ({"started_on": "05/09/0202"}, "id_started_on"),
        ({"started_on": "05/09/2199"}, "id_started_on"),
        ({"locality": "999999"}, "id_locality"),
        ({"lesson": "x" * 1001}, "id_lesson"),
    ],
)
def test_what_is_wrong_is_said_and_the_rest_is_kept(page, client, fields, place):
    response = send_replication(client, page, **{"adaptation": "Giữ lại", **fields})
    html = response.content.decode()
    assert response.status_code == 200
    assert f'href="#{place}"' in html
    assert "Giữ lại" in html
    assert not Replication.objects.exists()


def test_an_email_alone_or_a_telephone_alone_is_enough(page, client):
    send_replication(client, page, phone="", unit="Một")
    send_replication(client, page, email="", unit="Hai")
    assert Replication.objects.count() == 2


def test_a_program_is_refused(page, client):
    response = send_replication(client, page, guard_website="http://spam.example")
    assert response.status_code == 200
    assert not Replication.objects.exists()


def test_a_flood_is_slowed_and_nothing_typed_is_lost(page, client, monkeypatch):
    monkeypatch.setattr(view, "LIMIT", guard.Limit(1, view.LIMIT.per))
    send_replication(client, page)
    response = send_replication(client, page, unit="Trường Khác")
    assert response.status_code == 429
    assert "Trường Khác" in response.content.decode()
    assert Replication.objects.count() == 1


def test_a_forged_form_is_refused(page):
    strict = Client(enforce_csrf_checks=True)
    assert send_replication(strict, page).status_code == 403


def test_the_button_pressed_twice_is_one_row(page, client):
    send_replication(client, page)
    send_replication(client, page)
    assert Replication.objects.count() == 1


def test_confirming_counts_it_and_tells_the_unit(page, desk):
    send_replication(desk, page)
    saved = decide(desk, the_row(), "confirmed")
    assert saved.status_code == 302
    row = the_row()
    assert row.confirmed_by.username == "nguoi-duyet"
    assert row.confirmed_at
    [found] = desk.get("/sang-kien.json").json()["results"]
    assert found["applied_elsewhere"] == 1
    assert row.unit in Client().get(page.url).content.decode()
    [letter] = Email.objects.all()
    assert letter.to == ["mau@example.vn"]
    assert page.title in letter.message


def test_confirmed_but_only_interested_is_not_counted(page, desk):
    send_replication(desk, page, status="interested", started_on="")
    decide(desk, the_row(), "confirmed")
    [found] = desk.get("/sang-kien.json").json()["results"]
    assert found["applied_elsewhere"] == 0


def test_a_decision_taken_back_is_no_longer_counted(page, desk):
    send_replication(desk, page)
    decide(desk, the_row(), "confirmed")
    decide(desk, the_row(), "rejected", "Chưa đúng.")
    row = the_row()
    assert (row.confirmed_at, row.confirmed_by) == (None, None)
    assert Replication.objects.counted().count() == 0


def test_asking_back_sends_a_link_at_which_it_is_put_right(page, desk):
    send_replication(desk, page)
    decide(desk, the_row(), "asked", "Từ ngày nào ạ?")
    [letter] = Email.objects.all()
    assert "Từ ngày nào ạ?" in letter.message
    path = "/sang-kien/ap-dung/" + letter.message.partition("/sang-kien/ap-dung/")[2]
    path = path.split()[0]
    reader = Client()
    opened = reader.get(path)
    assert opened.status_code == 200
    assert "no-store" in opened["Cache-Control"]
    html = opened.content.decode()
    assert "05/09/2024" in html
    for private in ("Hoàng Thị Mẫu", "mau@example.vn", "0912 345 678"):
        assert private not in html
    stamp = guard.filled("replication", timezone.now())
    sent = {
        "status": "applied",
        "unit": "Trường Tiểu học Mẫu",
        "started_on": "1/10/2024",
    }
    assert reader.post(path, {**stamp, **sent}).status_code == 302
    row = the_row()
    assert (row.review, str(row.started_on)) == ("pending", "2024-10-01")
    # What is decided, or answered, is out of the link's reach.
    assert reader.get(path).status_code == 404


@pytest.mark.parametrize("token", ["x", "1:2:3", "%00", "a" * 500])
def test_a_guessed_link_opens_nothing(front, client, token):
    assert client.get(f"/sang-kien/ap-dung/{token}/").status_code == 404


def test_an_old_link_opens_nothing(page, client, monkeypatch):
    send_replication(client, page)
    row = the_row()
    Replication.objects.update(review=Review.ASKED)
    token = replication_requests.answer_link(row).rstrip("/").rpartition("/")[2]
    assert replication_requests.asked_row(token)
    monkeypatch.setattr(replication_requests, "ANSWER_WITHIN", timedelta(seconds=-1))
    assert replication_requests.asked_row(token) is None


@pytest.mark.parametrize(
    ("email", "words"), [("mau@example.vn", ""), ("", "Từ ngày nào ạ?")]
)
def test_asking_needs_a_question_and_an_address(page, desk, email, words):
    send_replication(desk, page, email=email)
    response = decide(desk, the_row(), "asked", words)
    assert response.status_code == 200
    assert the_row().review == "pending"
    assert not Email.objects.exists()


def test_turning_down_erases_the_contact_at_once(page, desk):
    send_replication(desk, page)
    decide(desk, the_row(), "rejected", "Chưa có minh chứng.")
    assert the_row().review == "rejected"
    assert not ReplicationContact.objects.exists()
    assert "Chưa có minh chứng." in Email.objects.get().message


def test_saving_without_a_new_decision_writes_no_letter(page, desk):
    send_replication(desk, page)
    decide(desk, the_row(), "pending", unit="Trường Mẫu sửa")
    assert the_row().unit == "Trường Mẫu sửa"
    assert not Email.objects.exists()


def test_the_desk_lists_and_filters(page, desk):
    send_replication(desk, page, unit="Trường Chờ")
    decide(desk, the_row(), "confirmed")
    send_replication(desk, page, unit="Trường Mới")
    every = desk.get(f"{ADMIN}/").content.decode()
    assert "Trường Chờ" in every
    assert "Trường Mới" in every
    waiting = desk.get(f"{ADMIN}/?review=pending").content.decode()
    assert "Trường Chờ" not in waiting
    assert "Trường Mới" in waiting
    theirs = desk.get(f"{ADMIN}/", {"sender": "0912345678"}).content.decode()
    assert "Trường Mới" in theirs
    assert "Trường Mới" not in desk.get(f"{ADMIN}/?sender=khac").content.decode()
    shown = desk.get(f"{ADMIN}/edit/{Replication.objects.latest('pk').pk}/")
    assert "mau@example.vn" in shown.content.decode()


def test_the_desk_takes_as_many_queries_for_many_rows(page, desk):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def queries() -> int:
        desk.get(f"{ADMIN}/")
        with CaptureQueriesContext(connection) as seen:
            desk.get(f"{ADMIN}/")
        return len(seen)

    send_replication(desk, page, unit="Đơn vị đầu")
    before = queries()
    for number in range(5):
        send_replication(desk, add_initiative(), unit=f"Đơn vị {number}")
    assert queries() == before


def test_an_editor_of_nothing_sees_no_contacts(page, client):
    send_replication(client, page)
    nobody = User.objects.create_user("x", password="x", is_staff=True)
    client.force_login(nobody)
    response = client.get(f"{ADMIN}/edit/{the_row().pk}/")
    assert "mau@example.vn" not in response.content.decode()


def test_html_is_shown_as_typed_to_readers_and_organisers(page, desk):
    names = ("unit", "adaptation", "result", "lesson")
    send_replication(desk, page, **dict.fromkeys(names, HTML))
    edit = desk.get(f"{ADMIN}/edit/{the_row().pk}/").content.decode()
    decide(desk, the_row(), "confirmed", HTML, **dict.fromkeys(names, HTML))
    shown = desk.get(page.url).content.decode()
    for html in (edit, shown, Email.objects.get().html_message):
        assert HTML not in html
        assert "&lt;script&gt;" in html


def test_contacts_are_erased_when_their_time_is_over(page, client):
    send_replication(client, page, unit="Đã xác nhận")
    Replication.objects.update(review=Review.CONFIRMED, confirmed_at=NOW, sent_at=NOW)
    forget_replications(NOW + KEPT_ANSWERED)
    assert ReplicationContact.objects.exists()
    forget_replications(NOW + KEPT_ANSWERED + timedelta(seconds=1))
    assert not ReplicationContact.objects.exists()
    assert the_row().unit == "Đã xác nhận"


def test_what_nobody_answered_goes_whole(page, client):
    send_replication(client, page)
    Replication.objects.update(sent_at=NOW)
    forget_replications(NOW + KEPT_UNANSWERED)
    assert Replication.objects.exists()
    forget_replications(NOW + KEPT_UNANSWERED + timedelta(seconds=1))
    assert not Replication.objects.exists()
    assert not ReplicationContact.objects.exists()


def test_a_day_that_does_not_exist_is_said_to_be_none(page, client):
    html = send_replication(client, page, started_on="31/02/2030").content.decode()
    assert "Không đọc được “31/02/2030”: hãy ghi một ngày có thật" in html
