"""The invented classes of the day itself: one is over, at the other people arrive."""

from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest

from documents import demo as documents_demo
from events import demo
from events.certificates import check
from events.certificates.numbers import parse_number
from events.checkin import attendance, verbs
from events.checkin.parts import parts_of
from events.checkin.record import Shown
from events.demo.plan import ZONE
from events.enums import ScanSource
from events.letters import announcements
from events.models import Certificate, EventPage, Scan, SurveyAnswer
from events.reports import reader
from portal.tests import gathered
from portal.tests.demonstration import prepared_site

TODAY = date(2026, 3, 2)


@pytest.fixture(scope="module", autouse=True)
def rooms(django_db_setup, django_db_blocker):
    with prepared_site(django_db_blocker):
        with gathered.at_the_end():
            documents_demo.load(today=TODAY)
            demo.load(today=TODAY)
        yield


@pytest.fixture
def over(db):
    return EventPage.objects.get(slug="lop-thu-nhat-xa-huu-lung")


@pytest.fixture
def at_the_door(db):
    return EventPage.objects.get(slug="lop-thu-hai-xa-huu-lung")


def test_yesterdays_class_is_closed_with_one_number_everywhere(over):
    assert over.starts_on == TODAY - timedelta(days=1)
    numbers = reader.numbers_of(over)
    closing = attendance.closed(over)
    assert closing.present == numbers.present == 33
    assert (numbers.registered, numbers.absent, numbers.unregistered) == (36, 5, 2)
    assert not attendance.has_changed(over, closing)
    valid = Certificate.objects.of_event(over).valid()
    assert valid.count() == numbers.present
    assert {row.registration_id for row in valid} == attendance.present(over)
    assert SurveyAnswer.objects.filter(event=over).count() == 21


def test_its_certificates_answer_each_in_its_way(over):
    answers = [
        check.by_number(parse_number(row.number))
        for row in Certificate.objects.of_event(over).numbered()
    ]
    verdicts = [answer.verdict.value for answer in answers]
    assert verdicts.count("revoked") == 1
    (revoked,) = [one for one in answers if one.verdict == check.Verdict.REVOKED]
    assert revoked.now_valid and revoked.reason
    named = [bool(one.shown_name) for one in answers if one.verdict == "valid"]
    assert True in named and False in named


def test_everything_made_up_says_so(over, at_the_door):
    for event in (over, at_the_door):
        assert event.is_sample and "minh họa" in event.venue
        people = event.registrations.all()
        assert all("minh họa" in row.organisation_name for row in people)
        assert not people.exclude(email="").exists()
    printed = over.certificate_settings.get()
    assert "minh họa" in printed.signer and "minh họa" in printed.signer_title
    written = SurveyAnswer.objects.exclude(remark="")
    assert all("minh họa" in row.remark.lower() for row in written)


def test_at_todays_class_people_arrive_and_the_door_is_open(at_the_door):
    total = attendance.counts(at_the_door).total
    assert at_the_door.starts_on == TODAY
    assert (total.present, total.expected) == (18, 29)
    assert attendance.closed(at_the_door) is None
    states = set(at_the_door.registrations.values_list("state", flat=True))
    assert states == {"confirmed", "cancelled", "transferred"}
    start = at_the_door.starts_at
    assert not Scan.objects.filter(event=at_the_door, scanned_at__gte=start).exists()


def test_on_a_later_day_the_open_class_is_that_days_and_the_other_stays(
    over, at_the_door
):
    later = TODAY + timedelta(days=3)
    demo.refresh(today=later)
    over.refresh_from_db()
    at_the_door.refresh_from_db()
    assert over.starts_on == TODAY - timedelta(days=1)
    assert at_the_door.starts_on == later
    came = Scan.objects.filter(event=at_the_door)
    days = {scan.scanned_at.astimezone(ZONE).date() for scan in came}
    assert days == {later}
    # Nobody waits to be told of it.
    since = announcements.unannounced_change(at_the_door.pk)
    rows = at_the_door.registrations.all()
    assert since is None or not rows.filter(created_at__lt=since).exists()


def test_where_an_official_has_worked_nothing_moves(at_the_door, django_user_model):
    user = django_user_model.objects.create_user("cua")
    outside = at_the_door.registrations.filter(state="confirmed", scans=None).first()
    at = datetime(2026, 3, 2, 7, 40, tzinfo=ZONE)
    (whole,) = parts_of(at_the_door)
    shown = Shown(whole.key, ScanSource.CODE, at, nonce=uuid4())
    verbs.check_in(at_the_door, outside.pk, shown, now=at, actor=user)
    demo.refresh(today=TODAY + timedelta(days=3))
    at_the_door.refresh_from_db()
    assert at_the_door.starts_on == TODAY
