"""The ticket's address: what its holder sees and does there, and nobody else learns."""

import io
import logging
from datetime import UTC, datetime, time, timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar
from PIL import Image
from post_office.models import Email

from events.enums import Circumstance, Purpose, RegistrationState
from events.models import Registration
from events.seats.errors import SeatsBusy
from events.tests.forms import typed
from events.tests.scenario import add_event, states
from portal import pdf

State = RegistrationState
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.postgres,
    pytest.mark.usefixtures("front"),
]


@pytest.fixture
def event():
    cache.clear()
    day = (timezone.now() + timedelta(days=21)).date()
    return add_event(capacity=1, starts_on=day, start_time=time(7, 30))


def ticket(client, event, number=1, **values) -> Registration:
    before = set(Registration.objects.values_list("pk", flat=True))
    client.post(f"{event.url}dang-ky/", typed(number, **values))
    return Registration.objects.exclude(pk__in=before).get()


def at(name: str, row: Registration) -> str:
    return reverse(name, args=[row.token])


def page(client, url: str, **data) -> str:
    answer = client.post(url, data) if data else client.get(url)
    return answer.content.decode()


def test_the_page_shows_the_seat_and_is_kept_by_nobody(
    client, event, django_assert_max_num_queries
):
    row = ticket(client, event)
    with django_assert_max_num_queries(12):
        answer = client.get(at("ticket", row))
    html = answer.content.decode()
    assert row.name in html
    assert f"{row.code[:3]} {row.code[3:]}" in html
    assert answer["Cache-Control"] == "private, no-store"
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert answer["Referrer-Policy"] == "same-origin"
    assert row.token not in html.split("</head>")[0]


def test_what_needs_a_network_is_not_kept_with_the_ticket(client, event):
    row = ticket(client, event)
    html = BeautifulSoup(client.get(at("ticket", row)).content, "html.parser")
    for name in ("ticket_correct", "ticket_transfer", "ticket_cancel", "ticket_data"):
        links = html.find_all("a", href=at(name, row))
        assert links
        assert all(link.find_parent(attrs={"data-online": True}) for link in links)


def test_who_waits_sees_the_rank_and_how_to_come_back(client, event):
    ticket(client, event, 1)
    row = ticket(client, event, 2)
    answer = client.get(at("ticket", row))
    assert answer.context["ticket"].rank == 1
    html = answer.content.decode()
    assert reverse("ticket_lookup") in html
    assert at("ticket_picture", row) not in html


@pytest.mark.parametrize("rest", ["", "sua/", "tra-cho/", "du-lieu/", "ve.png"])
def test_an_address_that_opens_nothing_says_one_thing(client, rest):
    answer = client.get(f"/ve/AAAAAAAAAAAAAAAAAAAAAA/{rest}")
    assert answer.status_code == 404
    assert answer["Cache-Control"] == "private, no-store"


def test_guessing_is_slowed_down_and_holders_elsewhere_are_not(client, event):
    row = ticket(client, event)
    for number in range(60):
        client.get(f"/ve/AAAAAAAAAAAAAAAAAAAA{number:02d}/")
    assert client.get(at("ticket", row)).status_code == 429
    elsewhere = client.get(at("ticket", row), REMOTE_ADDR="198.51.100.7")
    assert elsewhere.status_code == 200


def test_no_log_learns_the_address(client, event, caplog):
    row = ticket(client, event)
    with caplog.at_level(logging.INFO):  # as finely as a server ever logs
        client.get(f"/ve/{row.token}x/")
        client.get(at("ticket", row))
    assert row.token not in caplog.text


def test_details_are_corrected(client, event):
    row = ticket(client, event)
    form = {**typed(1, name="Tên Đã Sửa", email="moi@donvi.vn"), "revision": 0}
    form["revision"] = row.revision
    answer = client.post(at("ticket_correct", row), form)
    assert answer.url == f"{at('ticket', row)}?da=sua"
    row.refresh_from_db()
    assert (row.name, row.email) == ("Tên Đã Sửa", "moi@donvi.vn")


def test_two_browsers_on_one_ticket_and_nothing_is_overwritten_unseen(client, event):
    row = ticket(client, event)
    opened = row.revision
    first = {**typed(1, position="Giáo viên"), "revision": opened}
    client.post(at("ticket_correct", row), first)
    second = {**typed(1, position="Hiệu phó"), "revision": opened}
    answer = client.post(at("ticket_correct", row), second)
    assert answer.context["newer"]
    assert "Giáo viên" in answer.content.decode()
    row.refresh_from_db()
    assert row.position == "Giáo viên"
    second["revision"] = row.revision
    assert client.post(at("ticket_correct", row), second).status_code == 302
    row.refresh_from_db()
    assert row.position == "Hiệu phó"


def test_a_colleague_goes_and_the_old_address_names_nobody(client, event):
    row = ticket(client, event)
    form = typed(7, name="Người Đi Thay")
    answer = client.post(at("ticket_transfer", row), form)
    successor = Registration.objects.get(state=State.CONFIRMED)
    assert answer.context["successor"].registration == successor
    assert successor.token != row.token
    old = page(client, at("ticket", row))
    assert row.name not in old
    assert successor.name not in old
    assert successor.token not in old
    # The button pressed twice gives no second seat.
    client.post(at("ticket_transfer", row), form)
    assert Registration.objects.filter(state=State.CONFIRMED).count() == 1


def test_what_is_to_be_sent_to_the_colleague_is_what_is_copied(client, event):
    """The address is a key and in no message: the words promise the code alone."""
    row = ticket(client, event)
    html = page(client, at("ticket_transfer", row), **typed(7))
    told = BeautifulSoup(html, "html.parser").select_one(".ticket-head p").get_text()
    copied = BeautifulSoup(html, "html.parser").select_one("#loi-nhan").get_text()
    new = Registration.objects.get(replaces=row)
    assert "liên kết" not in told
    assert "mã vé" in told and "số điện thoại" in told
    assert f"{new.code[:3]} {new.code[3:]}" in copied
    assert new.token not in copied and reverse("ticket_lookup") in copied


def test_without_the_colleagues_word_nothing_is_handed_over(client, event):
    row = ticket(client, event)
    answer = client.post(at("ticket_transfer", row), typed(7, taking_part=None))
    assert answer.status_code == 200
    assert states(event) == [State.CONFIRMED]


def test_a_seat_given_back_is_the_next_ones_before_the_answer(client, event):
    row, waiting = ticket(client, event, 1), ticket(client, event, 2)
    assert client.get(at("ticket_cancel", row)).status_code == 200
    assert states(event) == [State.CONFIRMED, State.WAITING]
    answer = client.post(at("ticket_cancel", row))
    assert answer.url == f"{at('ticket', row)}?da=tra"
    assert states(event) == [State.CANCELLED, State.CONFIRMED]
    assert at("ticket_picture", waiting) in page(client, at("ticket", waiting))


@pytest.mark.parametrize("name", ["ticket_correct", "ticket_transfer", "ticket_cancel"])
def test_once_it_has_begun_the_ticket_is_only_shown(client, event, name):
    row = ticket(client, event)
    begun = datetime.combine(event.starts_on, time(1, 0), UTC)
    with time_machine.travel(begun, tick=False):
        answer = client.post(at(name, row), {**typed(1), "revision": row.revision})
    assert answer.url == f"{at('ticket', row)}?da=muon"
    assert states(event) == [State.CONFIRMED]


def test_busy_seats_keep_the_form(client, event, monkeypatch):
    row = ticket(client, event)

    def busy(*args, **options):
        raise SeatsBusy

    monkeypatch.setattr("events.seats.correct", busy)
    form = {**typed(1, position="Kế toán"), "revision": row.revision}
    answer = client.post(at("ticket_correct", row), form)
    assert (answer.status_code, "Kế toán" in answer.content.decode()) == (503, True)
    assert int(answer["Retry-After"]) > 0


def test_the_files_of_a_seat(client, event):
    row = ticket(client, event)
    answer = client.get(at("ticket_picture", row))
    picture = Image.open(io.BytesIO(answer.content))
    assert (picture.format, answer["Content-Type"]) == ("PNG", "image/png")
    assert min(picture.size) >= 600
    paper = client.get(at("ticket_paper", row))
    if pdf.available():
        assert paper.content.startswith(b"%PDF")
    else:
        assert paper.url.endswith("?da=in")
    calendar = Calendar.from_ical(client.get(at("ticket_calendar", row)).content)
    assert calendar["METHOD"] == "PUBLISH"
    first = calendar.walk("VEVENT")[0]
    client.post(at("ticket_cancel", row))
    calendar = Calendar.from_ical(client.get(at("ticket_calendar", row)).content)
    struck = calendar.walk("VEVENT")[0]
    assert (calendar["METHOD"], struck["STATUS"]) == ("CANCEL", "CANCELLED")
    assert struck["UID"] == first["UID"]
    assert struck["SEQUENCE"] > first["SEQUENCE"]


def test_without_a_seat_there_is_no_picture(client, event):
    ticket(client, event, 1)
    row = ticket(client, event, 2)
    for name in ("ticket_picture", "ticket_paper", "ticket_calendar"):
        assert client.get(at(name, row)).url == at("ticket", row)


def test_one_sees_takes_and_withdraws_what_is_kept(client, event):
    row = ticket(client, event, photos="on")
    assert row.phone_display in page(client, at("ticket_data", row))
    document = client.get(at("ticket_data_file", row)).json()
    assert row.name in str(document)
    client.post(at("ticket_data", row), {"purposes": [Purpose.INVITATIONS]})
    latest = {c.purpose: c.given for c in row.consents.order_by("pk")}
    assert latest[Purpose.PHOTOS] is False
    assert latest[Purpose.INVITATIONS] is True
    assert latest[Purpose.TAKING_PART] is True


def test_erased_is_erased_and_the_seat_goes_on(client, event):
    row = ticket(client, event, 1, email="a@donvi.vn")
    waiting = ticket(client, event, 2)
    name = row.name
    assert client.get(at("ticket_erase", row)).status_code == 200
    client.post(at("ticket_erase", row))
    row.refresh_from_db()
    waiting.refresh_from_db()
    assert (row.name, row.phone, row.email) == ("", "", "")
    assert waiting.state == State.CONFIRMED
    assert name not in page(client, at("ticket", row))
    assert client.get(at("ticket_data", row)).url == at("ticket", row)


def test_the_circumstance_is_said_on_the_ticket(client, event):
    row = ticket(client, event)
    event.circumstance = Circumstance.CANCELLED
    event.circumstance_note = "Vì lý do minh họa"
    event.save_revision().publish()
    assert "Vì lý do minh họa" in page(client, at("ticket", row))
    assert client.get(at("ticket_picture", row)).status_code == 302


def test_the_ticket_is_found_again_by_number_and_code(client, event):
    row = ticket(client, event)
    url = reverse("ticket_lookup")
    code = f"{row.code[:3]} {row.code[3:]}".lower()
    right = client.post(url, {"phone": "0912 345 001", "code": code})
    assert right.url == at("ticket", row)
    wrong = [
        {"phone": "0912 345 001", "code": "AAAAAA"},
        {"phone": "0912 345 999", "code": row.code},
    ]
    pages = [client.post(url, pair) for pair in wrong]
    said = {str(answer.context["form"].non_field_errors()) for answer in pages}
    assert len(said) == 1
    for html in (answer.content.decode() for answer in pages):
        summary = html.partition('class="error-summary"')[2].partition("</h2>")[0]
        assert "Chưa mở được vé" in summary


@pytest.mark.parametrize("typed", ["không phải số", "0912 345 00", "0912 345 0011"])
def test_a_number_mistyped_is_said_before_anybody_waits_for_a_letter(
    client, event, typed
):
    url = reverse("ticket_lookup")
    for data in (
        {"phone": typed, "code": "AAAAAA"},
        {"lai-phone": typed, "lost": "1"},
    ):
        answer = client.post(url, data)
        assert answer.status_code == 200
        assert answer.context["form"].errors["phone"]


def test_looking_up_is_slowed_down_for_one_number(client, event):
    row = ticket(client, event)
    url = reverse("ticket_lookup")
    for _attempt in range(6):
        client.post(url, {"phone": "0912 345 001", "code": "AAAAAA"})
    answer = client.post(url, {"phone": "0912 345 001", "code": row.code})
    assert answer.status_code == 429


@pytest.mark.parametrize("somebody_waits", [True, False])
def test_giving_back_says_what_becomes_of_the_seat(client, event, somebody_waits):
    row = ticket(client, event)
    if somebody_waits:
        ticket(client, event, 2)
    asked = page(client, at("ticket_cancel", row))
    assert ("Người chờ kế tiếp sẽ có chỗ này" in asked) == somebody_waits
    assert ("Hiện không có ai chờ" in asked) == (not somebody_waits)
    client.post(at("ticket_cancel", row))
    html = page(client, f"{at('ticket', row)}?da=tra")
    assert ("Chỗ đã chuyển cho người chờ kế tiếp" in html) == somebody_waits
    assert ("đang trống" in html) == (not somebody_waits)


def test_who_waits_gives_back_no_seat(client, event):
    ticket(client, event)
    row = ticket(client, event, 2)
    for url in (at("ticket", row), at("ticket_cancel", row)):
        assert "rả lại chỗ" not in page(client, url)
    answer = client.post(at("ticket_cancel", row), follow=True)
    html = answer.content.decode()
    assert "Bạn đã rút đăng ký" in html
    assert "không còn trong danh sách chờ" in html


class TestTheLostTicket:
    """Sent to the address that is kept; nobody learns whether there is one."""

    def ask(self, client, phone: str, **options):
        data = {"lai-phone": phone, "lost": "1"}
        return client.post(reverse("ticket_lookup"), data, **options)

    def letters(self) -> list:
        return list(Email.objects.order_by("pk").values_list("to", flat=True))

    def test_it_goes_to_the_stored_address(self, client, event):
        row = ticket(client, event, email="nguoi@donvi.vn")
        before = len(self.letters())
        answer = self.ask(client, row.phone_display)
        assert answer.status_code == 302
        assert len(self.letters()) == before + 1
        assert row.token in Email.objects.latest("pk").message

    def test_the_answer_is_one_for_known_and_unknown(self, client, event):
        row = ticket(client, event, email="nguoi@donvi.vn")
        other = ticket(client, event, 2)
        phones = (row.phone_display, other.phone_display, "0987 000 111")
        answers = {
            (answer.status_code, answer["Location"])
            for answer in (self.ask(client, phone) for phone in phones)
        }
        assert len(answers) == 1
        shown = client.get(answers.pop()[1]).content.decode()
        assert "Vé đang được gửi lại" in shown

    def test_nobody_is_flooded_with_letters(self, client, event):
        row = ticket(client, event, email="nguoi@donvi.vn")
        statuses = [self.ask(client, row.phone).status_code for _i in range(4)]
        assert statuses == [302, 302, 302, 429]

    def test_what_is_over_is_not_sent(self, client, event):
        row = ticket(client, event, email="nguoi@donvi.vn")
        before = len(self.letters())
        with time_machine.travel(event.ends_at + timedelta(days=1)):
            self.ask(client, row.phone)
        assert len(self.letters()) == before


@pytest.mark.parametrize("path", ["/", "/su-kien/", "/so-do-trang/"])
def test_the_way_to_the_ticket_stands_everywhere(client, event, path):
    html = page(client, path)
    assert f'href="{reverse("ticket_lookup")}"' in html
    for path in (event.url, f"{event.url}dang-ky/"):
        main = page(client, path).split("<footer")[0]
        assert f'href="{reverse("ticket_lookup")}"' in main


def test_what_is_passed_on_opens_no_ticket(client, event):
    row = ticket(client, event, email="nguoi@donvi.vn")
    html = page(client, at("ticket", row))
    text = html.partition('id="loi-nhan"')[2].partition("</pre>")[0]
    assert row.code[:3] in text
    assert row.token not in text
    assert "nguoi@donvi.vn" in html
    assert "dates=" in html
