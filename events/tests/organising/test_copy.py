"""A series held in further places: all of the rows or none, and only by who may."""

from datetime import date, time

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.urls import reverse

from events.models import EventAgendaItem, EventIndexPage, EventPage
from events.organising.copy import NewPlace, PlaceRefused, Shared, hold_elsewhere
from events.tests.factories import EventFactory, SeriesFactory
from portal.models import Locality

pytestmark = pytest.mark.django_db


@pytest.fixture
def series(front):
    return SeriesFactory(
        parent=EventIndexPage.objects.get(),
        contact_name="Phòng A",
        summary="Minh họa: học viết bản mô tả sáng kiến.",
    )


@pytest.fixture
def admin(django_user_model):
    return django_user_model.objects.create_superuser("quantri", password="x")


def commune(name: str) -> Locality:
    return Locality.objects.create(name=name, kind="commune")


def place(name: str, day: int = 20, **facts) -> NewPlace:
    return NewPlace(commune(name), date(2031, 1, day), **facts)


def test_each_row_becomes_a_conference_like_the_one_it_copies(series, admin):
    model = EventFactory(
        parent=series, agency_quota=3, capacity=9, address="Chỗ cũ", is_sample=True
    )
    model.agenda = [EventAgendaItem(title="Mục riêng")]
    model.save()
    first, second = hold_elsewhere(
        series,
        [place("A", capacity=50, start_time=time(8)), place("B", 21)],
        shared=Shared(model=model, closes_days_before=1),
        user=admin,
        publish=True,
    )
    found = EventPage.objects.get(pk=first.pk)
    assert (found.live, found.capacity, found.agency_quota) == (True, 50, 3)
    assert (found.address, found.contact_name) == ("", "Phòng A")
    assert [row.title for row in found.get_agenda()] == ["Mục riêng"]
    assert found.closes_at.astimezone().date() == date(2031, 1, 19)
    assert found.is_sample
    assert len({first.slug, second.slug, model.slug}) == 3
    assert model.agenda.count() == 1
    assert EventPage.objects.get(pk=model.pk).capacity == 9


def test_a_place_that_is_no_more_adds_nothing_at_all(series, admin):
    gone = Locality.objects.get(name="Hữu Lũng", kind="district")
    rows = [place("A"), NewPlace(gone, date(2031, 1, 21))]
    with pytest.raises(PlaceRefused) as refused:
        hold_elsewhere(series, rows, shared=Shared(), user=admin, publish=False)
    assert refused.value.number == 1
    assert "locality" in refused.value.by_field
    assert not EventPage.objects.child_of(series).exists()


def posted(rows: list[dict], **more) -> dict:
    data = {"places-TOTAL_FORMS": len(rows), "places-INITIAL_FORMS": 0}
    for number, row in enumerate(rows):
        data |= {f"places-{number}-{name}": value for name, value in row.items()}
    return data | {"closes_days_before": 1, "registration_on": "on"} | more


def test_three_rows_are_three_published_conferences(client, series, admin):
    client.force_login(admin)
    rows = [
        {"locality": commune(name).pk, "starts_on": "20/01/2031", "capacity": 40}
        for name in "ABC"
    ]
    url = reverse("hold_elsewhere", args=[series.pk])
    response = client.post(url, posted([*rows, {}], publish="1"))
    assert response.status_code == 302
    events = EventPage.objects.child_of(series)
    assert [event.live for event in events] == [True] * 3
    # Lists and pages of each say what the series says.
    assert {event.summary for event in events} == {series.summary} != {""}


@pytest.mark.parametrize(
    "row",
    [
        {},
        {"locality": "9999", "starts_on": "20/01/2031"},
        {"starts_on": "không rõ"},
        {"starts_on": "20/01/2031", "start_time": "11:00", "end_time": "08:00"},
        {"capacity": "-3"},
    ],
)
def test_a_wrong_row_is_shown_again_and_adds_nothing(client, series, admin, row):
    client.force_login(admin)
    url = reverse("hold_elsewhere", args=[series.pk])
    response = client.post(url, posted([row], draft="1"))
    assert response.status_code == 200
    assert not EventPage.objects.child_of(series).exists()


def test_more_rows_keep_what_was_typed(client, series, admin):
    client.force_login(admin)
    url = reverse("hold_elsewhere", args=[series.pk])
    response = client.post(url, posted([{"venue": "Hội trường B"}], more="1"))
    assert response.context["places"].total_form_count() == 4
    assert "Hội trường B" in response.text


def test_who_may_not_add_pages_there_may_not_open_it(client, series):
    user = get_user_model().objects.create_user("la", password="x")
    group = Group.objects.create(name="Chỉ vào được trang quản trị")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    user.groups.add(group)
    client.force_login(user)
    url = reverse("hold_elsewhere", args=[series.pk])
    assert client.get(url).status_code == 404
    assert client.post(url, posted([{}])).status_code == 404


def test_an_editor_adds_drafts_but_publishes_nothing(client, series):
    user = get_user_model().objects.create_user("btv", password="x")
    user.groups.add(Group.objects.get(name="Biên tập viên"))
    client.force_login(user)
    row = {"locality": commune("A").pk, "starts_on": "20/01/2031"}
    url = reverse("hold_elsewhere", args=[series.pk])
    client.post(url, posted([row], publish="1"))
    assert not EventPage.objects.child_of(series).exists()
    client.post(url, posted([row], draft="1"))
    assert not EventPage.objects.child_of(series).get().live
