"""Calendar files: what the format demands, read back by another library."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine
import vobject
from hypothesis import given
from hypothesis import strategies as st

from events.conferences.calendars import ZONE, Entry, Method, event_calendar
from events.enums import Circumstance
from events.models import EventIndexPage
from events.tests.factories import EventFactory

STAMP = datetime(2030, 3, 1, 2, 0, tzinfo=UTC)
ENTRY = Entry(
    uid="event-7@portal.test",
    title="Tập huấn viết bản mô tả sáng kiến; lớp thứ nhất, buổi sáng",
    starts=datetime(2030, 5, 14, 0, 30, tzinfo=UTC),
    ends=datetime(2030, 5, 14, 11, 30, tzinfo=ZONE),
    stamp=STAMP,
    sequence=3,
    place="Hội trường trung tâm, đường Lê Lợi, phường Lương Văn Tri",
    description="Mang theo vé.\nĐến trước 15 phút, gửi xe ở cổng sau của hội trường.",
    url="https://portal.test/su-kien/lop/",
    organiser="Phòng Quản lý sáng kiến",
    organiser_email="phong@portal.test",
)


def parsed(content: bytes):
    return vobject.readOne(content.decode())


def test_another_reader_finds_every_fact_again():
    event = parsed(event_calendar([ENTRY])).vevent
    assert event.uid.value == ENTRY.uid
    assert event.summary.value == ENTRY.title
    assert event.location.value == ENTRY.place
    assert event.description.value == ENTRY.description
    assert event.sequence.value == "3"
    assert event.dtstart.value == ENTRY.starts
    assert event.dtstart.params["X-VOBJ-ORIGINAL-TZID"] == ["Asia/Ho_Chi_Minh"]
    assert event.dtend.value == ENTRY.ends
    assert event.organizer.value == "mailto:phong@portal.test"
    assert event.status.value == "CONFIRMED"


def test_lines_end_in_crlf_and_are_folded_at_75_octets():
    content = event_calendar([ENTRY])
    assert content.count(b"\n") == content.count(b"\r\n")
    assert max(map(len, content.split(b"\r\n"))) <= 75
    for line in content.split(b"\r\n"):
        line.decode()  # no letter is cut in two


def test_the_zone_is_described_where_it_is_named():
    calendar = parsed(event_calendar([ENTRY]))
    assert calendar.contents["vtimezone"][0].tzid.value == "Asia/Ho_Chi_Minh"
    assert b"TZOFFSETTO:+0700" in event_calendar([ENTRY])


def test_a_day_without_hours_ends_on_the_day_after():
    entry = Entry("a@b", "Cả ngày", date(2030, 5, 14), STAMP, ends=date(2030, 5, 15))
    event = parsed(event_calendar([entry])).vevent
    assert event.dtstart.value == date(2030, 5, 14)
    assert event.dtend.value == date(2030, 5, 16)


def test_calling_off_is_a_message_to_strike_it_out():
    entry = Entry("a@b", "Lớp", date(2030, 5, 14), STAMP, cancelled=True, sequence=4)
    calendar = parsed(event_calendar([entry], method=Method.CANCEL))
    assert calendar.method.value == "CANCEL"
    assert calendar.vevent.status.value == "CANCELLED"


def test_the_same_facts_give_the_same_bytes():
    assert event_calendar([ENTRY]) == event_calendar([ENTRY])


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])))
def test_no_text_breaks_out_of_its_line(text):
    entry = Entry("a@b", f"{text}\r\nX-EVIL:1", date(2030, 5, 14), STAMP)
    content = event_calendar([entry])
    assert b"\r\nX-EVIL" not in content
    assert max(map(len, content.split(b"\r\n"))) <= 75


@pytest.fixture
def event(front):
    return EventFactory(parent=EventIndexPage.objects.get())


def published(event, **changes):
    for name, value in changes.items():
        setattr(event, name, value)
    event.save_revision().publish()


def sequence_of(client, event) -> int:
    return int(parsed(client.get(f"{event.url}lich.ics").content).vevent.sequence.value)


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Tên khác"},
        {"starts_on": date(2030, 5, 15), "ends_on": date(2030, 5, 15)},
        {"start_time": time(8)},
        {"venue": "Nơi khác"},
        {"circumstance": Circumstance.CANCELLED},
    ],
    ids=lambda change: next(iter(change)),
)
def test_the_sequence_rises_with_what_calendars_show(client, event, change):
    published(event)
    assert sequence_of(client, event) == 0
    published(event, **change)
    assert sequence_of(client, event) == 1


def test_the_sequence_stays_with_other_changes_and_never_falls(client, event):
    published(event)
    first = event.save_revision()
    published(event, venue="Nơi khác")
    published(event, capacity=30, summary="Khác")
    assert sequence_of(client, event) == 1
    first.publish()
    assert sequence_of(client, event) == 2


def test_a_cancelled_event_says_so_in_its_own_file(client, event):
    published(event, circumstance=Circumstance.CANCELLED)
    calendar = parsed(client.get(f"{event.url}lich.ics").content)
    assert calendar.method.value == "CANCEL"
    assert calendar.vevent.status.value == "CANCELLED"


def test_a_postponed_event_frees_its_hour_and_says_why(client, event):
    published(event, circumstance=Circumstance.POSTPONED)
    calendar = parsed(client.get(f"{event.url}lich.ics").content)
    assert calendar.vevent.status.value == "CANCELLED"
    assert calendar.vevent.summary.value.endswith(f": {event.title}")


def test_the_index_holds_the_last_year_and_what_comes(client, event):
    index = EventIndexPage.objects.get()
    old = date(2029, 4, 1)
    EventFactory(parent=index, title="Đã cũ", starts_on=old, ends_on=old)
    recent = old + timedelta(days=200)
    EventFactory(parent=index, title="Năm qua", starts_on=recent, ends_on=recent)
    EventFactory(parent=index, title="Chưa rõ ngày", starts_on=None, ends_on=None)
    EventFactory(parent=index, title="Nháp", live=False)
    with time_machine.travel(datetime(2030, 5, 1, tzinfo=UTC)):
        response = client.get("/su-kien/lich.ics")
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    calendar = parsed(response.content)
    titles = {entry.summary.value for entry in calendar.contents["vevent"]}
    assert titles == {"Năm qua", event.title}


@pytest.mark.parametrize("count", [1, 3])
def test_the_index_asks_as_often_for_one_event_as_for_three(
    client, front, count, django_assert_max_num_queries
):
    for _i in range(count):
        EventFactory(parent=EventIndexPage.objects.get())
    client.get("/su-kien/lich.ics")
    with django_assert_max_num_queries(5):
        client.get("/su-kien/lich.ics")


def test_an_event_without_a_known_day_has_no_calendar_file(client, event):
    published(event, starts_on=None, ends_on=None, date_text="Trong tháng 5")
    assert client.get(f"{event.url}lich.ics").status_code == 404
