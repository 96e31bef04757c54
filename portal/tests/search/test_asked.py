"""Phrases editors write beside a page, in the words readers ask for it with."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from home.tests.factories import ArticlePageFactory
from portal.models import PortalPage
from portal.search.asked import Phrases, telling
from portal.search.fields import MOST_PHRASES, PhrasesField, tidy_phrases
from portal.search.find import find

PHRASES = "gà con nở lạnh\nấp trứng không cần điện"


@pytest.fixture
def article(news):
    page = ArticlePageFactory(
        parent=news, title="Máy ấp bằng rơm", asked_as=PHRASES, summary="Rơm giữ ấm."
    )
    ArticlePageFactory(
        parent=news, title="Điện mặt trời", summary="Không cần lò ấp."
    ).save_revision().publish()
    return page


@pytest.mark.django_db
@pytest.mark.postgres
def test_a_phrase_finds_its_page_once_it_is_public(article):
    assert article.pk not in [hit.page for hit in find("gà con nở lạnh").hits]
    article.save_revision().publish()
    for query in ("gà con nở lạnh", "ga con no lanh", "ấp trứng không cần điện"):
        assert find(query, fill=True).hits[0].page == article.pk, query
    article.asked_as = "lò sưởi úm gà"
    article.save_revision()
    assert find("gà con nở lạnh").hits, "what is only a draft changes nothing"
    assert not find("lò sưởi úm").hits
    article.get_latest_revision().publish()
    assert not find("gà con nở lạnh").hits
    assert find("lò sưởi úm gà").hits[0].page == article.pk


@pytest.mark.django_db
def test_no_reader_sees_a_phrase(article, client):
    article.save_revision().publish()
    assert "nở lạnh" not in client.get(article.url).text
    answer = client.get("/tim-kiem.json", {"q": "gà con nở"}).json()
    assert answer["results"][0]["title"] == article.title
    assert answer["count"] == 1
    assert "nở lạnh" not in str(answer["results"])


def page_types(of=PortalPage):
    for model in of.__subclasses__():
        if not model._meta.abstract:
            yield model
        yield from page_types(model)


@pytest.mark.django_db
def test_every_type_of_page_has_the_field_in_its_form():
    for model in page_types():
        form_class = model.get_edit_handler().get_form_class()
        assert "asked_as" in form_class.base_fields, model


@pytest.mark.django_db
def test_a_page_is_tidied_and_says_what_is_too_much(article):
    article.asked_as = "  gà   con \r\n\r\nGÀ CON\r\nlò ấp "
    article.full_clean()
    assert article.asked_as == "GÀ CON\nlò ấp"
    for phrases, named in (
        ("\n".join(map(str, range(151))), "151"),
        ("a" * 101, "101"),
    ):
        article.asked_as = phrases
        with pytest.raises(ValidationError) as wrong:
            article.full_clean()
        assert named in wrong.value.message_dict["asked_as"][0]


@given(st.text())
def test_what_is_tidy_stays_as_it_is(text):
    tidy = tidy_phrases(text)
    assert tidy_phrases(tidy) == tidy
    assert all(line and line == line.strip() for line in tidy.splitlines())
    try:
        assert PhrasesField(blank=True).clean(text, None) == tidy
    except ValidationError:
        lines = tidy.splitlines()
        assert len(lines) > MOST_PHRASES or max(map(len, lines)) > 100


def test_likeness_is_of_one_phrase_and_of_both_sides():
    weights = {"ga": 2.0, "con": 1.0, "lanh": 3.0}

    def like(line):
        return Phrases(line).likeness(telling(weights, 6.0), 6.0)[0]

    assert like("ga con lanh") == 1.0
    assert like("ga con lanh vi mua dong den som") < 1.0
    assert like("ga con  lanh") < 0.6, "not across two phrases"
    assert like("mua dong") == 0.0
    assert Phrases("lo ap  ga con").has(("ga", "con"))
    assert not Phrases("lo ap  ga con lanh").has(("ga", "con"))


def test_the_words_of_the_phrase_most_like_the_query_are_told():
    weights = {"ga": 2.0, "con": 1.0, "lanh": 3.0}
    phrases = Phrases("ga con  mua dong lanh  ga lanh")
    assert phrases.likeness(telling(weights, 6.0), 6.0) == (
        pytest.approx(5 / 6),
        {"ga", "lanh"},
    )
    unlike = Phrases("con gi nua thi ke ra day cho het")
    assert unlike.likeness(telling(weights, 6.0), 6.0) == (0.0, set())
