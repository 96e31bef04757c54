"""Nobody sees somebody else's people: organisers by conference, attendees by link."""

from uuid import uuid4

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from django.utils import timezone

from events import urls as public
from events.certificates import admin_urls as certificates
from events.checkin import admin_urls as checkin
from events.enums import RequestKind, Seen
from events.models import (
    AttendeeAccess,
    Charge,
    ConferenceSeriesPage,
    EventIndexPage,
    EventPage,
    Registration,
)
from events.organising import urls as organising
from events.organising.assignments import assign
from events.organising.permissions import may_receive, visible_events
from events.privacy import admin_urls, requests
from events.reports import admin_urls as reports
from events.tests.scenario import NOW, add_event, invite, register, somebody
from home.setup import EDITORS, MODERATORS, ORGANISERS
from portal.models import Locality

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.postgres,
    pytest.mark.usefixtures("front"),
]
THEIRS = "Nông Văn Bí Mật"
#: Every screen of somebody who runs conferences.
OF_ORGANISERS = [
    *organising.urlpatterns,
    *checkin.urlpatterns,
    *certificates.urlpatterns,
    *reports.of_events,
]


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
    """Who is in charge of one conference, with all that an organiser may have."""
    user = django_user_model.objects.create_user("huulung")
    assign(user, Charge(events=(mine.pk,)))
    client.force_login(user)
    return user


@pytest.fixture
def make_user(django_user_model, mine):
    """A user of one of the roles that meet attendees."""

    def make(role: str):
        user = django_user_model.objects.create_user(role)
        if role in (EDITORS, MODERATORS, ORGANISERS):
            user.groups.add(Group.objects.get(name=role))
        elif role == "pages only":
            assign(user, Charge(events=(mine.pk,), sees_attendees=False))
        elif role == "one":
            assign(user, Charge(events=(mine.pk,)))
        elif role == "everything":
            assign(user, Charge(everything=True))
        elif role == "administrator":
            user.is_superuser = True
            user.save()
        return user

    return make


@pytest.mark.parametrize(
    ("role", "seen"),
    [
        ("nobody", ()),
        (EDITORS, ()),
        (ORGANISERS, ()),
        ("pages only", ()),
        ("one", ("mine",)),
        ("everything", ("mine", "other")),
        (MODERATORS, ("mine", "other")),
        ("administrator", ("mine", "other")),
    ],
)
def test_who_sees_the_attendees_of_which_conference(
    client, make_user, mine, other, role, seen
):
    """Every address of a conference, for every role: its people or no such page."""
    own = register(mine, 1)
    client.force_login(user := make_user(role))
    events = {"mine": (mine, own), "other": (other, other.registrations.first())}
    expected = {events[name][0].pk for name in seen}
    assert set(visible_events(user).values_list("pk", flat=True)) == expected
    for name, (event, row) in events.items():
        invitation = invite(event)
        for pk, is_invitation in ((row.pk, False), (invitation.pk, True)):
            known = {
                "event_id": event.pk,
                "pk": pk,
                "kind": "csv",
                "user_id": 1,
                "number": 1,
                "paper": "ky-nhan",
            }
            for url, is_of_event in addresses(OF_ORGANISERS, known):
                if not is_of_event or is_invitation != ("giay-moi" in url):
                    continue
                if f"/giay-chung-nhan/{pk}/" in url:
                    # Of a certificate that is none: nobody has been given one here.
                    assert client.get(url).status_code in (302, 404), url
                    continue
                status = client.get(url).status_code
                if name in seen:
                    # Without the right to export, that one leads away.
                    assert status in (200, 302, 405), url
                elif role in ("nobody",):
                    assert status in (302, 404), url
                else:
                    assert status in (404, 405), url
    if "mine" in seen:
        lists = client.get(reverse("registrations", args=[mine.pk]))
        assert own.name in lists.content.decode()


def test_an_assignment_that_ends_leaves_no_right(client, make_user, mine):
    user = make_user("one")
    assert user.groups.count() == 2
    assign(user, Charge())
    assert not user.groups.exists()
    assert not Group.objects.filter(name__contains=user.username).exists()
    user = type(user).objects.get(pk=user.pk)
    assert not visible_events(user).exists()


def test_a_place_means_whatever_is_held_there_from_now_on(
    client, django_user_model, mine
):
    province = Locality.objects.get(name="Lạng Sơn", kind="province")
    place = Locality.objects.create(name="Minh Họa", kind="commune", parent=province)
    user = django_user_model.objects.create_user("huulung")
    assign(user, Charge(localities=(place.pk,)))
    client.force_login(user)
    assert not visible_events(user).exists()
    later = add_event(5, title="Lớp sau", slug="lop-sau", locality=place)
    assert visible_events(user).get() == later
    assert may_receive(user, later)
    edit = reverse("wagtailadmin_pages:edit", args=[later.pk])
    assert client.get(edit).status_code == 200
    later.locality = None
    later.save()
    user = type(user).objects.get(pk=user.pk)
    assert not may_receive(user, later)
    assert client.get(edit).status_code == 404
    assert not visible_events(user).exists()


def test_a_series_means_its_later_conferences_too(django_user_model):
    series = ConferenceSeriesPage(title="Đợt", slug="dot")
    EventIndexPage.objects.get().add_child(instance=series)
    user = django_user_model.objects.create_user("phutrach")
    assign(user, Charge(series=(series.pk,)))
    event = EventPage(title="Lớp", slug="lop")
    series.add_child(instance=event)
    assert visible_events(user).get() == event
    assert may_receive(user, event)
    assert not may_receive(user, add_event(5, title="Lớp khác", slug="lop-khac"))
    assert event.permissions_for_user(user).can_publish()
    assert series.permissions_for_user(user).can_add_subpage()


def test_the_log_shows_each_only_their_conferences(
    client, neighbour, mine, other, django_user_model
):
    watcher = Permission.objects.get(codename="view_attendeeaccess")
    neighbour.user_permissions.add(watcher)
    for event in (mine, other, None):
        AttendeeAccess.objects.create(
            username="ai-do", at=NOW, event=event, what=Seen.LIST, how_many=1
        )
    rows = client.get(reverse("access_log")).context["object_list"]
    assert [row.event_id for row in rows] == [mine.pk]


def test_the_desk_of_requests_finds_only_whom_one_may_see(
    client, neighbour, mine, other
):
    answer = Permission.objects.get(codename="change_datarequest")
    neighbour.user_permissions.add(answer)
    asked = requests.receive(
        requests.RequestDetails(RequestKind.SEE, THEIRS, "+84912345678", ""),
        key=uuid4(),
        now=timezone.now(),
    )
    url = reverse("data_request_people", args=[asked.pk])
    assert client.post(url, {"name": THEIRS}, follow=True).context["rows"] == []
    theirs = other.registrations.first()
    url = reverse("data_request_handle", args=[asked.pk])
    for act in ("text", "json", "erase"):
        sent = {"act": act, "chosen": [theirs.pk], "confirmed": "1"}
        assert client.post(url, sent).status_code == 302
    theirs.refresh_from_db()
    assert theirs.name == THEIRS


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
        known = {
            "event_id": other.pk,
            "pk": pk,
            "kind": "csv",
            "user_id": 1,
            "number": 1,
            "paper": "ky-nhan",
        }
        for url, is_of_event in addresses(OF_ORGANISERS, known):
            for answer in (
                client.get(url),
                client.post(url, {"chosen": [theirs.pk], "act": "cancel"}),
            ):
                assert THEIRS not in answer.content.decode(), url
                if is_of_event:
                    assert answer.status_code in (404, 405), url
    assert list(Registration.objects.order_by("pk").values()) == before
    assert invitation.revoked_at is None


def test_somebody_elses_people_are_not_reached_through_ones_own_conference(
    client, mine, other, neighbour
):
    theirs = Registration.objects.filter(event=other).first()
    known = {
        "event_id": mine.pk,
        "pk": theirs.pk,
        "kind": "csv",
        "user_id": 1,
        "number": theirs.pk + 1,
        "paper": "ky-nhan",
    }
    before = list(Registration.objects.order_by("pk").values())
    for url, _is_of_event in addresses(OF_ORGANISERS, known):
        data = {
            "chosen": [theirs.pk],
            "ids": str(theirs.pk),
            "act": "cancel",
            "confirmed": "1",
            "reason": "Thử",
            "everybody": "1",
        }
        for answer in (client.get(url), client.post(url, data)):
            assert THEIRS.encode() not in answer.content, url
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
