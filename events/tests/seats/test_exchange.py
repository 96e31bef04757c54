"""Somebody is moved to another conference of the series, by every rule of both."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from post_office.models import Email

from events import seats
from events.enums import LIVE, SEATED, Action, Channel, NoticeKind, RegistrationState
from events.models import (
    ConferenceSeriesPage,
    EventIndexPage,
    Message,
    Registration,
    SeatCount,
)
from events.personal_data import erasure
from events.seats.errors import (
    AgencyFull,
    AlreadyRegistered,
    EventFull,
    NotPossible,
    QuotaExceeded,
    RegistrationClosed,
    WrongSeries,
)
from events.tests.scenario import NOW, add_event, invite, register, somebody, states

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.postgres,
    pytest.mark.usefixtures("front"),
]
State = RegistrationState


@pytest.fixture
def series():
    page = ConferenceSeriesPage(title="Đợt minh họa")
    EventIndexPage.objects.get().add_child(instance=page)
    page.save_revision().publish()
    return page


@pytest.fixture
def pair(series):
    return add_event(1, within=series), add_event(1, within=series)


def exchange(row, event, *, now=NOW, reason="") -> Registration:
    return seats.exchange(row.pk, event.pk, now=now, actor=None, reason=reason)


def reload(row: Registration) -> Registration:
    return Registration.objects.get(pk=row.pk)


def notices(row: Registration) -> list[str]:
    told = Message.objects.filter(registration=row).order_by("pk")
    return list(told.values_list("notice", flat=True))


def test_the_ticket_goes_along_and_the_next_in_line_has_the_seat(series):
    first, second = add_event(1, within=series), add_event(2, within=series)
    row, waiting = register(first, 1), register(first, 2)
    moved = exchange(row, second, reason="Đổi ngày theo đề nghị")
    assert (moved.event, moved.state) == (second, State.CONFIRMED)
    assert (moved.token, moved.code, moved.name) == (row.token, row.code, row.name)
    assert reload(row).state == State.EXCHANGED
    assert reload(row).token != row.token
    assert moved.replaces_id == row.pk
    assert reload(waiting).state == State.CONFIRMED
    assert notices(waiting)[-1] == NoticeKind.PROMOTED
    assert notices(moved) == [NoticeKind.EXCHANGED]


def test_both_conferences_have_it_in_writing(series):
    first, second = add_event(1, within=series), add_event(1, within=series)
    row = register(first, 1)
    moved = exchange(row, second, reason="Trùng lịch")
    last = reload(row).changes.last()
    assert (last.action, last.after) == (Action.EXCHANGED, State.EXCHANGED)
    assert last.reason == "Trùng lịch"
    steps = list(moved.changes.values_list("action", "after"))
    assert steps == [
        (Action.EXCHANGED, State.WAITING),
        (Action.CONFIRMED, State.CONFIRMED),
    ]
    assert moved.consents.count() == row.consents.count() > 0


def test_moved_there_and_back_it_is_still_one_ticket(series):
    first, second = add_event(1, within=series), add_event(1, within=series)
    row = register(first, 1)
    back = exchange(exchange(row, second), first)
    assert (back.event, back.token, back.code) == (first, row.token, row.code)
    assert states(first) == [State.EXCHANGED, State.CONFIRMED]


def test_whoever_has_the_code_there_keeps_it(series):
    first, second = add_event(1, within=series), add_event(2, within=series)
    row, other = register(first, 1), register(second, 2)
    Registration.objects.filter(pk=other.pk).update(code=row.code)
    moved = exchange(row, second)
    assert moved.code != row.code
    assert moved.code.lower() in moved.search_key


def test_a_seat_is_never_lost_for_a_place_in_line(series):
    first, second = add_event(1, within=series), add_event(1, within=series)
    row, _other = register(first, 1), register(second, 2)
    with pytest.raises(EventFull):
        exchange(row, second)
    assert reload(row).state == State.CONFIRMED
    assert reload(row).token == row.token
    assert states(second) == [State.CONFIRMED]


def test_who_waits_here_waits_there_behind_the_others(series):
    first, second = add_event(1, within=series), add_event(1, within=series)
    register(first, 1), register(second, 2)
    waiting, ahead = register(first, 3), register(second, 4)
    moved = exchange(waiting, second)
    assert moved.state == State.WAITING
    assert moved.sequence > ahead.sequence


def test_who_waits_here_gets_a_free_seat_there(series):
    first, second = add_event(1, within=series), add_event(1, within=series)
    register(first, 1)
    assert exchange(register(first, 2), second).state == State.CONFIRMED


def test_to_be_moved_is_not_to_be_approved(series):
    first = add_event(1, within=series, needs_approval=True)
    second = add_event(1, within=series, needs_approval=True)
    moved = exchange(register(first, 1), second)
    assert moved.state == State.PENDING
    approved = seats.approve(moved.pk, now=NOW, actor=None)
    assert exchange(approved, first).state == State.CONFIRMED


def test_the_agencys_quota_holds_there(series):
    first = add_event(3, within=series)
    second = add_event(3, within=series, agency_quota=1)
    register(second, 1)
    row = register(first, 2)
    with pytest.raises(AgencyFull):
        exchange(row, second)
    assert reload(row).state == State.CONFIRMED


def test_the_agencys_quota_holds_after_the_window_too(series):
    closes = NOW + timedelta(days=1)
    first = add_event(3, within=series)
    second = add_event(3, within=series, agency_quota=1, closes_at=closes)
    register(second, 1)
    row, late = register(first, 2), NOW + timedelta(days=2)
    with pytest.raises(AgencyFull):
        exchange(row, second, now=late)
    other = register(first, 3, attendee=somebody(3, organisation_name="Đơn vị khác"))
    assert exchange(other, second, now=late).state == State.CONFIRMED


def test_a_delegate_joins_the_invitation_there_within_its_number(series):
    first, second = add_event(5, within=series), add_event(5, within=series)
    here, there = invite(first), invite(second, quota=1)
    rows = [register(first, number) for number in (1, 2)]
    Registration.objects.update(invitation=here)
    assert exchange(rows[0], second).invitation == there
    with pytest.raises(QuotaExceeded):
        exchange(rows[1], second)
    assert reload(rows[1]).state == State.CONFIRMED


def test_without_an_invitation_there_a_delegate_comes_alone(series):
    first, second = add_event(5, within=series), add_event(5, within=series)
    row = register(first, 1)
    Registration.objects.update(invitation=invite(first))
    assert exchange(row, second).invitation is None


def test_nobody_is_there_twice(series):
    first, second = add_event(1, within=series), add_event(2, within=series)
    row, _same = register(first, 1), register(second, 1)
    with pytest.raises(AlreadyRegistered):
        exchange(row, second)
    assert reload(row).state == State.CONFIRMED


@pytest.mark.parametrize(
    "terms",
    [
        {"circumstance": "postponed"},
        {"circumstance": "cancelled"},
        {"registration_on": False},
        {"starts_on": (NOW - timedelta(days=1)).date()},
    ],
    ids=lambda terms: next(iter(terms)),
)
def test_nobody_is_moved_to_what_is_off(series, terms):
    first, second = add_event(1, within=series), add_event(1, within=series, **terms)
    row = register(first, 1)
    with pytest.raises(RegistrationClosed):
        exchange(row, second)
    assert reload(row).token == row.token


def test_only_within_a_series(series):
    first, elsewhere = add_event(1, within=series), add_event(1)
    row = register(first, 1)
    for target in (elsewhere, first):
        with pytest.raises(WrongSeries):
            exchange(row, target)
    with pytest.raises(WrongSeries):
        exchange(register(elsewhere, 1), add_event(1))


def test_who_gave_the_place_back_has_none_to_exchange(series):
    first, second = add_event(1, within=series), add_event(1, within=series)
    row = register(first, 1)
    exchange(row, second)
    with pytest.raises(NotPossible):
        exchange(row, second)


def test_erasing_the_ticket_erases_what_was_left_behind(series):
    first, second = add_event(1, within=series), add_event(1, within=series)
    row = register(first, 1)
    erasure.forget(exchange(row, second, reason="Bà A bận"), now=NOW)
    assert (reload(row).name, reload(row).phone) == ("", "")
    assert not reload(row).changes.exclude(reason="").exists()


def test_either_way_the_locks_are_taken_in_one_order(series):
    first, second = add_event(2, within=series), add_event(2, within=series)
    there, back = register(first, 1), register(second, 2)
    for row, target in ((there, second), (back, first)):
        with CaptureQueriesContext(connection) as asked:
            exchange(row, target)
        locks = [
            one["sql"].rpartition("= ")[2].strip(" ()")
            for one in asked.captured_queries
            if one["sql"].startswith('UPDATE "events_seatcount" SET "version"')
        ]
        assert locks == [str(first.pk), str(second.pk)]


def test_the_letter_says_from_where_to_where(series):
    first = add_event(1, within=series, title="Lớp thứ nhất")
    second = add_event(1, within=series, title="Lớp thứ hai")
    row = register(first, 1, attendee=somebody(1, email="a@example.vn"))
    moved = exchange(row, second, reason="Hội trường sửa")
    letter = Email.objects.get(pk=Message.objects.get(registration=moved).mail_id)
    for text in (letter.message, letter.html_message):
        assert "Lớp thứ nhất" in text
        assert "Lớp thứ hai" in text
        assert "Hội trường sửa" in text
    assert "Lớp thứ hai" in letter.subject
    files = [str(one.file.read()) for one in letter.attachments.order_by("pk")]
    assert ["CANCEL" in one for one in files] == [True, False]


MOVES = st.lists(
    st.tuples(st.sampled_from("xrcm"), st.integers(0, 5), st.integers(0, 1)),
    max_size=14,
)


@settings(
    max_examples=25,
    phases=[Phase.explicit, Phase.generate],
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    moves=MOVES,
    capacities=st.tuples(st.integers(1, 3), st.integers(1, 3)),
    quota=st.sampled_from([None, 1, 2]),
)
def test_whatever_is_done_seats_and_lines_hold(pair, moves, capacities, quota):
    SeatCount.objects.all().delete()
    for place, event in enumerate(pair):
        event.capacity = capacities[place]
        event.agency_quota = quota if place else None
        type(event).objects.filter(pk=event.pk).update(
            capacity=event.capacity, agency_quota=event.agency_quota
        )
    events = list(pair)
    holder: dict[int, Registration] = {}
    for what, who, where in moves:
        row = holder.get(who)
        try:
            if row is None or not reload(row).is_live:
                if what in "rx":
                    person = somebody(who, organisation_name=f"Đơn vị {who % 2}")
                    holder[who] = register(events[where], who, attendee=person)
            elif what == "c":
                seats.cancel(row.pk, now=NOW, channel=Channel.ORGANISER)
            elif what in "mx":
                before = reload(row)
                target = events[1 - events.index(before.event)]
                holder[who] = moved = exchange(before, target)
                assert moved.token == before.token
                assert before.state not in SEATED or moved.state in SEATED
        except (EventFull, AgencyFull, AlreadyRegistered):
            pass
        _holds(events, quota)
    # A row left behind is protected by the one that stands for it.
    for row in Registration.objects.filter(event__in=events).order_by("-pk"):
        row.delete()


def _holds(events, quota) -> None:
    for place, event in enumerate(events):
        rows = list(Registration.objects.filter(event=event))
        seated = [row for row in rows if row.state in SEATED]
        waiting = [row for row in rows if row.state == State.WAITING]
        count = SeatCount.objects.filter(pk=event.pk).first()
        assert count is None or count.taken == len(seated) <= event.capacity
        limit = quota if place else None
        if len(seated) < event.capacity:
            # Nobody waits beside a free seat, unless the agency has had its share.
            taken = [row.agency_key for row in seated]
            assert all(
                limit is not None and taken.count(row.agency_key) >= limit
                for row in waiting
            )
    people = Registration.objects.filter(event__in=events, state__in=LIVE)
    assert people.values("token").distinct().count() == people.count()
