"""Requests in the admin: who may, who is found, handed over, erased, written down."""

import json
from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, pgettext
from wagtail.models import GroupPagePermission

from events.enums import Channel, Purpose, RegistrationState, RequestKind, Seen
from events.models import (
    AttendeeAccess,
    Charge,
    DataRequest,
    EventPage,
    Holiday,
    Registration,
)
from events.models.attendees import Agreed
from events.organising.assignments import assign
from events.personal_data import consents
from events.privacy import person_acts, person_views, requests
from events.privacy.person_search import find
from events.seats.errors import SeatsBusy
from events.tests.scenario import NOW, add_event, register, somebody
from home.setup import EDITORS, MODERATORS
from portal.models import Subscriber, Subscription

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.postgres,
    pytest.mark.usefixtures("front"),
]
State = RegistrationState
NAME, PHONE = "Hoàng Thị Đào", "+84912345678"
AGREED = Agreed(consents.CURRENT, frozenset({Purpose.TAKING_PART, Purpose.PHOTOS}))


@pytest.fixture(autouse=True)
def morning():
    """A working day on which the conferences of the tests are three weeks ahead."""
    with time_machine.travel(NOW):
        yield


@pytest.fixture
def clerk(client, django_user_model):
    """Somebody who approves pages, and answers requests."""
    user = django_user_model.objects.create_user("vanthu")
    user.groups.add(Group.objects.get(name=MODERATORS))
    client.force_login(user)
    return user


@pytest.fixture
def asked():
    return ask()


def ask(days_ago: int = 0, kind: RequestKind = RequestKind.SEE) -> DataRequest:
    received = timezone.now() - timedelta(days=days_ago)
    return requests.receive(
        requests.RequestDetails(kind, NAME, PHONE, "Lớp ở Hữu Lũng"),
        key=uuid4(),
        now=received,
    )


@pytest.fixture
def event():
    return add_event(1, title="Lớp ở Hữu Lũng", slug="huu-lung")


@pytest.fixture
def row(event):
    details = {"name": NAME, "phone": PHONE, "email": "dao@donvi.example"}
    return register(event, 1, attendee=somebody(1, **details), agreed=AGREED)


def page(client, url: str, **query) -> str:
    response = client.get(url, query)
    assert response.status_code == 200, url
    return response.content.decode()


def link_to(asked: DataRequest) -> str:
    return f'"{reverse("data_request", args=[asked.pk])}"'


def search(client, asked: DataRequest, **typed):
    url = reverse("data_request_people", args=[asked.pk])
    return client.post(url, typed, follow=True)


def handle(client, asked: DataRequest, act: str, *rows: Registration, **more):
    data = {"act": act, "chosen": [row.pk for row in rows], **more}
    return client.post(reverse("data_request_handle", args=[asked.pk]), data)


# Who may


def test_requests_are_for_those_permitted(client, django_user_model, asked, row):
    user = django_user_model.objects.create_user("bientap")
    user.groups.add(Group.objects.get(name=EDITORS))
    client.force_login(user)
    home = page(client, reverse("wagtailadmin_home"))
    assert reverse("data_requests") not in home
    assert asked.code not in home
    one = reverse("data_request", args=[asked.pk])
    for url in (
        reverse("data_requests"),
        reverse("data_requests_results"),
        reverse("data_request_add"),
        one,
        reverse("data_request_people", args=[asked.pk]),
        reverse("data_request_handle", args=[asked.pk]),
        reverse("days_off:index"),
    ):
        for answer in (
            client.get(url),
            client.post(url, {"name": NAME, "act": "text"}),
        ):
            assert (answer.status_code, answer.url) == (302, "/admin/"), url
    assert not AttendeeAccess.objects.exists()
    assert not DataRequest.objects.exclude(answered_at=None).exists()


@pytest.mark.parametrize("everything", [True, False])
def test_organisers_answer_requests_if_they_run_all_conferences(
    event, django_user_model, everything
):
    user = django_user_model.objects.create_user("nguoitochuc")
    assign(user, Charge(everything=everything, events=(event.pk,)))
    assert user.has_perm("events.export_registration")
    assert user.has_perm("events.change_datarequest") is everything


def test_the_menu_and_the_start_page_say_what_waits(client, clerk):
    label = gettext("Data requests")
    home = page(client, reverse("wagtailadmin_home"))
    assert json.dumps(label) in home  # the menu is JSON
    asked = ask()
    home = page(client, reverse("wagtailadmin_home"))
    assert json.dumps(f"{label} (1)") in home
    assert asked.code in home
    late = ask(days_ago=30)
    home = page(client, reverse("wagtailadmin_home"))
    assert json.dumps(f": {label}")[1:] in home
    assert home.index(late.code) < home.index(asked.code)


# The list and its clocks


def test_the_most_urgent_stands_first_and_filters_narrow(client, clerk):
    done, open_, late = ask(60), ask(), ask(30, RequestKind.DELETE)
    requests.answer(done.pk, words="Xong.", now=timezone.now(), actor=clerk)
    html = page(client, reverse("data_requests"))
    places = [html.index(link_to(one)) for one in (late, open_, done)]
    assert places == sorted(places)
    assert f"{timezone.localtime(late.due_at):%H:%M, %d/%m/%Y}" in html
    for query, found in (
        ({"state": "open"}, [open_]),
        ({"state": "overdue"}, [late]),
        ({"state": "answered"}, [done]),
        ({"kind": "delete"}, [late]),
        ({"q": f"{open_.code[:3]} {open_.code[3:].lower()}"}, [open_]),
        ({"q": NAME}, []),
    ):
        html = page(client, reverse("data_requests"), **query)
        shown = [one for one in (open_, late, done) if link_to(one) in html]
        assert shown == found, query


def test_the_list_takes_as_many_queries_for_many_as_for_few(
    client, clerk, django_assert_max_num_queries
):
    def query_count() -> int:
        with django_assert_max_num_queries(30) as counted:
            page(client, reverse("data_requests"))
        return len(counted)

    def answered() -> None:
        now = timezone.now()
        requests.answer(ask().pk, words="Xong.", now=now, actor=clerk)

    ask()
    answered()
    query_count()
    few = query_count()
    for _i in range(8):
        ask()
        answered()
    assert query_count() <= few


def test_a_request_by_telephone_is_written_down_once(client, clerk):
    url = reverse("data_request_add")
    today = timezone.localdate()
    data = {
        "kind": "delete",
        "name": NAME,
        "contact": "0912.345.678",
        "about": "",
        "received_on": today.isoformat(),
        "key": BeautifulSoup(page(client, url), "html.parser").select_one(
            "input[name=key]"
        )["value"],
    }
    for _again in range(2):
        response = client.post(url, data)
    made = DataRequest.objects.get()
    assert response.url == reverse("data_request", args=[made.pk])
    assert (made.contact, made.channel) == (PHONE, Channel.ORGANISER)
    assert made.due_at > timezone.now()
    assert NAME in page(client, response.url)


@pytest.mark.parametrize(
    ("days", "taken"), [(-1, False), (0, True), (7, True), (40, False)]
)
def test_the_clock_of_a_letter_starts_the_day_it_came(client, clerk, days, taken):
    came = timezone.localdate() - timedelta(days=days)
    data = {"kind": "see", "name": NAME, "contact": "0912345678"}
    response = client.post(
        reverse("data_request_add"), data | {"received_on": came.isoformat()}
    )
    assert (response.status_code == 302) is taken
    made = DataRequest.objects.first()
    assert bool(made) is taken
    if made:
        assert timezone.localdate(made.received_at) == came
        assert (made.due_at < timezone.now()) is (days == 7)


def test_the_home_the_list_and_the_request_tell_the_same_clock(client, clerk, asked):
    for address in (
        "/admin/",
        reverse("data_requests"),
        reverse("data_request", args=[asked.pk]),
    ):
        assert "còn 2 ngày làm việc" in page(client, address)
    with time_machine.travel(asked.due_at - timedelta(hours=3)):
        client.force_login(clerk)
        assert "hạn 17:00 hôm nay" in page(client, reverse("data_requests"))


def test_days_off_are_kept_and_move_the_clock(client, clerk, asked):
    url = reverse("days_off:index")
    assert url in page(client, reverse("data_requests"))
    page(client, url)
    before = asked.due_at
    day = timezone.localtime(before).date()
    client.post(reverse("days_off:add"), {"day": day.isoformat(), "name": "Nghỉ bù"})
    off = Holiday.objects.get()
    assert DataRequest.objects.get().due_at > before
    client.post(reverse("days_off:delete", args=[off.pk]))
    assert DataRequest.objects.get().due_at == before


# Finding the person


@pytest.mark.parametrize(
    ("name", "contact"),
    [
        (NAME, ""),
        ("hoang thi dao", ""),
        ("ĐÀO hoàng", ""),
        ("", "0912 345 678"),
        ("", "+84 912.345.678"),
        ("", "DAO@donvi.example"),
        ("Ai Đó Khác", "912345678"),
    ],
)
def test_somebody_is_found_by_name_number_or_address(event, row, name, contact):
    register(event, 2)
    assert find(name, contact, events=EventPage.objects.all()) == [row]


@pytest.mark.parametrize(
    ("name", "contact"),
    [
        ("", ""),
        ("  ", " "),
        ("Hoàng Thị Đa", ""),
        ("%", "%"),
        ("", "0912"),
        ("Đơn vị minh họa", ""),
    ],
)
def test_nobody_is_found_by_half_a_word_or_by_an_agency(row, name, contact):
    assert find(name, contact, events=EventPage.objects.all()) == []


def test_only_name_and_number_together_are_sure(event, row):
    colleague = register(event, 2, attendee=somebody(2, phone=PHONE))
    namesake = register(event, 3, attendee=somebody(3, name=NAME))
    found = find(NAME, "0912345678", events=EventPage.objects.all())
    assert [(one.pk, one.is_sure) for one in found] == [
        (row.pk, True),
        (namesake.pk, False),
        (colleague.pk, False),
    ]
    assert not any(
        one.is_sure
        for one in find("Hoàng Thị Dao", "0912345678", events=EventPage.objects.all())
    )


def test_a_search_is_sent_by_post_and_written_down(client, clerk, asked, row):
    html = page(client, reverse("data_request", args=[asked.pk]))
    assert row.email not in html
    assert not AttendeeAccess.objects.exists()
    html = search(client, asked, name="hoang thi dao").content.decode()
    assert row.email in html
    look = AttendeeAccess.objects.get()
    assert (look.what, look.username, look.event_id, look.how_many) == (
        Seen.PERSON,
        "vanthu",
        row.event_id,
        1,
    )
    by = gettext("looked for by %(words)s") % {
        "words": pgettext("looked for by", "name")
    }
    assert look.asked == f"{asked.code}, {by}"
    assert not AttendeeAccess.objects.filter(asked__icontains="dao").exists()


def test_back_leads_to_what_was_found_until_it_is_another_look(
    client, clerk, asked, event, row
):
    other = register(event, 2, attendee=somebody(2, name=NAME))
    url = reverse("data_request_people", args=[asked.pk])
    sent = client.post(url, {"name": NAME, "contact": "0912345678"})
    assert (sent.status_code, sent.url) == (302, f"{url}#people")
    kept = json.dumps(dict(client.session))
    assert not any(word in kept for word in ("Hoàng", PHONE, "0912345678"))
    with time_machine.travel(NOW + timedelta(minutes=9)):
        found = client.get(url).context["rows"]
    assert [(one.pk, one.is_sure) for one in found] == [
        (row.pk, True),
        (other.pk, False),
    ]
    assert AttendeeAccess.objects.count() == 1
    # Another request knows nothing of it.
    elsewhere = client.get(reverse("data_request_people", args=[ask().pk]))
    assert elsewhere.status_code == 302
    handle(client, asked, "erase", row, confirmed="1")
    assert [one.pk for one in client.get(url).context["rows"]] == [other.pk]
    handle(client, asked, "erase", other, confirmed="1")
    assert client.get(url).status_code == 302
    search(client, asked, name=NAME)
    with time_machine.travel(NOW + timedelta(minutes=11)):
        assert client.get(url).url == reverse("data_request", args=[asked.pk])


def test_what_was_found_is_not_shown_to_whom_may_no_longer_see_it(
    client, clerk, asked, row
):
    search(client, asked, name=NAME)
    GroupPagePermission.objects.filter(group__name=MODERATORS).delete()
    url = reverse("data_request_people", args=[asked.pk])
    assert client.get(url).url == reverse("data_request", args=[asked.pk])


def test_a_search_for_nothing_asks_for_something_and_is_no_look(client, clerk, asked):
    html = search(client, asked, name=" ", contact="").content.decode()
    assert gettext("Write a name, a telephone number or an e-mail.") in html
    assert not AttendeeAccess.objects.exists()


def test_whoever_has_no_registration_needs_no_name(client, clerk):
    typed = {"kind": "delete", "name": "", "contact": "dao@vidu.vn", "about": ""}
    typed["received_on"] = timezone.localdate().isoformat()
    made = client.post(reverse("data_request_add"), typed)
    assert made.status_code == 302
    assert "dao@vidu.vn" in page(client, made.url)
    assert "dao@vidu.vn" in page(client, reverse("data_requests"))


def test_a_search_that_finds_nobody_is_written_down_too(
    client, clerk, asked, row, admin_client
):
    search(client, asked, name="Không Có Ai")
    look = AttendeeAccess.objects.get()
    assert (look.event_id, look.how_many) == (None, 0)
    assert asked.code in page(admin_client, reverse("access_log"))


def test_a_reload_leads_back_to_the_request(client, clerk, asked):
    for name in ("data_request_people", "data_request_handle"):
        response = client.get(reverse(name, args=[asked.pk]))
        assert response.url == reverse("data_request", args=[asked.pk])


def test_nobody_is_looked_for_once_the_request_is_answered(client, clerk, asked, row):
    requests.answer(asked.pk, words="Xong.", now=timezone.now(), actor=clerk)
    people = reverse("data_request_people", args=[asked.pk])
    for answer in (client.post(people, {"name": NAME}), client.get(people)):
        assert answer.url == reverse("data_request", args=[asked.pk])
    assert handle(client, asked, "text", row).status_code == 302
    assert handle(client, asked, "erase", row, confirmed="1").status_code == 302
    assert not AttendeeAccess.objects.exists()
    assert Registration.objects.get().name == NAME


# Handing over, correcting, taking back


def test_the_file_has_all_that_is_kept_with_the_words_agreed_to(
    client, clerk, asked, row
):
    response = handle(client, asked, "json", row)
    assert response["Content-Disposition"].endswith(f'{asked.code}.json"')
    assert "no-store" in response["Cache-Control"]
    (held,) = json.loads(response.content)["registrations"]
    assert held["details"]["name"] == NAME
    assert held["seat"]["code"] == row.code
    said = {one["purpose"]: one for one in held["consent_evidence"]}
    assert set(said) == set(Purpose.values)
    assert (said["photos"]["given"], said["invitations"]["given"]) == (True, False)
    words = str(consents.current().labels[Purpose.PHOTOS])
    assert said["photos"]["words"] == words
    assert said["photos"]["text"] == consents.CURRENT
    look = AttendeeAccess.objects.get()
    assert (look.what, look.event_id, look.asked) == (
        Seen.EXPORT,
        row.event_id,
        asked.code,
    )
    text = handle(client, asked, "text", row).content.decode()
    for known in (NAME, "0912 345 678", "dao@donvi.example", row.event.title, words):
        assert known in text
    assert AttendeeAccess.objects.count() == 2


def test_a_file_holds_only_those_ticked(client, clerk, asked, event, row):
    other = register(event, 2)
    text = handle(client, asked, "text", row).content.decode()
    assert other.name not in text
    both = json.loads(handle(client, asked, "json", row, other).content)
    assert len(both["registrations"]) == 2


def test_people_are_found_where_their_conference_may_be_seen(client, clerk, asked, row):
    edit = reverse("registration_edit", args=[row.event_id, row.pk])
    assert edit in search(client, asked, name=NAME).content.decode()
    GroupPagePermission.objects.filter(group__name=MODERATORS).delete()
    answer = search(client, asked, name=NAME)
    assert answer.context["rows"] == []
    assert answer.context["is_part"]
    assert edit not in answer.content.decode()


def test_optional_consents_are_taken_back_with_who_did_it(client, clerk, asked, row):
    for _again in range(2):
        handle(client, asked, "withdraw", row)
    now = consents.agreed_now(row)
    given = {purpose for purpose, said in now.items() if said.given}
    assert given == {Purpose.TAKING_PART}
    taken = now[Purpose.PHOTOS]
    assert (taken.channel, taken.actor) == (Channel.ORGANISER, clerk)
    assert row.consents.filter(purpose=Purpose.PHOTOS).count() == 2


# Erasing


def test_erasing_is_asked_first_then_the_seat_goes_to_the_next(
    client, clerk, asked, event, row
):
    waiting = register(event, 2)
    assert waiting.state == State.WAITING
    html = handle(client, asked, "erase", row).content.decode()
    assert NAME in html
    assert Registration.objects.get(pk=row.pk).name == NAME
    handle(client, asked, "erase", row, confirmed="1")
    gone = Registration.objects.get(pk=row.pk)
    assert (gone.name, gone.phone, gone.email, gone.state) == (
        "",
        "",
        "",
        State.CANCELLED,
    )
    assert gone.forgotten_at
    assert gone.changes.last().actor == clerk
    assert Registration.objects.get(pk=waiting.pk).state == State.CONFIRMED
    assert find(NAME, "0912345678", events=EventPage.objects.all()) == []


def test_who_was_there_stays_counted(client, clerk, asked, event, row):
    type(event).objects.update(starts_on="2020-03-02", ends_on="2020-03-02")
    handle(client, asked, "erase", row, confirmed="1")
    gone = Registration.objects.get()
    assert (gone.name, gone.state) == ("", State.CONFIRMED)


def test_busy_seats_leave_everything_for_another_try(
    client, clerk, asked, row, monkeypatch
):
    def busy(*args, **kwargs):
        raise SeatsBusy

    monkeypatch.setattr("events.personal_data.erasure.seats.cancel", busy)
    response = handle(client, asked, "erase", row, confirmed="1")
    assert response.status_code == 302
    assert Registration.objects.get().name == NAME


def test_nothing_ticked_nonsense_and_unknown_acts_change_nothing(
    client, clerk, asked, row
):
    url = reverse("data_request_handle", args=[asked.pk])
    assert handle(client, asked, "erase", confirmed="1").status_code == 302
    assert handle(client, asked, "xoa-het", row).status_code == 404
    odd = {"act": "erase", "chosen": ["9" * 40, "-1", "x", "²"], "confirmed": "1"}
    assert client.post(url, odd).status_code == 302
    assert client.post(reverse("data_request_handle", args=[10**9])).status_code == 404
    assert Registration.objects.get().name == NAME


# Answering


def test_a_request_is_closed_once_with_what_was_done(client, clerk, asked):
    url = reverse("data_request", args=[asked.pk])
    assert client.post(url, {"answer": "  "}).status_code == 200
    assert DataRequest.objects.unanswered().exists()
    client.post(url, {"answer": "Đã gọi lại và giao bản sao."})
    client.post(url, {"answer": "Người khác cũng trả lời."})
    made = DataRequest.objects.get()
    assert (made.answer, made.answered_by) == ("Đã gọi lại và giao bản sao.", clerk)
    html = page(client, url)
    assert made.answer in html
    assert "<textarea" not in html


def test_what_was_erased_after_ninety_days_is_said(client, clerk, asked):
    now = timezone.now()
    requests.answer(asked.pk, words=f"Đã gọi {NAME}.", now=now, actor=clerk)
    requests.forget_answered(now + timedelta(days=91))
    html = page(client, reverse("data_request", args=[asked.pk]))
    assert NAME not in html
    words = "Who asked, and what was written, was erased 90 days after the answer."
    assert gettext(words) in html
    assert asked.code in html


@pytest.fixture
def follower(clerk):
    """An address that follows news, found by who sees everybody."""
    subscriber = Subscriber.objects.create(email="dao@vidu.vn")
    Subscription.objects.create(
        subscriber=subscriber, kind="tin-tuc", requested_at=NOW, confirmed_at=NOW
    )
    return subscriber


def test_an_address_that_only_follows_is_found_and_erased(client, asked, follower):
    html = search(client, asked, contact="Dao@ViDu.vn").content.decode()
    assert gettext("Stop the letters and erase the address") in html
    assert gettext("Nobody was found.") not in html
    page = handle(client, asked, "unfollow", follower="Dao@ViDu.vn")
    assert gettext("Erase for good") in page.content.decode()
    assert Subscriber.objects.exists()
    handle(client, asked, "unfollow", follower="Dao@ViDu.vn", confirmed="1")
    assert not Subscriber.objects.exists()
    found, erased = AttendeeAccess.objects.order_by("pk")
    for look in (found, erased):
        assert (look.what, look.event_id, look.how_many) == (Seen.PERSON, None, 1)
        assert "vidu.vn" not in look.asked.lower()
    assert pgettext("looked for by", "e-mail") in found.asked
    assert found.asked.endswith(gettext("an address that news is sent to"))
    words = gettext("erased: an address that news is sent to")
    assert erased.asked == f"{asked.code}, {words}"


def test_a_search_that_finds_both_has_a_line_for_each(client, asked, follower, row):
    Registration.objects.update(email="dao@vidu.vn")
    html = search(client, asked, name=NAME, contact="dao@vidu.vn").content.decode()
    assert gettext("Stop the letters and erase the address") in html
    assert reverse("registration", args=[row.event_id, row.pk]) in html
    looks = AttendeeAccess.objects.values_list("event_id", "how_many")
    assert set(looks) == {(row.event_id, 1), (None, 1)}


def test_who_sees_some_conferences_learns_of_no_follower(
    client, asked, follower, monkeypatch
):
    for module in (person_views, person_acts):
        monkeypatch.setattr(module, "sees_all", lambda user: False)
    html = search(client, asked, contact="dao@vidu.vn").content.decode()
    assert "unfollow" not in html
    assert handle(client, asked, "unfollow", follower="dao@vidu.vn").status_code == 404
    assert Subscriber.objects.exists()
