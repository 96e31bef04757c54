"""What is written of every registration: who did what, when, through what and why."""

from datetime import timedelta
from uuid import uuid4

import pytest

from events import seats
from events.enums import Action, Channel, NoticeKind, Purpose, RegistrationState
from events.models import Message, Registration, Submission
from events.models.attendees import Agreed
from events.seats.errors import AlreadyRegistered
from events.tests.scenario import (
    AGREED,
    NOW,
    add_event,
    cancel,
    invite,
    register,
    somebody,
)

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.postgres,
    pytest.mark.usefixtures("front"),
]
State = RegistrationState
LATER = NOW + timedelta(hours=1)


@pytest.fixture
def organiser(django_user_model):
    return django_user_model.objects.create_user("to-chuc")


def reload(row: Registration) -> Registration:
    return Registration.objects.get(pk=row.pk)


def notices(row: Registration) -> list[str]:
    told = Message.objects.filter(registration=row).order_by("pk")
    return list(told.values_list("notice", flat=True))


def transfer(row: Registration, number: int, **options) -> Registration:
    options = {
        "agreed": AGREED,
        "key": uuid4(),
        "now": LATER,
        "channel": Channel.TICKET,
        **options,
    }
    return seats.transfer(row.pk, somebody(number), **options)


def test_a_registration_knows_when_and_through_what_it_came():
    row = reload(register(add_event(), 1, channel=Channel.PUBLIC))
    assert (row.created_at, row.changed_at) == (NOW, NOW)
    assert row.channel == Channel.PUBLIC
    assert row.submission.received_at == NOW
    assert row.submission.event_id == row.event_id


def test_each_step_says_who_when_through_what_and_why(organiser):
    event = add_event(1)
    row = register(
        event,
        1,
        channel=Channel.ORGANISER,
        actor=organiser,
        reason="Đăng ký qua điện thoại",
    )
    seats.cancel(
        row.pk,
        now=LATER,
        channel=Channel.ORGANISER,
        actor=organiser,
        reason="Báo bận",
    )
    first, _seated, last = row.changes.order_by("pk")
    assert (first.at, last.at) == (NOW, LATER)
    assert (first.reason, last.reason) == ("Đăng ký qua điện thoại", "Báo bận")
    assert {step.actor for step in (first, last)} == {organiser}
    assert {step.channel for step in (first, last)} == {Channel.ORGANISER}
    assert reload(row).changed_at == LATER


def test_an_approval_and_a_rejection_are_steps_of_their_own(organiser):
    event = add_event(2, needs_approval=True)
    approved, rejected = register(event, 1), register(event, 2)
    assert notices(approved) == [NoticeKind.PENDING]
    seats.approve(approved.pk, now=LATER, actor=organiser)
    seats.reject(rejected.pk, reason="Sai đối tượng", now=LATER, actor=organiser)
    step = approved.changes.get(action=Action.APPROVED)
    assert (step.before, step.after) == (State.PENDING, State.WAITING)
    assert (step.actor, step.channel) == (organiser, Channel.ORGANISER)
    step = rejected.changes.get(action=Action.REJECTED)
    assert (step.before, step.after) == (State.PENDING, State.REJECTED)
    assert (step.actor, step.reason) == (organiser, "Sai đối tượng")
    assert notices(approved)[-1] == NoticeKind.CONFIRMED
    assert notices(rejected) == [NoticeKind.PENDING, NoticeKind.REJECTED]


def test_consent_is_evidence_of_who_gave_it_when_and_through_what(organiser):
    agreed = Agreed("ban-2", frozenset({Purpose.TAKING_PART, Purpose.PHOTOS}))
    row = register(
        add_event(), 1, agreed=agreed, channel=Channel.ORGANISER, actor=organiser
    )
    consents = list(row.consents.all())
    assert len(consents) == len(Purpose)
    assert {c.purpose for c in consents if c.given} == agreed.purposes
    for consent in consents:
        assert (consent.at, consent.text_version) == (NOW, "ban-2")
        assert (consent.channel, consent.actor) == (Channel.ORGANISER, organiser)


def test_without_a_form_nothing_was_agreed_to():
    row = register(add_event(), 1, agreed=None, channel=Channel.ORGANISER)
    assert not row.consents.exists()


def test_every_change_makes_forms_opened_before_it_stale():
    event = add_event(1, offer_hours=24)
    first, second = register(event, 1), register(event, 2)
    before = reload(second).revision
    cancel(first)
    offered = reload(second)
    assert offered.revision == before + 1
    seats.correct(
        second.pk,
        somebody(2, position="Giáo viên"),
        revision=offered.revision,
        now=LATER,
        channel=Channel.TICKET,
    )
    corrected = reload(second)
    assert corrected.revision == offered.revision + 1
    assert corrected.changed_at == LATER
    assert corrected.position == "Giáo viên"
    step = second.changes.get(action=Action.CORRECTED)
    assert (step.before, step.after) == (State.OFFERED, State.OFFERED)
    assert notices(second)[-1] == NoticeKind.CORRECTED


def test_a_colleague_inherits_the_offer_with_its_deadline_and_the_invitation():
    event = add_event(1, offer_hours=24, individuals_on=False)
    first, second = seats.settle_delegation(
        invite(event).pk,
        added=[somebody(1), somebody(2)],
        agreed=AGREED,
        key=uuid4(),
        now=NOW,
    )
    assert (first.channel, second.channel) == (Channel.DELEGATION, Channel.DELEGATION)
    cancel(first)
    offered = reload(second)
    heir = reload(transfer(second, 3))
    assert (heir.state, heir.sequence) == (State.OFFERED, offered.sequence)
    assert heir.offer_until == offered.offer_until == NOW + timedelta(hours=24)
    assert heir.invitation_id == offered.invitation_id is not None
    assert (heir.channel, heir.created_at) == (Channel.TICKET, LATER)
    assert heir.code != offered.code


def test_handing_over_is_noted_on_both_and_told_to_both():
    row = register(add_event(1), 1)
    agreed = Agreed("ban-3")
    heir = transfer(row, 2, agreed=agreed)
    step = row.changes.order_by("pk").last()
    assert (step.action, step.before, step.after) == (
        Action.TRANSFERRED,
        State.CONFIRMED,
        State.TRANSFERRED,
    )
    (step,) = heir.changes.all()
    assert (step.action, step.before, step.after) == (
        Action.REGISTERED,
        "",
        State.CONFIRMED,
    )
    assert notices(row) == [NoticeKind.CONFIRMED, NoticeKind.HANDED_OVER]
    assert notices(heir) == [NoticeKind.CONFIRMED]
    assert {c.text_version for c in heir.consents.all()} == {"ban-3"}


def test_handing_over_twice_with_one_form_is_done_once():
    row, key = register(add_event(1), 1), uuid4()
    heir = transfer(row, 2, key=key)
    assert transfer(row, 2, key=key) == heir
    assert Registration.objects.count() == 2
    assert Submission.objects.get(pk=key).registrations.get() == heir


def test_the_refusal_knows_whose_place_it_is_among_several():
    event = add_event(3)
    register(event, 1)
    second = register(event, 2)
    with pytest.raises(AlreadyRegistered) as refused:
        register(event, 2)
    assert refused.value.registration == second


def test_a_place_at_another_conference_is_no_hindrance():
    register(add_event(), 1)
    assert register(add_event(title="Hội nghị khác"), 1).state == State.CONFIRMED


def test_a_code_in_use_at_this_conference_is_not_given_again(monkeypatch):
    event = add_event(3)
    first = register(event, 1)
    codes = iter([first.code, first.code, "ZZZZZZ"])
    monkeypatch.setattr("events.seats.rows.new_code", lambda: next(codes))
    assert register(event, 2).code == "ZZZZZZ"


def test_a_delegation_is_answered_in_the_order_of_its_numbers():
    event = add_event(9)
    invitation = invite(event, quota=5)
    options = {"agreed": AGREED, "now": NOW}
    first, second = seats.settle_delegation(
        invitation.pk, added=[somebody(1), somebody(2)], key=uuid4(), **options
    )
    heir = transfer(first, 8)
    rows = seats.settle_delegation(
        invitation.pk, added=[somebody(3)], key=uuid4(), **options
    )
    assert [row.sequence for row in rows] == [1, 2, 3]
    assert rows[:2] == [heir, second]


def test_an_accepted_offer_is_noted_told_and_has_no_deadline_any_more():
    event = add_event(1, offer_hours=24)
    first, second = register(event, 1), register(event, 2)
    cancel(first)
    seats.accept_offer(second.pk, now=LATER)
    step = second.changes.order_by("pk").last()
    assert (step.action, step.before, step.after) == (
        Action.CONFIRMED,
        State.OFFERED,
        State.CONFIRMED,
    )
    assert (step.channel, step.at, step.reason) == (Channel.TICKET, LATER, "")
    assert notices(second)[-1] == NoticeKind.CONFIRMED
    assert reload(second).offer_until is None


def last_step(row: Registration) -> tuple:
    step = row.changes.order_by("pk").last()
    return step.action, step.actor, step.channel, step.at


def test_whoever_acts_for_others_is_named_at_each_verb(organiser):
    by = {"now": LATER, "actor": organiser, "channel": Channel.ORGANISER}
    signed = (organiser, Channel.ORGANISER, LATER)
    event = add_event(1)
    row, waiting = register(event, 1), register(event, 2)
    seats.correct(row.pk, somebody(1, position="Y tá"), revision=row.revision, **by)
    assert last_step(row) == (Action.CORRECTED, *signed)
    heir = seats.transfer(row.pk, somebody(3), agreed=AGREED, key=uuid4(), **by)
    assert last_step(row) == (Action.TRANSFERRED, *signed)
    assert last_step(heir) == (Action.REGISTERED, *signed)
    seats.cancel(heir.pk, **by)
    assert last_step(heir) == (Action.CANCELLED, *signed)
    assert last_step(waiting) == (Action.CONFIRMED, *signed)


def test_an_organiser_who_sends_a_delegations_list_is_named(organiser):
    by = {"now": LATER, "actor": organiser, "channel": Channel.ORGANISER}
    (row,) = seats.settle_delegation(
        invite(add_event(3)).pk,
        added=[somebody(1)],
        agreed=AGREED,
        key=uuid4(),
        **by,
    )
    assert last_step(row) == (
        Action.CONFIRMED,
        organiser,
        Channel.ORGANISER,
        LATER,
    )
    assert {consent.actor for consent in row.consents.all()} == {organiser}


def test_a_promotion_names_the_organiser(organiser):
    event = add_event(1, closes_at=LATER)
    first, second = register(event, 1), register(event, 2)
    cancel(first, now=LATER)
    seats.promote(second.pk, reason="Khách mời", now=LATER, actor=organiser)
    assert last_step(second) == (
        Action.PROMOTED,
        organiser,
        Channel.ORGANISER,
        LATER,
    )


def test_what_happens_by_itself_is_nobodys_doing():
    event = add_event(1, offer_hours=24)
    first, second = register(event, 1), register(event, 2)
    cancel(first)
    late = NOW + timedelta(hours=24)
    seats.lapse_offers(event.pk, now=late)
    assert last_step(second) == (Action.LAPSED, None, Channel.SYSTEM, late)
