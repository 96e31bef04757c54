"""Invitations, and the managed list of agencies kept tidy."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from events import seats
from events.enums import Channel
from events.models import (
    EventOrganiser,
    EventPage,
    Invitation,
    Registration,
)
from events.organising.agencies import map_typed, merge, typed_names
from events.seats.errors import Stale
from events.tests.scenario import NOW, add_event, invite, register, somebody
from portal.models import Organisation, Person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("front")]


@pytest.fixture
def event():
    return add_event(50)


def agency(name: str, **more) -> Organisation:
    return Organisation.objects.create(name=name, **more)


def of(event, number: int, agency: Organisation) -> Registration:
    details = {"organisation_name": agency.name, "organisation_id": agency.pk}
    return register(event, number, attendee=somebody(number, **details))


# Invitations


def test_many_agencies_are_invited_at_once_each_with_its_number(event, admin_client):
    schools = [agency(f"Trường số {number} minh họa") for number in (1, 2, 3)]
    url = reverse("invitations_add", args=[event.pk])
    data = {
        "quota": "5",
        "agency": [school.pk for school in schools[:2]],
        f"quota-{schools[1].pk}": "12",
    }
    admin_client.post(url, data)
    admin_client.post(url, data)
    rows = Invitation.objects.order_by("quota")
    assert [(row.organisation, row.quota) for row in rows] == [
        (schools[0], 5),
        (schools[1], 12),
    ]
    html = admin_client.get(reverse("invitations", args=[event.pk])).content.decode()
    assert all(row.token in html for row in rows)
    left = admin_client.get(url, {"q": "truong so"}).content.decode()
    assert [school.name in left for school in schools] == [False, False, True]


@pytest.mark.parametrize("wrong", [{"quota": "0"}, {"quota": ""}, {"other": "-3"}])
def test_a_wrong_number_invites_nobody_and_keeps_the_ticks(event, admin_client, wrong):
    school = agency("Trường minh họa")
    data = {"quota": "5", "agency": [school.pk], **wrong}
    data[f"quota-{school.pk}"] = wrong.get("other", "")
    response = admin_client.post(reverse("invitations_add", args=[event.pk]), data)
    assert "checked" in response.content.decode()
    assert not Invitation.objects.exists()


def test_a_search_among_agencies_keeps_ticks_and_numbers(event, admin_client):
    school, post = agency("Trường minh họa"), agency("Trạm y tế minh họa")
    agency("Phòng văn hóa minh họa")
    data = {"quota": "9", "agency": [school.pk], f"quota-{school.pk}": "12"}
    url = reverse("invitations_add", args=[event.pk])
    html = admin_client.post(url, data | {"find": "1", "q": "tram y te"})
    form = BeautifulSoup(html.content, "html.parser").select_one("main form")
    rows = form.select("input[name=agency]")
    assert [row["value"] for row in rows] == [str(school.pk), str(post.pk)]
    assert [row.has_attr("checked") for row in rows] == [True, False]
    assert form.select_one("[name=quota]")["value"] == "9"
    assert form.select_one(f"[name=quota-{school.pk}]")["value"] == "12"
    assert not Invitation.objects.exists()


def test_an_agency_that_is_no_more_is_not_offered(event, admin_client):
    agency("Phòng cũ minh họa", valid_to=date(2025, 6, 30))
    html = admin_client.get(reverse("invitations_add", args=[event.pk]))
    assert "Phòng cũ minh họa" not in html.content.decode()


def test_a_quota_is_not_set_below_those_registered(event, admin_client):
    invitation = invite(event, quota=3)
    row = of(event, 1, invitation.organisation)
    Registration.objects.filter(pk=row.pk).update(invitation=invitation)
    other = of(event, 2, invitation.organisation)
    Registration.objects.filter(pk=other.pk).update(invitation=invitation)
    url = reverse("invitation_edit", args=[event.pk, invitation.pk])
    admin_client.post(url, {"quota": "1"})
    assert Invitation.objects.get().quota == 3
    admin_client.post(url, {"quota": "2", "contact": "Chị Minh Họa"})
    assert (Invitation.objects.get().quota, Invitation.objects.get().contact) == (
        2,
        "Chị Minh Họa",
    )


def test_a_revoked_link_leaves_people_where_they_are(event, admin_client):
    invitation = invite(event)
    row = of(event, 1, invitation.organisation)
    url = reverse("invitation_revoke", args=[event.pk, invitation.pk])
    assert admin_client.get(url).status_code == 405
    admin_client.post(url)
    invitation.refresh_from_db()
    assert invitation.revoked_at
    assert Registration.objects.get(pk=row.pk).is_live


# Merging


@pytest.mark.postgres
def test_merging_moves_everything_and_writes_history(event, admin_user):
    twin, stays = agency("Truong THPT Minh Hoạ"), agency("Trường THPT Minh Họa")
    row = of(event, 1, twin)
    before = row.revision
    person = Person.objects.create(full_name="Nông Văn Minh Họa", organisation=twin)
    child = agency("Tổ Toán minh họa", parent=twin)
    event.organisers = [EventOrganiser(organisation=twin)]
    event.save_revision()
    event.save_revision().publish()
    merge(twin, stays, now=NOW, actor=admin_user)
    row.refresh_from_db()
    assert (row.organisation, row.organisation_name) == (stays, stays.name)
    assert row.revision > before
    assert twin.name in row.changes.get(action="corrected").reason
    person.refresh_from_db()
    child.refresh_from_db()
    assert (person.organisation, child.parent) == (stays, stays)
    assert not Organisation.objects.filter(name=twin.name).exists()
    # The first one names nobody yet.
    for revision in event.revisions.order_by("pk")[1:]:
        draft = revision.as_object()
        assert [one.organisation_id for one in draft.organisers.all()] == [stays.pk]
    assert EventPage.objects.get().get_organisers()[0].organisation == stays


def test_two_invitations_to_one_conference_become_one(event, admin_user):
    one = invite(event, "Đơn vị minh hoạ", quota=3)
    other = invite(event, "Đơn vị minh họa", quota=4)
    row = of(event, 1, one.organisation)
    Registration.objects.filter(pk=row.pk).update(invitation=one)
    merge(one.organisation, other.organisation, now=NOW, actor=admin_user)
    one.refresh_from_db()
    other.refresh_from_db()
    assert (one.revoked_at, other.revoked_at, other.quota) == (NOW, None, 7)
    assert Registration.objects.get().invitation == other


def test_an_agency_below_its_twin_does_not_end_above_itself(admin_user):
    top = agency("Sở minh họa")
    twin = agency("Phòng minh họa", parent=top)
    stays = agency("Phòng Minh Họa", parent=twin)
    merge(twin, stays, now=NOW, actor=admin_user)
    stays.refresh_from_db()
    assert stays.parent == top


def test_a_form_opened_before_the_merge_does_not_bring_the_name_back(event, admin_user):
    twin, stays = agency("Đơn vị A minh họa"), agency("Đơn vị B minh họa")
    row = of(event, 1, twin)
    merge(twin, stays, now=NOW, actor=admin_user)
    with pytest.raises(Stale):
        seats.correct(
            row.pk,
            somebody(1, organisation_name=twin.name),
            revision=row.revision,
            now=NOW,
            channel=Channel.ORGANISER,
        )


def test_merging_is_confirmed_on_a_page_that_says_what_moves(event, admin_client):
    twin, stays = agency("Đơn vị A minh họa"), agency("Đơn vị B minh họa")
    of(event, 1, twin)
    url, data = reverse("agencies_merge"), {"loser": twin.pk, "survivor": stays.pk}
    html = admin_client.post(url, data).content.decode()
    assert 'name="confirmed"' in html
    assert Organisation.objects.filter(pk=twin.pk).exists()
    admin_client.post(url, data | {"confirmed": "1"})
    assert not Organisation.objects.filter(pk=twin.pk).exists()
    same = {"loser": stays.pk, "survivor": stays.pk, "confirmed": "1"}
    assert admin_client.post(url, same).status_code == 200
    assert Organisation.objects.filter(pk=stays.pk).exists()


# Names typed by hand


def test_typed_names_are_given_to_agencies_in_one_go(event, admin_user, admin_client):
    school = agency("Trường Tiểu học Hoa Hồi")
    for number, typed in enumerate(
        ("TH Hoa Hồi", "TH Hoa Hồi", "truong tieu hoc hoa hoi")
    ):
        register(event, number, attendee=somebody(number, organisation_name=typed))
    events = EventPage.objects.all()
    assert [(one.name, one.count) for one in typed_names(events)] == [
        ("TH Hoa Hồi", 2),
        ("truong tieu hoc hoa hoi", 1),
    ]
    url = reverse("agencies_typed")
    assert f'value="{school.name}"' in admin_client.get(url).content.decode()
    keys = [one.key for one in typed_names(events)]
    wrong = {"chosen": keys, f"to-{keys[0]}": "Không có đơn vị này"}
    assert "Không có đơn vị này" in admin_client.post(url, wrong).content.decode()
    assert not school.registrations.exists()
    admin_client.post(
        url, {"chosen": keys, **{f"to-{key}": school.name for key in keys}}
    )
    assert school.registrations.count() == 3
    assert not typed_names(events)


def test_only_names_in_ones_own_conferences_are_changed(event, admin_user):
    other = add_event(5, title="Hội nghị khác")
    for number, where in enumerate((event, other)):
        register(where, number, attendee=somebody(number, organisation_name="Tổ X"))
    mine = EventPage.objects.filter(pk=event.pk)
    (typed,) = typed_names(mine)
    count = map_typed(mine, {typed.key: agency("Tổ X")}, now=NOW, actor=admin_user)
    assert count == 1
    assert Registration.objects.get(event=other).organisation is None
