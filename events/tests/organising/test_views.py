"""The organiser's screens: who sees whom, finding people, and what is written down."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone
from post_office.models import STATUS, Email

from events import seats
from events.enums import Channel, NoticeKind, RegistrationState, Seen
from events.jobs import clear_access_log
from events.models import AttendeeAccess, Charge, Message, Registration
from events.organising.assignments import assign
from events.tests.scenario import AGREED, NOW, add_event, register, somebody
from home.setup import MODERATORS
from portal.mail import MailProblem
from portal.models import MailRecord

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("front")]
State = RegistrationState


@pytest.fixture
def event():
    return add_event(2, title="Lớp ở Hữu Lũng", slug="huu-lung")


@pytest.fixture
def organiser(client, django_user_model):
    user = django_user_model.objects.create_user("nguoitochuc")
    assign(user, Charge(everything=True))
    client.force_login(user)
    return user


def list_of(event) -> str:
    return reverse("registrations", args=[event.pk])


def do(client, event, act: str, rows, **more):
    data = {"act": act, "chosen": [row.pk for row in rows], "confirmed": "1", **more}
    return client.post(reverse("registrations_do", args=[event.pk]), data, follow=True)


def page(client, url: str, **query) -> str:
    response = client.get(url, query)
    assert response.status_code == 200, url
    return response.content.decode()


def reload(row: Registration) -> Registration:
    return Registration.objects.get(pk=row.pk)


# Who sees whom


def only_for(event, django_user_model):
    """An organiser of this one conference."""
    user = django_user_model.objects.create_user(event.slug)
    assign(user, Charge(events=(event.pk,)))
    return user


def test_an_organiser_sees_no_attendee_of_another_conference(
    client, event, django_user_model
):
    other = add_event(2, title="Lớp ở Chi Lăng", slug="chi-lang")
    mine = register(event, 1, attendee=somebody(1, name="Lý Thị Minh Họa"))
    theirs = register(other, 2, attendee=somebody(2, name="Nông Văn Minh Họa"))
    client.force_login(only_for(event, django_user_model))

    assert "Lý Thị Minh Họa" in page(client, list_of(event))
    home = page(client, reverse("wagtailadmin_home"))
    assert "Lớp ở Chi Lăng" not in home
    desk = page(client, reverse("desk_events"))
    assert "Lớp ở Hữu Lũng" in desk
    assert "Lớp ở Chi Lăng" not in desk
    one = [other.pk, theirs.pk]
    for url in (
        list_of(other),
        reverse("registrations_results", args=[other.pk]),
        reverse("registration", args=one),
        reverse("registration_edit", args=one),
        reverse("registration_add", args=[other.pk]),
        reverse("registrations_export", args=[other.pk, "csv"]),
        reverse("registrations_note", args=[other.pk]),
        reverse("event_news", args=[other.pk]),
        reverse("invitations", args=[other.pk]),
        reverse("invitations_add", args=[other.pk]),
    ):
        response = client.get(url)
        assert "Nông Văn Minh Họa" not in response.content.decode(), url
        assert response.status_code == 404, url
    # Nor through an address of one's own conference.
    assert (
        client.get(reverse("registration", args=[event.pk, theirs.pk])).status_code
        == 404
    )
    do(client, event, "cancel", [theirs], reason="Thử")
    assert reload(theirs).state == State.CONFIRMED
    do(client, event, "cancel", [mine], reason="Người này báo bận")
    assert reload(mine).state == State.CANCELLED


def test_export_needs_a_permission_of_its_own(client, event, django_user_model):
    user = django_user_model.objects.create_user("duyet")
    user.groups.add(Group.objects.get(name=MODERATORS))
    client.force_login(user)
    url = reverse("registrations_export", args=[event.pk, "xlsx"])
    assert url not in page(client, list_of(event))
    assert client.get(url).status_code == 302
    assert not AttendeeAccess.objects.filter(what=Seen.EXPORT).exists()


def test_the_pages_are_kept_by_no_cache(client, event, organiser):
    assert "no-store" in client.get(list_of(event))["Cache-Control"]


# Finding people


@pytest.mark.parametrize(
    "typed",
    ["hoang thi dao", "ĐÀO", "0912 345 678", "0912.345.678", "+84912345678", "truong"],
)
def test_people_are_found_without_accents_by_name_phone_or_agency(
    client, event, organiser, typed
):
    details = {"name": "Hoàng Thị Đào", "phone": "+84912345678"}
    details["organisation_name"] = "Trường Minh Họa"
    register(event, 1, attendee=somebody(1, **details))
    register(event, 2)
    html = page(client, list_of(event), q=typed)
    assert "Hoàng Thị Đào" in html
    assert "Người Minh Họa C" not in html


def test_a_code_finds_one_person_and_nonsense_nobody(client, event, organiser):
    row = register(event, 1)
    assert row.name in page(client, list_of(event), q=row.code.lower())
    assert row.name not in page(client, list_of(event), q="%_'\"\\")


def test_the_list_is_narrowed_by_state_agency_and_letters_that_failed(
    client, event, organiser
):
    rows = [
        register(event, n, attendee=somebody(n, organisation_name=f"Đơn vị {n}"))
        for n in range(1, 5)
    ]
    _failed_letter(rows[0])
    for query, found in (
        ({"state": "waiting"}, rows[2:]),
        ({"state": "live"}, rows),
        ({"agency": rows[1].agency_key}, rows[1:2]),
        ({"mail": "failed"}, rows[:1]),
        ({"state": "khong-co"}, rows),
    ):
        html = page(client, list_of(event), **query)
        assert [row for row in rows if f">{row.name}</a>" in html] == found, query
    _failed_letter(rows[0], state_sent=True)
    assert rows[0].name not in page(client, list_of(event), mail="failed")


def _failed_letter(row: Registration, *, state_sent: bool = False) -> int:
    """A letter to the person that the mail server refused, or took at last."""
    email = Email.objects.create(
        from_email="cong@portal.example",
        to=["an@portal.example"],
        status=STATUS.sent if state_sent else STATUS.failed,
    )
    problem = MailProblem.NONE if state_sent else MailProblem.ADDRESS
    MailRecord.objects.create(email=email, template="events/thu", problem=problem)
    Message.objects.create(
        registration=row,
        notice=NoticeKind.NOTE,
        key=str(email.pk),
        at=NOW,
        mail_id=email.pk,
    )
    return email.pk


def test_the_list_takes_as_many_queries_for_many_as_for_few(
    client, event, organiser, django_assert_max_num_queries
):
    def query_count() -> int:
        with django_assert_max_num_queries(40) as asked:
            page(client, list_of(event))
        return len(asked)

    for number in range(4):
        register(event, number)
    query_count()
    few = query_count()
    for number in range(4, 24):
        register(event, number)
    # The first look at more people is written down.
    query_count()
    assert query_count() <= few


# Doing things


def test_one_click_approves_and_a_reason_is_asked_before_a_refusal(client, organiser):
    event = add_event(5, needs_approval=True)
    first, second = register(event, 1), register(event, 2)
    do(client, event, "approve", [first])
    assert reload(first).state == State.CONFIRMED
    html = do(client, event, "reject", [second]).content.decode()
    assert reload(second).state == State.PENDING
    assert "<textarea" in html
    do(client, event, "reject", [second], reason="Đã đủ người của đơn vị")
    assert reload(second).state == State.REJECTED
    change = second.changes.get(action="rejected")
    assert (change.reason, change.actor) == ("Đã đủ người của đơn vị", organiser)


def test_many_are_asked_first_and_each_refusal_is_named(client, organiser):
    event = add_event(1, needs_approval=True, waiting_list_on=False)
    rows = [register(event, number) for number in range(3)]
    url = reverse("registrations_do", args=[event.pk])
    data = {"act": "approve", "chosen": [row.pk for row in rows]}
    html = client.post(url, data).content.decode()
    assert all(row.name in html for row in rows)
    assert {reload(row).state for row in rows} == {State.PENDING}
    response = do(client, event, "approve", rows)
    states = [reload(row).state for row in rows]
    assert states == [State.CONFIRMED, State.PENDING, State.PENDING]
    told = " ".join(str(message) for message in response.context["messages"])
    assert [row.name in told for row in rows] == [False, True, True]


def test_everybody_found_can_be_chosen_at_once(client, event, organiser):
    rows = [register(event, number) for number in range(5)]
    data = {"act": "cancel", "everybody": "1", "query": "state=waiting"}
    url = reverse("registrations_do", args=[event.pk])
    html = client.post(url, data).content.decode()
    assert f'value="{",".join(str(row.pk) for row in rows[2:])}"' in html


def test_a_seat_is_given_past_the_queue_only_with_a_reason(client, organiser):
    event = add_event(3, agency_quota=1)
    register(event, 1)
    waiting = register(event, 2)
    assert waiting.state == State.WAITING
    do(client, event, "promote", [waiting])
    assert reload(waiting).state == State.WAITING
    do(client, event, "promote", [waiting], reason="Báo cáo viên")
    assert reload(waiting).state == State.CONFIRMED


def test_the_ticket_is_sent_again(client, event, organiser):
    row = register(event, 1)
    before = row.messages.count()
    do(client, event, "resend", [row])
    assert row.messages.count() == before + 1
    assert row.messages.last().notice == NoticeKind.CONFIRMED


def test_nothing_ticked_or_an_unknown_act_changes_nothing(client, event, organiser):
    row = register(event, 1)
    url = reverse("registrations_do", args=[event.pk])
    assert client.post(url, {"act": "cancel"}).status_code == 302
    bad = {"act": "xoa-het", "chosen": [row.pk], "confirmed": "1"}
    assert client.post(url, bad).status_code == 404
    odd = {"act": "cancel", "chosen": ["9" * 40, "-1", "x", "²"], "confirmed": "1"}
    assert client.post(url, odd).status_code == 302
    assert client.get(url).status_code == 405
    assert reload(row).state == State.CONFIRMED


# Adding and correcting


def typed(**details) -> dict:
    return {
        "name": "Vi Văn Minh Họa",
        "phone": "0912 345 678",
        "organisation": "Đơn vị minh họa",
        "audience": "official",
        **details,
    }


def test_somebody_is_added_by_hand_once(client, event, organiser):
    url = reverse("registration_add", args=[event.pk])
    data = typed(key=str(uuid4()))
    client.post(url, data)
    client.post(url, data)
    row = Registration.objects.get()
    assert (row.name, row.phone, row.state) == (
        "Vi Văn Minh Họa",
        "+84912345678",
        State.CONFIRMED,
    )
    assert (row.channel, row.changes.first().actor) == (Channel.ORGANISER, organiser)


@pytest.mark.parametrize("kept", ["Vi Văn an", "Vi Văn An"])
def test_a_name_in_small_letters_is_offered_with_capitals_never_forced(
    client, event, organiser, kept
):
    url = reverse("registration_add", args=[event.pk])
    data = typed(key=str(uuid4()), name="Vi Văn an")
    page = client.post(url, data).content.decode()
    assert 'value="Vi Văn An"' in page
    assert not Registration.objects.exists()
    client.post(url, data | {"spelling": kept})
    assert Registration.objects.get().name == kept


def test_a_refused_form_keeps_what_was_typed(client, event, organiser):
    register(
        event, 1, attendee=somebody(1, name="Vi Văn Minh Họa", phone="+84912345678")
    )
    url = reverse("registration_add", args=[event.pk])
    for wrong in (
        {"name": "12345"},
        {"phone": "123"},
        {"organisation": " "},
        {"email": "a@b.vn\nBcc: c@d.vn"},
        {"name": "NguyÔn V¨n A"},
        {},
    ):
        data = typed(note="Ngồi gần màn hình", **wrong)
        response = client.post(url, data)
        assert "Ngồi gần màn hình" in response.content.decode(), wrong
    assert Registration.objects.count() == 1


def test_whoever_saves_last_is_told_that_somebody_was_quicker(client, event, organiser):
    row = register(event, 1)
    url = reverse("registration_edit", args=[event.pk, row.pk])
    assert row.name in page(client, url)
    seats.correct(
        row.pk,
        somebody(1, note="Bản của người kia"),
        revision=row.revision,
        now=NOW,
        channel=Channel.TICKET,
    )
    data = typed(note="Bản của tôi", revision=row.revision)
    html = client.post(url, data).content.decode()
    assert "Bản của tôi" in html
    assert "Bản của người kia" in html
    assert reload(row).note == "Bản của người kia"
    client.post(url, data | {"revision": reload(row).revision})
    assert reload(row).note == "Bản của tôi"


def test_one_registration_shows_all_that_is_known(client, event, organiser):
    row = register(event, 1, agreed=AGREED)
    _failed_letter(row)
    html = page(client, reverse("registration", args=[event.pk, row.pk]))
    for known in (row.name, row.phone_display, row.code, "Đơn vị minh họa"):
        assert known in html
    assert str(MailProblem.ADDRESS.label) in html


# What is written down


def test_each_look_is_written_down_without_what_was_searched(client, event, organiser):
    row = register(event, 1)
    for _again in range(2):
        page(client, list_of(event), q="nguoi minh hoa", state="confirmed")
    page(client, reverse("registration", args=[event.pk, row.pk]))
    client.get(reverse("registrations_export", args=[event.pk, "csv"]))
    looks = AttendeeAccess.objects.order_by("pk")
    assert [look.what for look in looks] == [Seen.LIST, Seen.PERSON, Seen.EXPORT]
    assert {(look.username, look.event_id) for look in looks} == {
        (organiser.username, event.pk)
    }
    assert "nguoi" not in " ".join(look.asked for look in looks)


def test_only_those_permitted_read_the_log(client, event, organiser, admin_client):
    register(event, 1)
    page(client, list_of(event))
    assert client.get(reverse("access_log")).status_code == 302
    assert organiser.username in page(admin_client, reverse("access_log"))


def test_not_even_an_administrator_takes_a_look_off_the_log(
    client, event, organiser, admin_client
):
    page(client, list_of(event))
    look = AttendeeAccess.objects.get()
    log = reverse("access_log")
    for act in ("post", "put", "patch", "delete"):
        assert getattr(admin_client, act)(log, {"pk": look.pk}).status_code == 405
    bulk = f"/admin/bulk/events/attendeeaccess/delete/?id={look.pk}"
    assert admin_client.post(bulk).status_code == 404
    assert "/delete" not in page(admin_client, log).partition("<main")[2]
    assert AttendeeAccess.objects.get() == look


def test_old_looks_are_cleared(client, event, organiser):
    page(client, list_of(event))
    now = timezone.now()
    clear_access_log(now + timedelta(days=700))
    assert AttendeeAccess.objects.count() == 1
    clear_access_log(now + timedelta(days=800))
    assert not AttendeeAccess.objects.exists()


def test_an_export_holds_those_the_list_shows(client, event, organiser):
    rows = [register(event, number) for number in range(3)]
    url = reverse("registrations_export", args=[event.pk, "csv"])
    text = client.get(url, {"state": "waiting"}).content.decode("utf-8-sig")
    assert [row for row in rows if row.code in text] == rows[2:]
    xlsx = client.get(reverse("registrations_export", args=[event.pk, "xlsx"]))
    assert xlsx.content.startswith(b"PK")
    assert (
        client.get(reverse("registrations_export", args=[event.pk, "exe"])).status_code
        == 404
    )
