"""The registration form: what it takes, what it says, what it never loses."""

from datetime import UTC, datetime, time, timedelta
from unittest import mock

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.core import signing
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from events import seats
from events.enums import Channel, Circumstance, NoticeKind, Purpose, RegistrationState
from events.models import Message, Registration
from events.seats.errors import SeatsBusy
from events.tests.forms import typed
from events.tests.scenario import add_event, cancel, somebody, states
from portal.guard import stamp
from portal.models import Organisation

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.postgres,
    pytest.mark.usefixtures("front"),
]


@pytest.fixture
def event():
    return open_event(capacity=5)


def open_event(**terms):
    day = (timezone.now() + timedelta(days=21)).date()
    return add_event(**{"starts_on": day, "start_time": time(7, 30), **terms})


def send(client, event, **values):
    return client.post(f"{event.url}dang-ky/", typed(**values))


def errors(response) -> str:
    page = BeautifulSoup(response.content, "html.parser")
    return page.select_one(".error-summary").get_text(" ", strip=True)


def test_a_person_gets_a_ticket(client, event):
    response = send(client, event, number=1, email="a@donvi.vn")
    row = Registration.objects.get()
    assert (response.status_code, response.url) == (302, f"/ve/{row.token}/")
    assert (row.state, row.phone) == (RegistrationState.CONFIRMED, "+84912345001")
    given = {c.purpose for c in row.consents.all() if c.given}
    assert given == {Purpose.TAKING_PART}
    assert response["Cache-Control"] == "private, no-store"


def test_a_number_in_the_note_is_asked_about_once(client, event):
    """Once it is said to be meant, or was kept before, nothing more is said."""
    note = "Cần ngồi gần màn hình, CCCD 012345678901"
    refused = send(client, event, note=note)
    assert "12 chữ số giống số căn cước" in errors(refused)
    assert b'name="keep_numbers"' in refused.content
    assert not Registration.objects.exists()
    assert b"keep_numbers" not in send(client, event, name="", note="Gần cửa").content
    assert send(client, event, note=note, keep_numbers="on").status_code == 302
    row = Registration.objects.get()
    correct = f"/ve/{row.token}/sua/"
    sent = typed(note=note, position="Giáo viên", revision=row.revision)
    assert client.post(correct, sent).status_code == 302
    again = typed(note="gọi 0912 345 678", revision=row.revision + 1)
    assert "giống số điện thoại" in errors(client.post(correct, again))


def test_a_number_in_an_answer_is_asked_about_once(client, event):
    """Not where a telephone is what the organiser asks for, nor where it is counted."""
    for label, kind in (
        ("Mong muốn của bạn", "multiline"),
        ("Số điện thoại người đi cùng", "singleline"),
        ("Số năm làm việc", "number"),
    ):
        event.questions.create(label=label, field_type=kind, required=False)
    event.save()
    told, called = "hoi-mong_muon_cua_ban", "hoi-so_dien_thoai_nguoi_di_cung"
    meant = {told: "Xin gọi 0912 345 678", called: "0912 345 679"}
    refused = BeautifulSoup(send(client, event, **meant).content, "html.parser")
    marked = [field["name"] for field in refused.select("[aria-invalid=true]")]
    assert marked == [told]
    assert refused.select_one("[name=keep_numbers]")
    assert send(client, event, **meant, keep_numbers="on").status_code == 302
    row = Registration.objects.get()
    sent = typed(**meant, position="Giáo viên", revision=row.revision)
    assert client.post(f"/ve/{row.token}/sua/", sent).status_code == 302


def test_the_page_costs_few_queries_and_is_kept_by_no_cache(
    client, event, django_assert_max_num_queries
):
    client.get(f"{event.url}dang-ky/")
    with django_assert_max_num_queries(12):
        response = client.get(f"{event.url}dang-ky/")
    assert response["Cache-Control"] == "private, no-store"
    page = BeautifulSoup(response.content, "html.parser")
    boxes = page.select("form.registration input[type=checkbox]")
    assert len(boxes) == 4
    assert not any(box.has_attr("checked") for box in boxes)
    form = str(page.select_one("form.registration"))
    assert form.index("Sở Khoa học") < form.index('name="taking_part"')
    assert "90" in page.select_one(".explained").get_text()


def test_a_registration_costs_alike_however_many_came_before(
    client, event, django_assert_max_num_queries
):
    """Half of them are writing; agencies are known by name without asking for each."""
    send(client, event, number=1)
    with django_assert_max_num_queries(23) as asked:
        assert send(client, event, number=2).status_code == 302
    few = len(asked)
    Organisation.objects.bulk_create(
        Organisation(name=f"Đơn vị minh họa {number}", sort_key=str(number))
        for number in range(300)
    )
    for number in range(3, 13):
        send(client, event, number=number)
    with django_assert_max_num_queries(few):
        send(client, event, number=13, organisation="Đơn vị minh họa 7")
    last = Registration.objects.order_by("pk").last()
    assert last.organisation.name == "Đơn vị minh họa 7"


@pytest.mark.parametrize("kept", ["vi văn minh họa", "Vi Văn Minh Họa"])
def test_a_name_in_small_letters_is_offered_with_capitals_never_forced(
    client, event, kept
):
    form = typed(number=1, name="vi văn minh họa")
    asked = client.post(f"{event.url}dang-ky/", form)
    page = BeautifulSoup(asked.content, "html.parser")
    offered = [one["value"] for one in page.select("[name=spelling]")]
    assert offered == ["Vi Văn Minh Họa", "vi văn minh họa"]
    assert (
        "không bắt buộc"
        not in page.select_one("[name=spelling]").find_parent("fieldset").get_text()
    )
    assert "Vi Văn Minh Họa" in errors(asked)
    assert not Registration.objects.exists()
    client.post(f"{event.url}dang-ky/", form | {"spelling": kept})
    assert Registration.objects.get().name == kept


def test_a_spelling_that_was_not_offered_is_not_taken(client, event):
    form = typed(number=1, name="vi văn minh họa", spelling="Người Khác")
    assert "Vi Văn Minh Họa" in errors(client.post(f"{event.url}dang-ky/", form))
    assert not Registration.objects.exists()


def test_a_form_sent_twice_is_one_registration(client, event):
    form = typed(number=1)
    answers = [client.post(f"{event.url}dang-ky/", form).url for _i in range(2)]
    assert answers[1] == f"{answers[0]}?da=roi"
    assert Registration.objects.count() == 1


def test_a_form_that_comes_back_filled_in_leads_to_the_ticket_it_made(client, event):
    """After Back it has another key; so has one that is opened and filled in anew."""
    first = send(client, event).url
    again = send(client, event, organisation="Đơn vị khác")
    assert again.url == f"{first}?da=co"
    assert "đã được đăng ký từ thiết bị này" in client.get(again.url).content.decode()
    assert Registration.objects.count() == 1
    other = send(client, event, number=2)
    assert send(client, event).url == again.url
    assert send(client, event, number=2).url == f"{other.url}?da=co"
    assert Registration.objects.count() == 2


def test_who_gave_the_seat_back_registers_anew_from_the_same_browser(client, event):
    send(client, event)
    cancel(Registration.objects.get(), now=timezone.now())
    assert "da=" not in send(client, event).url
    assert states(event) == ["cancelled", "confirmed"]


def test_what_the_browser_keeps_names_nobody_and_goes_nowhere_else(client, event):
    cookie = send(client, event).cookies["registered-here"]
    assert cookie["path"] == f"{event.url}dang-ky/"
    assert cookie["httponly"]
    assert not cookie["max-age"]
    token = Registration.objects.get().token
    assert token not in cookie.value
    kept = signing.loads(cookie.value, salt="events.registration.browser")
    assert "912345001" not in str(kept)
    client.cookies["registered-here"] = f"{cookie.value}x"
    assert "da=" not in send(client, event).url


def test_one_form_opened_is_one_registration(client, event):
    """Whatever name a form sent again has, it leads to the ticket it made."""
    form = typed(number=1)
    first = client.post(f"{event.url}dang-ky/", form).url
    again = client.post(f"{event.url}dang-ky/", form | {"name": "Lê Minh Họa"})
    assert again.url == f"{first}?da=roi"
    assert "mở phiếu mới" in client.get(again.url).content.decode()
    assert Registration.objects.count() == 1


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"name": "   "}, "Họ và tên"),
        ({"name": "Lê " * 100}, "299"),
        ({"name": "NguyÔn V¨n A"}, "TCVN3"),
        ({"phone": "0912 345 67"}, "9"),
        ({"email": "a@donvi.vn\nBcc: x@y.vn"}, "@donvi.vn"),
        ({"taking_part": None}, ""),
        ({"organisation": "x" * 300}, "300"),
        ({"note": "x" * 600}, "600"),
    ],
)
def test_what_cannot_be_taken_is_named_and_nothing_is_lost(
    client, event, values, words
):
    response = send(client, event, **{"position": "Chuyên viên", **values})
    assert words in errors(response)
    page = BeautifulSoup(response.content, "html.parser")
    assert page.select_one("[name=position]")["value"] == "Chuyên viên"
    for name in ("name", "phone", "organisation"):
        sent = str(values.get(name, typed()[name])).strip()
        assert page.select_one(f"[name={name}]").get("value", "").strip() == sent
        assert not page.select_one(f"[name={name}]").has_attr("maxlength")
    assert not Registration.objects.exists()


def test_an_old_number_is_brought_up_to_date_and_that_is_said(client, event):
    answer = client.post(
        f"{event.url}dang-ky/", typed(phone="0169 345 6789"), follow=True
    )
    assert Registration.objects.get().phone == "+84393456789"
    said = BeautifulSoup(answer.content, "html.parser").select_one(".said")
    assert "0393 456 789" in said.get_text()


@pytest.mark.parametrize(
    "other",
    [{}, {"name": "Lê Minh Họa"}, {"phone": "0987 654 321"}],
    ids=["the same person", "same phone", "same name and agency"],
)
def test_the_form_tells_nobody_who_is_registered(event, other):
    """Stranger, likeness and double are answered alike: with a ticket of their own."""
    answers = [
        Client().post(f"{event.url}dang-ky/", typed(**values), follow=True)
        for values in ({"name": "Vi Thị Lạ", "phone": "0911 222 333"}, {}, other)
    ]
    faces = {(one.status_code, one.context["ticket"].face) for one in answers}
    assert faces == {(200, "confirmed")}
    assert len({one.context["ticket"].url for one in answers}) == 3
    first = Registration.objects.get(sequence=2)
    assert first.token not in answers[2].content.decode()


def test_who_registers_twice_is_told_and_the_organiser_sees_it(event):
    for _time in range(2):
        Client().post(f"{event.url}dang-ky/", typed(email="nguoi@donvi.vn"))
    first, second = Registration.objects.order_by("pk")
    assert second.duplicate_of == first
    told = Message.objects.filter(notice=NoticeKind.REPEATED)
    assert [row.registration for row in told] == [first]
    # The double can be corrected and given back; the first stays as it is.
    seats.correct(
        second.pk,
        somebody(1, name=second.name, phone=second.phone, note="ngồi gần cửa"),
        revision=second.revision,
        now=timezone.now(),
        channel=Channel.TICKET,
    )
    cancel(second, now=timezone.now())
    first.refresh_from_db()
    assert first.state == RegistrationState.CONFIRMED


def test_once_one_of_two_is_given_back_the_other_is_no_repetition(event, admin_client):
    for _time in range(2):
        Client().post(f"{event.url}dang-ky/", typed())
    first, second = Registration.objects.order_by("pk")
    desk = reverse("registrations", args=[event.pk])
    words = "đăng ký thêm lần nữa"

    def chips() -> int:
        page = BeautifulSoup(admin_client.get(desk).content, "html.parser")
        return sum(words in one.get_text().lower() for one in page.select(".desk-chip"))

    assert chips()
    assert list(Registration.objects.repeated()) == [second]
    cancel(first, now=timezone.now())
    assert not chips()
    assert "held=again" not in admin_client.get(desk).content.decode()
    assert not Registration.objects.repeated().exists()


class TestACrowdAndAFlood:
    """Many behind one address are never refused; past a number they are confirmed."""

    def crowd(self, client, event, count: int, *, address: str = "203.0.113.7"):
        return [
            client.post(
                f"{event.url}dang-ky/",
                typed(
                    name=f"Người Minh {letters(number)}",
                    phone=f"0912 {number:06d}",
                ),
                REMOTE_ADDR=address,
            ).status_code
            for number in range(count)
        ]

    def test_an_office_of_three_hundred_is_never_refused(self, client):
        event = open_event(capacity=400)
        start = timezone.now()
        with time_machine.travel(start, tick=False) as clock:
            statuses = []
            for number in range(300):
                sent = typed(
                    name=f"Người Minh {letters(number)}", phone=f"0912 {number:06d}"
                )
                statuses.append(client.post(f"{event.url}dang-ky/", sent).status_code)
                clock.shift(2)
        assert set(statuses) == {302}
        rows = Registration.objects.filter(event=event)
        held = rows.filter(is_held=True, state=RegistrationState.PENDING)
        unquestioned = rows.filter(state=RegistrationState.CONFIRMED)
        assert held.count() + unquestioned.count() == 300
        assert 20 <= unquestioned.count() <= 40

    def test_one_visitor_cannot_fill_a_conference(self, client):
        event = open_event(capacity=60)
        self.crowd(client, event, 30)
        assert states(event).count("confirmed") == 20
        assert states(event).count("pending") == 10
        # Somebody from elsewhere has a seat at once.
        answer = client.post(
            f"{event.url}dang-ky/", typed(), REMOTE_ADDR="198.51.100.9", follow=True
        )
        assert answer.context["ticket"].face == "confirmed"

    def test_who_is_held_reads_why_and_keeps_the_place(self, client):
        event = open_event(capacity=21)
        self.crowd(client, event, 21)
        row = Registration.objects.get(is_held=True)
        html = client.get(reverse("ticket", args=[row.token])).content.decode()
        assert "xác nhận" in html
        assert row.sequence == 21

    def test_only_successes_count(self, client):
        event = open_event(capacity=60)
        for _time in range(30):
            client.post(f"{event.url}dang-ky/", typed(phone="12"))
        form = typed()
        for _time in range(30):
            client.post(f"{event.url}dang-ky/", form)
        assert states(event) == ["confirmed"]
        self.crowd(client, event, 19, address="127.0.0.1")
        assert set(states(event)) == {"confirmed"}

    def test_the_organiser_accepts_them_in_one_press(self, client, admin_client):
        event = open_event(capacity=60)
        self.crowd(client, event, 25)
        desk = reverse("registrations", args=[event.pk])
        page = BeautifulSoup(admin_client.get(desk).content, "html.parser")
        form = page.select_one("form.desk-note")
        sent = {field["name"]: field["value"] for field in form.select("input")}
        button = form.select_one("button")
        admin_client.post(form["action"], sent | {button["name"]: button["value"]})
        assert set(states(event)) == {"confirmed"}


def letters(number: int) -> str:
    return "".join(chr(ord("a") + int(digit)) for digit in f"{number:03d}").title()


def test_a_known_agency_is_found_by_its_short_and_by_its_old_name(client, event):
    today = Organisation.objects.create(
        name="Sở Minh họa và Sáng kiến", short_name="Sở MH&SK"
    )
    gone = Organisation.objects.create(
        name="Phòng Minh họa huyện cũ", valid_to=datetime(2025, 6, 30).date()
    )
    offered = client.get(f"{event.url}dang-ky/").content.decode()
    assert today.name in offered
    assert gone.name not in offered
    send(client, event, number=1, organisation="sở mh&sk")
    send(client, event, number=2, organisation="Phòng minh hoạ huyện cũ")
    rows = Registration.objects.order_by("sequence")
    assert [row.organisation for row in rows] == [today, gone]
    assert rows[0].organisation_name == today.name


def test_the_organisers_questions_are_asked_and_kept(client, event):
    for label, kind, choices in (
        ("Bữa trưa", "checkboxes", "Cơm\nChay"),
        ("Số năm làm việc", "number", ""),
        ("Đi xe chung", "checkbox", ""),
    ):
        event.questions.create(
            label=label, field_type=kind, choices=choices, required=False
        )
    event.save()
    lunch, years, car = (
        q.clean_name for q in event.questions.order_by("sort_order", "pk")
    )
    send(
        client,
        event,
        **{f"hoi-{lunch}": ["Cơm", "Chay"], f"hoi-{years}": "2,5", f"hoi-{car}": "on"},
    )
    assert Registration.objects.get().answers == {
        lunch: ["Cơm", "Chay"],
        years: "2,5",
        car: "Có",
    }


def test_where_all_seats_are_taken_the_page_says_so_before_and_after(client):
    event = open_event(capacity=1)
    send(client, event, number=1)
    before = client.get(f"{event.url}dang-ky/").content.decode()
    assert "s-part" in before
    assert "tự mở lại trang vé" in before
    answer = client.post(f"{event.url}dang-ky/", typed(number=2), follow=True)
    assert answer.context["ticket"].rank == 1


def test_without_a_waiting_list_the_full_house_is_named(client):
    event = open_event(capacity=1, waiting_list_on=False)
    form = typed(number=2, name="Người Đến Sau")
    send(client, event, number=1)
    response = client.post(f"{event.url}dang-ky/", form)
    assert "Người Đến Sau" in response.content.decode()
    assert errors(response)
    assert Registration.objects.count() == 1


def test_a_form_sent_after_the_window_closed_is_kept_and_told_when(client, event):
    closed = timezone.now() - timedelta(minutes=5)
    event.closes_at = closed
    event.save()
    response = send(client, event, name="Người Gửi Muộn")
    assert f"{timezone.localtime(closed):%H:%M}" in errors(response)
    assert "Người Gửi Muộn" in response.content.decode()
    reading = client.get(f"{event.url}dang-ky/")
    assert reading.context["form"] is None
    assert f"{timezone.localtime(closed):%H:%M}" in reading.content.decode()


def test_a_form_older_than_its_window_is_kept(client, event):
    old = stamp("registration", timezone.now() - timedelta(days=2))
    response = send(client, event, guard_stamp=old, name="Người Đi Vắng")
    assert "Người Đi Vắng" in response.content.decode()
    assert errors(response)
    assert not Registration.objects.exists()


def test_when_the_seats_are_busy_the_form_is_kept_for_a_moment_later(client, event):
    with mock.patch("events.seats.register", side_effect=SeatsBusy):
        response = send(client, event, name="Người Kiên Nhẫn")
    assert (response.status_code, response["Retry-After"]) == (503, "5")
    assert "Người Kiên Nhẫn" in response.content.decode()
    assert response["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize(
    "terms",
    [
        {"circumstance": Circumstance.CANCELLED},
        {"circumstance": Circumstance.POSTPONED},
        {"individuals_on": False},
        {"registration_on": False},
        {"opens_at": datetime(2999, 1, 1, tzinfo=UTC)},
    ],
    ids=["called off", "postponed", "by invitation", "elsewhere", "not yet"],
)
def test_a_closed_door_says_why(client, terms):
    event = open_event(**terms)
    page = client.get(f"{event.url}dang-ky/")
    assert page.status_code == 200
    assert str(page.context["status"].shown.label) in page.content.decode()
    assert errors(send(client, event))
    assert not Registration.objects.exists()


def test_a_slip_in_the_address_is_asked_about_once(client, event):
    response = send(client, event, email="nguoi@gmail.con")
    assert "nguoi@gmail.com" in errors(response)
    page = BeautifulSoup(response.content, "html.parser")
    asked = page.select_one("[name=email-asked]")["value"]
    assert not Registration.objects.exists()
    send(client, event, email="nguoi@gmail.con", **{"email-asked": asked})
    assert Registration.objects.get().email == "nguoi@gmail.con"
