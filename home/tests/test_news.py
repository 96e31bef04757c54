"""News as readers find and read it."""

from datetime import date
from xml.etree import ElementTree

import pytest
from django.test import RequestFactory

from home.models import ArticlePage
from home.tests.factories import ArticlePageFactory, NewsTopicFactory

pytestmark = pytest.mark.django_db


def titles(response) -> list[str]:
    return [page.title for page in response.context["articles"]]


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
    years = {row["title"]: row["count"] for row in response.context["years"]}
    assert years == {"2021": 1, "2020": 1}


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
    limit = 14 if url == "/" else 12
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
