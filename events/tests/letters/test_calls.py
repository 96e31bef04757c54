"""Who is to be called, what calling came to, and who hears of it."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from post_office.models import STATUS, Email

from events import seats
from events.enums import CallOutcome, Channel, NoticeKind, RegistrationState
from events.jobs import tell_announcements
from events.letters import announcements, call_words, calls
from events.models import (
    Call,
    Charge,
    ConferenceSeriesPage,
    EventIndexPage,
    Message,
    Registration,
)
from events.organising.assignments import assign
from events.personal_data import erasure, export
from events.seats.errors import OfferLapsed
from events.tests.scenario import NOW, add_event, cancel, register, somebody
from portal.mail import MailProblem
from portal.models import MailRecord

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.postgres,
    pytest.mark.usefixtures("front"),
]
State = RegistrationState


@pytest.fixture
def event():
    return add_event(2, title="Lớp ở Hữu Lũng")


@pytest.fixture
def make_organiser(django_user_model):
    def make(name: str, *events):
        user = django_user_model.objects.create_user(name)
        charge = Charge(events=tuple(one.pk for one in events))
        assign(user, charge if events else Charge(everything=True))
        return user

    return make


def by_mail(event, number: int) -> Registration:
    person = somebody(number, email=f"nguoi{number}@don-vi.example")
    return register(event, number, attendee=person)


def postpone(event, text: str = "") -> None:
    event.circumstance = "postponed"
    event.save_revision().publish()
    notice = announcements.notice_of(event)
    announcements.announce(event, notice, by=None, now=NOW, text=text)
    tell_announcements(NOW)


def to_call(event) -> list[Registration]:
    rows = calls.in_order(calls.call_list([event.pk]))
    return [row.registration for row in rows if not hasattr(row, "call")]


def message_of(row: Registration) -> Message:
    return Message.objects.filter(registration=row).latest("pk")


def record(row: Registration, outcome=CallOutcome.HEARD, by=None) -> Call:
    return calls.record(message_of(row), outcome, by=by, now=NOW)


def test_who_gave_no_address_is_called_when_it_is_postponed(event):
    without, _with = register(event, 1), by_mail(event, 2)
    assert to_call(event) == []
    postpone(event)
    assert to_call(event) == [without]
    assert calls.waiting_counts([event.pk]) == {event.pk: 1}


@pytest.mark.parametrize("problem", [MailProblem.UNFIT, MailProblem.EXPIRED])
def test_whose_letter_did_not_arrive_is_called(event, problem):
    row = by_mail(event, 1)
    postpone(event)
    assert to_call(event) == []
    letter = MailRecord.objects.get(pk=message_of(row).mail_id)
    MailRecord.objects.filter(pk=letter.pk).update(problem=problem)
    Email.objects.filter(pk=letter.email_id).update(status=STATUS.failed)
    assert to_call(event) == [row]


def test_who_moves_up_or_is_offered_a_seat_is_called(event):
    first, _second, waiting = (register(event, number) for number in (1, 2, 3))
    cancel(first)
    assert to_call(event) == [waiting]
    asking = add_event(1, offer_hours=24)
    seated, offered = register(asking, 1), register(asking, 2)
    cancel(seated)
    assert to_call(asking) == [offered]


def test_who_is_moved_is_called_there():
    series = ConferenceSeriesPage(title="Đợt minh họa")
    EventIndexPage.objects.get().add_child(instance=series)
    here, there = (add_event(2, within=series) for _one in range(2))
    row = register(here, 1)
    moved = seats.exchange(row.pk, there.pk, now=NOW, actor=None)
    assert (to_call(here), to_call(there)) == ([], [moved])


def test_who_cancelled_by_themselves_knows(event):
    own, ours = register(event, 1), register(event, 2)
    cancel(own)
    cancel(ours, channel=Channel.ORGANISER)
    assert to_call(event) == [ours]


def test_only_the_last_news_is_told(event):
    first, _second, waiting = (register(event, number) for number in (1, 2, 3))
    cancel(first)
    postpone(event)
    listed = calls.call_list([event.pk]).filter(registration=waiting)
    assert [row.notice for row in listed] == [NoticeKind.EVENT_MOVED]


def test_who_left_meanwhile_is_not_called(event):
    row = register(event, 1)
    postpone(event)
    cancel(row)
    assert to_call(event) == []


def test_a_tick_stays_with_who_made_it_and_can_be_undone(event, make_organiser):
    row, user = register(event, 1), make_organiser("goi")
    postpone(event)
    call = record(row, by=user)
    assert (call.by, call.at) == (user, NOW)
    assert to_call(event) == []
    assert calls.waiting_counts([event.pk]) == {}
    with pytest.raises(calls.AlreadyCalled):
        record(row, CallOutcome.NO_ANSWER)
    calls.undo(message_of(row))
    assert to_call(event) == [row]


def test_who_did_not_answer_is_called_again(event):
    row = register(event, 1)
    knows = register(event, 2)
    postpone(event)
    record(knows)
    record(row, CallOutcome.NO_ANSWER)
    listed = calls.in_order(calls.call_list([event.pk]))
    assert [one.registration for one in listed] == [row, knows]
    assert calls.waiting_counts([event.pk]) == {event.pk: 1}
    assert record(row).outcome == CallOutcome.HEARD


def test_who_cannot_come_gives_the_seat_to_the_next(event):
    moved_up, _second, waiting = (register(event, number) for number in (1, 2, 3))
    extra = register(event, 4)
    cancel(moved_up)
    message = message_of(waiting)
    calls.record(message, CallOutcome.NOT_COMING, by=None, now=NOW)
    waiting.refresh_from_db()
    extra.refresh_from_db()
    assert (waiting.state, extra.state) == (State.CANCELLED, State.CONFIRMED)
    # Who said so need not be told; the line stays on the list as done.
    assert to_call(event) == [extra]
    assert message in calls.call_list([event.pk])


def test_who_wants_the_seat_on_offer_has_it():
    event = add_event(1, offer_hours=24)
    seated, offered = register(event, 1), register(event, 2)
    cancel(seated)
    record(offered, CallOutcome.COMING)
    offered.refresh_from_db()
    assert offered.state == State.CONFIRMED


def test_an_offer_that_lapsed_meanwhile_is_not_ticked():
    event = add_event(1, offer_hours=24)
    seated, offered = register(event, 1), register(event, 2)
    cancel(seated)
    late = NOW + timedelta(hours=25)
    with pytest.raises(OfferLapsed):
        calls.record(message_of(offered), CallOutcome.COMING, by=None, now=late)
    assert not Call.objects.exists()


def test_calls_go_with_the_person(event):
    row = register(event, 1)
    postpone(event)
    record(row)
    assert export.as_document(row)["calls"][0]["what"] == "Đã báo"
    erasure.forget(row, now=NOW)
    assert not Call.objects.exists()
    assert not calls.call_list([event.pk]).exists()


def test_the_words_say_who_calls_and_what_holds(event):
    event.circumstance_note = "Hội trường đang sửa."
    event.circumstance = "postponed"
    said = call_words.script(
        NoticeKind.EVENT_MOVED, event, unit="Sở minh họa", text="Mong thông cảm."
    )
    assert said == (
        "Chào anh/chị, tôi gọi từ Sở minh họa. Lớp ở Hữu Lũng hoãn lại, không tổ chức "
        "vào ngày 22/03/2030. Ngày mới sẽ được báo sau. Hội trường đang sửa. Mong "
        "thông cảm."
    )


@pytest.mark.parametrize("notice", calls._WORTH_A_CALL)
def test_every_notice_has_a_heading_and_words(event, notice):
    assert call_words.heading(notice, event, left=event)
    assert "Lớp ở Hữu Lũng" in call_words.script(notice, event, unit="", left=event)


# The screen


def url_of(event) -> str:
    return reverse("event_calls", args=[event.pk])


def test_a_second_organiser_sees_the_tick(client, event, make_organiser):
    row = register(event, 1)
    postpone(event)
    client.force_login(make_organiser("thunhat"))
    page = client.get(url_of(event)).content.decode()
    assert f'href="tel:{row.phone}"' in page
    assert "<strong>0 trên 1 người</strong>" in page
    data = {"call": message_of(row).pk, "outcome": "heard"}
    client.post(url_of(event), data)
    client.force_login(make_organiser("thuhai"))
    page = client.get(url_of(event)).content.decode()
    assert "<strong>1 trên 1 người</strong>" in page
    assert "thunhat" in page
    again = client.post(url_of(event), data, follow=True).content.decode()
    assert f"{row.name} đã được báo rồi: thunhat" in again
    client.post(url_of(event), {"call": message_of(row).pk, "undo": "1"})
    assert to_call(event) == [row]


@pytest.mark.parametrize("call", ["", "x", "0", "9" * 40])
def test_nonsense_is_no_call(client, event, make_organiser, call):
    client.force_login(make_organiser("goi"))
    response = client.post(url_of(event), {"call": call, "outcome": "heard"})
    assert response.status_code == 404


def test_an_outcome_that_is_none_is_said(client, event, make_organiser):
    row = register(event, 1)
    postpone(event)
    client.force_login(make_organiser("goi"))
    data = {"call": message_of(row).pk, "outcome": "perhaps"}
    page = client.post(url_of(event), data, follow=True).content.decode()
    assert "Hãy chọn kết quả cuộc gọi" in page
    assert not Call.objects.exists()


def test_another_conferences_list_is_not_there(client, event, make_organiser):
    row = register(event, 1)
    postpone(event)
    other = add_event(2)
    client.force_login(make_organiser("nguoikhac", other))
    assert client.get(url_of(event)).status_code == 404
    data = {"call": message_of(row).pk, "outcome": "heard"}
    assert client.post(url_of(event), data).status_code == 404
    assert client.post(url_of(other), data).status_code == 404
    assert not Call.objects.exists()


def test_the_count_stands_on_the_conferences_own_screens(client, event, make_organiser):
    register(event, 1)
    postpone(event)
    client.force_login(make_organiser("goi"))
    listed = client.get(reverse("registrations", args=[event.pk])).content.decode()
    assert "1 người không nhận được thư" in listed
    assert "gọi điện cho 1 người" in client.get(reverse("desk_events")).content.decode()


def test_queries_do_not_grow_with_the_list(client, make_organiser):
    event = add_event(20)
    register(event, 1)
    postpone(event)
    client.force_login(make_organiser("goi"))

    def asked() -> int:
        client.get(url_of(event))
        with CaptureQueriesContext(connection) as queries:
            client.get(url_of(event))
        return len(queries)

    one = asked()
    event.circumstance = "planned"
    event.save_revision().publish()
    for number in range(2, 6):
        register(event, number)
    postpone(event)
    assert asked() == one
