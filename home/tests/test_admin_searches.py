"""Whatever is typed into a search of the admin is answered, on every screen."""

import pytest

from documents.tests.act_factories import add_act
from events.tests.scenario import add_event, invite, register
from home.tests.factories import ArticlePageFactory
from portal.tests.admin_addresses import addresses

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


@pytest.fixture
def known(news):
    """The arguments of addresses, and one of what the admin's lists are of."""
    event = add_event(5)
    register(event, 1)
    invite(event)
    act = add_act("45/2024/QĐ-UBND")
    ArticlePageFactory(parent=news)
    return [
        {},
        {"event_id": event.pk},
        {"page_id": event.pk},
        {"parent_page_id": news.pk},
        {"page_id": act.pk},
    ]


@pytest.mark.parametrize("typed", ['"', "a\" \x00'(%\\*"], ids=["mark", "signs"])
def test_no_sign_breaks_a_search_on_any_screen(admin_client, known, typed):
    found = addresses(known)
    assert len(found) > 150
    for url in found:
        answer = admin_client.get(url, {"q": typed, "search": typed})
        assert answer.status_code < 500, url
