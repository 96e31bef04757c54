"""The board of needs: posted, approved, found, matched with initiatives, forgotten."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from post_office.models import Email

from documents.initiatives.contributions import board
from documents.initiatives.contributions.consent import KEPT_ANSWERED, KEPT_UNANSWERED
from documents.initiatives.contributions.matches import matches
from documents.initiatives.contributions.retention import forget_needs
from documents.initiatives.views import needs as view
from documents.law.search_words import searchable, telling_pairs
from documents.models import Field, Need, NeedContact
from documents.models.initiative_enums import NeedState
from documents.tests.contributions import NEED, add_moderator, send_need
from documents.tests.initiative_factories import NOW, add_initiative, add_unit
from portal import guard

BOARD = "/sang-kien/nhu-cau/"
ADMIN = "/admin/nhu-cau"
HTML = "<script>alert(1)</script>"


@pytest.fixture
def desk(front, client):
    client.force_login(add_moderator())
    return client


def the_need() -> Need:
    return Need.objects.get()


def add_need(**facts) -> Need:
    """One that is on the board."""
    facts = {
        "title": NEED["title"],
        "text": NEED["text"],
        "unit": NEED["unit"],
        "field": Field.objects.get(slug=facts.pop("field", "y-te")),
        "state": NeedState.OPEN,
        "sent_at": NOW,
        "approved_at": NOW,
        **facts,
    }
    return Need.objects.create(**facts)


def decide(client, need: Need, state: str, words: str = "", **facts):
    fields = {
        "title": need.title,
        "text": need.text,
        "field": need.field_id,
        "unit": need.unit,
        "state": state,
        "closes_on": "",
        "met_by": "",
        "words": words,
        "answer": "",
        **facts,
    }
    return client.post(f"{ADMIN}/edit/{need.pk}/", fields)


def test_the_site_map_leads_to_the_board_and_its_form(front, client):
    page = client.get("/so-do-trang/").content.decode()
    for address in (BOARD, f"{BOARD}gui/", "/ve/", "/da-luu/"):
        assert f'href="{address}"' in page


def test_what_a_unit_posts_waits_and_is_shown_nowhere(front, client):
    answer = send_need(client)
    assert answer.status_code == 302
    assert 'role="status"' in client.get(answer["Location"]).content.decode()
    need = the_need()
    assert need.state == "pending"
    assert NeedContact.objects.get(pk=need.pk).name == "Lý Văn Mẫu"
    for path in (BOARD, f"{BOARD}rss/"):
        assert need.title not in client.get(path).content.decode()
    assert client.get(f"{BOARD}{need.pk}/").status_code == 404


def test_a_desks_list_counts_as_people_do(desk):
    """Not "3 các nhu cầu", nor "Chưa có các đề xuất sáng kiến nào"."""
    add_need()
    for address in (ADMIN, "/admin/de-xuat-sang-kien", "/admin/ap-dung-sang-kien"):
        page = desk.get(f"{address}/").content.decode()
        for wrong in ("các nhu cầu", "các đề xuất", "các lượt"):
            assert wrong not in page.lower()


@pytest.mark.parametrize("number", ["020190001234", "0912 345 678"])
@pytest.mark.parametrize("field", ["title", "text"])
def test_nobodys_number_gets_onto_the_board(front, client, field, number):
    answer = send_need(client, **{field: f"Cần cách nhắc hẹn, gọi {number}"})
    assert answer.status_code == 200
    assert number in str(answer.context["form"].errors[field])
    assert not Need.objects.exists()
    assert send_need(client, text="Không quá 1.500.000 đồng").status_code == 302


def test_approving_puts_it_on_the_board_without_whom_to_ask(desk):
    send_need(desk)
    assert decide(desk, the_need(), "open").status_code == 302
    need = the_need()
    assert need.closes_on == timezone.localdate(need.approved_at) + board.SHOWN
    reader = Client()
    for path in (BOARD, f"{BOARD}{need.pk}/", f"{BOARD}rss/"):
        html = reader.get(path).content.decode()
        assert need.title in html
        for private in ("Lý Văn Mẫu", "can@example.vn"):
            assert private not in html
    [letter] = Email.objects.all()
    assert f"{BOARD}{need.pk}/" in letter.message


def test_it_is_found_by_the_phrases_an_organiser_adds(desk):
    send_need(desk)
    asked = "bn huyết áp cứ quên hẹn\n\n bn  huyết áp cứ quên hẹn \nkhông nhớ ngày"
    decide(desk, the_need(), "open", asked_as=asked)
    need = the_need()
    assert need.asked_as == "bn huyết áp cứ quên hẹn\nkhông nhớ ngày"
    query = {"q": "bn huyet ap cu quen hen"}
    found = Client().get("/tim-kiem/", query).context["results"]
    assert [row.url for row in found][:1] == [f"{BOARD}{need.pk}/"]
    for path in (BOARD, f"{BOARD}{need.pk}/"):
        assert "quên hẹn" not in Client().get(path).content.decode()
    refused = decide(desk, need, "open", asked_as="dài " * 30)
    assert "100 ký tự" in refused.content.decode()
    assert the_need().asked_as == need.asked_as


def test_turning_down_tells_why_and_erases_the_contact(desk):
    send_need(desk)
    decide(desk, the_need(), "rejected", "Ngoài phạm vi.")
    assert not NeedContact.objects.exists()
    assert "Ngoài phạm vi." in Email.objects.get().message
    assert desk.get(f"{BOARD}{the_need().pk}/").status_code == 404


def test_one_that_was_met_names_the_initiative(desk):
    page = add_initiative(title="Lịch nhắc tái khám")
    send_need(desk)
    decide(desk, the_need(), "met", met_by=page.pk)
    html = Client().get(f"{BOARD}{the_need().pk}/").content.decode()
    assert f'href="{page.url}"' in html
    page.unpublish()
    html = Client().get(f"{BOARD}{the_need().pk}/").content.decode()
    assert page.title not in html


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ({"title": " "}, "id_title"),
        ({"title": "x" * 161}, "id_title"),
        ({"text": ""}, "id_text"),
        ({"text": "x" * 2001}, "id_text"),
        ({"field": "9999999"}, "id_field"),
        ({"unit": ""}, "id_unit"),
        ({"email": "", "phone": ""}, "id_email"),
        ({"consent": ""}, "id_consent"),
    ],
)
def test_what_is_wrong_is_said_and_the_rest_is_kept(front, client, fields, place):
    html = send_need(client, **fields).content.decode()
    assert f'href="#{place}"' in html
    assert "Lý Văn Mẫu" in html
    assert not Need.objects.exists()


def test_programs_floods_and_forgeries_are_refused(front, client, monkeypatch):
    send_need(client, guard_website="x")
    assert send_need(Client(enforce_csrf_checks=True)).status_code == 403
    monkeypatch.setattr(view, "LIMIT", guard.Limit(1, view.LIMIT.per))
    answer = send_need(client)
    assert answer.status_code == 429
    assert NEED["title"] in answer.content.decode()
    assert not Need.objects.exists()


def test_the_button_pressed_twice_is_one_need(front, client):
    send_need(client)
    send_need(client)
    assert Need.objects.count() == 1


def test_the_board_is_searched_without_accents_and_by_field(front, client):
    add_need()
    add_need(title="Cách xếp thời khóa biểu", text="Mất hai ngày.", field="giao-duc")

    def found(query: str) -> list[str]:
        return [need.title for need in client.get(f"{BOARD}?{query}").context["needs"]]

    assert found("q=tai+kham") == [NEED["title"]]
    assert found("linh-vuc=giao-duc") == ["Cách xếp thời khóa biểu"]
    assert found("linh-vuc=giao-duc&q=tai+kham") == []
    assert len(found("linh-vuc=khong-co")) == 2
    board = client.get(BOARD)
    fields = board.context["fields"]["items"]
    assert [field["count"] for field in fields] == [1, 1]
    for field in fields:  # each is on the page, to be chosen
        assert f'name="linh-vuc" value="{field["value"]}"' in board.content.decode()


@pytest.mark.parametrize(
    "query",
    ["q=%00", "q=%3Cscript%3E", "trang=-1", "trang=99999", "trang=x", "linh-vuc=%00"],
)
def test_nonsense_in_the_address_is_answered(front, client, query):
    add_need()
    response = client.get(f"{BOARD}?{query}")
    assert response.status_code == 200
    assert "<script>" not in response.content.decode().partition("<main")[2]


@pytest.mark.parametrize("number", ["0", "999", "9" * 30])
def test_a_need_that_never_was_is_not_found(front, client, number):
    assert client.get(f"{BOARD}{number}/").status_code == 404


def test_the_board_takes_as_many_queries_for_many_needs(front, client):
    def queries() -> int:
        client.get(BOARD)
        with CaptureQueriesContext(connection) as seen:
            client.get(BOARD)
        return len(seen)

    add_need()
    before = queries()
    for number in range(6):
        add_need(title=f"Nhu cầu {number}", field="giao-duc")
    assert queries() == before
    assert before <= 12


def test_html_is_shown_as_typed(desk):
    send_need(desk, title=HTML, text=HTML, unit=HTML)
    decide(desk, the_need(), "open", HTML)
    need = the_need()
    paths = (BOARD, f"{BOARD}{need.pk}/", f"{BOARD}rss/", f"{ADMIN}/edit/{need.pk}/")
    for path in paths:
        assert HTML not in desk.get(path).content.decode()
    assert HTML not in Email.objects.get().html_message


def test_the_likest_initiative_of_its_field_comes_first(front):
    need = add_need()
    near = add_initiative(problem="Người bệnh tái khám trễ hẹn.", field="y-te")
    nearest = add_initiative(
        problem="Sổ hẹn viết tay nên người bệnh quên ngày tái khám.", field="y-te"
    )
    elsewhere = add_initiative(problem="Người bệnh quên ngày tái khám.")
    add_initiative(problem="Thuốc hết hạn trong kho.", field="y-te")
    add_initiative(problem="Người bệnh đông.")
    found = [(one.page.pk, one.same_field) for one in matches(need)]
    assert found == [(nearest.pk, True), (near.pk, True), (elsewhere.pk, False)]


def test_drafts_and_closed_sections_match_nothing(front):
    need = add_need()
    add_initiative(problem=NEED["text"], field="y-te", publish=False, live=False)
    assert matches(need) == []


def test_matching_takes_as_many_queries_however_many_there_are(front):
    def queries(wanted: int) -> int:
        with CaptureQueriesContext(connection) as seen:
            assert len(matches(need)) == wanted
        return len(seen)

    need = add_need()
    add_initiative(problem=NEED["text"], field="y-te")
    before = queries(1)
    for _number in range(8):
        add_initiative(problem=NEED["text"], field="y-te")
    assert queries(6) == before


@given(st.text(max_size=200))
def test_every_pair_of_words_is_found_in_the_text_it_is_of(text):
    found = telling_pairs(text)
    assert len(found) == len(set(found))
    for pair in found:
        assert f" {pair}" in searchable(text)


def test_pairs_leave_out_words_that_say_nothing():
    assert telling_pairs("Người bệnh của trạm quên ngày tái khám") == [
        "nguoi benh",
        "tram quen",
        "quen ngay",
        "ngay tai",
        "tai kham",
    ]


def test_its_time_on_the_board_ends(front, client):
    need = add_need(closes_on=NOW.date())
    shown = Need.objects.shown_on
    assert list(shown(NOW.date())) == [need]
    after = NOW.date() + timedelta(days=1)
    assert list(shown(after)) == []
    board.close_expired(NOW.date())
    assert the_need().state == "open"
    board.close_expired(after)
    assert the_need().state == "closed"


def test_contacts_are_erased_when_their_time_is_over(front, client):
    send_need(client)
    Need.objects.update(state=NeedState.OPEN, approved_at=NOW, sent_at=NOW)
    forget_needs(NOW + KEPT_ANSWERED)
    assert NeedContact.objects.exists()
    forget_needs(NOW + KEPT_ANSWERED + timedelta(seconds=1))
    assert not NeedContact.objects.exists()
    assert Need.objects.exists()


def test_what_nobody_approved_goes_whole(front, client):
    send_need(client)
    Need.objects.update(sent_at=NOW)
    forget_needs(NOW + KEPT_UNANSWERED)
    assert Need.objects.exists()
    forget_needs(NOW + KEPT_UNANSWERED + timedelta(seconds=1))
    assert not Need.objects.exists()
    assert not NeedContact.objects.exists()


def test_the_desk_lists_and_filters(desk):
    send_need(desk)
    add_need(title="Nhu cầu đã đăng", unit=add_unit("Trạm khác").name)
    waiting = desk.get(f"{ADMIN}/?state=pending").content.decode()
    assert NEED["title"] in waiting
    assert "Nhu cầu đã đăng" not in waiting
    for sender in ("lý văn mẫu", "CAN@example.vn"):
        theirs = desk.get(f"{ADMIN}/", {"sender": sender}).content.decode()
        assert NEED["title"] in theirs
        assert "Nhu cầu đã đăng" not in theirs
    address = f"{ADMIN}/edit/{Need.objects.get(state='pending').pk}/"
    assert "can@example.vn" in desk.get(address).content.decode()
