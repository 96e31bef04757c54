"""Which seat goes to whom when rules meet, and what is noted and told of it."""

from datetime import timedelta

import pytest

from events import seats
from events.enums import Action, Channel, NoticeKind, RegistrationState
from events.models import Message, Registration, SeatCount
from events.seats.errors import EventFull
from events.tests.scenario import NOW, add_event, cancel, register, somebody, states

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.postgres,
    pytest.mark.usefixtures("front"),
]
State = RegistrationState
CLOSES = NOW + timedelta(days=2)
LATE = NOW + timedelta(days=3)


def reload(row: Registration) -> Registration:
    return Registration.objects.get(pk=row.pk)


def steps(row: Registration) -> list[tuple[str, str, str]]:
    """What was done to the registration: action, state before and state after."""
    return list(row.changes.order_by("pk").values_list("action", "before", "after"))


def reasons(row: Registration) -> set[str]:
    return set(row.changes.values_list("reason", flat=True))


def notices(row: Registration) -> list[str]:
    told = Message.objects.filter(registration=row).order_by("pk")
    return list(told.values_list("notice", flat=True))


def counted(event) -> tuple[int, int]:
    count = SeatCount.objects.get(pk=event.pk)
    return count.taken, count.waiting


def promote(row: Registration, *, now=NOW) -> Registration:
    return seats.promote(row.pk, reason="Khách mời", now=now, actor=None)


@pytest.fixture
def closed():
    """A conference of two seats, both taken, one in line; then registration closed."""
    event = add_event(2, closes_at=CLOSES)
    return event, [register(event, number) for number in range(3)]


def test_a_seat_given_at_once_is_noted_and_told_as_such():
    event = add_event(1)
    seated, waiting = register(event, 1), register(event, 2)
    assert steps(seated) == [
        (Action.REGISTERED, "", State.WAITING),
        (Action.CONFIRMED, State.WAITING, State.CONFIRMED),
    ]
    assert reasons(seated) == {""}
    assert notices(seated) == [NoticeKind.CONFIRMED]
    assert steps(waiting) == [(Action.REGISTERED, "", State.WAITING)]
    assert notices(waiting) == [NoticeKind.WAITING]
    assert counted(event) == (1, 1)


def test_an_organisers_late_newcomer_is_told_like_any_other(closed):
    event, rows = closed
    cancel(rows[0], now=LATE)
    assert reload(rows[2]).state == State.WAITING
    added = register(event, 9, now=LATE, channel=Channel.ORGANISER)
    assert added.state == State.CONFIRMED
    assert [action for action, _before, _after in steps(added)] == [
        Action.REGISTERED,
        Action.CONFIRMED,
    ]
    assert reasons(added) == {""}
    assert notices(added) == [NoticeKind.CONFIRMED]
    assert counted(event) == (2, 1)


def test_an_organisers_late_newcomer_waits_where_no_seat_is_free(closed):
    event, _rows = closed
    added = register(event, 9, now=LATE, channel=Channel.ORGANISER)
    assert added.state == State.WAITING
    assert notices(added) == [NoticeKind.WAITING]
    assert counted(event) == (2, 2)


def test_seats_are_counted_by_the_rows_and_not_by_a_counter_gone_wrong(closed):
    event, _rows = closed
    SeatCount.objects.filter(pk=event.pk).update(taken=0, waiting=0)
    added = register(event, 9, now=LATE, channel=Channel.ORGANISER)
    assert added.state == State.WAITING
    assert counted(event) == (2, 2)


def test_an_organisers_newcomer_does_not_overtake_while_registration_is_open():
    event = add_event(1, offer_hours=24)
    first, second = register(event, 1), register(event, 2)
    cancel(first)
    added = register(event, 3, channel=Channel.ORGANISER)
    assert (reload(second).state, added.state) == (State.OFFERED, State.WAITING)


def test_an_organiser_does_not_go_past_a_quota_by_adding():
    event = add_event(3, agency_quota=1)
    register(event, 1)
    assert register(event, 2, channel=Channel.ORGANISER).state == State.WAITING


def test_one_freed_seat_is_one_seat_also_where_agencies_have_quotas():
    event = add_event(1, agency_quota=1)
    rows = [
        register(event, n, attendee=somebody(n, organisation_name=f"Đơn vị {n}"))
        for n in range(3)
    ]
    cancel(rows[0])
    assert states(event) == [State.CANCELLED, State.CONFIRMED, State.WAITING]


def test_seats_that_were_never_counted_are_as_many_as_the_page_says():
    event = add_event(1)
    SeatCount.objects.filter(pk=event.pk).delete()
    assert [register(event, number).state for number in (1, 2)] == [
        State.CONFIRMED,
        State.WAITING,
    ]
    assert SeatCount.objects.get(pk=event.pk).capacity == 1


def test_without_a_limit_everybody_sits_down_also_late():
    event = add_event(None, closes_at=CLOSES)
    register(event, 1)
    added = register(event, 2, now=LATE, channel=Channel.ORGANISER)
    assert added.state == State.CONFIRMED
    assert counted(event) == (2, 0)


def test_who_is_promoted_by_hand_hears_so_with_the_reason_noted(closed):
    event, rows = closed
    cancel(rows[0], now=LATE)
    promote(rows[2], now=LATE)
    assert steps(rows[2])[-1] == (Action.PROMOTED, State.WAITING, State.CONFIRMED)
    assert notices(rows[2]) == [NoticeKind.WAITING, NoticeKind.PROMOTED]
    assert rows[2].changes.last().reason == "Khách mời"
    assert counted(event) == (2, 0)


def test_who_gets_a_freed_seat_is_noted_as_seated_and_told_of_the_waiting_list():
    event = add_event(1)
    first, second = register(event, 1), register(event, 2)
    cancel(first)
    assert steps(second)[-1] == (Action.CONFIRMED, State.WAITING, State.CONFIRMED)
    assert notices(second) == [NoticeKind.WAITING, NoticeKind.PROMOTED]
    assert steps(first)[-1] == (Action.CANCELLED, State.CONFIRMED, State.CANCELLED)
    assert notices(first) == [NoticeKind.CONFIRMED, NoticeKind.CANCELLED]


def test_an_offer_is_noted_and_told_and_so_is_its_end():
    event = add_event(1, offer_hours=24)
    rows = [register(event, number) for number in range(3)]
    cancel(rows[0])
    assert steps(rows[1])[-1] == (Action.OFFERED, State.WAITING, State.OFFERED)
    assert notices(rows[1]) == [NoticeKind.WAITING, NoticeKind.OFFERED]
    assert counted(event) == (1, 1)
    seats.lapse_offers(event.pk, now=NOW + timedelta(hours=24))
    assert steps(rows[1])[-1] == (Action.LAPSED, State.OFFERED, State.CANCELLED)
    assert notices(rows[1])[-1] == NoticeKind.LAPSED
    assert counted(event) == (1, 0)


def test_a_seat_kept_on_offer_is_no_free_seat():
    event = add_event(2, offer_hours=24)
    rows = [register(event, number) for number in range(4)]
    cancel(rows[0])
    with pytest.raises(EventFull):
        promote(rows[3])
    assert states(event) == [
        State.CANCELLED,
        State.CONFIRMED,
        State.OFFERED,
        State.WAITING,
    ]


@pytest.fixture
def opening():
    """Two in line for one free seat, the moment before anybody may register."""
    event = add_event(2, opens_at=NOW + timedelta(days=1))
    early = {"now": NOW, "channel": Channel.ORGANISER}
    rows = [register(event, number, **early) for number in range(4)]
    cancel(rows[0])
    return event, rows


def test_the_seat_given_by_hand_is_not_given_to_the_next_in_line_too(opening):
    event, rows = opening
    promote(rows[3], now=NOW + timedelta(days=1))
    assert states(event)[1:] == [State.CONFIRMED, State.WAITING, State.CONFIRMED]
    assert counted(event) == (2, 1)


def test_a_promotion_as_registration_opens_fills_the_seats_left(opening):
    event, rows = opening
    cancel(rows[1])
    promote(rows[3], now=NOW + timedelta(days=1))
    assert states(event)[2:] == [State.CONFIRMED, State.CONFIRMED]
    assert counted(event) == (2, 0)


def test_a_full_conference_is_refused_by_hand_with_its_capacity(closed):
    _event, rows = closed
    with pytest.raises(EventFull) as refused:
        promote(rows[2])
    assert (refused.value.capacity, refused.value.free) == (2, 0)


def test_more_seats_on_the_page_are_filled_and_none_is_reported_missing():
    event = add_event(1)
    register(event, 1)
    waiting = register(event, 2)
    event.capacity = 2
    event.save_revision().publish()
    assert reload(waiting).state == State.CONFIRMED
    assert SeatCount.objects.get(pk=event.pk).capacity == 2
    assert seats.follow_page(event.pk, now=NOW) is None
