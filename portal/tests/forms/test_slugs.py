"""The field of an address, as it comes when the browser's script did not run."""

import pytest
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from home.models import ArticlePage
from home.tests.factories import ArticlePageFactory
from portal.forms.slugs import FORMATTERS


@pytest.fixture
def write(news, client, django_user_model):
    client.force_login(django_user_model.objects.create_superuser("a", "a@b.vn", "x"))

    def send(slug: str):
        form = {
            "title": "Đường về Đình Lập",
            "slug": slug,
            "summary": "Lời dẫn",
            "cover": "",
            "cover_caption": "",
            "cover_credit": "",
            "published_on": "2026-01-01",
            "topic": "",
            "author_unit": "",
            "key_points": streamfield([]),
            "body": streamfield([]),
            "comments": inline_formset([]),
            "related_pages": inline_formset([]),
        }
        address = f"/admin/pages/add/home/articlepage/{news.pk}/"
        answer = client.post(address, nested_form_data(form))
        assert answer.status_code == 302, answer.context["form"].errors
        return ArticlePage.objects.latest("pk")

    return send


def test_an_empty_address_is_made_from_the_title_and_is_no_error(write, news):
    ArticlePageFactory(parent=news, slug="duong-ve-dinh-lap")
    assert write("").slug == "duong-ve-dinh-lap-2"


def test_an_address_that_the_browser_made_gets_a_number(write, news):
    ArticlePageFactory(parent=news, slug="duong-ve-dinh-lap", live=False)
    assert write("duong-ve-dinh-lap").slug == "duong-ve-dinh-lap-2"


def test_a_taken_address_that_was_typed_is_refused(write, news):
    ArticlePageFactory(parent=news, slug="khac")
    with pytest.raises(AssertionError, match="khac"):
        write("khac")


def test_marks_in_an_address_are_dropped(write):
    assert write("đường-hữu-lũng").slug == "duong-huu-lung"


def test_an_address_with_an_underscore_stays(write):
    assert write("cu_ky").slug == "cu_ky"


def test_the_browser_knows_every_letter_of_vietnamese():
    known = {letter: plain for letters, plain in FORMATTERS for letter in letters[1:-1]}
    assert {known[letter] for letter in "đĐ"} == {"d"}
    assert {known[letter] for letter in "ăắằẳẵặâấầẩẫậáàảãạ"} == {"a"}
    assert {known[letter] for letter in "ƯỨỪỬỮỰÚÙỦŨỤ"} == {"u"}


def test_an_address_that_an_editor_changes_leads_on(
    news, client, django_capture_on_commit_callbacks
):
    page = ArticlePageFactory(parent=news, title="Đường", slug="duong-cu")
    news.refresh_from_db()
    moves = ((page, "duong-moi"), (news, "tin-moi"))
    for moved, slug in moves:
        moved.slug = slug
        with django_capture_on_commit_callbacks(execute=True):
            moved.save_revision().publish()
    # What lies below moves along, and is found at each of its old addresses.
    for old in ("/tin-tuc/duong-moi/", "/tin-tuc/duong-cu/"):
        answer = client.get(old)
        assert (answer.status_code, answer.url) == (301, "/tin-moi/duong-moi/")
    assert client.get("/tin-moi/duong-moi/").status_code == 200
