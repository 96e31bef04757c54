"""Nobody sees somebody else's people: organisers by conference, attendees by link."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.models import GroupPagePermission

from events import urls as public
from events.models import Registration
from events.organising import urls as organising
from events.privacy import admin_urls
from events.tests.scenario import add_event, invite, register, somebody

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.postgres,
    pytest.mark.usefixtures("front"),
]
THEIRS = "Nông Văn Bí Mật"


@pytest.fixture
def mine():
    return add_event(5, title="Lớp ở Hữu Lũng", slug="huu-lung")


@pytest.fixture
def other():
    """Somebody else's conference, whose people are all called alike."""
    event = add_event(5, title="Lớp ở Chi Lăng", slug="chi-lang")
    for number in (2, 3):
        register(event, number, attendee=somebody(number, name=THEIRS))
    return event


@pytest.fixture
def neighbour(client, mine, django_user_model):
    """Who organises one conference, with every permission an organiser may have."""
    group = Group.objects.create(name="Tổ Hữu Lũng")
    names = ("access_admin", "export_registration", "change_organisation")
    group.permissions.add(*Permission.objects.filter(codename__in=names))
    change = Permission.objects.get(codename="change_page")
    GroupPagePermission.objects.create(group=group, page=mine, permission=change)
    user = django_user_model.objects.create_user("huulung")
    user.groups.add(group)
    client.force_login(user)
    return user


def addresses(patterns, known: dict) -> list[tuple[str, bool]]:
    """Every address of a room, and whether it is about one conference."""
    found = []
    for pattern in patterns:
        asked = {name: known[name] for name in pattern.pattern.converters}
        found.append((reverse(pattern.name, kwargs=asked), "event_id" in asked))
    return found


def test_every_address_of_organisers_is_shut_to_another_organiser(
    client, mine, other, neighbour
):
    theirs = Registration.objects.filter(event=other).first()
    invitation = invite(other)
    before = list(Registration.objects.order_by("pk").values())
    for pk in (theirs.pk, invitation.pk):
        known = {"event_id": other.pk, "pk": pk, "kind": "csv"}
        for url, is_of_event in addresses(organising.urlpatterns, known):
            for answer in (
                client.get(url),
                client.post(url, {"chosen": [theirs.pk], "act": "cancel"}),
            ):
                assert THEIRS not in answer.content.decode(), url
                if is_of_event and answer.status_code != 405:
                    assert answer.status_code == 302, url
                    assert answer.url == reverse("wagtailadmin_home"), url
    assert list(Registration.objects.order_by("pk").values()) == before
    assert invitation.revoked_at is None


def test_somebody_elses_people_are_not_reached_through_ones_own_conference(
    client, mine, other, neighbour
):
    theirs = Registration.objects.filter(event=other).first()
    known = {"event_id": mine.pk, "pk": theirs.pk, "kind": "csv"}
    before = list(Registration.objects.order_by("pk").values())
    for url, _is_of_event in addresses(organising.urlpatterns, known):
        data = {
            "chosen": [theirs.pk],
            "ids": str(theirs.pk),
            "act": "cancel",
            "confirmed": "1",
            "reason": "Thử",
            "everybody": "1",
        }
        for answer in (client.get(url), client.post(url, data)):
            assert THEIRS not in answer.content.decode(), url
            if str(theirs.pk) in url.split("/"):
                assert answer.status_code in (302, 404, 405), url
    after = list(Registration.objects.order_by("pk").values())
    assert [row for row in after if row["event_id"] == other.pk] == before


def test_the_requests_are_shut_to_those_without_its_permission(
    client, other, neighbour
):
    for url, _is_of_event in addresses(admin_urls.urlpatterns, {"pk": 1}):
        for answer in (client.get(url), client.post(url, {"name": THEIRS})):
            assert answer.status_code in (302, 404), url
            assert THEIRS not in answer.content.decode(), url


def test_a_ticket_link_shows_one_person_only(client, mine):
    """Those who have a seat beside it, or wait behind, stay unseen."""
    rows = [
        register(mine, number, attendee=somebody(number, email=f"nguoi{number}@x.vn"))
        for number in range(1, 8)
    ]
    one, others = rows[2], [row for row in rows if row != rows[2]]
    strange = [
        text
        for row in others
        for text in (
            row.name,
            row.phone_display,
            row.phone,
            row.email,
            row.code,
            row.token,
        )
    ]
    shown = 0
    patterns = [
        pattern for pattern in public.urlpatterns if pattern.name.startswith("ticket")
    ]
    for pattern in patterns:
        asked = {"token": one.token} if pattern.pattern.converters else {}
        answer = client.get(reverse(pattern.name, kwargs=asked))
        if answer.get("Content-Type", "").startswith(("text/", "application/json")):
            text = answer.content.decode()
            shown += one.name in text
            assert [word for word in strange if word in text] == [], pattern.name
    assert shown >= 4


def test_a_link_of_nobody_and_of_another_kind_opens_nothing(client, mine):
    row = register(mine, 1)
    invitation = invite(mine)
    for token in ("x", "a" * 22, str(row.pk), row.code, invitation.token):
        assert client.get(reverse("ticket", args=[token])).status_code == 404
    answer = client.get(reverse("delegation", args=[row.token]))
    assert row.name not in answer.content.decode()
    assert answer.status_code in (404, 410)
