"""“Was this useful?”"""

import pytest

from home.tests.factories import ArticlePageFactory
from portal.models import PageFeedback
from portal.views import feedback

pytestmark = pytest.mark.django_db


def answer(client, page, browser="Firefox", **data):
    headers = {"user-agent": browser}
    return client.post(f"/phan-hoi/{page.pk}/", data, headers=headers)


def test_answers_become_a_tally_and_nothing_else(client, news):
    page = ArticlePageFactory(parent=news)
    for number, helpful in enumerate(("1", "1", "0")):
        answer(client, page, f"browser {number}", helpful=helpful)
    row = PageFeedback.objects.get()
    assert (row.page_id, row.helpful, row.unhelpful) == (page.pk, 2, 1)
    names = {field.name for field in PageFeedback._meta.get_fields()}
    assert names == {"id", "page", "on", "helpful", "unhelpful"}


def test_a_second_press_is_thanked_and_counts_nothing(client, news):
    page, other = ArticlePageFactory(parent=news), ArticlePageFactory(parent=news)
    for one in (page, page, other):
        assert answer(client, one, helpful="1").status_code == 302
    tally = {row.page_id: row.helpful for row in PageFeedback.objects.all()}
    assert tally == {page.pk: 1, other.pk: 1}


def test_no_address_fills_the_tally_by_changing_its_name(client, news):
    page = ArticlePageFactory(parent=news)
    for number in range(feedback.PER_ADDRESS.times + 5):
        answer(client, page, f"browser {number}", helpful="1")
    assert PageFeedback.objects.get().helpful == feedback.PER_ADDRESS.times


def test_the_reader_returns_to_the_page_and_is_thanked(client, news):
    page = ArticlePageFactory(parent=news)
    response = answer(client, page, helpful="1")
    assert response.status_code == 302
    assert response["Location"].startswith(page.url)
    assert client.get(response["Location"]).context["feedback"]["done"] is True


@pytest.mark.parametrize(
    "data", [{}, {"helpful": "x"}, {"helpful": "1", "website": "x"}]
)
def test_nonsense_and_robots_count_nothing(client, news, data):
    page = ArticlePageFactory(parent=news)
    assert answer(client, page, **data).status_code == 302
    assert not PageFeedback.objects.exists()


def test_another_site_cannot_answer_for_a_reader(client, news):
    page = ArticlePageFactory(parent=news)
    response = client.post(
        f"/phan-hoi/{page.pk}/", {"helpful": "1"}, HTTP_SEC_FETCH_SITE="cross-site"
    )
    assert response.status_code == 403


def test_a_draft_takes_no_feedback(client, news):
    page = ArticlePageFactory(parent=news, live=False)
    assert answer(client, page, helpful="1").status_code == 404


def test_reading_sets_no_cookie_and_writes_nothing(client, news):
    page = ArticlePageFactory(parent=news)
    response = client.get(page.url + "?cam-on")
    assert not response.cookies
    assert not PageFeedback.objects.exists()
    assert "public" in response["Cache-Control"]
