"""Seats: who gets one, who waits, and what is refused."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from events import seats
from events.enums import Action, Channel, NoticeKind, Purpose, RegistrationState
from events.models import Message, Registration, SeatCount
from events.models.terms import Phase
from events.seats.errors import (
    AlreadyRegistered,
    EventFull,
    NotPossible,
    OfferLapsed,
    QuotaExceeded,
    ReasonNeeded,
    RegistrationClosed,
    Stale,
    WrongSubmission,
)
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
State = RegistrationState


def reload(row: Registration) -> Registration:
    return Registration.objects.get(pk=row.pk)


def publish(event, **terms) -> None:
    for name, value in terms.items():
        setattr(event, name, value)
    event.save_revision().publish()


# Registering


def test_seats_go_to_the_first_and_the_rest_wait_in_order():
    event = add_event(2)
    rows = [register(event, number) for number in range(4)]
    assert [row.state for row in rows] == ["confirmed"] * 2 + ["waiting"] * 2
    assert [row.sequence for row in rows] == [1, 2, 3, 4]
    count = SeatCount.objects.get(pk=event.pk)
    assert (count.taken, count.waiting) == (2, 2)


def test_sending_a_form_twice_gives_one_registration():
    event, key = add_event(), uuid4()
    first, second = register(event, 1, key=key), register(event, 1, key=key)
    assert (first.pk, first.code) == (second.pk, second.code)
    assert Registration.objects.count() == 1
    assert Message.objects.count() == 1


def test_a_form_of_another_conference_is_no_replay():
    key = uuid4()
    register(add_event(), 1, key=key)
    with pytest.raises(WrongSubmission):
        register(add_event(title="Hội nghị minh họa khác"), 1, key=key)


def test_one_person_holds_one_place():
    event = add_event()
    first = register(event, 1)
    same = somebody(1, name=first.name.upper())
    with pytest.raises(AlreadyRegistered) as refused:
        register(event, 1, attendee=same)
    assert refused.value.registration == first
    assert Registration.objects.count() == 1


def test_a_phone_may_serve_a_whole_office():
    event = add_event(5)
    register(event, 1)
    register(event, 2, attendee=somebody(2, phone=somebody(1).phone))
    assert states(event) == ["confirmed", "confirmed"]


def test_who_gave_the_place_back_may_come_again():
    event = add_event()
    cancel(register(event, 1))
    assert register(event, 1).state == State.CONFIRMED


@pytest.mark.parametrize(
    ("change", "phase"),
    [
        ({"opens_at": NOW + timedelta(days=1)}, Phase.NOT_YET_OPEN),
        ({"closes_at": NOW - timedelta(days=1)}, Phase.CLOSED),
        ({"individuals_on": False}, Phase.BY_INVITATION),
        ({"circumstance": "cancelled"}, Phase.CANCELLED),
        ({"registration_on": False}, Phase.ELSEWHERE),
    ],
)
def test_outside_its_terms_a_conference_takes_nobody(change, phase):
    event = add_event(**change)
    with pytest.raises(RegistrationClosed) as refused:
        register(event, 1)
    assert refused.value.phase == phase
    assert not Registration.objects.exists()


def test_the_refusal_names_the_days():
    opens, closes = NOW + timedelta(days=1), NOW + timedelta(days=5)
    event = add_event(opens_at=opens, closes_at=closes)
    with pytest.raises(RegistrationClosed) as refused:
        register(event, 1)
    assert (refused.value.opens_at, refused.value.closed_at) == (opens, closes)


@pytest.mark.parametrize("days", [-1, 1])
def test_the_organiser_still_adds_outside_the_window(days):
    event = add_event(
        opens_at=NOW + timedelta(days=days), closes_at=NOW + timedelta(days=days + 0.5)
    )
    row = register(event, 1, channel=Channel.ORGANISER)
    assert row.state == State.CONFIRMED


def test_without_a_waiting_list_a_full_conference_refuses_and_writes_nothing():
    event = add_event(1, waiting_list_on=False)
    register(event, 1)
    with pytest.raises(EventFull):
        register(event, 2)
    assert states(event) == ["confirmed"]
    assert SeatCount.objects.get(pk=event.pk).last_sequence == 1


def test_what_was_agreed_to_is_kept_purpose_by_purpose():
    row = register(add_event(), 1)
    given = {consent.purpose: consent.given for consent in row.consents.all()}
    assert given == {purpose: purpose == Purpose.TAKING_PART for purpose in Purpose}
    assert {consent.text_version for consent in row.consents.all()} == {"thu"}


# The queue


def test_a_cancel_seats_the_first_in_line_before_it_returns():
    event = add_event(2)
    rows = [register(event, number) for number in range(5)]
    cancel(rows[0])
    assert states(event) == [
        "cancelled",
        "confirmed",
        "confirmed",
        "waiting",
        "waiting",
    ]
    promoted = Message.objects.filter(notice=NoticeKind.PROMOTED)
    assert [message.registration_id for message in promoted] == [rows[2].pk]


def test_thirty_more_seats_go_to_the_first_thirty_in_line():
    event = add_event(10)
    for number in range(60):
        register(event, number)
    publish(event, capacity=40)
    assert states(event) == ["confirmed"] * 40 + ["waiting"] * 20


def test_a_freed_seat_is_never_a_newcomers_while_somebody_waits():
    event = add_event(1, offer_hours=24)
    first, second = register(event, 1), register(event, 2)
    cancel(first)
    newcomer = register(event, 3)
    assert reload(second).state == State.OFFERED
    assert newcomer.state == State.WAITING


def test_an_agency_at_its_quota_is_passed_over_and_keeps_its_place():
    event = add_event(3, agency_quota=1)
    first = register(event, 1)
    second = register(event, 2)
    other = register(event, 3, attendee=somebody(3, organisation_name="Đơn vị khác"))
    assert [second.state, other.state] == ["waiting", "confirmed"]
    cancel(first)
    assert reload(second).state == State.CONFIRMED


def test_nobody_is_promoted_after_registration_closed_except_by_hand():
    event = add_event(1, closes_at=NOW + timedelta(days=2))
    first, second = register(event, 1), register(event, 2)
    late = NOW + timedelta(days=3)
    cancel(first, now=late)
    assert reload(second).state == State.WAITING
    with pytest.raises(ReasonNeeded):
        seats.promote(second.pk, reason=" ", now=late, actor=None)
    seats.promote(second.pk, reason="Được mời thêm", now=late, actor=None)
    assert reload(second).state == State.CONFIRMED
    change = second.changes.get(action=Action.PROMOTED)
    assert (change.before, change.reason) == ("waiting", "Được mời thêm")


def test_promoting_by_hand_never_goes_past_the_capacity():
    event = add_event(1)
    register(event, 1)
    second = register(event, 2)
    with pytest.raises(EventFull):
        seats.promote(second.pk, reason="Khách mời", now=NOW, actor=None)
    assert reload(second).state == State.WAITING


def test_the_database_itself_refuses_one_seat_too_many():
    event = add_event(1)
    register(event, 1)
    with pytest.raises(IntegrityError), transaction.atomic():
        SeatCount.objects.filter(pk=event.pk).update(taken=2)


def test_fewer_seats_than_people_unseat_nobody():
    event = add_event(3)
    for number in range(3):
        register(event, number)
    publish(event, capacity=2)
    assert states(event) == ["confirmed"] * 3
    assert SeatCount.objects.get(pk=event.pk).capacity == 3
    assert seats.follow_page(event.pk, now=NOW) == 3


# Offers


@pytest.fixture
def offered():
    """A conference of one seat, freed and on offer to the first of two in line."""
    event = add_event(1, offer_hours=24)
    rows = [register(event, number) for number in range(3)]
    cancel(rows[0])
    return event, reload(rows[1]), reload(rows[2])


def test_an_offer_is_taken_within_its_hours(offered):
    event, row, _next = offered
    assert row.offer_until == NOW + timedelta(hours=24)
    seats.accept_offer(row.pk, now=NOW + timedelta(hours=23))
    assert states(event) == ["cancelled", "confirmed", "waiting"]


def test_an_unused_offer_lapses_and_the_seat_goes_on(offered):
    event, row, following = offered
    late = NOW + timedelta(hours=24)
    with pytest.raises(OfferLapsed):
        seats.accept_offer(row.pk, now=late)
    assert reload(row).has_lapsed
    assert reload(following).state == State.OFFERED
    with pytest.raises(OfferLapsed):
        seats.accept_offer(row.pk, now=late)
    assert (
        Message.objects.filter(registration=row, notice=NoticeKind.LAPSED).count() == 1
    )


def test_offers_lapse_by_themselves(offered):
    event, row, following = offered
    seats.lapse_offers(event.pk, now=NOW + timedelta(hours=25))
    assert [reload(row).state, reload(following).state] == ["cancelled", "offered"]


# Approval


def test_a_pending_registration_holds_no_seat_and_keeps_its_number():
    event = add_event(1, needs_approval=True)
    first, second = register(event, 1), register(event, 2)
    assert states(event) == ["pending", "pending"]
    assert SeatCount.objects.get(pk=event.pk).taken == 0
    seats.approve(second.pk, now=NOW, actor=None)
    seats.approve(first.pk, now=NOW, actor=None)
    assert states(event) == ["waiting", "confirmed"]


def test_approving_after_the_deadline_gives_a_free_seat():
    event = add_event(1, needs_approval=True, closes_at=NOW + timedelta(days=1))
    row = register(event, 1)
    seats.approve(row.pk, now=NOW + timedelta(days=2), actor=None)
    assert reload(row).state == State.CONFIRMED


def test_only_a_pending_registration_is_approved_or_rejected():
    event = add_event(2)
    row = register(event, 1)
    with pytest.raises(NotPossible):
        seats.approve(row.pk, now=NOW, actor=None)
    with pytest.raises(NotPossible):
        seats.reject(row.pk, reason="Sai đối tượng", now=NOW, actor=None)


def test_a_rejection_says_why():
    event = add_event(needs_approval=True)
    row = register(event, 1)
    with pytest.raises(ReasonNeeded):
        seats.reject(row.pk, reason="", now=NOW, actor=None)
    seats.reject(row.pk, reason="Sai đối tượng", now=NOW, actor=None)
    assert reload(row).state == State.REJECTED


# Changes by the person


def test_a_colleague_takes_the_seat_and_the_old_ticket_is_dead():
    event = add_event(1)
    row, waiting = register(event, 1), register(event, 2)
    successor = seats.transfer(
        row.pk,
        somebody(3),
        agreed=AGREED,
        key=uuid4(),
        now=NOW,
        channel=Channel.TICKET,
    )
    assert reload(row).state == State.TRANSFERRED
    assert (successor.state, successor.sequence) == (State.CONFIRMED, row.sequence)
    assert successor.token != row.token
    assert successor.replaces == row
    assert reload(waiting).state == State.WAITING
    with pytest.raises(NotPossible):
        cancel(row)


def test_a_place_in_line_is_handed_over_with_its_number():
    event = add_event(1)
    first, second, third = (register(event, number) for number in range(3))
    successor = seats.transfer(
        second.pk, somebody(9), agreed=AGREED, key=uuid4(), now=NOW, channel="ticket"
    )
    cancel(first)
    assert reload(successor).state == State.CONFIRMED
    assert reload(third).state == State.WAITING


def test_a_seat_is_not_handed_to_somebody_who_has_one():
    event = add_event(2)
    row, other = register(event, 1), register(event, 2)
    with pytest.raises(AlreadyRegistered):
        seats.transfer(
            row.pk,
            somebody(2),
            agreed=AGREED,
            key=uuid4(),
            now=NOW,
            channel=Channel.TICKET,
        )
    assert states(event) == ["confirmed", "confirmed"]
    assert reload(other).person_key == other.person_key


def correct(row, attendee, revision):
    return seats.correct(
        row.pk, attendee, revision=revision, now=NOW, channel=Channel.TICKET
    )


def test_two_browsers_on_one_ticket_do_not_overwrite_each_other():
    row = register(add_event(), 1)
    correct(row, somebody(1, position="Giáo viên"), row.revision)
    with pytest.raises(Stale):
        correct(row, somebody(1, position="Hiệu trưởng"), row.revision)
    assert reload(row).position == "Giáo viên"


def test_a_correction_cannot_become_somebody_else_who_is_registered():
    event = add_event()
    row, _other = register(event, 1), register(event, 2)
    with pytest.raises(AlreadyRegistered):
        correct(row, somebody(2), row.revision)
    assert reload(row).name == somebody(1).name


def test_cancelling_twice_is_refused_and_frees_nothing_more():
    event = add_event(1)
    rows = [register(event, number) for number in range(3)]
    cancel(rows[0])
    with pytest.raises(NotPossible):
        cancel(rows[0])
    assert states(event) == ["cancelled", "confirmed", "waiting"]


def test_once_it_has_begun_only_the_organiser_cancels():
    event = add_event()
    row = register(event, 1)
    during = event.starts_at + timedelta(minutes=5)
    with pytest.raises(NotPossible):
        cancel(row, now=during)
    cancel(row, now=during, channel=Channel.ORGANISER)
    assert reload(row).state == State.CANCELLED


# Delegations


def settle(invitation, **options):
    options = {"agreed": AGREED, "key": uuid4(), "now": NOW, **options}
    return seats.settle_delegation(invitation.pk, **options)


def test_a_delegation_is_written_whole_and_in_order():
    event = add_event(2, individuals_on=False)
    rows = settle(invite(event), added=[somebody(n) for n in range(3)])
    assert [row.state for row in rows] == ["confirmed", "confirmed", "waiting"]


def test_one_too_many_for_the_invitation_and_nobody_is_written():
    event = add_event(9)
    with pytest.raises(QuotaExceeded) as refused:
        settle(invite(event, quota=2), added=[somebody(n) for n in range(3)])
    assert (refused.value.quota, refused.value.wanted) == (2, 3)
    assert not Registration.objects.exists()


def test_a_later_list_changes_what_differs_and_nothing_else():
    event = add_event(9)
    invitation = invite(event)
    first, second = settle(invitation, added=[somebody(1), somebody(2)])
    rows = settle(
        invitation,
        removed=[first.pk],
        changed={second.pk: somebody(2, position="Y tá")},
        added=[somebody(3), somebody(4)],
    )
    assert [row.name for row in rows] == [somebody(n).name for n in (2, 3, 4)]
    assert rows[0].position == "Y tá"
    assert reload(first).state == State.CANCELLED


def test_a_delegation_sent_twice_is_written_once():
    event, key = add_event(9), uuid4()
    invitation = invite(event)
    first = settle(invitation, added=[somebody(1)], key=key)
    again = settle(invitation, added=[somebody(1)], key=key)
    assert first == again


def test_a_delegation_cannot_touch_anybody_elses_people():
    event = add_event(9)
    stranger = register(event, 7)
    with pytest.raises(NotPossible):
        settle(invite(event), removed=[stranger.pk])
    assert reload(stranger).state == State.CONFIRMED


def test_a_full_conference_takes_all_of_a_delegation_or_none():
    event = add_event(2, waiting_list_on=False)
    with pytest.raises(EventFull):
        settle(invite(event), added=[somebody(n) for n in range(3)])
    assert not Registration.objects.exists()
