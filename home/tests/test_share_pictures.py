"""Each page names a share picture, and the picture is there."""

import re
from datetime import date
from io import BytesIO

import pytest
from django.core.cache import cache
from PIL import Image
from wagtail.models import PageViewRestriction

from documents.tests.act_factories import add_act
from documents.tests.initiative_factories import add_initiative
from events.enums import Circumstance
from events.tests.scenario import add_event
from home.models import StandardPage
from home.tests.factories import ArticlePageFactory
from portal.guard.attempts import Limit
from portal.share_cards import card_of, views

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def pictures(settings, tmp_path):
    settings.SHARE_PICTURES_DIR = tmp_path / "share"
    cache.clear()
    return settings.SHARE_PICTURES_DIR


def head_of(client, url: str) -> dict[str, str]:
    html = client.get(url).content.decode()
    found = re.findall(r'<meta (?:property|name)="([^"]+)" content="([^"]*)"', html)
    return dict(found)


def path_of(client, url: str) -> str:
    return head_of(client, url)["og:image"].removeprefix("http://testserver")


def opened(client, url: str) -> Image.Image:
    response = client.get(url)
    assert response.status_code == 200
    return Image.open(BytesIO(response.content))


def test_every_kind_of_page_names_its_picture(client, front, news):
    pages = (
        front,
        news,
        front.add_child(instance=StandardPage(title="Giới thiệu")),
        ArticlePageFactory(parent=news),
        add_act("12/2019/QĐ-UBND"),
        add_initiative(),
        add_event(),
    )
    seen = set()
    for page in pages:
        head = head_of(client, page.url)
        assert (head["og:image:width"], head["og:image:height"]) == ("1200", "630")
        assert head["og:image:alt"]
        assert head["twitter:card"] == "summary_large_image"
        path = head["og:image"].removeprefix("http://testserver")
        assert opened(client, path).size == (1200, 630)
        seen.add(path)
    assert len(seen) == len(pages)


def test_pages_outside_of_the_tree_show_the_portal_s_own(client, front):
    assert opened(client, path_of(client, "/so-do-trang/")).size == (1200, 630)


def test_a_new_fact_makes_a_new_address_and_the_old_one_leads_there(client, news):
    article = ArticlePageFactory(parent=news, title="Cũ")
    before = path_of(client, article.url)
    article.title = "Mới"
    article.save()
    after = path_of(client, article.url)
    assert before != after
    response = client.get(before)
    assert (response.status_code, response.url) == (302, after)


def test_a_picture_is_drawn_once_and_older_ones_go(client, news, monkeypatch, pictures):
    article = ArticlePageFactory(parent=news, title="Cũ")
    first = path_of(client, article.url)
    content = client.get(first).content
    monkeypatch.setattr(views, "_drawn", None)
    assert client.get(first).content == content
    monkeypatch.undo()
    article.title = "Mới"
    article.save()
    client.get(path_of(client, article.url))
    assert len(list(pictures.iterdir())) == 1


def test_made_up_names_draw_nothing(client, news, monkeypatch):
    article = ArticlePageFactory(parent=news)
    monkeypatch.setattr(views, "_drawn", None)
    for name in ("000000000000.png", "x.jpg", "x", "..%2E"):
        response = client.get(f"/anh-chia-se/{article.pk}-{name}")
        assert response.status_code == 302


def test_only_public_pages_have_one(client, news):
    draft = ArticlePageFactory(parent=news, live=False)
    closed = ArticlePageFactory(parent=news, title="Kín")
    own = path_of(client, closed.url)
    PageViewRestriction.objects.create(page=closed, restriction_type="login")
    for url in (own, f"/anh-chia-se/{draft.pk}-x.png", "/anh-chia-se/987654-x.png"):
        assert client.get(url).status_code == 404


def test_a_flood_of_new_pictures_waits(client, news, monkeypatch):
    one, two = ArticlePageFactory(parent=news), ArticlePageFactory(parent=news)
    first, second = path_of(client, one.url), path_of(client, two.url)
    monkeypatch.setattr(views, "LIMIT", Limit(1, views.LIMIT.per))
    assert client.get(first).status_code == 200
    refused = client.get(second)
    assert refused.status_code == 429
    assert int(refused["Retry-After"]) >= 1
    assert client.get(first).status_code == 200  # what is drawn is not counted


def test_a_disk_that_refuses_costs_no_reader_the_picture(client, news, settings):
    settings.SHARE_PICTURES_DIR = settings.BASE_DIR / "manage.py"
    assert opened(client, path_of(client, ArticlePageFactory(parent=news).url))


def test_a_conference_says_what_does_not_age(front):
    event = add_event(capacity=5)
    event.starts_on, event.ends_on = date(2030, 1, 25), None
    event.venue = "Hội trường"
    card = card_of(event)
    assert [line.text for line in card.lines] == ["Thứ Sáu, 25/01/2030", "Hội trường"]
    event.circumstance = Circumstance.POSTPONED
    assert [line.text for line in card_of(event).lines] == ["Hội trường"]
    event.circumstance = Circumstance.CANCELLED
    assert (card_of(event).kicker, card_of(event).lines) == ("Đã hủy", ())


def test_what_is_shared_carries_no_question_and_no_secret(client, news):
    article = ArticlePageFactory(parent=news, title="Tin minh họa")
    html = client.get(f"{article.url}?ma=bi-mat&cam-on").content.decode()
    text = html.split('id="loi-chia-se" hidden>')[1].split("</pre>")[0]
    assert text == f"Tin minh họa\n29/01/2021\n{article.get_full_url()}"
    assert "bi-mat" not in text
