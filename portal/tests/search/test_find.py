"""The search box: what is found, what never is, what hostile input does."""

import pytest
from wagtail.models import Page, PageViewRestriction

from home.models import ArticlePage, NewsIndexPage, StandardPage
from home.tests.factories import ArticlePageFactory
from portal.bench.relevance.hostile_queries import HOSTILE
from portal.models import SearchEntry
from portal.search.find import find

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


def publish(news, **fields):
    page = ArticlePageFactory(parent=news, **fields)
    page.save_revision().publish()
    return page


def found(query: str) -> list[str]:
    keys = [hit.key for hit in find(query).hits]
    entries = SearchEntry.objects.in_bulk(keys)
    return [entries[key].title for key in keys]


def test_accents_do_not_matter_and_titles_come_first(news):
    publish(news, title="Trong bài", summary="Nói về mức chi hoạt động.")
    publish(news, title="Mức chi sáng kiến")
    assert found("muc chi") == found("MỨC CHI") == ["Mức chi sáng kiến", "Trong bài"]


def test_words_count_whole_and_together_first(news):
    publish(news, title="Một", summary="Địa chỉ và danh mục, mọi chi tiết.")
    publish(news, title="Hai", summary="Quy định mức chi.")
    publish(news, title="Ba mươi chín")
    assert found("muc chi") == ["Hai", "Một"]
    assert found("muoi") == ["Ba mươi chín"]
    assert found("uoi chin") == ["Ba mươi chín"], "a letter left out"


def test_marks_decide_among_words_that_differ_in_nothing_else(news):
    publish(news, title="Y học cổ truyền")
    publish(news, title="Ý học có truyện")
    assert found("y học cổ truyền")[0] == "Y học cổ truyền"
    assert found("ý học có truyện")[0] == "Ý học có truyện"
    assert set(found("y hoc co truyen")) == {"Y học cổ truyền", "Ý học có truyện"}


@pytest.mark.parametrize(
    "query",
    [
        "kỹ thuật hoà bình",
        "kĩ thuật hòa bình",
        "KY THUAT HOA BINH",
        "kyx thuaatj hoaf binhf",
        "ky thuạt hoa binh",
        "kỹ thuâtj hòa bình",
        "ky thuta hoa binh",
    ],
)
def test_spellings_of_one_thing_find_it(news, query):
    publish(news, title="Kỹ thuật hòa bình")
    publish(news, title="Bình yên và kỹ năng")
    assert found(query)[0] == "Kỹ thuật hòa bình"


def test_a_correction_is_said_and_the_typed_words_come_first_where_they_stand(news):
    publish(news, title="Kỹ thuật trồng hồi")
    corrected = find("ki thuat trogn hoi")
    assert corrected.corrected and corrected.query.text == "ki thuat trong hoi"
    assert not find("ky thuat trong hoi").corrected


def test_abbreviations_are_known_both_ways(news):
    publish(news, title="Thông báo của Ủy ban nhân dân xã")
    publish(news, title="UBND tỉnh họp")
    for query in ("ubnd", "ủy ban nhân dân", "uy ban nhan dan"):
        assert set(found(query)) == {
            "Thông báo của Ủy ban nhân dân xã",
            "UBND tỉnh họp",
        }


def test_a_question_finds_what_it_is_about(news):
    publish(news, title="Mức chi cho hội đồng sáng kiến")
    publish(news, title="Bao nhiêu là đủ")
    asked = "mức chi cho hội đồng sáng kiến là bao nhiêu"
    assert found(asked)[0] == "Mức chi cho hội đồng sáng kiến"


def test_an_answer_to_some_of_the_words_is_given_as_such(news):
    publish(news, title="Trồng hồi trên đất dốc")
    loose = find("trồng hồi trên đất dốc tại huyện Văn Lãng năm nay")
    assert loose.loose
    assert len(loose.hits) == 1


# --- What readers may see, and nothing else ------------------------------------------


def test_a_page_is_found_only_while_readers_may_see_it(news):
    page = publish(news, title="Bí mật công vụ")
    assert found("bi mat") == ["Bí mật công vụ"]
    page.unpublish()
    assert "Bí mật công vụ" not in found("bi mat")
    page.save_revision().publish()
    assert found("bi mat") == ["Bí mật công vụ"]
    restriction = PageViewRestriction.objects.create(
        page=page.get_parent(), restriction_type="login"
    )
    assert "Bí mật công vụ" not in found("bi mat")
    restriction.delete()
    assert found("bi mat") == ["Bí mật công vụ"]
    page.delete()
    assert "Bí mật công vụ" not in found("bi mat")
    assert not SearchEntry.objects.filter(title="Bí mật công vụ").exists()


def test_a_page_moved_under_a_closed_section_vanishes_at_once(front):
    open_section = front.add_child(instance=StandardPage(title="Mở"))
    closed = front.add_child(instance=StandardPage(title="Nội bộ"))
    PageViewRestriction.objects.create(page=closed, restriction_type="login")
    page = open_section.add_child(instance=StandardPage(title="Lịch trực ban"))
    page.save_revision().publish()
    assert found("lich truc ban") == ["Lịch trực ban"]
    page.move(closed, pos="last-child")
    assert "Lịch trực ban" not in found("lich truc ban")
    Page.objects.get(pk=page.pk).move(
        StandardPage.objects.get(pk=open_section.pk), pos="last-child"
    )
    assert found("lich truc ban") == ["Lịch trực ban"]


def test_deleting_a_section_forgets_all_below_it(news):
    publish(news, title="Tin sẽ mất")
    NewsIndexPage.objects.get(pk=news.pk).delete()
    assert "Tin sẽ mất" not in found("tin se mat")
    assert not SearchEntry.objects.filter(title="Tin sẽ mất").exists()


def test_a_draft_edit_is_not_found_before_it_is_published(news):
    page = publish(news, title="Bản đang đăng")
    page.title = "Bản sửa chưa đăng"
    page.save_revision()
    assert found("ban sua chua") != ["Bản sửa chưa đăng"]
    page.save_revision().publish()
    assert found("ban sua chua") == ["Bản sửa chưa đăng"]
    assert "Bản đang đăng" not in found("ban dang dang")


def test_an_address_changes_with_the_page(news, django_capture_on_commit_callbacks):
    page = publish(news, title="Đổi địa chỉ")
    with django_capture_on_commit_callbacks(execute=True):
        news.slug = "tin"
        news.save_revision().publish()
    entry = SearchEntry.objects.get(page=page.pk)
    assert entry.url == f"/tin/{page.slug}/"


def test_what_the_index_should_have_forgotten_is_not_shown(client, news):
    page = publish(news, title="Lọt lưới")
    ArticlePage.objects.filter(pk=page.pk).update(live=False)  # past every signal
    assert found("lot luoi") == ["Lọt lưới"]
    assert "Lọt lưới" not in client.get("/tim-kiem/?q=lot+luoi").content.decode()


# --- The page ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "query",
    HOSTILE,
)
def test_hostile_words_are_only_words(client, news, query):
    publish(news, title="Sáng kiến <em>hay</em>")
    for path in ("/tim-kiem/", "/tim-kiem.json", "/tim-kiem/goi-y.json"):
        response = client.get(path, {"q": query, "trang": "-1"}, errors="ignore")
        assert response.status_code == 200
        if path == "/tim-kiem/":
            shown = response.content.decode().split("<main", 1)[1]
            assert "<script>" not in shown
            assert "<em>" not in shown and "<b>sáng" not in shown


@pytest.mark.parametrize(
    "choice",
    [
        {"trang": "99999"},
        {"trang": "-1"},
        {"trang": "٣"},
        {"page": "99999"},
        {"muc": "khong-co"},
        {"muc": "' OR 1=1"},
        {"sap-xep": "zzz"},
        {"nam": "abc"},
        {"nam": "9" * 400},
        {"co-quan": "1e9"},
        {"hieu-luc": "in_force; DROP"},
        {"linh-vuc": "\0"},
        {"chu-de": ["<i>"] * 50},
    ],
)
def test_unknown_choices_are_as_good_as_none(client, news, choice):
    publish(news, title="Sáng kiến")
    response = client.get("/tim-kiem/", {"q": "sang kien", **choice})
    assert response.status_code == 200
    assert "<i>" not in response.content.decode().split("<main", 1)[1]


def test_the_page_shows_marked_words_of_the_original(client, news):
    publish(news, title="Mức chi", summary="Nói về <i>mức chi</i> cho sáng kiến.")
    shown = client.get("/tim-kiem/?q=muc+chi+sang+kien").content.decode()
    assert "<mark>Mức chi</mark>" in shown
    assert "&lt;i&gt;<mark>mức chi</mark>&lt;/i&gt;" in shown
    assert "<mark>sáng kiến</mark>" in shown


def test_tabs_and_filters_count_and_narrow(client, news, front):
    publish(news, title="Sáng kiến một", published_on="2020-01-01")
    publish(news, title="Sáng kiến hai", published_on="2021-01-01")
    about = front.add_child(instance=StandardPage(title="Về sáng kiến"))
    about.save_revision().publish()
    context = client.get("/tim-kiem/?q=sang+kien").context
    tabs = {tab["value"]: tab["count"] for tab in context["tabs"]}
    assert tabs["tin-tuc"] == 2
    assert tabs[""] == context["result_count"] == sum(tabs.values()) - tabs[""]
    news_only = client.get("/tim-kiem/?q=sang+kien&muc=tin-tuc&nam=2020").context
    assert [r.plain_title for r in news_only["results"]] == ["Sáng kiến một"]
    [years] = [f for f in news_only["facets"] if f["name"] == "nam"]
    assert {i["value"]: i["count"] for i in years["items"]} == {"2020": 1, "2021": 1}
    assert [f["label"] for f in news_only["active_filters"]] == ["2020"]


def test_order_can_be_by_date(client, news):
    for year in (2019, 2022, 2020):
        publish(news, title=f"Sáng kiến {year}", published_on=f"{year}-05-01")
    for sort, years in (("moi", [2022, 2020, 2019]), ("cu", [2019, 2020, 2022])):
        rows = client.get(f"/tim-kiem/?q=sang+kien&muc=tin-tuc&sap-xep={sort}")
        assert [r.date.year for r in rows.context["results"]] == years


def test_pages_follow_each_other_without_gap_or_repetition(client, news, monkeypatch):
    monkeypatch.setattr("portal.search.candidates.HEADS", 3)
    monkeypatch.setattr("portal.search.candidates.BODIES", 4)
    titles = {publish(news, title=f"Sáng kiến số {n}").title for n in range(23)}
    seen: list[str] = []
    for number in (1, 2, 3):
        rows = client.get(f"/tim-kiem/?q=sang+kien&muc=tin-tuc&trang={number}")
        seen += [r.plain_title for r in rows.context["results"]]
    assert len(seen) == 23
    assert set(seen) == titles


def test_result_pages_keep_their_query_count(
    client, news, django_assert_max_num_queries
):
    for _count in range(2):
        for _number in range(4):
            publish(news, title="Chung một tên")
        with django_assert_max_num_queries(24):
            client.get("/tim-kiem/?q=chung")
