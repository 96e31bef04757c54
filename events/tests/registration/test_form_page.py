"""What the form says and asks of whoever opens it."""

from datetime import time

import pytest

from events.tests.scenario import add_event, register

pytestmark = pytest.mark.django_db


@pytest.fixture
def event(front):
    return add_event(
        venue="Hội trường minh họa", start_time=time(7, 30), end_time=time(11, 30)
    )


def main(client, url: str) -> str:
    page = client.get(url).content.decode().replace("&nbsp;", " ")
    return page.partition("<main")[2]


def test_day_and_place_stand_before_the_fields(client, event):
    page = main(client, f"{event.url}dang-ky/")
    head, _form, _rest = page.partition('name="name"')
    assert "22/03/2030" in head
    assert "Hội trường minh họa" in head


def test_a_colleagues_data_are_not_filled_in_by_the_browser(client, event):
    row = register(event, 1)
    own = main(client, f"{event.url}dang-ky/")
    assert 'autocomplete="name"' in own
    colleague = main(client, f"/ve/{row.token}/doi-nguoi/")
    for known in ("name", "tel", "email", "organization"):
        assert f'autocomplete="{known}"' not in colleague


@pytest.mark.parametrize("name", ["Vi Mai 😀", "<b>Vi Mai</b>", "Vi Mai và Lý An"])
def test_a_name_is_of_one_person_in_letters(client, event, name):
    answer = client.post(f"{event.url}dang-ky/", {"name": name})
    assert answer.status_code in (200, 422)
    assert "name" in answer.context["form"].errors


def test_the_ticket_says_when_it_ends(client, event):
    row = register(event, 1)
    assert "07:30–11:30" in main(client, f"/ve/{row.token}/")


def test_other_calendars_are_a_link_away(client, event):
    assert "https://calendar.google.com/" in main(client, event.url)
    assert 'href="webcal://' in main(client, "/su-kien/")
    row = register(event, 1)
    assert "https://calendar.google.com/" in main(client, f"/ve/{row.token}/")
