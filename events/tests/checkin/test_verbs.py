"""The door's scenarios, on both databases."""

from datetime import timedelta
from uuid import uuid4

import pytest

from events import seats
from events.checkin import attendance, verbs
from events.checkin.errors import AttendanceClosed, NotPresent, ReasonMissing
from events.checkin.record import Shown
from events.enums import Audience, Channel, ScanResult, ScanSource, UndoReason
from events.models import EventPage, Registration, RegistrationChange, Scan
from events.seats.errors import AlreadyRegistered, EventFull
from events.tests.scenario import (
    AGREED,
    NOW,
    add_event,
    cancel,
    invite,
    register,
    somebody,
    states,
)

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.postgres,
    pytest.mark.usefixtures("front"),
]
DAY = NOW + timedelta(days=21)
MORNING = "1-am"
R = ScanResult


@pytest.fixture
def event():
    return add_event(3, title="Lớp ở Hữu Lũng", slug="huu-lung", start_time="08:00")


@pytest.fixture
def other():
    return add_event(3, title="Lớp ở Chi Lăng", slug="chi-lang")


def shown(minute: int = 0, **more) -> Shown:
    more = {"part": MORNING, "source": ScanSource.CODE, **more}
    return Shown(at=DAY + timedelta(minutes=minute), **more)


def scan(event, row, minute: int = 0, *, now=None, **more) -> Scan:
    at = DAY + timedelta(minutes=minute)
    return verbs.check_in(
        event, row.pk, shown(minute, **more), now=now or at, actor=None
    )


def let_in(event, row, minute: int = 0, reason: str = "") -> Scan:
    at = DAY + timedelta(minutes=minute)
    return verbs.let_in(event, row.pk, shown(minute), reason=reason, now=at, actor=None)


def undo(event, row, minute: int, **more) -> Scan:
    more = {"undone_for": UndoReason.STILL_OUTSIDE, "nonce": uuid4(), **more}
    return verbs.undo(
        event,
        row.pk,
        part=MORNING,
        now=DAY + timedelta(minutes=minute),
        actor=None,
        **more,
    )


def walk_in(event, number: int, minute: int = 0, key=None, reason="", **details):
    return verbs.walk_in(
        event,
        somebody(number, **details),
        part=MORNING,
        key=key or uuid4(),
        agreed=AGREED,
        now=DAY + timedelta(minutes=minute),
        actor=None,
        reason=reason,
    )


def first(row) -> Scan:
    return row.scans.get(first=True)


# Scenarios 10 to 14


def test_a_ticket_scanned_twice_counts_once_and_keeps_the_first_time(event):
    row = register(event, 1)
    assert scan(event, row).result == R.OK
    again = scan(event, row, 17)
    assert again.result == R.ALREADY
    assert first(row).scanned_at == DAY
    assert attendance.present(event) == {row.pk}
    assert row.scans.count() == 2


def test_the_same_nonce_again_adds_nothing(event):
    row, nonce = register(event, 1), uuid4()
    one = scan(event, row, nonce=nonce)
    assert scan(event, row, 3, nonce=nonce) == one
    assert row.scans.get().result == R.OK


@pytest.mark.parametrize("order", [(0, 1), (1, 0)], ids=["earlier first", "later"])
def test_two_phones_without_a_connection_make_one_present(event, order):
    row = register(event, 1)
    later = DAY + timedelta(hours=1)
    minutes = (5, 9)
    for which in order:
        scan(event, row, minutes[which], now=later, offline=True, was_let_in=True)
    assert row.scans.count() == 2
    assert first(row).scanned_at == DAY + timedelta(minutes=5)
    assert attendance.present(event) == {row.pk}


def test_a_ticket_of_another_conference_is_refused_and_let_in_with_a_reason(
    event, other
):
    theirs = register(other, 1)
    refused = scan(event, theirs)
    assert (refused.result, refused.admits) == (R.WRONG_EVENT, False)
    assert refused.registration.event_id == other.pk
    assert attendance.present(event) == set()
    with pytest.raises(ReasonMissing):
        let_in(event, theirs)
    inside = let_in(event, theirs, 1, reason="Đi nhầm xe")
    assert (inside.result, inside.reason) == (R.OK, "Đi nhầm xe")
    assert inside.registration.event_id == event.pk
    assert inside.registration.name == theirs.name
    assert attendance.present(event) == {inside.registration_id}
    assert attendance.present(other) == set()
    logged = RegistrationChange.objects.filter(registration=inside.registration)
    assert "Đi nhầm xe" in logged.values_list("reason", flat=True)


def test_each_state_is_answered_by_its_own_word_and_lets_nobody_in(event):
    gone = cancel(register(event, 1))
    handed = register(event, 2)
    colleague = seats.transfer(
        handed.pk,
        somebody(3),
        agreed=AGREED,
        key=uuid4(),
        now=NOW,
        channel=Channel.TICKET,
    )
    held = register(event, 4, hold=lambda: True)
    results = [scan(event, row).result for row in (gone, handed, held)]
    assert results == [R.CANCELLED, R.TRANSFERRED, R.PENDING]
    assert attendance.present(event) == set()
    # The way on from each.
    assert let_in(event, handed).registration == colleague
    assert let_in(event, held).registration_id == held.pk
    held.refresh_from_db()
    assert held.state == "confirmed"
    back = let_in(event, gone, reason="Đến dự lại")
    assert back.registration.name == gone.name
    assert back.registration_id != gone.pk
    assert len(attendance.present(event)) == 3


# Beyond them


def test_what_happened_without_a_connection_is_a_fact_even_if_cancelled_since(event):
    row = cancel(register(event, 1))
    fact = scan(event, row, offline=True, was_let_in=True)
    assert (fact.result, fact.admits, fact.first) == (R.CANCELLED, True, True)
    assert attendance.present(event) == {row.pk}


def test_a_clock_that_is_ahead_says_nothing_of_tomorrow(event):
    row = register(event, 1)
    fact = scan(event, row, 24 * 60, now=DAY, offline=True)
    assert fact.scanned_at == DAY
    assert fact.clock_at == DAY + timedelta(days=1)


def test_undo_is_a_row_of_its_own_and_the_ticket_is_good_again(event):
    row = register(event, 1)
    scan(event, row)
    with pytest.raises(ReasonMissing):
        undo(event, row, 1, undone_for=UndoReason.OTHER)
    nonce = uuid4()
    undone = undo(event, row, 2, nonce=nonce)
    assert undo(event, row, 3, nonce=nonce) == undone
    assert attendance.present(event) == set()
    with pytest.raises(NotPresent):
        undo(event, row, 4)
    assert scan(event, row, 5).result == R.OK
    assert first(row).scanned_at == DAY + timedelta(minutes=5)
    assert [one.result for one in row.scans.all()] == [R.OK, R.UNDONE, R.OK]


def test_morning_and_afternoon_count_one_person_once(event):
    row = register(event, 1)
    scan(event, row)
    assert scan(event, row, 300, part="1-pm").result == R.OK
    assert attendance.present(event) == {row.pk}
    assert attendance.counts(event, "1-pm").total.present == 1
    assert set(attendance.arrivals(event)[row.pk]) == {MORNING, "1-pm"}


def test_a_walk_in_is_a_registration_with_a_seat(event):
    key = uuid4()
    inside = walk_in(event, 1, key=key, phone="")
    assert walk_in(event, 1, 2, key=key, phone="") == inside
    row = inside.registration
    assert (row.state, row.channel) == ("confirmed", Channel.DOOR)
    assert row.consents.exists()
    undo(event, row, 3)
    assert states(event) == ["cancelled"]


def test_namesakes_from_two_agencies_are_two_people(event):
    details = {"name": "Lý Thị Minh Họa", "phone": ""}
    walk_in(event, 1, **details)
    walk_in(event, 2, **details, organisation_name="Đơn vị khác")
    with pytest.raises(AlreadyRegistered):
        walk_in(event, 3, **details)
    assert len(attendance.present(event)) == 2


def test_a_full_hall_is_said_and_a_reason_adds_a_chair(event):
    for number in (1, 2, 3):
        register(event, number)
    with pytest.raises(EventFull) as full:
        walk_in(event, 4)
    assert full.value.capacity == 3
    assert Registration.objects.count() == 3
    walk_in(event, 4, reason="Thêm ghế")
    assert states(event) == ["confirmed"] * 4
    assert EventPage.objects.get(pk=event.pk).seats.capacity == 4
    waiting = register(event, 5)
    assert scan(event, waiting).result == R.WAITING
    with pytest.raises(EventFull):
        let_in(event, waiting)
    assert let_in(event, waiting, reason="Thêm ghế").first


def test_a_colleague_comes_instead_and_the_old_ticket_is_dead(event):
    row = register(event, 1)
    inside = verbs.instead_of(
        event,
        row.pk,
        somebody(2),
        part=MORNING,
        key=uuid4(),
        agreed=AGREED,
        now=DAY,
        actor=None,
    )
    assert inside.first
    assert scan(event, row, 1).result == R.TRANSFERRED
    assert states(event) == ["transferred", "confirmed"]


def test_the_signed_paper_adds_and_takes_back(event):
    one, two, three = (register(event, number) for number in (1, 2, 3))
    scan(event, one)
    scan(event, two)
    sheet = {"part": MORNING, "signed": [one.pk, three.pk], "unsigned": [two.pk]}
    sheet |= {"key": uuid4(), "now": DAY + timedelta(hours=9), "actor": None}
    assert verbs.mark_from_paper(event, **sheet) == (1, 1)
    assert attendance.present(event) == {one.pk, three.pk}
    assert verbs.mark_from_paper(event, **sheet) == (0, 0)
    assert first(three).source == ScanSource.PAPER


def test_closed_attendance_takes_nothing_but_facts_until_it_is_opened(event):
    one, two = register(event, 1), register(event, 2)
    scan(event, one)
    closing = verbs.close(event, now=DAY + timedelta(hours=4), actor=None)
    assert verbs.close(event, now=DAY + timedelta(hours=5), actor=None) == closing
    assert attendance.closed(event) == closing
    assert closing.present == 1
    with pytest.raises(AttendanceClosed):
        scan(event, two, 300)
    with pytest.raises(AttendanceClosed):
        undo(event, one, 300)
    assert not attendance.has_changed(event, closing)
    scan(event, two, 100, now=DAY + timedelta(hours=6), offline=True)
    assert attendance.has_changed(event, closing)
    later = DAY + timedelta(hours=7)
    with pytest.raises(ReasonMissing):
        verbs.reopen(event, reason=" ", now=later, actor=None)
    verbs.reopen(event, reason="Sót một tờ", now=later, actor=None)
    assert attendance.closed(event) is None
    assert verbs.close(event, now=later, actor=None).present == 2
    assert event.closings.count() == 2


def test_counts_by_agency_and_group(event, django_assert_num_queries):
    invite(event, "Đơn vị minh họa", quota=5)
    invite(event, "Trường chưa ai đến", quota=2)
    official = somebody(1, audience=Audience.OFFICIAL)
    one = register(event, 1, attendee=official)
    register(event, 2)
    cancel(register(event, 3))
    scan(event, one)
    walk_in(event, 4, organisation_name="Đơn vị khác", audience=Audience.WORKER)
    with django_assert_num_queries(2):
        found = attendance.counts(event)
    total = found.total
    assert (total.invited, total.registered, total.confirmed) == (7, 2, 2)
    assert (total.present, total.absent, total.unregistered) == (2, 1, 1)
    assert total.expected == 3
    lines = {line.label: line.tally for line in found.agencies}
    assert lines["Đơn vị minh họa"].present == 1
    assert lines["Đơn vị minh họa"].invited == 5
    assert lines["Đơn vị khác"].unregistered == 1
    assert lines["Trường chưa ai đến"].present == 0
    groups = {line.key: line.tally.present for line in found.groups}
    assert groups[Audience.OFFICIAL] == groups[Audience.WORKER] == 1
