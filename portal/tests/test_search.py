"""The search box: what is found, what never is, what hostile input does."""

import pytest
from wagtail.models import PageViewRestriction

from home.tests.factories import ArticlePageFactory
from portal.models import SearchEntry
from portal.search.query import clean, search, snippet, words


def publish(news, **fields):
    page = ArticlePageFactory(parent=news, **fields)
    page.save_revision().publish()
    return page


def found(query: str) -> list[str]:
    return [entry.title for entry in search(query)]


def test_a_query_becomes_folded_words_each_once():
    assert words("Sáng  kiến SÁNG 36/2018/QĐ-UBND") == [
        "sang",
        "kien",
        "36/2018/qd-ubnd",
    ]


def test_a_query_is_bounded_and_printable():
    assert clean("a\0b" + "x" * 5000) == "a b" + "x" * 197
    assert len(words("từ " * 10 + " ".join(map(str, range(600))))) <= 12


def test_a_snippet_starts_near_the_word_and_keeps_its_accents():
    text = "Mở đầu. " * 60 + "Đây là mức chi cho sáng kiến. " + "Kết thúc. " * 60
    shown = snippet(text, ["muc", "chi"])
    assert "mức chi" in shown
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert len(shown) < 260


def test_a_short_text_is_its_own_snippet():
    assert snippet("Ba lớp tập huấn.", ["lop"]) == "Ba lớp tập huấn."


@pytest.mark.django_db
def test_accents_do_not_matter_and_titles_come_first(news):
    publish(news, title="Trong bài", summary="Nói về mức chi hoạt động.")
    publish(news, title="Mức chi sáng kiến")
    assert found("muc chi") == found("MỨC CHI") == ["Mức chi sáng kiến", "Trong bài"]


@pytest.mark.django_db
def test_words_are_found_from_their_start_and_together_first(news):
    publish(news, title="Một", summary="Địa chỉ và danh mục, mọi chi tiết.")
    publish(news, title="Hai", summary="Quy định mức chi.")
    publish(news, title="Ba", summary="Ba mươi chín.")
    assert found("muc chi") == ["Hai", "Một"]
    assert found("muoi") == ["Ba"]
    assert found("uoi") == []


@pytest.mark.django_db
def test_a_page_is_found_only_while_readers_may_see_it(news):
    page = publish(news, title="Bí mật công vụ")
    assert found("bi mat") == ["Bí mật công vụ"]
    page.unpublish()
    assert found("bi mat") == []
    page.save_revision().publish()
    assert found("bi mat") == ["Bí mật công vụ"]
    restriction = PageViewRestriction.objects.create(
        page=page.get_parent(), restriction_type="login"
    )
    assert found("bi mat") == []
    restriction.delete()
    assert found("bi mat") == ["Bí mật công vụ"]
    page.delete()
    assert not SearchEntry.objects.filter(title="Bí mật công vụ").exists()


@pytest.mark.django_db
def test_a_draft_edit_is_not_found_before_it_is_published(news):
    page = publish(news, title="Bản đang đăng")
    page.title = "Bản sửa chưa đăng"
    page.save_revision()
    assert found("chua dang") == []


@pytest.mark.django_db
def test_an_address_changes_with_the_page(news, django_capture_on_commit_callbacks):
    page = publish(news, title="Đổi địa chỉ")
    with django_capture_on_commit_callbacks(execute=True):
        news.slug = "tin"
        news.save_revision().publish()
    assert [entry.url for entry in search("doi dia chi")] == [f"/tin/{page.slug}/"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "query",
    ['"', "*", "(", "NEAR", "--", "\0", "🎉", "שלום", " ", "<script>", "' OR 1=1"],
)
def test_hostile_words_are_only_words(client, front, query):
    response = client.get("/tim-kiem/", {"q": query, "trang": "-1"})
    assert response.status_code == 200
    assert b"<script>" not in response.content.split(b"<main", 1)[1]


@pytest.mark.django_db
def test_result_pages_keep_their_query_count(
    client, news, django_assert_max_num_queries
):
    for _count in range(2):
        for _number in range(4):
            publish(news, title="Chung một tên")
        with django_assert_max_num_queries(8):
            client.get("/tim-kiem/?q=chung")
