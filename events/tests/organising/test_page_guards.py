"""What cannot be done to a page that people registered for, and what is asked first."""

from uuid import uuid4

import pytest
from django.urls import reverse
from wagtail.models import Page

from events.models import ConferenceSeriesPage, EventIndexPage, EventPage
from events.tests.scenario import add_event, invite, register

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("front")]


@pytest.fixture
def event():
    return add_event(5, title="Lớp ở Hữu Lũng")


@pytest.fixture
def series(event):
    """A series with the conference under it."""
    index = EventIndexPage.objects.get()
    series = ConferenceSeriesPage(title="Đợt minh họa", slug=f"dot-{uuid4().hex[:6]}")
    index.add_child(instance=series)
    event.move(series, pos="last-child")
    return ConferenceSeriesPage.objects.get(pk=series.pk)


def told(response) -> str:
    return " ".join(str(message) for message in response.context["messages"])


def bulk(action: str, page) -> str:
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    return f"{url}?id={page.pk}"


def exists(page) -> bool:
    return Page.objects.filter(pk=page.pk).exists()


@pytest.mark.parametrize("which", ["itself", "series"])
@pytest.mark.parametrize("way", ["alone", "bulk"])
def test_a_page_with_registrations_is_not_deleted(
    admin_client, event, series, which, way
):
    register(event, 1)
    page = series if which == "series" else event
    alone = reverse("wagtailadmin_pages:delete", args=[page.pk])
    url = alone if way == "alone" else bulk("delete", page)
    response = admin_client.post(url, follow=True)
    assert exists(event)
    assert exists(page)
    assert event.title in told(response)


def test_an_invitation_keeps_the_page_too(admin_client, event):
    invite(event)
    admin_client.post(reverse("wagtailadmin_pages:delete", args=[event.pk]))
    assert exists(event)


def test_a_page_nobody_registered_for_is_deleted(admin_client, event):
    admin_client.post(reverse("wagtailadmin_pages:delete", args=[event.pk]))
    assert not exists(event)


@pytest.mark.parametrize("way", ["alone", "bulk"])
def test_unpublishing_is_asked_once_more(admin_client, event, way):
    register(event, 1)
    alone = reverse("wagtailadmin_pages:unpublish", args=[event.pk])
    url = alone if way == "alone" else bulk("unpublish", event)
    response = admin_client.post(url, {"next": "/admin/"})
    assert 'name="people_known"' in response.content.decode()
    assert EventPage.objects.get().live
    admin_client.post(url, {"next": "/admin/", "people_known": "unpublish"})
    assert not EventPage.objects.get().live


def test_unpublishing_a_page_without_people_is_not_held_up(admin_client, event):
    admin_client.post(reverse("wagtailadmin_pages:unpublish", args=[event.pk]))
    assert not EventPage.objects.get().live


def test_moving_warns_and_moves_when_confirmed(admin_client, event):
    register(event, 1)
    series = ConferenceSeriesPage(title="Đợt minh họa", slug="dot")
    EventIndexPage.objects.get().add_child(instance=series)
    url = reverse("wagtailadmin_pages:move_confirm", args=[event.pk, series.pk])
    assert told(admin_client.get(url))
    admin_client.post(url)
    assert EventPage.objects.get().get_parent().pk == series.pk


def test_moving_many_is_asked_once_more(admin_client, event):
    register(event, 1)
    series = ConferenceSeriesPage(title="Đợt minh họa", slug="dot")
    EventIndexPage.objects.get().add_child(instance=series)
    url, data = bulk("move", event), {"chooser": series.pk, "next": "/admin/"}
    html = admin_client.post(url, data).content.decode()
    assert f'name="chooser" value="{series.pk}"' in html
    admin_client.post(url, data | {"people_known": "move"})
    assert EventPage.objects.get().get_parent().pk == series.pk
