"""Two versions side by side: what nobody touched is not listed, phrases stand apart."""

from datetime import date

import pytest
from django.db.models import DateField
from django.urls import reverse
from wagtail.admin.compare import comparison_class_registry

from home.models import ArticlePage
from home.tests.factories import ArticlePageFactory
from portal.comparison import DateComparison, PhrasesComparison, StreamComparison

WORDS = "<p>Theo <b>Điều 3</b>, ai cùng làm đều là đồng tác giả.</p>"
FROM_THE_FORM = WORDS.replace("<p>", '<p data-block-key="a1b2c">')
BODY = ArticlePage._meta.get_field("body")
ASKED_AS = ArticlePage._meta.get_field("asked_as")


def article(*words: str, asked_as: str = "") -> ArticlePage:
    page = ArticlePage(title="Minh họa", asked_as=asked_as)
    blocks = [{"type": "paragraph", "value": one} for one in words]
    page.body = BODY.stream_block.to_python(blocks)
    return page


@pytest.mark.parametrize(
    ("one", "other", "is_changed"),
    [
        ((WORDS,), (WORDS,), False),
        ((WORDS,), (FROM_THE_FORM,), False),
        ((WORDS,), (WORDS.replace("đồng", "cùng"),), True),
        ((WORDS,), (WORDS.replace("b>", "i>"),), True),
        ((WORDS, "<p>Hai</p>"), ("<p>Hai</p>", WORDS), True),
        ((WORDS,), (WORDS, WORDS), True),
        ((), (WORDS,), True),
        ((), (), False),
    ],
)
def test_blocks_are_changed_where_an_editor_sees_it(one, other, is_changed):
    compared = StreamComparison(BODY, article(*one), article(*other))
    assert compared.has_changed() is is_changed


def test_phrases_stand_one_a_line_with_those_that_came_and_went():
    old = article(asked_as="mất vé\nlấy lại vé")
    new = article(asked_as="lấy lại vé\n<b>quên mã</b>")
    html = PhrasesComparison(ASKED_AS, old, new).htmldiff()
    assert html.count("<li>") == 3
    assert '<span class="deletion">mất vé</span>' in html
    assert '<span class="">lấy lại vé</span>' in html
    assert '<span class="addition">&lt;b&gt;quên mã&lt;/b&gt;</span>' in html
    assert not PhrasesComparison(ASKED_AS, old, old).has_changed()


def test_days_are_written_as_readers_see_them():
    field = ArticlePage._meta.get_field("published_on")
    old, new = article(), article()
    old.published_on, new.published_on = date(2030, 1, 25), date(2030, 2, 1)
    html = DateComparison(field, old, new).htmldiff()
    assert '<span class="deletion">25/01/2030</span>' in html
    assert '<span class="addition">01/02/2030</span>' in html
    old.published_on = None
    assert DateComparison(field, old, old).htmldiff() == ""
    came = DateComparison(field, old, new).htmldiff()
    assert came == '<span class="addition">01/02/2030</span>'
    assert type(field) is DateField
    assert comparison_class_registry.get(field) is DateComparison


@pytest.mark.django_db
def test_the_screen_lists_only_what_changed(news, admin_client):
    page = ArticlePageFactory(parent=news, title="Máy ấp", asked_as="gà con")
    page.body = article(WORDS).body
    old = page.save_revision()
    page.body = article(FROM_THE_FORM).body
    page.asked_as = "gà con\nmáy ấp bằng rơm"
    new = page.save_revision()
    ends = (page.pk, old.pk, new.pk)
    answer = admin_client.get(
        reverse("wagtailadmin_pages:revisions_compare", args=ends)
    )
    assert [one.field.name for one in answer.context["comparison"]] == ["asked_as"]
