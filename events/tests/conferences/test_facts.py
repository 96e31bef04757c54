"""The facts of a conference: one list, and all that is made of it."""

from datetime import date, time
from io import BytesIO

import pytest
from django.template.loader import render_to_string
from django.urls import reverse
from PIL import Image
from post_office.models import Email

from events.conferences import facts
from events.enums import Circumstance
from events.models import EventPage, Message
from events.tests.scenario import NOW, add_event, register, somebody
from events.tickets.picture import draw
from events.tickets.ticket import ticket_of


def conference(**stated) -> EventPage:
    return EventPage(title="Hội nghị minh họa", **stated)


def test_facts_come_in_order_and_what_nobody_wrote_is_left_out():
    event = conference(starts_on=date(2030, 3, 22), start_time=time(7, 30))
    assert [fact.name for fact in facts.of(event)] == [facts.WHEN]
    event.venue, event.directions = "Hội trường A", "Đi cổng sau."
    assert [fact.name for fact in facts.of(event)] == [
        facts.WHEN,
        facts.PLACE,
        facts.DIRECTIONS,
    ]
    assert [fact.name for fact in facts.besides(event, facts.PLACE)] == [
        facts.WHEN,
        facts.DIRECTIONS,
    ]


@pytest.mark.parametrize(
    ("stated", "short", "in_words"),
    [
        ({}, "", ""),
        ({"date_text": "Đầu tháng 4"}, "Đầu tháng 4", "Đầu tháng 4"),
        (
            {"starts_on": date(2030, 3, 22), "ends_on": date(2030, 3, 22)},
            "Thứ Sáu, 22/03/2030",
            "Thứ Sáu, 22/03/2030",
        ),
        (
            {
                "starts_on": date(2030, 3, 22),
                "start_time": time(7, 30),
                "end_time": time(11, 30),
            },
            "07:30, thứ Sáu, 22/03/2030",
            "Thứ Sáu, 22/03/2030, 07:30–11:30",
        ),
        (
            {"starts_on": date(2030, 3, 22), "ends_on": date(2030, 3, 23)},
            "22–23/03/2030",
            "Thứ Sáu, 22/03/2030 – Thứ Bảy, 23/03/2030",
        ),
    ],
)
def test_when_is_said_as_far_as_it_is_known(stated, short, in_words):
    event = conference(**stated)
    assert (facts.when(event), facts.when_in_words(event)) == (short, in_words)


def test_a_letter_names_no_day_of_a_postponed_conference():
    event = conference(starts_on=date(2030, 3, 22), circumstance=Circumstance.POSTPONED)
    assert "22/03/2030" not in facts.when_in_words(event)


@pytest.mark.django_db
@pytest.mark.usefixtures("front")
def test_one_more_fact_stands_on_page_ticket_picture_paper_and_letter(
    client, monkeypatch
):
    event = add_event(venue="Hội trường A")
    row = register(event, 1, attendee=somebody(1, email="nguoi@don-vi.example"))
    plain = draw(ticket_of(row, now=NOW), portal="Cổng", unit="Sở")
    known = facts.of
    one_more = facts.Fact("water", "Nước uống", "Tự mang theo")
    monkeypatch.setattr(facts, "of", lambda event: [*known(event), one_more])

    ticket = ticket_of(row, now=NOW)
    paper = {"ticket": ticket, "event": event, "registration": row}
    register(event, 2, attendee=somebody(2, email="khac@don-vi.example"))
    sent = Message.objects.get(registration__sequence=2)
    letter = Email.objects.get(pk=sent.mail_id)
    shown = {
        "page": client.get(event.url).content.decode(),
        "ticket": client.get(reverse("ticket", args=[row.token])).content.decode(),
        "paper": render_to_string("pdf/events/ticket.html", paper),
        "letter": letter.html_message,
        "plain letter": letter.message,
        "words to paste": ticket.share_text,
    }
    assert [where for where, text in shown.items() if one_more.value not in text] == []
    picture = draw(ticket, portal="Cổng", unit="Sở")
    assert _height(picture) > _height(plain)


def _height(content: bytes) -> int:
    return Image.open(BytesIO(content)).height
