"""What the verbs that give and take back seats do beyond the plain course."""

from datetime import timedelta
from uuid import uuid4

import pytest

from events import seats
from events.enums import Channel, NoticeKind, RegistrationState
from events.models import Message, Registration
from events.seats.errors import EventFull, NotPossible, OfferLapsed
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


def settle(invitation, *people: int, **options):
    options = {"agreed": AGREED, "key": uuid4(), "now": NOW, **options}
    return seats.settle_delegation(
        invitation.pk, added=[somebody(number) for number in people], **options
    )


def notices(row: Registration) -> list[str]:
    """What the person was told, in order."""
    told = Message.objects.filter(registration=row).order_by("pk")
    return list(told.values_list("notice", flat=True))


def test_whom_an_organiser_adds_needs_no_approval():
    event = add_event(2, needs_approval=True)
    asked = register(event, 1)
    added = register(event, 2, channel=Channel.ORGANISER)
    assert (asked.state, added.state) == (State.PENDING, State.CONFIRMED)
    assert notices(added) == [NoticeKind.CONFIRMED]


@pytest.fixture
def offered():
    """Somebody to whom the only seat of a conference is on offer."""
    event = add_event(1, offer_hours=24)
    first, second = register(event, 1), register(event, 2)
    cancel(first)
    return reload(second)


def test_a_declined_offer_is_told_as_declined_and_not_as_lapsed(offered):
    cancel(offered)
    declined = reload(offered)
    assert declined.state == State.CANCELLED
    assert not declined.has_lapsed
    assert notices(declined) == [
        NoticeKind.WAITING,
        NoticeKind.OFFERED,
        NoticeKind.CANCELLED,
    ]
    with pytest.raises(NotPossible) as refused:
        seats.accept_offer(declined.pk, now=NOW)
    assert not isinstance(refused.value, OfferLapsed)


def test_a_lapsed_offer_frees_the_seat_for_a_newcomer(offered):
    publish(offered.event, waiting_list_on=False)
    with pytest.raises(EventFull):
        register(offered.event, 3, now=NOW + timedelta(hours=23))
    newcomer = register(offered.event, 3, now=NOW + timedelta(hours=24))
    assert newcomer.state == State.CONFIRMED
    assert reload(offered).has_lapsed


def test_an_invitation_is_not_bound_by_the_quota_of_its_agency():
    event = add_event(9, agency_quota=1)
    alone = [register(event, number) for number in (1, 2)]
    assert [row.state for row in alone] == [State.CONFIRMED, State.WAITING]
    rows = settle(invite(event), 3, 4)
    assert [row.state for row in rows] == [State.CONFIRMED, State.CONFIRMED]


def test_the_invited_use_up_no_quota_of_their_agency():
    event = add_event(9, agency_quota=1)
    settle(invite(event), 1, 2)
    assert register(event, 3).state == State.CONFIRMED
    assert register(event, 4).state == State.WAITING


@pytest.mark.parametrize(("seated", "free"), [(0, 2), (1, 1), (2, 0)])
def test_a_refused_delegation_hears_how_many_seats_are_free(seated, free):
    event = add_event(2, waiting_list_on=False)
    for number in range(seated):
        register(event, number)
    with pytest.raises(EventFull) as refused:
        settle(invite(event), 7, 8, 9)
    assert (refused.value.capacity, refused.value.free) == (2, free)
    assert states(event) == [State.CONFIRMED] * seated


def test_somebody_pending_may_be_seated_by_hand():
    row = register(add_event(1, needs_approval=True), 1)
    seats.promote(row.pk, reason="Khách mời", now=NOW, actor=None)
    assert reload(row).state == State.CONFIRMED


def test_nobody_seated_or_gone_is_promoted():
    event = add_event(2)
    seated, gone = register(event, 1), register(event, 2)
    cancel(gone)
    for row in (seated, gone):
        with pytest.raises(NotPossible) as refused:
            seats.promote(row.pk, reason="Khách mời", now=NOW, actor=None)
        assert refused.value.registration == row


def correct(row: Registration, **options):
    attendee = somebody(1, position="Y tá")
    return seats.correct(row.pk, attendee, revision=row.revision, **options)


def hand_over(row: Registration, **options):
    options = {"agreed": AGREED, "key": uuid4(), **options}
    return seats.transfer(row.pk, somebody(row.pk + 1), **options)


@pytest.mark.parametrize("verb", [correct, hand_over])
def test_once_it_has_begun_only_the_organiser_changes_who_comes(verb):
    event = add_event()
    row = register(event, 1)
    with pytest.raises(NotPossible) as refused:
        verb(row, now=event.starts_at, channel=Channel.TICKET)
    assert refused.value.registration == row
    before = event.starts_at - timedelta(seconds=1)
    after = verb(row, now=before, channel=Channel.TICKET)
    last = verb(reload(after), now=event.starts_at, channel=Channel.ORGANISER)
    assert last.state == State.CONFIRMED


@pytest.mark.parametrize("verb", [correct, hand_over])
def test_a_place_given_back_is_neither_corrected_nor_handed_over(verb):
    row = register(add_event(), 1)
    cancel(row)
    with pytest.raises(NotPossible):
        verb(reload(row), now=NOW, channel=Channel.TICKET)


def test_a_delegation_awaits_approval_like_everybody_and_is_kept_with_its_form():
    event, key = add_event(3, needs_approval=True), uuid4()
    rows = settle(invite(event), 1, 2, key=key)
    assert [row.state for row in rows] == [State.PENDING, State.PENDING]
    for row in map(reload, rows):
        assert row.submission_id == key
        consents = row.consents.values_list("text_version", flat=True)
        assert set(consents) == {AGREED.text_version}


def test_who_leaves_owes_no_reason():
    event = add_event(3)
    invitation = invite(event)
    (row,) = settle(invitation, 1)
    alone = register(event, 2)
    cancel(alone)
    settle(invitation, removed=[row.pk])
    for gone in (row, alone):
        assert reload(gone).state == State.CANCELLED
        assert set(gone.changes.values_list("reason", flat=True)) == {""}
