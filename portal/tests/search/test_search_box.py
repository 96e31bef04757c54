"""The box of a listing: one kind, the best first, nothing that is not public."""

import pytest
from django.db import connection
from django.template import Context, Template
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from documents.tests.act_factories import add_act
from documents.tests.initiative_factories import add_initiative
from events.tests.factories import EventFactory
from home.models import ArticlePage, StandardPage
from home.tests.factories import ArticlePageFactory
from portal.models import SearchState
from portal.search.rebuild import rebuild
from portal.search.search_box import Answer, add_places, answer

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


def publish(news, **fields):
    page = ArticlePageFactory(parent=news, **fields)
    page.save_revision().publish()
    return page


def titles(found: Answer) -> list[str]:
    pages = ArticlePage.objects.in_bulk(found.pages)
    return [pages[key].title for key in found.pages]


@pytest.mark.parametrize(
    "typed", ["mức chi sáng kiến", "muc chi sang kien", "muwcs chi sangs kieens"]
)
def test_only_the_kind_is_found_and_titles_come_first(front, news, typed):
    about = front.add_child(instance=StandardPage(title="Mức chi sáng kiến"))
    about.save_revision().publish()
    publish(news, title="Trong bài", summary="Nói về mức chi cho sáng kiến.")
    publish(news, title="Mức chi sáng kiến", published_on="2019-01-01")
    assert titles(answer(typed, "tin-tuc")) == ["Mức chi sáng kiến", "Trong bài"]
    assert answer(typed, "thong-tin").pages == (about.pk,)
    assert answer(typed, "khong-co").pages == ()


def test_a_slip_is_corrected_and_said(news):
    publish(news, title="Kỹ thuật trồng hồi")
    found = answer("ki thuat trogn hoi", "tin-tuc")
    assert titles(found) == ["Kỹ thuật trồng hồi"]
    assert found.read_as == "ki thuat trong hoi"
    assert not answer("ky thuat trong hoi", "tin-tuc").read_as


def test_some_of_the_words_are_said_to_be_some(news):
    publish(news, title="Trồng hồi trên đất dốc")
    found = answer("trồng hồi trên đất dốc tại huyện Văn Lãng năm nay", "tin-tuc")
    assert found.is_loose
    assert titles(found) == ["Trồng hồi trên đất dốc"]
    assert not found.only(found.pages).is_loose


def test_nothing_is_neither_loose_nor_corrected(news):
    found = answer("xyzzy qwfp", "tin-tuc")
    assert (found.pages, found.is_loose, found.read_as) == ((), False, "")
    assert found.is_complete


def test_an_index_that_is_still_to_be_built_is_no_proof_of_nothing(news, client):
    SearchState.objects.update_or_create(pk=1, defaults={"version": 0})
    assert answer("xyzzy qwfp", "tin-tuc").is_outdated
    words = "Công cụ tìm kiếm đang được chuẩn bị"
    assert words in client.get("/tin-tuc/?q=xyzzy").text
    rebuild()
    assert not answer("xyzzy qwfp", "tin-tuc").is_outdated
    assert words not in client.get("/tin-tuc/?q=xyzzy").text


@pytest.mark.parametrize("path", ["/tin-tuc/", "/su-kien/", "/van-ban/", "/sang-kien/"])
def test_what_the_index_should_have_forgotten_is_not_listed(news, client, path):
    parent = Page.objects.get(url_path__endswith=path).specific
    makes = {
        "/tin-tuc/": lambda: publish(news, title="Lọt lưới"),
        "/su-kien/": lambda: EventFactory(parent=parent, title="Lọt lưới"),
        "/van-ban/": lambda: add_act("09/2025/QĐ-UBND", title="Lọt lưới"),
        "/sang-kien/": lambda: add_initiative(title="Lọt lưới"),
    }
    page = makes[path]()
    page.save_revision().publish()
    assert page.url in client.get(f"{path}?q=lot+luoi").text
    Page.objects.filter(pk=page.pk).update(live=False)  # past every signal
    assert answer("lot luoi", path.strip("/")).pages == (page.pk,)
    assert page.url not in client.get(f"{path}?q=lot+luoi").text


def test_drafts_and_withdrawn_pages_are_not_found(news):
    page = publish(news, title="Bí mật công vụ")
    ArticlePageFactory(parent=news, title="Bí mật khác", live=False)
    assert answer("bi mat", "tin-tuc").pages == (page.pk,)
    page.unpublish()
    assert answer("bi mat", "tin-tuc").pages == ()


def test_beyond_what_is_ranked_the_newest_follow(news, monkeypatch):
    monkeypatch.setattr("portal.search.candidates.HEADS", 3)
    monkeypatch.setattr("portal.search.candidates.BODIES", 4)
    days = range(1, 24)
    made = [
        publish(news, title=f"Sáng kiến {n}", published_on=f"2021-03-{n:02}").pk
        for n in days
    ]
    found = answer("sang kien", "tin-tuc")
    assert len(found.pages) == len(set(found.pages)) == len(made)
    assert list(found.pages[-10:]) == made[9::-1]
    assert found.is_complete
    assert found.rank(found.pages[5]) == 5
    assert found.rank(0) == len(made)


def test_more_than_is_counted_is_said_and_old_titles_are_there(news, monkeypatch):
    monkeypatch.setattr("portal.search.candidates.HEADS", 2)
    monkeypatch.setattr("portal.search.candidates.BODIES", 2)
    monkeypatch.setattr("portal.search.search_box.MOST_COUNTED", 4)
    old = publish(news, title="Sáng kiến cũ", published_on="2001-01-01").pk
    for n in range(1, 6):
        summary = "Nói về sáng kiến."
        publish(news, title=f"Bài {n}", summary=summary, published_on=f"2021-03-0{n}")
    found = answer("sang kien", "tin-tuc")
    assert not found.is_complete
    assert old in found.pages
    assert len(found.pages) == 5


def test_as_many_queries_for_one_as_for_many(news):
    counts = []
    for _count in range(2):
        for _number in range(4):
            publish(news, title="Chung một tên", summary="Một tên chung.")
        with CaptureQueriesContext(connection) as queries:
            add_places(
                ArticlePage.objects.filter(pk__in=answer("chung ten", "tin-tuc").pages),
                answer("chung ten", "tin-tuc"),
            )
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_the_place_of_the_words_is_shown_marked_and_escaped(news):
    page = publish(news, title="Một", summary="Nói về <i>mức chi</i> cho ai.")
    silent = publish(news, title="Mức chi", summary="Không nói gì.")
    found = answer("muc chi", "tin-tuc")
    rows = [page, silent]
    add_places(rows, found)
    assert silent.found_place is None
    template = Template('{% include "components/found_place.html" %}')
    shown = template.render(Context({"place": page.found_place}))
    assert "&lt;i&gt;<mark>mức chi</mark>&lt;/i&gt;" in shown


def test_the_filter_marks_and_escapes():
    template = Template("{% load portal_tags %}{{ text|found:query|nowrap }}")

    def shown(text: str, query) -> str:
        return template.render(Context({"text": text, "query": query}))

    query = answer("sang kien", "tin-tuc").query
    assert shown("Sáng kiến <b>", query) == "<mark>Sáng kiến</mark> &lt;b&gt;"
    assert shown("<b>", None) == shown("<b>", "") == "&lt;b&gt;"
