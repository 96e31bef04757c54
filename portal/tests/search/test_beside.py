"""What stands beside the best result: what editors say is needed too, and lists."""

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from documents.models import Field
from documents.models.initiative_enums import NeedState
from documents.models.needs import Need
from documents.tests.act_factories import add_act
from documents.tests.initiative_factories import add_initiative
from home.tests.factories import ArticlePageFactory
from portal.models import RelatedPage
from portal.models.pages import MOST_RELATED
from portal.search import registry
from portal.search.related_pages import related_to

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


def choose(page: Page, *others: Page) -> None:
    page.related_pages = [
        RelatedPage(other=other, sort_order=place) for place, other in enumerate(others)
    ]
    page.save_revision().publish()


def rows(client, query: str, **more) -> list:
    return list(client.get("/tim-kiem/", {"q": query, **more}).context["results"])


def titles(client, query: str, **more) -> list[str]:
    return [row.plain_title for row in rows(client, query, **more)]


@pytest.fixture
def article(news):
    page = ArticlePageFactory(parent=news, title="Lò sưởi úm gà")
    page.save_revision().publish()
    return page


@pytest.fixture
def act(front):
    return add_act("05/2024/QĐ-UBND", title="Khen thưởng hằng năm")


def test_what_is_needed_too_stands_next_and_is_no_result(article, act, client):
    choose(article, act)
    page = client.get("/tim-kiem/", {"q": "lò sưởi úm gà"})
    first, *beside = [row for row in page.context["results"] if not row.is_service]
    assert (first.plain_title, first.is_beside) == (article.title, False)
    assert {row.plain_title for row in beside} == {"Tin tức", act.title}
    assert all(row.is_beside for row in beside)
    assert page.context["result_count"] == 1
    assert "Thường cần cùng kết quả đầu" in page.content.decode()
    data = client.get("/tim-kiem.json", {"q": "lò sưởi úm gà"}).json()
    assert data["count"] == 1
    told = [one.get("beside", False) for one in data["results"]]
    assert told == [False, True, True]


def test_it_works_the_other_way_round(article, act, client):
    choose(article, act)
    assert article.title in titles(client, "khen thưởng hằng năm")


def test_what_was_chosen_first_stands_first(news, article, client):
    others = [
        ArticlePageFactory(parent=news, title=f"Bài {name}") for name in ("mơ", "mận")
    ]
    for other in others:
        other.save_revision().publish()
    choose(article, *others)
    found = titles(client, "lò sưởi úm gà")
    assert found.index("Bài mơ") < found.index("Bài mận")
    choose(article, *reversed(others))
    found = titles(client, "lò sưởi úm gà")
    assert found.index("Bài mận") < found.index("Bài mơ")


def test_who_filters_or_sorts_sees_only_what_answers(article, act, client):
    choose(article, act)
    for more in ({"muc": "tin-tuc"}, {"sap-xep": "moi"}):
        assert titles(client, "lò sưởi úm gà", **more) == [article.title]


def test_a_draft_and_a_closed_page_stand_nowhere(article, act, news, client):
    draft = ArticlePageFactory(parent=news, title="Bài nháp", live=False)
    choose(article, act, draft)
    PageViewRestriction.objects.create(page=act, restriction_type="login")
    found = client.get("/tim-kiem/", {"q": "lò sưởi úm gà"}).content.decode()
    shown = client.get(article.url).content.decode()
    for html in (found, shown):
        assert "Bài nháp" not in html and act.symbol not in html


def test_what_was_chosen_in_a_draft_changes_nothing_yet(article, act, client):
    article.related_pages = [RelatedPage(other=act, sort_order=0)]
    article.save_revision()
    assert act.symbol not in [row.symbol for row in rows(client, "lò sưởi úm gà")]
    assert "Bạn đọc cũng cần" not in client.get(article.url).content.decode()


def test_a_page_shows_what_is_needed_too_and_how_it_stands(article, act, client):
    choose(article, act, article, act)
    html = client.get(article.url).content.decode()
    section = html.partition('aria-labelledby="cung-can"')[2].partition("</section>")[0]
    assert section.count("<li ") == 1
    assert act.symbol in section and "Đang rà soát" in section


def test_the_list_of_what_is_found_follows(front, client):
    add_initiative(title="Thẻ màu gọi khám")
    first, *others = rows(client, "thẻ màu gọi khám")
    assert first.plain_title == "Thẻ màu gọi khám"
    assert ("/sang-kien/", True) in [(row.url, row.is_beside) for row in others]


def test_the_board_of_a_need_follows(front, client):
    now = timezone.now()
    index = add_initiative(title="Ngăn kéo").get_parent()
    Need.objects.create(
        title="Cách giữ sổ khỏi ẩm",
        text="Mùa mưa sổ sách mốc hết.",
        field=Field.objects.first(),
        unit="Trạm mẫu",
        state=NeedState.OPEN,
        approved_at=now,
        sent_at=now,
    )
    found = rows(client, "giữ sổ khỏi ẩm")
    boards = [row for row in found if row.url == f"{index.get_url()}nhu-cau/"]
    assert [row.is_service for row in boards] == [True]


def test_a_service_names_services_that_are_there():
    codes = {service.code for service in registry.services()}
    for service in registry.services():
        assert service.code not in service.beside
        assert codes.issuperset(service.beside), service.code


def test_the_board_follows_the_form_that_adds_to_it(front, client):
    index = add_initiative(title="Bảng ghi nhu cầu").get_parent().get_url()
    page = client.get("/tim-kiem/", {"q": "đăng nhu cầu của đơn vị"})
    first, *others = page.context["services"]
    assert first.url == f"{index}nhu-cau/gui/"
    shown = {row.url for row in (*others, *page.context["results"])}
    assert {f"{index}nhu-cau/", index} <= shown


def test_only_six_count_whatever_was_stored(news, article):
    others = []
    for number in range(MOST_RELATED + 2):
        other = ArticlePageFactory(parent=news, title=f"Bài số {number}")
        other.save_revision().publish()
        others.append(other)
    choose(article, *others)
    close = related_to([article.pk])[article.pk]
    assert [close.get(other.pk) for other in others[MOST_RELATED:]] == [None, None]
    worth = [close[other.pk] for other in others[:MOST_RELATED]]
    assert worth == sorted(worth, reverse=True)


def test_an_editor_chooses_them_in_the_form(article, act, admin_client):
    html = admin_client.get(reverse("wagtailadmin_pages:edit", args=[article.pk])).text
    assert "Bạn đọc cũng cần" in html
    assert f'name="related_pages-MAX_NUM_FORMS" value="{MOST_RELATED}"' in html
