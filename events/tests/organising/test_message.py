"""A message: written with placeholders, looked at, counted, sent once."""

from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone
from post_office.models import Email

from events.jobs import tell_announcements
from events.models import Announcement, EventPage
from events.tests.scenario import add_event, register, somebody

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("front")]


@pytest.fixture
def event():
    return add_event(2, venue="Hội trường minh họa")


@pytest.fixture
def people(event):
    return [
        register(
            event,
            number,
            attendee=somebody(
                number, email=f"nguoi{number}@x.vn" if number < 3 else ""
            ),
        )
        for number in range(1, 5)
    ]


def url(event) -> str:
    return reverse("registrations_note", args=[event.pk])


def written(**more) -> dict:
    words = {"subject": "Gửi {họ tên}", "text": "Vé {mã vé}: {liên kết vé}, {địa điểm}"}
    return {"key": uuid4(), "ids": "", **words, **more}


def send(client, event, count: int, **more):
    sent = written(send="1", count=count, **more)
    return client.post(url(event), sent, follow=True), sent


def letters() -> dict[str, Email]:
    tell_announcements(timezone.now())
    return {
        row.to[0]: row for row in Email.objects.filter(record__template="events/note")
    }


def test_each_gets_their_own_words_and_nobody_elses_link(admin_client, event, people):
    send(admin_client, event, 4)
    found = letters()
    assert set(found) == {"nguoi1@x.vn", "nguoi2@x.vn"}
    for row, other in ((people[0], people[1]), (people[1], people[0])):
        letter = found[row.email]
        assert letter.subject.startswith(f"Gửi {row.name} – ")
        assert f"Vé {row.code[:3]} {row.code[3:]}: http" in letter.message
        assert "Hội trường minh họa" in letter.message
        assert "{" not in letter.message
        for text in (letter.message, letter.html_message):
            assert row.token in text
            assert other.token not in text
            assert other.name not in text


def test_before_sending_one_sees_a_real_letter_and_how_many_are_not_reached(
    admin_client, event, people
):
    answer = admin_client.post(url(event), written())
    page = answer.content.decode()
    assert not Announcement.objects.exists()
    assert (answer.context["count"], answer.context["without_count"]) == (4, 2)
    assert f"Gửi {people[0].name}" in page
    assert people[2].phone_display in page
    assert not [row.token for row in people if row.token in page]
    again = admin_client.post(url(event), written(other=answer.context["next_place"]))
    assert f"Gửi {people[1].name}" in again.content.decode()


def test_what_is_sent_twice_is_one_message(admin_client, event, people):
    _answer, sent = send(admin_client, event, 4)
    admin_client.post(url(event), sent)
    assert Announcement.objects.count() == 1


def test_only_those_narrowed_to_are_told(admin_client, event, people):
    send(admin_client, event, 2, state="waiting")
    assert Announcement.objects.get().chosen == sorted(row.pk for row in people[2:])


def test_those_ticked_stay_ticked_until_it_is_sent(admin_client, event, people):
    do = reverse("registrations_do", args=[event.pk])
    admin_client.post(do, {"act": "note", "chosen": [people[1].pk]})
    page = admin_client.get(url(event))
    ids = page.context["form"].ids_typed
    assert ids == str(people[1].pk)
    sent = written(send="1", count=1, ids=ids)
    for _press in range(2):
        admin_client.post(url(event), sent)
    assert Announcement.objects.get().chosen == [people[1].pk]
    assert not admin_client.get(url(event)).context["ticked"]


def test_a_number_that_changed_is_shown_before_anything_goes(
    admin_client, event, people
):
    answer, _sent = send(admin_client, event, 3)
    assert answer.context["count"] == 4
    assert not Announcement.objects.exists()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{ngay sinh}", "{ngay sinh}"),
        ("Lúc {giờ}", "{giờ}"),
        ("Xem /ve/Zk3_9sXoV0q1LmB-4TtyQw/", "liên kết vé"),
    ],
)
def test_what_cannot_go_out_is_named_and_nothing_is_lost(
    admin_client, event, people, text, said
):
    answer, _sent = send(admin_client, event, 4, text=text)
    page = answer.content.decode()
    assert said in page
    assert text in page
    assert "Gửi {họ tên}" in page
    assert not Announcement.objects.exists()


def test_nonsense_in_the_fields_is_said_in_the_form(admin_client, event, people):
    for more in ({"ids": "x,99999999999999999999,-1"}, {"state": "gone"}, {"key": "x"}):
        answer, _sent = send(admin_client, event, 4, **more)
        assert answer.status_code == 200
        assert not Announcement.objects.exists()


def test_the_day_and_a_title_with_braces_are_filled_once(admin_client, event, people):
    EventPage.objects.filter(pk=event.pk).update(title="Hội nghị {họ tên}")
    send(admin_client, event, 4, text="{hội nghị}: {ngày}", subject="Nhắc")
    text = letters()["nguoi1@x.vn"].message
    assert "Hội nghị {họ tên}: Thứ Sáu, 22/03/2030" in text
