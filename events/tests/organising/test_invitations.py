"""Invitations by letter: each agency its own link, sent once, and what became of it."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import timezone
from post_office.models import STATUS, Email

from events.enums import Circumstance
from events.letters import invitations as letters
from events.models import EventPage, Invitation
from events.organising import invitations
from events.personal_data import retention
from events.tests.scenario import add_event, invite
from portal.models import Organisation

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.postgres,
    pytest.mark.usefixtures("front"),
]


@pytest.fixture
def event():
    return add_event(30, starts_on=timezone.localdate() + timedelta(days=21))


@pytest.fixture
def rows(event):
    """Two with an address, one of them its agency's; one with none."""
    made = [invite(event, name) for name in ("Trường A", "Trường B", "Trạm C")]
    Organisation.objects.filter(name="Trường A").update(email="truong-a@x.vn")
    Invitation.objects.filter(pk=made[1].pk).update(email="dau-moi@x.vn")
    return [Invitation.objects.get(pk=row.pk) for row in made]


def url(event) -> str:
    return reverse("invitations", args=[event.pk])


def post(client, event, **data):
    answer = client.post(url(event), data)
    said = [str(one) for one in get_messages(answer.wsgi_request)]
    return answer, " ".join(said)


def sent() -> dict[str, Email]:
    rows = Email.objects.filter(record__template="events/invitation").order_by("pk")
    return {row.to[0]: row for row in rows}


def test_each_agency_gets_its_own_link_and_no_other(admin_client, event, rows):
    chosen = [row.pk for row in rows]
    _answer, said = post(admin_client, event, send="1", chosen=chosen)
    assert set(sent()) == {"truong-a@x.vn", "dau-moi@x.vn"}
    assert "Trạm C" in said
    for letter, row in zip(sent().values(), rows, strict=False):
        others = [other.token for other in rows if other != row]
        for text in (letter.message, letter.html_message):
            assert letters.link_of(row) in text
            assert not [token for token in others if token in text]
        assert row.organisation.name in letter.message


def test_what_waits_to_be_sent_is_not_written_again(admin_client, event, rows):
    for _press in range(2):
        _answer, said = post(admin_client, event, send="1", chosen=[rows[0].pk])
    assert Email.objects.count() == 1
    assert "Trường A" in said
    Email.objects.update(status=STATUS.sent)
    post(admin_client, event, one=rows[0].pk)
    assert Email.objects.count() == 2


def test_two_who_press_at_once_send_one_letter(event, rows):
    stale = list(Invitation.objects.select_related("organisation").order_by("pk")[:1])
    again = list(Invitation.objects.select_related("organisation").order_by("pk")[:1])
    now = timezone.now()
    assert len(letters.send(event, stale, now=now).sent) == 1
    outcome = letters.send(event, again, now=now)
    assert (outcome.sent, outcome.on_its_way) == ([], again)
    assert Email.objects.count() == 1


def test_an_address_typed_in_the_list_is_kept_and_used(admin_client, event, rows):
    typed = {
        f"email-{rows[2].pk}": " tram-c@x.vn ",
        f"email-{rows[0].pk}": "truong-a@x.vn",
    }
    post(admin_client, event, one=rows[2].pk, **typed)
    assert set(sent()) == {"tram-c@x.vn"}
    # The agency's own address is not copied: a new one in the list counts.
    assert not Invitation.objects.get(pk=rows[0].pk).email


def test_what_is_no_address_is_marked_and_nothing_is_lost(admin_client, event, rows):
    typed = {f"email-{rows[2].pk}": "tram-c", f"email-{rows[1].pk}": "moi@x.vn"}
    answer, _said = post(admin_client, event, send="1", chosen=[rows[0].pk], **typed)
    page = answer.content.decode()
    assert 'value="tram-c"' in page
    assert 'value="moi@x.vn"' in page
    assert 'aria-invalid="true"' in page
    assert not sent()


def test_a_slip_is_asked_about_before_a_letter_goes(admin_client, event, rows):
    name = f"email-{rows[2].pk}"
    typed = {name: "tram@gmail.con", f"email-{rows[1].pk}": "moi@x.vn"}
    answer, _said = post(admin_client, event, send="1", chosen=[rows[2].pk], **typed)
    page = BeautifulSoup(answer.content, "html.parser")
    assert "tram@gmail.com" in page.select_one(".error-message").text
    assert not sent()
    ticked = [box["value"] for box in page.select("[name=chosen][checked]")]
    assert ticked == [str(rows[2].pk)]
    again = {one["name"]: one.get("value", "") for one in page.select("[name^=email-]")}
    assert again[f"email-{rows[1].pk}"] == "moi@x.vn"
    post(admin_client, event, send="1", chosen=ticked, **again)
    assert set(sent()) == {"tram@gmail.con"}
    # It was kept, so the list asks no more.
    listed = admin_client.get(url(event)).content.decode()
    assert f'name="{name}-asked" value="tram@gmail.con"' in listed


def test_whom_a_letter_reached_and_whom_not_stands_in_the_list(
    admin_client, event, rows
):
    post(admin_client, event, send="1", chosen=[rows[0].pk, rows[1].pk])
    first, second = sent().values()
    Email.objects.filter(pk=first.pk).update(status=STATUS.sent)
    Email.objects.filter(pk=second.pk).update(status=STATUS.failed)
    context = admin_client.get(url(event)).context
    counted = {name: context[name] for name in ("mailed", "failed", "no_address")}
    assert counted == {"mailed": 2, "failed": 1, "no_address": 1}
    tones = {
        line["shown"].row.organisation.name: line["shown"].tone
        for line in context["lines"]
    }
    assert tones == {"Trường A": "good", "Trường B": "bad", "Trạm C": "bad"}


@pytest.mark.parametrize(
    "change",
    [{"circumstance": Circumstance.CANCELLED}, {"live": False}],
)
def test_nobody_is_invited_to_what_is_not_held(admin_client, event, rows, change):
    EventPage.objects.filter(pk=event.pk).update(**change)
    post(admin_client, event, send="1", chosen=[rows[0].pk])
    assert not sent()


def test_nonsense_and_other_conferences_send_nothing(admin_client, event, rows):
    other = add_event(5, title="Lớp khác", slug="khac")
    theirs = invite(other, "Trường A")
    revoked = invite(event, "Trường D")
    Invitation.objects.filter(pk=revoked.pk).update(revoked_at=timezone.now())
    for chosen in ([theirs.pk], [revoked.pk], ["x"], ["9" * 30], []):
        post(admin_client, event, send="1", chosen=chosen)
    post(admin_client, event, **{f"email-{theirs.pk}": "la@x.vn", "keep": "1"})
    assert not sent()
    assert not Invitation.objects.get(pk=theirs.pk).email


def test_the_words_to_paste_say_what_the_letter_says(event, rows):
    words = letters.words_to_paste(event, rows[0], "Sở Minh họa")
    assert words.count(rows[0].token) == 1
    assert rows[0].organisation.name in words
    assert event.title in words
    assert words.startswith(f"Sở Minh họa kính mời {rows[0].organisation.name} cử")


def test_a_hundred_invitations_ask_as_many_queries_as_three(
    admin_client, event, rows, django_assert_num_queries
):
    post(admin_client, event, send="1", chosen=[row.pk for row in rows])
    admin_client.get(url(event))
    with django_assert_num_queries(5):  # the first asks what the series is called
        few = invitations.described(event, invitations.invitations_of(event))
    for number in range(20):
        invite(event, f"Đơn vị {number}")
    with django_assert_num_queries(4):
        many = invitations.described(event, invitations.invitations_of(event))
    assert len(many) == len(few) + 20


def test_the_sheet_holds_every_valid_link(admin_client, event, rows):
    Invitation.objects.filter(pk=rows[2].pk).update(revoked_at=timezone.now())
    answer = admin_client.get(reverse("invitations_sheet", args=[event.pk]))
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")
    empty = add_event(5, title="Lớp khác", slug="khac")
    answer = admin_client.get(reverse("invitations_sheet", args=[empty.pk]))
    assert answer.status_code == 302


def test_addresses_and_letters_go_with_everything_else(admin_client, event, rows):
    post(admin_client, event, send="1", chosen=[row.pk for row in rows])
    assert Email.objects.count() == 2
    retention.forget_due(timezone.now() + timedelta(days=400))
    assert not Email.objects.exists()
    row = Invitation.objects.get(pk=rows[1].pk)
    assert (row.email, row.mail_id) == ("", None)
