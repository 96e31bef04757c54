"""Notices: to whom, of what, once, and in which words."""

from datetime import timedelta
from email.message import Message as Mime
from uuid import uuid4

import pytest
import time_machine
from django.core import mail as core_mail
from django.core.exceptions import ImproperlyConfigured
from django.db import transaction
from django.template import engines
from django.utils import timezone
from icalendar import Calendar
from post_office.models import STATUS, Email

from events import seats
from events.enums import Channel, NoticeKind, RegistrationState
from events.letters import outbox
from events.letters.letters import CODE_PICTURE, LetterWriter, about
from events.models import Message, Registration
from events.seats import notices
from events.seats.notices import Notice
from events.tests import telephones
from events.tests.scenario import (
    AGREED,
    NOW,
    add_event,
    cancel,
    invite,
    register,
    somebody,
)
from events.tickets.enclosures import enclosures
from portal import mail, pdf
from portal.mail import deliver_due
from portal.models.mail import MailRecord

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.postgres,
    pytest.mark.usefixtures("front"),
]
ACTOR = None
MISSING = "!!%s!!"


def with_address(number: int, **details):
    return somebody(number, email=f"nguoi{number}@don-vi.example", **details)


def join(event, number: int, **options) -> Registration:
    return register(event, number, attendee=with_address(number), **options)


def notices_sent(*, since: int = 0) -> list[tuple[int, str]]:
    """Number in line and notice of each message after the first `since`."""
    rows = Message.objects.order_by("pk").values_list(
        "registration__sequence", "notice"
    )
    return list(rows)[since:]


def letter(**filters) -> Email:
    return Email.objects.get(pk=Message.objects.get(**filters).mail_id)


# Which verb tells whom


def _approved(event):
    row = register(event, 1)
    seats.approve(row.pk, now=NOW, actor=ACTOR)


def _rejected(event):
    row = register(event, 1)
    seats.reject(row.pk, reason="Trùng lịch.", now=NOW, actor=ACTOR)


def _promoted(event):
    register(event, 1)
    waiting = register(event, 2)
    seats.cancel(
        register(event, 3).pk, now=NOW, channel=Channel.TICKET
    )  # leaves the line, nobody moves
    event.capacity = 2
    event.closes_at = NOW + timedelta(minutes=1)
    later = NOW + timedelta(hours=1)
    # Published once registration is closed: the queue does not move by itself.
    with time_machine.travel(later, tick=False):
        event.save_revision().publish()
    seats.promote(waiting.pk, reason="Báo cáo viên.", now=later, actor=ACTOR)


def _handed_over(event):
    row = register(event, 1)
    seats.transfer(
        row.pk,
        somebody(2),
        agreed=AGREED,
        key=uuid4(),
        now=NOW,
        channel=Channel.TICKET,
    )


def _corrected(event):
    row = register(event, 1)
    seats.correct(
        row.pk,
        somebody(1, position="Trưởng phòng"),
        revision=row.revision,
        now=NOW,
        channel=Channel.TICKET,
    )


def _delegation(event):
    invitation = invite(event)
    both = {"agreed": AGREED, "now": NOW}
    first, _second = seats.settle_delegation(
        invitation.pk, added=[somebody(1), somebody(2)], key=uuid4(), **both
    )
    seats.settle_delegation(
        invitation.pk, added=[somebody(3)], removed=[first.pk], key=uuid4(), **both
    )


def _offered(event):
    first = register(event, 1)
    register(event, 2)
    register(event, 3)
    cancel(first)
    overdue = NOW + timedelta(hours=25)
    seats.lapse_offers(event.pk, now=overdue)
    seats.accept_offer(Registration.objects.get(sequence=3).pk, now=overdue)


def _cancelled(event):
    first = register(event, 1)
    register(event, 2)
    cancel(first)


@pytest.mark.parametrize(
    ("terms", "happens", "expected"),
    [
        (
            {"needs_approval": True},
            _approved,
            [(1, "pending"), (1, "confirmed")],
        ),
        (
            {"needs_approval": True},
            _rejected,
            [(1, "pending"), (1, "rejected")],
        ),
        (
            {"capacity": 1},
            _promoted,
            [
                (1, "confirmed"),
                (2, "waiting"),
                (3, "waiting"),
                (3, "cancelled"),
                (2, "promoted"),
            ],
        ),
        ({}, _handed_over, [(1, "confirmed"), (1, "handed_over"), (1, "confirmed")]),
        ({}, _corrected, [(1, "confirmed"), (1, "corrected")]),
        (
            {"capacity": 2},
            _delegation,
            [(1, "confirmed"), (2, "confirmed"), (1, "cancelled"), (3, "confirmed")],
        ),
        (
            {"capacity": 1, "offer_hours": 24},
            _offered,
            [
                (1, "confirmed"),
                (2, "waiting"),
                (3, "waiting"),
                (1, "cancelled"),
                (2, "offered"),
                (2, "lapsed"),
                (3, "offered"),
                (3, "confirmed"),
            ],
        ),
        (
            {"capacity": 1},
            _cancelled,
            [(1, "confirmed"), (2, "waiting"), (1, "cancelled"), (2, "promoted")],
        ),
    ],
)
def test_each_verb_tells_exactly_those_it_concerns(terms, happens, expected):
    happens(add_event(**terms))
    assert notices_sent() == expected


# Letters beside the notices


def test_a_letter_is_queued_with_the_registration_and_knows_it():
    row = join(add_event(), 1)
    message = Message.objects.get()
    record = MailRecord.objects.get(pk=message.mail_id)
    assert record.about == about(row.pk) == f"registration:{row.pk}"
    assert record.email.to == [row.email]
    assert f"/ve/{row.token}/" in record.email.message


def test_who_gave_no_address_is_told_on_the_ticket_alone():
    register(add_event(), 1)
    assert Message.objects.get().mail_id is None
    assert not Email.objects.exists()


def test_what_is_rolled_back_tells_nobody():
    event = add_event()
    with pytest.raises(RuntimeError), transaction.atomic():
        join(event, 1)
        raise RuntimeError
    assert not Message.objects.exists()
    assert not Email.objects.exists()


def test_a_notice_sent_again_by_its_key_is_not_sent():
    row = join(add_event(), 1)
    notice = Notice(row, NoticeKind.NOTE, "Nhớ mang sổ.", key="announcement:1")
    for _time in range(2):
        outbox.send([notice, notice], now=NOW)
    assert Message.objects.filter(notice=NoticeKind.NOTE).count() == 1
    assert Email.objects.count() == 2


def test_among_notices_told_before_the_new_ones_are_told():
    event = add_event()
    rows = [join(event, number) for number in (1, 2)]
    outbox.send([Notice(rows[0], NoticeKind.NOTE, "Một", key="k")], now=NOW)
    outbox.send([Notice(row, NoticeKind.NOTE, "Một", key="k") for row in rows], now=NOW)
    assert Message.objects.filter(notice=NoticeKind.NOTE).count() == 2
    assert Email.objects.count() == 4


@pytest.mark.parametrize("address", ["a@b.example\nBcc: x@y.example", "a, b@c.example"])
def test_an_address_that_is_none_breaks_nothing_and_is_listed(address):
    event = add_event()
    row = register(event, 1, attendee=somebody(1, email=address))
    assert row.state == RegistrationState.CONFIRMED
    assert Message.objects.get().mail_id == outbox.REFUSED
    assert not Email.objects.exists()
    failed = outbox.undelivered().get()
    assert (failed.registration, failed.notice) == (row, NoticeKind.CONFIRMED)


def test_the_last_letter_counts_as_failed_until_a_later_one_gets_out():
    event = add_event()
    row = join(event, 1)
    join(event, 2)
    Email.objects.filter(to=row.email).update(status=STATUS.failed)
    assert outbox.undelivered().get().registration == row
    outbox.send([Notice(row, NoticeKind.NOTE, "Một", key="k")], now=NOW)
    assert not outbox.undelivered().exists()


def test_a_seat_is_not_given_where_nothing_sends_notices(monkeypatch):
    event = add_event()
    monkeypatch.setattr(notices, "_senders", [])
    with pytest.raises(ImproperlyConfigured), transaction.atomic():
        join(event, 1)
    assert not Registration.objects.exists()


def test_forgetting_a_registration_removes_its_letters():
    event = add_event()
    row = join(event, 1)
    kept = join(event, 2)
    assert mail.forget(about=about(row.pk)) == 1
    assert [email.to for email in Email.objects.all()] == [[kept.email]]


def test_what_letters_have_in_common_is_read_once(django_assert_num_queries):
    event = add_event(1)
    rows = [join(event, number) for number in range(1, 5)]
    # The site's roots are known from now on.
    LetterWriter([Notice(rows[1], NoticeKind.WAITING)])
    for some in (rows[1:2], rows[1:]):
        with django_assert_num_queries(2):
            LetterWriter([Notice(row, NoticeKind.WAITING) for row in some])


def test_a_crowd_is_told_by_the_worker_and_nobody_twice(monkeypatch):
    event, handed = add_event(9), []
    monkeypatch.setattr(outbox, "AT_ONCE", 2)
    monkeypatch.setattr(outbox.write_letters.__class__, "enqueue", handed_to(handed))
    rows = [register(event, number) for number in range(1, 6)]
    Registration.objects.update(email="nguoi@don-vi.example")
    rows = list(Registration.objects.filter(pk__in=[row.pk for row in rows]))
    outbox.send([Notice(row, NoticeKind.REMINDER, key="k") for row in rows], now=NOW)
    assert [len(ids) for ids in handed] == [2, 2, 1]
    assert not Email.objects.exists()
    for _time in range(2):
        for ids in handed:
            outbox.write_letters.call(ids)
    assert Email.objects.count() == 5
    assert not Message.objects.filter(notice="reminder", mail_id=None).exists()


def handed_to(handed: list):
    return lambda _task, ids: handed.append(ids)


# Words


@pytest.fixture
def strict(monkeypatch):
    """A variable that no context has shows."""
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", MISSING)


def full_event(**terms):
    return add_event(
        **{
            "title": "Lớp tại phường Kỳ Lừa",
            "start_time": "07:30",
            "end_time": "11:30",
            "venue": "Hội trường A & B",
            "directions": "Gửi xe trong sân.",
            "contact_name": "Ban tổ chức",
            "contact_phone": "0205 3812 345",
            "contact_email": "to-chuc@don-vi.example",
            "is_sample": True,
            **terms,
        }
    )


@pytest.mark.usefixtures("strict")
@pytest.mark.parametrize("notice", list(NoticeKind))
@pytest.mark.parametrize("bare", [False, True])
def test_every_letter_is_whole(notice, bare):
    event = add_event(title="Lớp tại phường Kỳ Lừa") if bare else full_event()
    row = join(event, 1)
    other = join(event, 2)
    row.offer_until = None if bare and notice != NoticeKind.OFFERED else NOW
    Message.objects.all().delete()
    words = "" if bare else "Đổi sang hội trường lớn & thoáng hơn."
    outbox.send([Notice(row, notice, words, key="k", subject="Tin mới")], now=NOW)
    email = letter(notice=notice)
    assert email.subject.strip() == email.subject
    assert "\n" not in email.subject
    assert "Lớp tại phường Kỳ Lừa" in email.subject
    for text in (email.subject, email.message, email.html_message):
        assert "!!" not in text
        assert "{{" not in text
        assert "None" not in text
    for text in (email.message, email.html_message):
        assert row.name in text
        assert "22/03/2030" in text
    assert "&amp;" not in email.message
    for secret in (other.name, other.phone, other.email, other.token, other.code):
        assert secret not in email.message + email.html_message
    if not bare:
        assert "Hội trường A & B" in email.message
        assert "Hội trường A &amp; B" in email.html_message
        assert "minh họa" in email.subject
        assert email.headers["Reply-To"] == "to-chuc@don-vi.example"


@pytest.mark.usefixtures("strict")
@pytest.mark.parametrize(
    "notice",
    [
        NoticeKind.PROMOTED,
        NoticeKind.REJECTED,
        NoticeKind.CANCELLED,
        NoticeKind.EVENT_MOVED,
        NoticeKind.EVENT_CANCELLED,
        NoticeKind.NOTE,
    ],
)
def test_the_organisers_words_are_in_the_letter_and_do_nothing_there(notice):
    row = join(add_event(), 1)
    words = "Dòng một {{ name }} <b>\nDòng hai & hết"
    outbox.send([Notice(row, notice, words, key="k")], now=NOW)
    email = letter(notice=notice, key="k")
    assert words in email.message
    assert "Dòng một {{ name }} &lt;b&gt;<br>Dòng hai &amp; hết" in email.html_message


def test_a_line_break_in_title_or_subject_makes_no_header():
    row = join(add_event(title="Lớp\nBcc: x@y.example"), 1)
    outbox.send(
        [Notice(row, NoticeKind.NOTE, "Một", "k", "Tin\r\nBcc: z@y.example")], now=NOW
    )
    for email in Email.objects.all():
        assert "\n" not in email.subject
        assert "\r" not in email.subject
        assert "Bcc" not in email.headers


def test_waiting_names_the_rank():
    event = add_event(1)
    for number in range(1, 5):
        join(event, number)
    cancel(Registration.objects.get(sequence=2))
    row = Registration.objects.get(sequence=4)
    outbox.send([Notice(row, NoticeKind.WAITING, key="again")], now=NOW)
    first = letter(registration__sequence=2, notice="waiting")
    assert "first in line" in first.message or "đứng đầu" in first.message
    assert "2" in letter(key="again").message.split("\n\n")[1]


def test_a_postponed_conference_names_no_day():
    row = join(add_event(), 1)
    event = row.event
    event.circumstance = "postponed"
    event.save_revision().publish()
    outbox.send([Notice(row, NoticeKind.EVENT_MOVED, key="k")], now=NOW)
    assert "22/03/2030" not in letter(key="k").message


def test_an_offer_is_worth_nothing_after_its_hour():
    row = join(add_event(1, offer_hours=24), 1)
    join(row.event, 2)
    cancel(row)
    email = letter(notice="offered")
    assert email.expires_at == NOW + timedelta(hours=24)
    until = timezone.localtime(email.expires_at)
    assert f"{until:%H:%M}" in email.subject
    assert f"{until:%d/%m/%Y}" in email.subject


# Calendar entries


def entries(mailoutbox) -> list[tuple[str, str, int]]:
    """Method, UID and number of each entry sent, as a calendar program reads it."""
    mail.deliver_due(timezone.now(), limit=20)
    found = []
    for sent in mailoutbox:
        parts = [part for part in sent.message().walk() if _is_calendar(part)]
        for part in parts:
            calendar = Calendar.from_ical(part.get_payload(decode=True))
            assert calendar["METHOD"] == part.get_param("method")
            (event,) = calendar.walk("VEVENT")
            found.append((calendar["METHOD"], event["UID"], event["SEQUENCE"]))
    return found


def _is_calendar(part: Mime) -> bool:
    return part.get_content_type() == "text/calendar"


def test_a_seat_given_back_is_struck_out_of_the_calendar_it_was_put_into(mailoutbox):
    row = join(add_event(), 1)
    cancel(row)
    put_in, struck_out = entries(mailoutbox)
    assert put_in[0] == "PUBLISH"
    assert struck_out[0] == "CANCEL"
    assert put_in[1] == struck_out[1]
    assert put_in[2] < struck_out[2]


def test_who_only_waited_has_nothing_to_strike_out(mailoutbox):
    event = add_event(1)
    register(event, 1)
    cancel(join(event, 2))
    assert entries(mailoutbox) == []


def test_a_moved_conference_is_put_in_anew(mailoutbox):
    row = join(add_event(), 1)
    event = row.event
    event.starts_on = event.ends_on = event.starts_on + timedelta(days=1)
    event.save_revision().publish()
    outbox.send([Notice(row, NoticeKind.EVENT_MOVED, key="k")], now=NOW)
    before, after = entries(mailoutbox)
    assert (before[0], before[1]) == (after[0], after[1])
    assert before[2] < after[2]


# Telephones


@pytest.fixture
def telephone(settings, monkeypatch):
    settings.SHORT_MESSAGE_CHANNEL = telephones.PATH
    monkeypatch.setattr(telephones.Telephone, "rang", rang := [])
    return rang


def test_without_a_channel_nobody_is_rung(monkeypatch):
    monkeypatch.setattr(telephones.Telephone, "rang", rang := [])
    register(add_event(), 1)
    assert rang == []


def test_with_a_channel_the_notice_rings_where_no_address_was_given(telephone):
    row = register(add_event(), 1)
    ((phone, text),) = telephone
    assert phone == row.phone
    assert row.code in text
    assert text.endswith(f"/ve/{row.token}/")


@pytest.mark.parametrize("title", ["Lớp", "Hội nghị phổ biến sáng kiến " * 8])
@pytest.mark.parametrize("notice", list(NoticeKind))
def test_a_short_message_fits_one_sms(telephone, notice, title):
    event = full_event(title=title, slug="lop")
    row = register(event, 1)
    row.offer_until = NOW
    telephone.clear()
    outbox.send([Notice(row, notice, "Đổi giờ: " * 60, key="k")], now=NOW)
    if notice == NoticeKind.CORRECTED:
        assert telephone == []
        return
    ((_phone, text),) = telephone
    assert len(text) <= 160
    assert text.isascii()
    assert text.isprintable()
    assert text.endswith(row.token + "/")


def test_the_letter_is_the_copy_it_promises():
    """Sent: the code as a picture, the ticket as PDF, the day with an alarm."""
    row = register(full_event(), 1, attendee=somebody(1, email="nguoi@donvi.vn"))
    queued = Email.objects.get()
    assert queued.attachments.count() == 1  # drawings wait until it is sent
    assert f"cid:{CODE_PICTURE}" in queued.html_message
    core_mail.outbox.clear()
    with time_machine.travel(NOW):
        deliver_due(NOW)
    [message] = core_mail.outbox
    parts = {part.get_filename(): part for part in message.message().walk()}
    picture = parts[f"{CODE_PICTURE}.png"]
    assert picture["Content-ID"] == f"<{CODE_PICTURE}>"
    assert picture.get_payload(decode=True).startswith(b"\x89PNG")
    if pdf.available():
        assert parts[f"ve-{row.code}.pdf"].get_payload(decode=True).startswith(b"%PDF")
        assert "PDF" in queued.message
    calendar = parts["lich-hoi-nghi.ics"].get_payload(decode=True).decode()
    assert "BEGIN:VALARM" in calendar
    assert "ORGANIZER" in calendar
    assert f"UID:event-{row.event_id}@" in calendar


def test_a_seat_given_back_meanwhile_sends_no_ticket():
    row = register(full_event(), 1, attendee=somebody(1, email="nguoi@donvi.vn"))
    cancel(row)
    assert list(enclosures(f"registration:{row.pk}")) == []
    assert list(enclosures("registration:0")) == []
