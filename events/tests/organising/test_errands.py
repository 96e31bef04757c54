"""What conferences need next: of those the user runs, and gone when it is done."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from events.enums import Circumstance, NoticeKind, RegistrationState
from events.letters import announcements
from events.letters.outbox import REFUSED
from events.models import CalendarEntry, Charge, EventPage, Message, SeatCount
from events.organising import errands
from events.organising.assignments import assign
from events.organising.summary import summaries
from events.tests.scenario import NOW, add_event, register, states
from portal.errands.registry import Urgency

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("front")]
PLACE = {"venue": "Hội trường minh họa", "body": [("paragraph", "<p>Minh họa.</p>")]}


@pytest.fixture
def organiser(django_user_model):
    def in_charge(*events: EventPage):
        name = f"nguoi-{len(events)}-{django_user_model.objects.count()}"
        user = django_user_model.objects.create_user(name)
        assign(user, Charge(events=tuple(event.pk for event in events)))
        return django_user_model.objects.get(pk=user.pk)

    return in_charge


def found(source, user, now=NOW) -> list:
    return list(source(user, now))


def test_people_wait_for_the_organiser_of_their_conference_alone(organiser):
    event = add_event(5, title="Lớp A", slug="a", needs_approval=True)
    other = add_event(5, title="Lớp B", slug="b", needs_approval=True)
    for number in range(3):
        register(event, number)
    (errand,) = found(errands.to_approve, organiser(event))
    assert errand.count == 3
    assert "Lớp A" in errand.detail
    listed = reverse("registrations", args=[event.pk])
    assert errand.button.url == f"{listed}?state=pending"
    assert not found(errands.to_approve, organiser(other))
    # Nobody approves for a conference that is over.
    assert not found(errands.to_approve, organiser(event), NOW + timedelta(days=60))


def test_somebody_in_line_although_a_seat_is_free(organiser):
    event = add_event(1, offer_hours=0)
    for number in (1, 2, 3):
        register(event, number)
    user = organiser(event)
    waiting = RegistrationState.WAITING
    assert states(event) == [RegistrationState.CONFIRMED, waiting, waiting]
    assert not found(errands.free_seats, user)
    SeatCount.objects.filter(event=event).update(capacity=2)
    (errand,) = found(errands.free_seats, user)
    assert errand.count == 1, "one list to seat people from"
    assert "2 người" in errand.detail
    assert "state=waiting" in errand.button.url


def test_each_person_is_decided_on_and_each_conference_named(organiser):
    events = []
    for slug in ("a", "b"):
        event = add_event(5, title=f"Lớp {slug}", slug=slug, needs_approval=True)
        events.append(event)
        for number in range(4):
            register(event, number)
    (errand,) = found(errands.to_approve, organiser(*events))
    assert errand.count == 8
    assert [str(one.note) for one in errand.named] == ["4 người", "4 người"]
    assert errand.unnamed == 0, "both conferences are named"


def test_letters_that_did_not_arrive(organiser):
    event = add_event(5)
    row, _other = register(event, 1), register(event, 2)
    user = organiser(event)
    assert not found(errands.letters_not_arrived, user)
    for kind in (NoticeKind.CONFIRMED, NoticeKind.NOTE):
        Message.objects.create(
            registration=row, notice=kind, key="thu", at=NOW, mail_id=REFUSED
        )
    (errand,) = found(errands.letters_not_arrived, user)
    assert errand.count == 1
    assert "mail=failed" in errand.button.url


def test_a_change_nobody_was_told_of(organiser):
    event = add_event(5)
    register(event, 1)
    user = organiser(event)
    assert not found(errands.unannounced, user)
    changed = NOW + timedelta(hours=1)
    CalendarEntry.objects.filter(event=event).update(sequence=1, changed_at=changed)
    # Whoever registers afterwards has read the new time.
    register(event, 2, now=NOW + timedelta(hours=2))
    register(event, 3)
    (errand,) = found(errands.unannounced, user)
    assert errand.count == 1, "one thing to do, however many hear of it"
    assert "2 người" in errand.detail
    announcements.announce(event, NoticeKind.EVENT_MOVED, by=user, now=changed)
    assert not found(errands.unannounced, user)


@pytest.mark.parametrize(
    ("lacks", "words"),
    [
        ({"venue": ""}, "nơi họp"),
        ({"capacity": None}, "số chỗ"),
        ({"registration_on": False}, "mở đăng ký"),
        ({"opens_at": NOW + timedelta(days=2)}, "mở đăng ký"),
    ],
)
def test_what_a_conference_ahead_lacks(organiser, lacks, words):
    whole = add_event(**{**PLACE, "capacity": 5, "slug": "du"})
    lacking = add_event(**{**PLACE, "capacity": 5, "slug": "thieu", **lacks})
    user = organiser(whole, lacking)
    (errand,) = found(errands.unprepared, user)
    assert errand.count == 1
    assert words in errand.what
    assert errand.urgency == Urgency.WEEK
    edited = reverse("wagtailadmin_pages:edit", args=[lacking.pk])
    assert errand.button.url == edited
    early = NOW - timedelta(days=20)
    assert not found(errands.unprepared, user, early)
    EventPage.objects.filter(pk=lacking.pk).update(circumstance=Circumstance.CANCELLED)
    assert not found(errands.unprepared, user)


def test_over_and_nothing_written(organiser):
    silent = add_event(slug="im", venue="Hội trường minh họa")
    told = add_event(slug="ke", **PLACE)
    user = organiser(silent, told)
    after = NOW + timedelta(days=25)
    assert not found(errands.unwritten, user)
    (errand,) = found(errands.unwritten, user, after)
    assert errand.button.url == reverse("wagtailadmin_pages:edit", args=[silent.pk])
    assert not found(errands.unwritten, user, after + timedelta(days=40))


def test_more_conferences_need_no_more_queries(organiser, django_user_model):
    def few(first: int, last: int) -> list[EventPage]:
        made = []
        for number in range(first, last):
            event = add_event(None, slug=f"lop-{number}", needs_approval=True)
            register(event, number)
            made.append(event)
        return made

    def asked(user) -> int:
        user = django_user_model.objects.get(pk=user.pk)
        sources = (
            errands.to_approve,
            errands.free_seats,
            errands.letters_not_arrived,
            errands.unannounced,
            errands.unprepared,
            errands.unwritten,
        )
        with CaptureQueriesContext(connection) as captured:
            rows = [found(source, user) for source in sources]
        assert rows[0]
        assert rows[4]
        return len(captured)

    events = few(0, 2)
    before = asked(organiser(*events))
    assert asked(organiser(*events, *few(2, 9))) == before


def listed(user, now=NOW, *, past=False) -> dict[str, list[str]]:
    """By conference what the list of conferences says of it."""
    found = summaries(user, now=now, past=past, limit=100)
    return {event.slug: [one.words for one in event.errands] for event in found}


def test_the_list_says_of_each_conference_what_the_first_screen_asks(organiser):
    event = add_event(5, slug="lop", needs_approval=True)
    other = add_event(5, slug="khac", **PLACE)
    register(event, 1)
    user = organiser(event, other)
    assert listed(user) == {
        "lop": ["1 lượt chờ duyệt", "ghi nơi họp"],
        "khac": [],
    }
    changed = NOW + timedelta(hours=1)
    CalendarEntry.objects.filter(event=event).update(sequence=1, changed_at=changed)
    assert "báo thay đổi cho 1 người" in listed(user)["lop"]
    after = NOW + timedelta(days=25)
    said = listed(user, after, past=True)
    assert said["lop"] == ["chốt điểm danh", "ghi kết quả vào trang"]
    assert found(errands.unwritten, user, after)[0].count == 1


def test_more_conferences_in_the_list_need_no_more_queries(
    organiser,
):
    def asked(*events) -> int:
        user = organiser(*events)
        with CaptureQueriesContext(connection) as captured:
            assert all(listed(user).values())
        return len(captured)

    events = [add_event(None, slug=f"lop-{number}") for number in range(6)]
    for number, event in enumerate(events):
        register(event, number)
    assert asked(*events[:2]) == asked(*events)


def test_the_home_shows_it(client, organiser):
    event = add_event(5, starts_on=timezone.localdate() + timedelta(days=9))
    client.force_login(organiser(event))
    home = client.get(reverse("wagtailadmin_home")).content.decode()
    assert "Hội nghị chưa có nơi họp" in home
    assert reverse("wagtailadmin_pages:edit", args=[event.pk]) in home
