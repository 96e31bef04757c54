"""Search by need: what a page is, how it stands today, and what can be done."""

from datetime import timedelta

import pytest
from django.utils import timezone

from documents.models import Field
from documents.models.initiative_enums import NeedState
from documents.models.needs import Need
from documents.tests.act_factories import add_act
from documents.tests.initiative_factories import add_initiative
from events.tests.scenario import add_event
from home.tests.factories import ArticlePageFactory
from portal.bench.relevance.natural import HALVES, natural_queries
from portal.models import SearchEntry
from portal.search import rebuild, spelling
from portal.search.entry_keys import record_page
from portal.search.find import find
from portal.search.query import parse

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


def titles(client, query: str) -> list[str]:
    page = client.get("/tim-kiem/", {"q": query}).context["results"]
    return [row.plain_title for row in page if not row.is_beside]


def services(client, query: str) -> list[str]:
    return [
        one.url for one in client.get("/tim-kiem/", {"q": query}).context["services"]
    ]


def publish(news, **fields):
    page = ArticlePageFactory(parent=news, **fields)
    page.save_revision().publish()
    return page


def test_a_cost_is_searched_for_in_words(front, client):
    add_initiative(title="Bảng nhắc việc", cost=0)
    add_initiative(title="Máy cấp số", cost=40_000_000)
    assert titles(client, "sáng kiến dưới 1 triệu")[0] == "Bảng nhắc việc"
    assert titles(client, "sang kien khong mat tien")[0] == "Bảng nhắc việc"


@pytest.mark.parametrize(
    "query",
    [
        "qd 36 2018 ubnd lang son",
        "quyết định 36/2018 còn hiệu lực không",
        "quyết định số 36 năm 2018 của ủy ban nhân dân nói gì",
    ],
)
def test_a_number_leads_whatever_is_asked_of_it(front, client, query):
    act = add_act("36/2018/QĐ-UBND", title="Hoạt động sáng kiến")
    add_act("06/2020/QĐ-UBND", title="Sửa đổi Quyết định số 36/2018/QĐ-UBND")
    # It stands on a card of its own, above the list.
    context = client.get("/tim-kiem/", {"q": query}).context
    assert context["named"].url == act.url


@pytest.mark.parametrize(
    ("query", "first", "second"),
    [
        ("36/2018 và 06/2020", 36, 6),
        ("quyết định 06/2020 sửa quyết định 36/2018", 6, 36),
        ("06/2020 sửa gì của qđ 36", 6, 36),
        ("36/2018/QĐ-UBND, 6/2020/QĐ-UBND khác nhau thế nào", 36, 6),
    ],
)
def test_of_two_numbers_both_acts_come_first(front, client, query, first, second):
    acts = {
        36: add_act("36/2018/QĐ-UBND", title="Hoạt động sáng kiến"),
        6: add_act("06/2020/QĐ-UBND", title="Sửa đổi Quyết định số 36/2018/QĐ-UBND"),
    }
    add_act("14/2019/NQ-HĐND", title="Mức chi, theo Quyết định số 36/2018/QĐ-UBND")
    asked = parse(query)
    assert (asked.number.number, asked.also.number) == (first, second)
    hits = find(query, fill=True).hits
    assert [hit.page for hit in hits[:2]] == [acts[first].pk, acts[second].pk]


@pytest.mark.parametrize(
    ("query", "is_nearest"),
    [
        ("06/2020/QĐ-UBND sửa cái gì", False),
        ("06/2020/CT-UBDN", True),
    ],
)
def test_who_owns_the_number_is_not_called_the_nearest(
    front, client, query, is_nearest
):
    add_act("06/2020/QĐ-UBND", title="Hoạt động sáng kiến")
    add_act("06/2020/NQ-HĐND", title="Mức chi cho sáng kiến")
    page = client.get("/tim-kiem/", {"q": query}).content.decode()
    assert "06/2020/QĐ-UBND" in page
    assert ("Không có văn bản nào mang đúng số" in page) is is_nearest


def test_a_number_typed_twice_is_one(front):
    asked = parse("36/2018/QĐ-UBND hay 36/2018/QĐ-UBND")
    assert asked.number.number == 36
    assert asked.also is None


def test_what_is_coming_comes_before_what_was(front, client):
    today = timezone.localdate()
    add_event(title="Hội nghị đã họp", starts_on=today - timedelta(days=30))
    add_event(title="Hội nghị sẽ họp", starts_on=today + timedelta(days=30))
    assert titles(client, "hội nghị sắp tới")[0] == "Hội nghị sẽ họp"
    assert titles(client, "hội nghị đã qua")[0] == "Hội nghị đã họp"


def test_a_state_is_no_word_that_pages_must_say(front):
    asked = parse("lớp tập huấn viết báo cáo còn chỗ")
    assert ("su-kien", "free") in asked.states
    assert asked.folded == ("lop", "tap", "huan", "viet", "bao", "cao")
    assert parse("lớp tập huấn còn chỗ").only_state


def test_a_month_is_no_number_and_the_whole_number_is_asked_about(front):
    asked = parse("sự kiện tháng 1 năm 2021")
    assert (asked.number, asked.days) == (None, (("m202101",),))
    assert parse("họp cuối tháng 1/2021").number is None
    assert parse("QD 08-2022").number.ladder()[-1] == "8y2022qd"
    asked = parse("06/2020 sửa điều nào của QĐ 36").number
    assert (asked.number, asked.year) == (6, 2020)


def test_a_provision_is_no_regulation_of_that_number(front):
    assert parse("khoản 2 điều 4 quy chế mới nhất").number is None
    assert parse("quy chế 4 2023").number
    assert parse("điều 4 quy chế 12/2023").number.number == 12


def test_a_thin_answer_is_filled_with_what_says_most_of_it(news, client):
    publish(news, title="Thư viện lưu động", summary="Sách tới từng thôn.")
    publish(news, title="Sách cho thôn xa", summary="Một tủ sách tới nhà.")
    found = titles(client, "sách tới từng thôn")
    assert found == ["Thư viện lưu động", "Sách cho thôn xa"]


def test_marks_in_a_text_tell_two_words_apart(news, client):
    publish(news, title="Chuyện thứ nhất", summary="Việc ấy diễn ra thường xuyên.")
    publish(news, title="Chuyện thứ hai", summary="Ai làm tốt thì được thưởng.")
    assert titles(client, "thưởng")[0] == "Chuyện thứ hai"
    assert set(titles(client, "thuong")) == {"Chuyện thứ nhất", "Chuyện thứ hai"}


def test_what_can_be_done_is_a_result(front, client):
    assert services(client, "đề xuất sáng kiến") == ["/sang-kien/gui/"]
    assert services(client, "mất vé") == ["/ve/"]
    answer = client.get("/tim-kiem.json", {"q": "mất vé"}).json()
    assert [one["url"] for one in answer["services"]] == ["http://testserver/ve/"]
    assert services(client, "nếp cái hoa vàng") == []


@pytest.mark.parametrize(
    ("query", "url"),
    [
        ("trả lại chỗ", "/ve/"),
        ("hủy đăng ký", "/ve/"),
        ("giấy chứng nhận của tôi mất, in lại", "/ve/"),
        ("xem khi không có mạng", "/da-luu/"),
    ],
)
def test_the_service_that_does_it_leads(front, client, query, url):
    assert services(client, query)[0] == url


def test_what_services_are_asked_with_is_no_slip(front, news, client):
    publish(news, title="Tôi màu vẽ")
    assert services(client, "tôi mất vé") == ["/ve/"]
    assert not find("tôi mất vé").corrected


def test_a_word_is_no_slip_for_one_that_fits_on_one_side_alone():
    query, choices = parse("toi quen ve"), {1: ["que"]}
    assert spelling._one_changed(query, choices, {"que ve": 3}) == []
    both = {"que ve": 3, "toi que": 1}
    [read] = spelling._one_changed(query, choices, both)
    assert read.sequence == ("toi", "que", "ve")


def test_what_is_done_with_a_page_is_offered_for_the_page_that_is_meant(front, client):
    page = add_initiative(title="Thẻ màu gọi khám")
    add_initiative(title="Bảng nhắc việc")
    assert f"{page.url}ap-dung/" in services(client, "muốn áp dụng thẻ màu gọi khám")
    assert f"{page.url}ap-dung/" not in services(client, "thẻ màu gọi khám")


def test_a_kind_alone_finds_its_list(front, client):
    add_initiative(title="Sáng kiến về thẻ màu")
    for query in ("sáng kiến", "skkn", "xem tất cả sáng kiến"):
        found = client.get("/tim-kiem/", {"q": query}).context["results"]
        assert found[0].url == "/sang-kien/", query
        assert (found[0].kind_title, found[0].date) == ("Danh sách", None)
        assert all(row.date for row in list(found)[1:] if not row.is_service)


def test_a_need_is_found_as_long_as_it_stands_on_the_board(front, client):
    now = timezone.now()
    need = Need.objects.create(
        title="Nhắc người bệnh tái khám",
        text="Sổ hẹn thất lạc, không ai nhắc.",
        field=Field.objects.first() or Field.objects.create(name="Y tế", slug="y-te"),
        unit="Trạm minh họa",
        state=NeedState.PENDING,
        sent_at=now,
    )
    assert need.title not in titles(client, "nhắc tái khám")
    need.state, need.approved_at = NeedState.OPEN, now
    need.save()
    found = client.get("/tim-kiem/", {"q": "nhac tai kham"}).context["results"]
    assert [row.url for row in found][:1] == [f"/sang-kien/nhu-cau/{need.pk}/"]
    rebuild.rebuild()
    assert titles(client, "nhac tai kham")[:1] == [need.title]
    Need.objects.update(closes_on=timezone.localdate() - timedelta(days=1))
    assert need.title not in titles(client, "nhac tai kham"), "its time is over"
    need.delete()
    assert not SearchEntry.objects.filter(kind="nhu-cau").exists()


def test_who_has_a_problem_is_led_to_a_solution_before_those_who_ask_for_one(front):
    """Both say the same; who looks for needs finds the need first."""
    now = timezone.now()
    need = Need.objects.create(
        title="Nhắc người bệnh tái khám",
        text="Sổ hẹn thất lạc.",
        field=Field.objects.get_or_create(slug="y-te", defaults={"name": "Y tế"})[0],
        unit="Trạm minh họa",
        state=NeedState.OPEN,
        sent_at=now,
        approved_at=now,
        asked_as="quên ngày tái khám\nbn quên lịch",
    )
    page = add_initiative(
        title="Nhắc người bệnh tái khám",
        asked_as="quên ngày tái khám\nbn quên lịch",
    )
    for query in ("quên ngày tái khám", "nhắc người bệnh tái khám"):
        hits = find(query, fill=True).hits
        assert [hit.page for hit in hits][:2] == [page.pk, record_page(0, need.pk)]
    [first, *_others] = find("nhu cầu nhắc người bệnh tái khám", fill=True).hits
    assert first.page == record_page(0, need.pk)


def test_each_half_of_the_natural_queries_is_graded():
    for half in HALVES:
        queries = natural_queries(half)
        assert len(queries) > 130
        assert all(max(one.right.values()) == 3 for one in queries)
