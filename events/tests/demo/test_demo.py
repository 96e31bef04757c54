"""The conferences of January 2021: their facts, and no invented day."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from documents import demo as documents_demo
from events import demo
from events.models import ConferenceSeriesPage, EventPage, Registration
from portal.tests.demonstration import prepared_site

TODAY = date(2026, 3, 2)


@pytest.fixture(scope="module", autouse=True)
def rooms(django_db_setup, django_db_blocker):
    with prepared_site(django_db_blocker):
        documents_demo.load(today=TODAY)
        demo.load(today=TODAY)
        yield


AHEAD = "tap-huan-viet-va-nhan-rong-sang-kien"


def sample_events():
    """The invented conferences some weeks ahead, the soonest first."""
    series = ConferenceSeriesPage.objects.get(slug=AHEAD)
    return EventPage.objects.child_of(series).order_by("starts_on", "pk")


@pytest.fixture
def series(db):
    return ConferenceSeriesPage.objects.get(is_sample=False)


def test_the_series_has_its_days_and_its_regulations(series):
    assert (series.starts_on, series.ends_on) == (date(2021, 1, 25), date(2021, 1, 28))
    assert "600" in series.attendance_text
    symbols = [row.regulation.symbol for row in series.presented.all()]
    assert symbols == [
        "14/2019/NQ-HĐND",
        "36/2018/QĐ-UBND",
        "06/2020/QĐ-UBND",
        "291/HD-SKHCN",
    ]


def test_speakers_keep_the_position_of_that_day_and_get_none_today(series):
    speakers = {row.person.full_name: row for row in series.speakers.all()}
    assert list(speakers) == ["Lưu Bá Mạc", "Nguyễn Tiến Tuấn", "Hoàng Thị Hiên"]
    assert speakers["Nguyễn Tiến Tuấn"].title_then == "Tổ trưởng tổ Toán"
    assert not any(row.person.title for row in speakers.values())


def test_three_districts_and_no_day_nor_venue_for_any(series):
    events = EventPage.objects.child_of(series)
    names = {event.locality.name for event in events}
    assert names == {"Hữu Lũng", "Văn Quan", "Chi Lăng"}
    assert not any(event.starts_on or event.ends_on or event.venue for event in events)
    assert {event.date_text for event in events} == {"Trong đợt 25–28/01/2021"}


def test_bodies_are_what_an_editor_could_have_saved(db):
    for page in (*ConferenceSeriesPage.objects.all(), *EventPage.objects.all()):
        page.body.stream_block.clean(page.body)


def noon(day: date) -> datetime:
    return datetime.combine(day, datetime.min.time(), ZoneInfo("Asia/Ho_Chi_Minh"))


def phases(today: date) -> list[str]:
    return [
        event.terms.phase(noon(today), taken=taken, waiting=waiting)
        for event in sample_events()
        for taken, waiting in [how_many(event)]
    ]


def how_many(event: EventPage) -> tuple[int, int]:
    rows = event.registrations
    return rows.filter(state="confirmed").count(), rows.filter(state="waiting").count()


def test_invented_people_have_taken_the_seats_and_nobody_has_an_address(db):
    assert [how_many(event) for event in sample_events()] == [
        (40, 0),
        (57, 0),
        (40, 5),
        (10, 0),
    ]
    people = Registration.objects.all()
    assert all("minh họa" in person.organisation_name for person in people)
    assert not people.exclude(email="").exists()
    assert all(event.invitations.count() == 3 for event in sample_events())


AS_MEANT = ["open", "nearly_full", "waiting_list", "closed"]


def test_invented_conferences_lie_weeks_ahead_in_four_phases_and_say_so(db):
    events = list(sample_events())
    assert all(event.starts_on >= TODAY + timedelta(weeks=3) for event in events)
    assert all("minh họa" in event.venue for event in events)
    assert phases(TODAY) == AS_MEANT


def test_those_at_one_place_have_yet_to_be_told_of_another_hall(db):
    changed = [event for event in sample_events() if event.calendar_entry.sequence]
    assert [event.locality.name for event in changed] == ["Hữu Lũng"]
    registered = changed[0].registrations.all()
    assert all(
        row.created_at < changed[0].calendar_entry.changed_at for row in registered
    )


def test_a_second_run_on_the_same_day_moves_nothing(db):
    before = list(sample_events().values_list("pk", "latest_revision_id"))
    demo.refresh(today=TODAY)
    assert list(sample_events().values_list("pk", "latest_revision_id")) == before


def test_once_the_first_is_due_all_lie_ahead_again(db):
    later = TODAY + timedelta(days=40)
    demo.refresh(today=later)
    assert all(
        event.starts_on >= later + timedelta(weeks=3) for event in sample_events()
    )
    assert phases(later) == AS_MEANT


def test_what_an_official_deleted_or_took_over_is_left_alone(db):
    series = ConferenceSeriesPage.objects.get(slug=AHEAD)
    first = sample_events().first()
    first.registrations.all().delete()
    first.invitations.all().delete()
    first.delete()
    demo.refresh(today=TODAY + timedelta(days=40))
    assert sample_events().count() == 3
    series.refresh_from_db()
    series.is_sample = False
    series.save()
    before = series.starts_on
    demo.refresh(today=TODAY + timedelta(days=400))
    series.refresh_from_db()
    assert series.starts_on == before
