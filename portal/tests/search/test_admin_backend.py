"""What officials find in the admin's choosers and lists."""

import pytest
from django.urls import reverse
from wagtail.snippets.models import get_snippet_models

from home.tests.factories import ArticlePageFactory
from portal.models import Locality, Organisation, Person
from portal.reference import load_localities

pytestmark = pytest.mark.django_db


def chooser(model) -> str:
    return reverse(model.snippet_viewset.chooser_viewset.get_url_name("choose_results"))


@pytest.mark.parametrize("typed", ["huu lung", "Hữu Lũng", 'hữu "lũng', "HUU LU"])
def test_choosers_are_blind_to_marks(admin_client, typed):
    load_localities()
    Organisation.objects.create(name="Trường THCS Hữu Lũng")
    Person.objects.create(full_name="Lý Hữu Lũng")
    for model, names in (
        (Locality, {"Huyện Hữu Lũng", "Xã Hữu Lũng"}),
        (Organisation, {"Trường THCS Hữu Lũng"}),
        (Person, {"Lý Hữu Lũng"}),
    ):
        answer = admin_client.get(chooser(model), {"q": typed})
        assert {str(row) for row in answer.context["results"]} == names


def test_dd_is_d_to_the_choosers(admin_client):
    load_localities()
    answer = admin_client.get(chooser(Locality), {"q": "dinh lap"})
    found = {str(row) for row in answer.context["results"]}
    assert found == {"Huyện Đình Lập", "Xã Đình Lập"}


def test_pages_are_found_without_marks(admin_client, news):
    page = ArticlePageFactory(parent=news, title="Đường về Hữu Lũng")
    for typed in ("duong ve", "Đường về", 'duong"'):
        answer = admin_client.get("/admin/choose-page/search/", {"q": typed})
        assert [row.pk for row in answer.context["pages"]] == [page.pk]


@pytest.mark.parametrize("typed", ['"', '"a', "a\x00b", "'", "%s", "\\", "(", "*", "-"])
def test_no_sign_breaks_a_search_of_the_admin(admin_client, front, typed):
    for address in (
        *(chooser(model) for model in get_snippet_models()),
        *(
            reverse(model.snippet_viewset.get_url_name("list"))
            for model in get_snippet_models()
        ),
        "/admin/pages/search/",
        "/admin/choose-page/search/",
        "/admin/images/",
        "/admin/documents/",
        "/admin/images/chooser/results/",
        "/admin/users/",
        "/admin/redirects/",
    ):
        answer = admin_client.get(address, {"q": typed})
        assert answer.status_code == 200, address
