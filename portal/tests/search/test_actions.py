"""What is done with a page: for the page that is named, and only where it is asked."""

from datetime import timedelta

import pytest
from django.utils import timezone

from documents.tests.initiative_factories import add_initiative
from events.models import ConferenceSeriesPage, EventIndexPage
from events.tests.scenario import add_event
from portal.tests.search.test_need import publish, services, titles

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


def coming(**fields):
    day = timezone.localdate() + timedelta(days=20)
    return add_event(capacity=30, starts_on=day, **fields)


@pytest.fixture
def series(front):
    page = ConferenceSeriesPage(title="Tập huấn viết báo cáo", slug="tap-huan-viet")
    EventIndexPage.objects.get().add_child(instance=page)
    page.save_revision().publish()
    return page


def test_the_page_that_is_named_has_the_action(front, client):
    said = "Báo là xã tôi đã dùng rồi lại thôi, sổ kia có một trang."
    add_initiative(title="Túi bầu giấy", summary=said)
    named = add_initiative(title="Sổ một trang", summary="Cả xã dùng, báo lại.")
    asked = services(client, "báo là xã tôi đã dùng sổ một trang")
    assert asked == [f"{named.url}ap-dung/"]


def test_how_pages_stand_asks_for_no_form(front, client):
    event = coming(title="Lớp tập huấn tại xã Chi Lăng")
    form = f"{event.url}dang-ky/"
    assert form not in services(client, "đang mở đăng ký")
    assert form not in services(client, "lớp tập huấn còn chỗ")
    assert form in services(client, "lớp Chi Lăng còn chỗ không")
    assert form in services(client, "đăng ký lớp Chi Lăng")


def test_a_programme_comes_before_its_classes_unless_one_is_meant(series, client):
    for place in ("Chi Lăng", "Văn Quan"):
        coming(
            within=series, title=f"Lớp tại xã {place}", summary="Mang theo máy tính."
        )
    found = titles(client, "lớp tập huấn viết báo cáo")
    assert found[0] == series.title
    named = titles(client, "lớp viết báo cáo Văn Quan")
    assert named[0].endswith("Văn Quan")
    assert named[1] == series.title, "what it is one of, before its sisters"


def test_a_day_without_a_year_is_the_day_of_a_class_before_a_last_day(front, client):
    later = coming(title="Lớp thứ hai")
    later.starts_on += timedelta(days=5)
    later.ends_on = later.starts_on
    later.closes_at = timezone.now() + timedelta(days=20)
    later.save_revision().publish()
    earlier = coming(title="Lớp thứ nhất")
    for page in (earlier, later):
        day = page.starts_on
        assert titles(client, f"lớp ngày {day.day}/{day.month}")[0] == page.title
        assert titles(client, f"lop hoc {day:%d/%m} o dau")[0] == page.title


def test_a_class_is_found_by_its_hours_and_the_last_day_to_register(front, client):
    start = timezone.localtime().replace(hour=7, minute=30)
    late = coming(title="Lớp thứ hai", start_time=start.time())
    closes = late.starts_at - timedelta(days=3)
    late.closes_at = closes
    late.save_revision().publish()
    coming(title="Lớp thứ nhất")
    last = f"{closes.day}/{closes.month}"
    assert titles(client, f"hạn chót đăng ký {last}")[0] == "Lớp thứ hai"
    assert titles(client, "lớp nào bắt đầu lúc 7 giờ 30")[0] == "Lớp thứ hai"


def test_what_the_money_is_for_and_a_number_without_noughts_are_found(front, client):
    add_initiative(title="Bảng nhắc việc", code="SK-MH-03")
    add_initiative(title="Thẻ màu", code="SK-MH-04", cost=90_000, cost_note="Ép nhựa")
    assert titles(client, "ép nhựa") == ["Thẻ màu"]
    assert titles(client, "SK-MH-4")[0] == "Thẻ màu"


def test_who_asks_for_all_of_a_kind_is_led_to_its_list(front, news, client):
    coming(title="Hội nghị sắp tới về lịch mùa vụ")
    publish(news, title="Tất cả quy định tỉnh mình về sáng kiến")
    page = client.get("/tim-kiem/", {"q": "lịch hội nghị sắp tới"}).context["results"]
    assert page[0].url == "/su-kien/"
    page = client.get("/tim-kiem/", {"q": "tất cả quy định về rừng"}).context["results"]
    assert page[0].url == "/van-ban/"


def test_who_asks_for_one_of_a_kind_is_not_led_to_its_list(front, client):
    said = "Người chờ ở trạm y tế đỡ chen chúc."
    page = add_initiative(title="Thẻ màu cho trạm y tế", summary=said)
    showcase = page.get_parent().specific
    showcase.asked_as = "sáng kiến y tế\nsáng kiến cho trạm y tế"
    showcase.save_revision().publish()
    assert titles(client, "sáng kiến cho trạm y tế")[0] == page.title
    assert titles(client, "tất cả sáng kiến")[0] == showcase.title
