"""Another's page is not there, whichever of Wagtail's own addresses is guessed."""

import pytest
from django.urls import reverse
from wagtail.models import Page

from events.models import Charge, EventPage
from events.organising.assignments import assign
from events.tests.scenario import add_event, invite, register, somebody
from portal.tests.admin_addresses import addresses

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("front")]
OF_PAGES = ("edit", "history", "delete", "unpublish", "move", "copy", "usage")
OF_MANY = ("delete", "move", "publish", "unpublish")
#: Titles and a name that only another organiser may read.
SECRETS = ("Lớp ở Chi Lăng", "Lớp còn viết dở", "Nông Văn Bí Mật")
NOBODYS = 10**6
#: Ends the session.
NOT_OPENED = ("/logout/",)
#: Any page of the site may be linked to; what else is refused whatever page is named.
OPEN = ("/choose-page/", "/workflows/remove/", "/forms/submissions/")


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
    for pk in (other.pk, NOBODYS):
        response = client.get(reverse(f"wagtailadmin_pages:{name}", args=[pk]))
        assert response.status_code == 404


def test_nor_does_the_explorer_show_it(client, neighbour):
    other = add_event(5, title="Lớp ở Chi Lăng", slug="chi-lang")
    for pk in (other.pk, NOBODYS):
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


def arguments(pk: int, *, revision: int, mine: int) -> list[dict]:
    """Every way in which an address of the admin names a page."""
    of_type = {
        "content_type_app_name": "events",
        "content_type_model_name": "eventpage",
    }
    one = [
        {key: pk}
        for key in ("page_id", "parent_page_id", "page_to_move_id", "event_id")
    ]
    return [
        *one,
        {"series_id": pk},
        {"page_pk": pk},
        {**of_type, "parent_page_id": pk},
        {"page_id": pk, "revision_id": revision},
        {"page_id": pk, "revision_id_a": "earliest", "revision_id_b": "latest"},
        {"page_id": pk, "action_name": "approve", "task_state_id": 1},
        {"page_id": pk, "task_id": 1},
        {"page_id": pk, "workflow_state_id": 1},
        {"page_to_move_id": pk, "destination_id": mine},
        {"page_to_move_id": mine, "destination_id": pk},
    ]


@pytest.fixture
def others(mine, django_user_model):
    """Another's conference with people, and one that is not public yet."""
    event = add_event(5, title=SECRETS[0], slug="chi-lang", locality=mine.locality)
    register(event, 2, attendee=somebody(2, name=SECRETS[2]))
    invite(event)
    draft = EventPage(title=SECRETS[1], slug="viet-do", live=False)
    event.get_parent().add_child(instance=draft)
    draft.save_revision(user=django_user_model.objects.create_user("ai-do"))
    return [event, EventPage.objects.get(pk=draft.pk)]


def answers(client, url: str) -> list:
    """Of looking at it, and of pressing a button there."""
    return [client.get(url), client.post(url, {"next": "/admin/"})]


def told(answer) -> list[str]:
    content = b"".join(answer) if answer.streaming else answer.content
    return [words for words in SECRETS if words.encode() in content]


def test_no_address_that_names_anothers_page_is_there(client, neighbour, mine, others):
    for page in others:
        revision = page.latest_revision_id
        known = arguments(page.pk, revision=revision, mine=mine.pk)
        found = addresses(known)
        assert len(found) > 60
        for url in found:
            for answer in answers(client, url):
                assert told(answer) == [], url
                if not any(part in url for part in OPEN):
                    assert answer.status_code in (404, 405), url
    assert not EventPage.objects.get(pk=others[1].pk).live


def test_nor_does_any_screen_of_many_say_its_title(client, neighbour, others):
    lists = [url for url in addresses([{}]) if not url.endswith(NOT_OPENED)]
    searched = ["/admin/pages/search/?q=chi lang", "/admin/pages/search/?q=viet do"]
    for url in [*lists, *searched]:
        assert told(client.get(url)) == [], url


@pytest.mark.parametrize("action", OF_MANY)
def test_what_is_done_to_many_knows_only_ones_own(client, neighbour, others, action):
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    index = others[0].get_parent()
    for named in ([page.pk for page in others], [NOBODYS], ["9" * 30]):
        query = "&".join(f"id={one}" for one in named)
        for answer in answers(client, f"{url}?{query}"):
            assert answer.status_code == 404
    # All that a list shows: Wagtail takes all that are there.
    answer = client.get(f"{url}?id=all&childOf={index.pk}")
    assert (answer.status_code, told(answer)) == (200, [])
    assert "Lớp ở Hữu Lũng" in answer.content.decode()
    assert client.get(f"{url}?id=all&childOf={others[0].pk}").status_code == 404
