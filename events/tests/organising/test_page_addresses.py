"""Another's page is not there, whichever of Wagtail's own addresses is guessed."""

import pytest
from django.urls import reverse
from wagtail.models import Page

from events.models import Charge
from events.organising.assignments import assign
from events.tests.scenario import add_event

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("front")]
OF_PAGES = ("edit", "history", "delete", "unpublish", "move", "copy", "usage")


@pytest.fixture
def mine():
    return add_event(5, title="Lớp ở Hữu Lũng", slug="huu-lung")


@pytest.fixture
def neighbour(client, mine, django_user_model):
    user = django_user_model.objects.create_user("huulung")
    assign(user, Charge(events=(mine.pk,)))
    client.force_login(user)
    return user


@pytest.mark.parametrize("name", OF_PAGES)
def test_anothers_page_answers_as_one_that_never_was(client, neighbour, name):
    other = add_event(5, title="Lớp ở Chi Lăng", slug="chi-lang")
    for pk in (other.pk, 10**6):
        response = client.get(reverse(f"wagtailadmin_pages:{name}", args=[pk]))
        assert response.status_code == 404


def test_nor_does_the_explorer_show_it(client, neighbour):
    other = add_event(5, title="Lớp ở Chi Lăng", slug="chi-lang")
    for pk in (other.pk, 10**6):
        response = client.get(reverse("wagtailadmin_explore", args=[pk]))
        assert response.status_code == 404


def test_ones_own_page_and_the_way_to_it_open(client, neighbour, mine):
    edit = client.get(reverse("wagtailadmin_pages:edit", args=[mine.pk]))
    above = client.get(reverse("wagtailadmin_explore", args=[mine.get_parent().pk]))
    assert edit.status_code == 200
    # The only page of theirs under it: Wagtail leads there.
    assert above.url == reverse("wagtailadmin_explore", args=[mine.pk])


def test_who_is_not_signed_in_is_asked_to(client, mine):
    response = client.get(reverse("wagtailadmin_pages:edit", args=[mine.pk]))
    assert response.url.startswith(reverse("wagtailadmin_login"))


def test_an_administrator_finds_all(client, django_user_model, mine):
    client.force_login(django_user_model.objects.create_superuser("quantri"))
    for page in Page.objects.filter(depth__gt=1)[:3]:
        url = reverse("wagtailadmin_pages:edit", args=[page.pk])
        assert client.get(url).status_code == 200
