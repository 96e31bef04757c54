"""The conferences of January 2021: their facts, and no invented day."""

from datetime import date

import pytest

from documents import demo as documents_demo
from events import demo
from events.models import ConferenceSeriesPage, EventPage
from portal.tests.demonstration import prepared_site

TODAY = date(2026, 3, 2)


@pytest.fixture(scope="module", autouse=True)
def rooms(django_db_setup, django_db_blocker):
    with prepared_site(django_db_blocker):
        documents_demo.load(today=TODAY)
        demo.load(today=TODAY)
        yield


@pytest.fixture
def series(db):
    return ConferenceSeriesPage.objects.get()


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


def test_bodies_are_what_an_editor_could_have_saved(series):
    for page in (series, *EventPage.objects.all()):
        page.body.stream_block.clean(page.body)
