"""News as readers find and read it."""

from datetime import date
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from home.models import ArticlePage, StandardPage
from home.tests.factories import ArticlePageFactory, NewsTopicFactory
from portal.bench.relevance.hostile_queries import HOSTILE

pytestmark = pytest.mark.django_db


def titles(response) -> list[str]:
    return [page.title for page in response.context["articles"]]


def offered(response, name: str) -> dict[str, int]:
    [facet] = [one for one in response.context["facets"] if one["name"] == name]
    return {item["title"]: item["count"] for item in facet["items"]}


def test_the_index_lists_newest_first_and_no_drafts(client, news):
    ArticlePageFactory(parent=news, title="Cũ", published_on=date(2020, 5, 1))
    ArticlePageFactory(parent=news, title="Mới", published_on=date(2021, 5, 1))
    ArticlePageFactory(parent=news, title="Nháp", live=False)
    assert titles(client.get("/tin-tuc/")) == ["Mới", "Cũ"]


def test_topic_and_year_narrow_the_list_together(client, news):
    topic = NewsTopicFactory(slug="hoi-dap", title="Hỏi đáp")
    ArticlePageFactory(parent=news, title="A", topic=topic)
    ArticlePageFactory(
        parent=news, title="B", topic=topic, published_on=date(2020, 1, 1)
    )
    ArticlePageFactory(parent=news, title="C")
    response = client.get("/tin-tuc/?chu-de=hoi-dap&nam=2021")
    assert titles(response) == ["A"]
    labels = [chip["label"] for chip in response.context["active_filters"]]
    assert labels == ["Hỏi đáp", "Năm 2021"]
    assert offered(response, "nam") == {"2021": 1, "2020": 1}


@pytest.mark.parametrize(
    "query",
    ["chu-de=%00", "nam=abc", "nam=99999999999999999999", "trang=-1", "trang=x"],
)
def test_a_nonsense_query_shows_all_news(client, news, query):
    ArticlePageFactory(parent=news, title="A")
    assert titles(client.get(f"/tin-tuc/?{query}")) == ["A"]


def test_an_unknown_topic_is_an_empty_list_not_an_error(client, news):
    ArticlePageFactory(parent=news)
    response = client.get("/tin-tuc/?chu-de=khong-co")
    assert response.status_code == 200
    assert titles(response) == []


def publish(news, **fields) -> ArticlePage:
    page = ArticlePageFactory(parent=news, **fields)
    page.save_revision().publish()
    return page


@pytest.mark.parametrize(
    "typed",
    ["mức chi sáng kiến", "muc chi sang kien", "muwcs chi sangs kieens"]
    + ["muc chi sang kein"],
)
def test_the_box_finds_news_alone_the_best_first(client, news, front, typed):
    publish(news, title="Trong bài", summary="Nói về <i>mức chi</i> cho sáng kiến.")
    publish(news, title="Mức chi sáng kiến", published_on=date(2019, 5, 1))
    ArticlePageFactory(parent=news, title="Mức chi sáng kiến nháp", live=False)
    about = front.add_child(instance=StandardPage(title="Mức chi sáng kiến"))
    about.save_revision().publish()
    response = client.get("/tin-tuc/", {"q": typed})
    assert titles(response) == ["Mức chi sáng kiến", "Trong bài"]
    shown = response.text.replace("\xa0", " ")
    assert "<mark>Mức chi sáng kiến</mark>" in shown
    assert "&lt;i&gt;<mark>mức chi</mark>&lt;/i&gt;" in shown
    assert f"<title>{typed} - " in shown
    is_mended = "kein" in typed or "wcs" in typed
    assert ("Có phải bạn muốn tìm" in shown) is is_mended


def test_words_and_filters_narrow_together(client, news):
    topic = NewsTopicFactory(slug="hoi-dap", title="Hỏi đáp")
    publish(news, title="Sáng kiến A", topic=topic, published_on=date(2020, 1, 1))
    publish(news, title="Sáng kiến B", published_on=date(2020, 1, 1))
    publish(news, title="Khác", topic=topic, published_on=date(2020, 1, 1))
    response = client.get("/tin-tuc/?q=sang+kien")
    assert offered(response, "chu-de")["Hỏi đáp"] == 1
    form = response.text.partition('class="facets"')[2].partition("</form>")[0]
    assert 'type="hidden" name="q" value="sang kien"' in form
    assert 'name="chu-de" value="hoi-dap"' in form
    assert titles(client.get("/tin-tuc/?q=sang+kien&chu-de=hoi-dap")) == ["Sáng kiến A"]
    nothing = client.get("/tin-tuc/?q=khac&nam=2021")
    assert titles(nothing) == []
    assert 'href="/tin-tuc/?q=khac"' in nothing.text.partition('"empty"')[2]


def test_nothing_found_leads_on(client, news):
    publish(news, title="A")
    response = client.get("/tin-tuc/", {"q": "xyzzy"})
    assert "/tim-kiem/?q=xyzzy" in response.text.partition('"empty"')[2]


def test_hostile_words_are_only_words(client, news):
    publish(news, title="Sáng kiến <em>hay</em>")
    for query in HOSTILE:
        response = client.get("/tin-tuc/", {"q": query, "trang": "-1", "nam": "x"})
        assert response.status_code == 200, query
        shown = response.text.split("<main", 1)[1]
        assert "<script>alert" not in shown and "<em>" not in shown, query


def test_more_news_found_cost_no_more_queries(client, news):
    counts = []
    for number in (2, 14):
        for _one in range(number):
            publish(news, title="Chung một tên", summary="Cùng một tên chung.")
        client.get("/tin-tuc/?q=chung+ten")
        with CaptureQueriesContext(connection) as queries:
            client.get("/tin-tuc/?q=chung+ten")
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 24
    assert len(titles(client.get("/tin-tuc/?q=chung+ten&trang=2"))) == 4


def test_related_news_starts_with_the_same_topic(client, news):
    topic = NewsTopicFactory()
    shown = ArticlePageFactory(parent=news, topic=topic)
    ArticlePageFactory(parent=news, title="Khác", published_on=date(2024, 1, 1))
    ArticlePageFactory(parent=news, title="Cùng chủ đề", topic=topic)
    related = client.get(shown.url).context["related"]
    assert [page.title for page in related] == ["Cùng chủ đề", "Khác"]


def test_the_feed_names_each_article(client, news):
    ArticlePageFactory(parent=news, title="Tin trong nguồn cấp")
    response = client.get("/tin-tuc/rss/")
    channel = ElementTree.fromstring(response.content).find("channel")
    assert [item.findtext("title") for item in channel.iter("item")] == [
        "Tin trong nguồn cấp"
    ]
    assert "rss+xml" in response["Content-Type"]


def test_structured_data_cannot_leave_its_script_element(rf: RequestFactory, news):
    page = ArticlePageFactory(parent=news, title="</script><b>")
    request = rf.get(page.url)
    request.user = None
    assert "</script>" not in page.get_context(request)["jsonld"]


@pytest.mark.parametrize("url", ["/", "/tin-tuc/"])
def test_query_count_does_not_grow_with_the_listing(
    client, news, django_assert_max_num_queries, url
):
    limit = 15 if url == "/" else 12
    for _count in range(2):
        ArticlePageFactory.create_batch(3, parent=news)
        client.get(url)
        with django_assert_max_num_queries(limit) as queries:
            client.get(url)
    assert len(queries) <= limit


def test_an_article_reads_with_few_queries(client, news, django_assert_max_num_queries):
    page = ArticlePageFactory(parent=news)
    ArticlePageFactory.create_batch(4, parent=news)
    client.get(page.url)
    with django_assert_max_num_queries(12):
        client.get(page.url)


def test_reading_time_is_at_least_a_minute():
    assert ArticlePage(title="x").reading_minutes == 1
