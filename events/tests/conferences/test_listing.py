"""Conferences as readers find them: coming, past, by place, by month."""

from datetime import UTC, date, datetime, time, timedelta
from email.utils import parsedate_to_datetime
from xml.etree import ElementTree

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.enums import Circumstance
from events.models import EventIndexPage, EventPage
from events.tests.factories import EventFactory, SeriesFactory
from home.tests.factories import ArticlePageFactory
from portal.bench.relevance.hostile_queries import HOSTILE
from portal.models import Locality

pytestmark = pytest.mark.django_db
NOW = datetime(2030, 5, 1, 2, tzinfo=UTC)


@pytest.fixture(autouse=True)
def first_of_may():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def index(front):
    return EventIndexPage.objects.get()


def add(parent, title, day=None, **facts):
    return EventFactory(
        parent=parent, title=title, starts_on=day, ends_on=facts.pop("to", day), **facts
    )


def commune(name: str) -> Locality:
    return Locality.objects.create(name=name, kind="commune")


def titles(response) -> list[str]:
    return [event.title for event in response.context["events"]]


def test_coming_ones_stand_soonest_first_and_drafts_nowhere(client, index):
    add(index, "Sau", date(2030, 6, 2))
    add(index, "Trước", date(2030, 5, 2))
    add(index, "Đang diễn ra", date(2030, 4, 30), to=date(2030, 5, 1))
    add(index, "Chưa ấn định", date_text="Trong quý IV")
    add(index, "Đã qua", date(2030, 4, 30))
    add(index, "Nháp", date(2030, 5, 2), live=False)
    assert titles(client.get("/su-kien/")) == [
        "Đang diễn ra",
        "Trước",
        "Sau",
        "Chưa ấn định",
    ]
    response = client.get("/su-kien/?xem=da-qua")
    assert titles(response) == ["Đã qua"]
    assert [view["count"] for view in response.context["views"]] == [4, 1]


# At nine in the morning of the first of May.
@pytest.mark.postgres
@pytest.mark.parametrize(
    ("hour", "is_over"),
    [(time(8, 59), True), (time(9), True), (time(9, 1), False), (None, False)],
)
def test_what_has_ended_today_is_over_and_the_next_one_leads(
    client, index, hour, is_over
):
    add(index, "Ngày mai", date(2030, 5, 2))
    add(index, "Hôm nay", date(2030, 5, 1), start_time=None, end_time=hour)
    order = ["Ngày mai"] if is_over else ["Hôm nay", "Ngày mai"]
    response = client.get("/su-kien/")
    assert titles(response) == order
    counts = [view["count"] for view in response.context["views"]]
    assert counts == [len(order), 2 - len(order)]
    over = ["Hôm nay"] if is_over else []
    assert titles(client.get("/su-kien/?xem=da-qua")) == over
    front_page = client.get("/")
    assert [event.title for event in front_page.context["next_events"]] == order
    # What no write announces is never older than this.
    assert "max-age=10" in front_page["Cache-Control"]
    feed = ElementTree.fromstring(client.get("/su-kien/rss/").content)
    assert len(feed.findall("channel/item")) == len(order)


@pytest.mark.postgres
@pytest.mark.parametrize("when", [NOW, NOW - timedelta(hours=3)])
def test_to_come_and_over_leave_none_out_and_agree_with_the_status(index, when):
    for hour in (time(6), time(9), time(11, 30), None):
        for day in (date(2030, 4, 30), date(2030, 5, 1), date(2030, 5, 2)):
            add(index, f"{day} {hour}", day, start_time=None, end_time=hour)
    ahead = list(EventPage.objects.upcoming(when))
    over = list(EventPage.objects.past(when))
    assert len(ahead) + len(over) == EventPage.objects.count()
    assert not any(event.terms.is_over(when) for event in ahead)
    assert all(event.terms.is_over(when) for event in over)
    found = EventPage.objects.with_days().with_end(when).filter(is_over=True)
    assert {event.pk for event in found} == {event.pk for event in over}


def test_an_event_whose_day_nobody_knows_passes_with_its_series(client, index):
    old = SeriesFactory(parent=index, starts_on=date(2021, 1, 25), ends_on="2021-01-28")
    add(old, "Lớp cũ", date_text="Trong đợt 25–28/01/2021")
    assert titles(client.get("/su-kien/")) == []
    response = client.get("/su-kien/?xem=da-qua")
    assert titles(response) == ["Lớp cũ"]
    assert response.context["events"][0].status.phase == "past"
    month = client.get("/su-kien/?thang=2021-01")
    assert [event.title for event in month.context["undated"]] == ["Lớp cũ"]


def facet(response, number: int) -> dict[str, int]:
    return {
        item["title"]: item["count"]
        for item in response.context["facets"][number]["items"]
    }


def test_place_and_month_are_links_with_counts(client, index):
    here, there = map(commune, "AB")
    add(index, "A", date(2030, 5, 2), locality=here)
    add(index, "B", date(2030, 6, 2), locality=here)
    add(index, "C", date(2030, 6, 3), locality=there)
    response = client.get("/su-kien/")
    assert facet(response, 0) == {str(here): 2, str(there): 1}
    assert list(facet(response, 1).values()) == [1, 2]
    response = client.get(f"/su-kien/?noi={here.pk}")
    assert titles(response) == ["A", "B"]
    assert list(facet(response, 1).values()) == [1, 1]
    response = client.get(f"/su-kien/?noi={here.pk}&thang=2030-06")
    days = [day for day in response.context["days"] if day.events]
    assert [(day.date.day, day.events[0].title) for day in days] == [(2, "B")]
    labels = [chip["label"] for chip in response.context["active_filters"]]
    assert labels[0] == str(here)
    assert "6/2030" in labels[1]


def test_an_event_over_the_end_of_a_month_stands_in_both(client, index):
    add(index, "Dài", date(2030, 5, 30), to=date(2030, 6, 2))
    for month, day in (("2030-05", 30), ("2030-06", 1)):
        response = client.get(f"/su-kien/?thang={month}")
        days = [day for day in response.context["days"] if day.events]
        assert [found.date.day for found in days] == [day]


@pytest.mark.parametrize(
    "query",
    [
        "thang=abc",
        "thang=2030-13",
        "thang=0000-01",
        "thang=%00%0A",
        "thang=" + "9" * 400,
        "noi=1%27%20OR%201=1",
        "noi=-1",
        "noi=99999999999999999999",
        "noi=%D9%A1",
        "noi=424242",
        "xem=%3Cscript%3E",
    ],
)
def test_nonsense_is_left_aside_and_said_so(client, index, query):
    add(index, "A", date(2030, 5, 2))
    response = client.get(f"/su-kien/?{query}")
    assert response.status_code == 200
    assert titles(response) == ["A"]
    assert len(response.context["not_understood"]) == 1
    assert "<script>%" not in response.text


@pytest.mark.parametrize("month", ["1900-01", "2999-12"])
def test_the_ends_of_time_have_a_calendar(client, index, month):
    assert client.get(f"/su-kien/?thang={month}").status_code == 200


def test_an_empty_month_says_so(client, index):
    response = client.get("/su-kien/?thang=2031-02")
    assert response.context["month_count"] == 0
    assert 'class="empty"' in response.text


def test_days_without_events_are_for_the_eye_alone(client, index):
    add(index, "A", date(2030, 5, 2))
    html = client.get("/su-kien/?thang=2030-05").text
    assert html.count('<li class="has"') == 1
    assert html.count('" aria-hidden="true">\n        <p class="month-day">') == 30


def test_twenty_a_page(client, index):
    for number in range(21):
        add(index, f"Lớp {number:02}", date(2030, 5, 2))
    assert len(titles(client.get("/su-kien/"))) == 20
    assert titles(client.get("/su-kien/?trang=2")) == ["Lớp 20"]


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("query", ["", "?thang=2030-05", "?xem=da-qua"])
def test_three_events_cost_no_more_queries_than_one(
    client, index, count, query, django_assert_num_queries
):
    place = commune("A")
    day = date(2030, 4, 2) if "da-qua" in query else date(2030, 5, 2)
    for number in range(count):
        add(index, f"Lớp {number}", day, locality=place, registration_on=True)
    client.get(f"/su-kien/{query}")
    with django_assert_num_queries(9):
        client.get(f"/su-kien/{query}")


# --- Its own box ---------------------------------------------------------------------


def publish(parent, title, day=None, **facts):
    page = add(parent, title, day, **facts)
    page.save_revision().publish()
    return page


def test_words_find_past_and_coming_conferences_and_no_other_pages(client, index, news):
    publish(index, "Tập huấn sáng kiến", date(2030, 6, 2))
    publish(index, "Tập huấn sáng kiến năm trước", date(2029, 6, 2))
    add(index, "Tập huấn sáng kiến nháp", date(2030, 6, 3), live=False)
    publish(index, "Hội thảo khác", date(2030, 6, 4))
    ArticlePageFactory(
        parent=news, title="Tập huấn sáng kiến"
    ).save_revision().publish()
    for typed in (
        "tập huấn sáng kiến",
        "tap huan sang kien",
        "tapj huaans sangs kieens",
    ):
        response = client.get("/su-kien/", {"q": typed})
        assert titles(response) == [
            "Tập huấn sáng kiến",
            "Tập huấn sáng kiến năm trước",
        ]
        assert [view["count"] for view in response.context["views"]] == [2, 1, 1]
    shown = client.get("/su-kien/?q=tap+huan").text
    assert "<mark>Tập huấn</mark>" in shown.replace("\xa0", " ")
    assert "<title>tap huan - " in shown
    assert titles(client.get("/su-kien/?q=tap+huan&xem=da-qua")) == [
        "Tập huấn sáng kiến năm trước"
    ]
    assert titles(client.get("/su-kien/?q=tap+huan&xem=sap-toi")) == [
        "Tập huấn sáng kiến"
    ]


def test_a_slip_in_the_box_is_corrected_and_said(client, index):
    publish(index, "Tập huấn chuyển đổi số", date(2030, 6, 2))
    response = client.get("/su-kien/?q=tap+huna+chuyen+doi+so")
    assert titles(response) == ["Tập huấn chuyển đổi số"]
    assert "Có phải bạn muốn tìm" in response.text


def test_a_series_that_answers_brings_its_conferences(client, index):
    series = SeriesFactory(parent=index, title="Đợt hội nghị kỹ thuật trồng hồi")
    series.save_revision().publish()
    publish(series, "Lớp Bắc Sơn", date(2030, 6, 2))
    publish(series, "Lớp Lộc Bình", date(2030, 6, 3))
    publish(index, "Hội nghị kỹ thuật số", date(2030, 6, 2))
    response = client.get("/su-kien/?q=dot+hoi+nghi+ky+thuat+trong+hoi")
    assert titles(response) == ["Lớp Bắc Sơn", "Lớp Lộc Bình"]


def test_words_stay_with_every_filter_and_filters_count_what_was_found(client, index):
    here, there = map(commune, "AB")
    publish(index, "Sáng kiến A", date(2030, 5, 2), locality=here)
    publish(index, "Sáng kiến B", date(2030, 6, 2), locality=there)
    publish(index, "Khác", date(2030, 6, 2), locality=there)
    response = client.get("/su-kien/?q=sang+kien")
    assert facet(response, 0) == {str(here): 1, str(there): 1}
    for shown in response.context["facets"]:
        for item in shown["items"]:
            assert item["url"].startswith("/su-kien/?q=sang+kien&")
    response = client.get(f"/su-kien/?q=sang+kien&noi={there.pk}")
    assert titles(response) == ["Sáng kiến B"]
    month = client.get("/su-kien/?q=sang+kien&thang=2030-06")
    assert month.context["month_count"] == 1
    nobody = client.get(f"/su-kien/?q=khac&noi={here.pk}")
    assert titles(nobody) == []
    assert [one["label"] for one in nobody.context["active_filters"]] == [str(here)]
    assert "Tìm lại, không dùng bộ lọc" in nobody.text


def test_nothing_found_leads_on(client, index):
    publish(index, "Lớp", date(2030, 5, 2))
    response = client.get("/su-kien/", {"q": "<b>xyzzy"})
    assert "&lt;b&gt;xyzzy" in response.text
    assert "/tim-kiem/?q=%3Cb%3Exyzzy" in response.text.partition('"empty"')[2]


def test_hostile_words_are_only_words(client, index):
    publish(index, "Lớp <em>A</em>", date(2030, 5, 2))
    for query in HOSTILE:
        response = client.get("/su-kien/", {"q": query, "trang": "-1", "xem": "zz"})
        assert response.status_code == 200, query
        shown = response.text.split("<main", 1)[1]
        assert "<script>alert" not in shown and "<em>" not in shown, query


def test_more_conferences_found_cost_no_more_queries(client, index):
    place = commune("A")
    counts = []
    for numbers in (range(12), range(12, 25)):
        for number in numbers:
            publish(index, f"Sáng kiến {number}", date(2030, 5, 2), locality=place)
        client.get("/su-kien/?q=sang+kien")
        with CaptureQueriesContext(connection) as queries:
            response = client.get("/su-kien/?q=sang+kien")
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 24
    assert len(titles(response)) == 20
    rest = titles(client.get("/su-kien/?q=sang+kien&trang=2"))
    assert len({*titles(response), *rest}) == 25


# --- Feed ----------------------------------------------------------------------------


def test_the_feed_names_what_comes(client, index):
    add(index, "Sắp tới", date(2030, 5, 2))
    add(index, "Đã qua", date(2030, 4, 2))
    channel = ElementTree.fromstring(client.get("/su-kien/rss/").content)
    [item] = channel.iter("item")
    assert item.findtext("title") == "Sắp tới"


def test_the_feed_tells_when_and_where_and_dates_no_item_in_the_future(client, index):
    series = SeriesFactory(parent=index, title="Tập huấn viết sáng kiến")
    hours = {"start_time": time(7, 30), "end_time": time(11, 30)}
    facts = hours | {"venue": "Hội trường Mẫu", "first_published_at": NOW}
    add(series, "Lớp tại xã Mẫu", date(2030, 5, 21), **facts)
    channel = ElementTree.fromstring(client.get("/su-kien/rss/").content)
    [item] = channel.iter("item")
    assert item.findtext("title") == "Tập huấn viết sáng kiến: Lớp tại xã Mẫu"
    told = item.findtext("description")
    assert told.startswith("Thứ Ba, 21/05/2030, 07:30–11:30. Hội trường Mẫu")
    assert parsedate_to_datetime(item.findtext("pubDate")) == NOW


def test_a_class_stands_with_its_subject_in_lists_and_titles(client, index):
    series = SeriesFactory(parent=index, title="Tập huấn viết sáng kiến")
    event = add(series, "Lớp tại xã Mẫu", date(2030, 5, 21))
    listed = client.get("/su-kien/").content.decode()
    assert (
        "Tập\u00a0huấn"
        in listed.partition('class="row-title"')[0].rpartition("kicker")[2]
    )
    page = client.get(event.url).content.decode()
    assert "<title>Tập huấn viết sáng kiến: Lớp tại xã Mẫu" in page
    assert "thứ Ba" in page
    assert event.full_title == "Tập huấn viết sáng kiến: Lớp tại xã Mẫu"


def test_a_cancelled_conference_stays_listed_and_says_so(client, index):
    add(index, "Lớp", date(2030, 5, 2), circumstance=Circumstance.CANCELLED)
    response = client.get("/su-kien/")
    assert response.context["events"][0].status.phase == "cancelled"
    assert "dang-ky/" not in response.text
