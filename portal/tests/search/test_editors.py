"""What editors can do about search: synonyms, promoted pages, what was not found."""

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse
from wagtail.models import PageViewRestriction

from home.tests.factories import ArticlePageFactory
from portal.models import SearchMiss, SearchPromotion, SearchState, SearchSynonym
from portal.search import jobs, misses, rebuild
from portal.search.find import find

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
DAY = date(2026, 11, 27)


@pytest.fixture
def article(news):
    page = ArticlePageFactory(parent=news, title="Máy ấp trứng bằng rơm")
    page.save_revision().publish()
    return page


@pytest.fixture(autouse=True)
def nothing_noted():
    misses._noted.clear()


def test_an_editors_synonym_works_at_once_and_both_ways(article):
    assert not find("lò ấp gà con").hits
    SearchSynonym.objects.create(short="lò ấp gà con", meaning="máy ấp trứng")
    assert [hit.page for hit in find("lò ấp gà con").hits] == [article.pk]


def test_a_promoted_page_is_on_top_for_its_searches_alone(client, article):
    SearchPromotion.objects.create(queries="ấp trứng\nNuôi gà", page=article)
    for query in ("nuôi gà", "GA NUOI", "ap trung"):
        shown = client.get("/tim-kiem/", {"q": query}).context["promoted"]
        assert [page.title for page in shown] == [article.title]
    assert not client.get("/tim-kiem/?q=nuoi+ga+ri").context["promoted"]
    PageViewRestriction.objects.create(page=article, restriction_type="login")
    assert not client.get("/tim-kiem/?q=nuoi+ga").context["promoted"]


def test_what_is_on_top_stands_there_alone(client, article):
    SearchPromotion.objects.create(queries="ấp trứng\nbò sữa", page=article)
    page = client.get("/tim-kiem/?q=ap+trung")
    assert page.content.decode().count(f'href="{article.url}"') == 1
    # With a pick nothing is said to be missing.
    nothing = client.get("/tim-kiem/?q=bo+sua").content.decode()
    assert f'href="{article.url}"' in nothing
    assert "Cổng chưa có nội dung" not in nothing


def test_a_search_without_result_is_counted_later_and_without_who(
    client, front, django_assert_num_queries
):
    for _time in range(3):
        client.get("/tim-kiem/?q=Xe+Đạp+Bay")
    assert not SearchMiss.objects.exists(), "a GET never writes"
    assert misses.write() == 1
    client.get("/tim-kiem/?q=xe+dap+bay")
    misses.write()
    row = SearchMiss.objects.get()
    assert (row.words, row.count) == ("xe dap bay", 4)
    assert {field.name for field in SearchMiss._meta.fields} == {
        "id",
        "day",
        "words",
        "count",
    }


def test_what_filters_empty_is_no_miss(client, article):
    client.get("/tim-kiem/?q=ap+trung&nam=1999")
    client.get("/tim-kiem/?q=ap+trung")
    assert misses.write() == 0


@pytest.mark.parametrize(
    ("query", "counted"),
    [
        ("Xe đạp bay", "xe dap bay"),
        ("nguyen.van@example.vn", ""),
        ("0912 345 678", ""),
        ("hồ sơ 012345678901", ""),
        ("36/2018", "36 2018"),
        ("", ""),
        ("từ " * 50, " ".join(["tu"] * 10)),
    ],
)
def test_what_may_be_personal_is_not_counted(query, counted):
    assert misses.reported(query) == counted


def test_memory_is_bounded(monkeypatch):
    monkeypatch.setattr(misses, "_MOST_NOTED", 3)
    for word in ("một", "hai", "ba", "bốn", "một"):
        misses.note(word, DAY)
    assert sum(misses._noted.values()) == 4


def test_the_report_adds_up_days_for_those_who_may_see_it(admin_client, client, front):
    for day, words, count in ((1, "a b", 2), (2, "a b", 3), (2, "c", 4)):
        SearchMiss.objects.create(day=DAY.replace(day=day), words=words, count=count)
    rows = list(misses.most_missed(DAY.replace(day=1)))
    assert [(row["words"], row["times"], row["last"].day) for row in rows] == [
        ("a b", 5, 2),
        ("c", 4, 2),
    ]
    url = reverse("search_misses")
    assert client.get(url).status_code == 302
    assert admin_client.get(url).status_code == 200


def test_old_misses_are_forgotten():
    SearchMiss.objects.create(day=date(2026, 1, 1), words="cu")
    SearchMiss.objects.create(day=DAY, words="moi")
    jobs.forget_old_misses(datetime(2026, 11, 28, tzinfo=UTC))
    assert [row.words for row in SearchMiss.objects.all()] == ["moi"]


# --- Building anew -------------------------------------------------------------------


def test_a_rebuild_finds_all_that_is_public_and_changes_over(article, news):
    before = SearchState.current().slot
    article.title = "Bản nháp chưa đăng"
    article.save_revision()
    assert rebuild.rebuild() >= 2
    state = SearchState.current()
    assert (state.slot, state.is_building) == (1 - before, False)
    assert state.version == rebuild.VERSION
    assert state.pages
    assert [hit.page for hit in find("máy ấp trứng").hits] == [article.pk]
    draft = find("bản nháp chưa đăng").hits
    assert article.pk not in {hit.page for hit in draft}


def test_readers_search_the_old_index_until_the_new_one_is_done(article, monkeypatch):
    seen = []

    def look(done: int, total: int) -> None:
        seen.append([hit.page for hit in find("máy ấp trứng").hits])

    rebuild.rebuild(look)
    assert seen and all(pages == [article.pk] for pages in seen)


def test_what_was_cut_short_goes_on_and_news_are_in_both(article, news, monkeypatch):
    monkeypatch.setattr(rebuild, "BATCH", 2)
    slot, steps = SearchState.current().slot, []

    def stop(done: int, total: int) -> None:
        if done >= 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rebuild.rebuild(stop)
    state = SearchState.current()
    assert state.is_building and state.cursor and state.slot == slot
    late = ArticlePageFactory(parent=news, title="Tin đến giữa chừng")
    late.save_revision().publish()
    assert [hit.page for hit in find("tin đến giữa chừng").hits] == [late.pk]
    rebuild.rebuild(lambda done, total: steps.append(done))
    assert steps[0] == 2, "it began where it had stopped"
    assert [hit.page for hit in find("tin đến giữa chừng").hits] == [late.pk]
    assert [hit.page for hit in find("máy ấp trứng").hits] == [article.pk]


def test_the_worker_builds_an_outdated_index_once(article, monkeypatch):
    built = []
    monkeypatch.setattr(rebuild, "rebuild", lambda: built.append(1))
    jobs.rebuild_outdated_index(datetime(2026, 11, 27, tzinfo=UTC))
    SearchState.objects.update_or_create(pk=1, defaults={"version": rebuild.VERSION})
    jobs.rebuild_outdated_index(datetime(2026, 11, 27, tzinfo=UTC))
    assert built == [1]
