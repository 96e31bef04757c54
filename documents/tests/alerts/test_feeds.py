"""The library's feed: new acts and changes, each once, the latest first."""

from datetime import date, datetime, timedelta
from xml.etree import ElementTree

import pytest
from django.utils import timezone

from documents.alerts.journal import record_changes
from documents.models import RegulationPage
from documents.tests.act_factories import add_act, add_effect, add_verified

NOW = timezone.make_aware(datetime(2026, 3, 2, 8))
DAY = timedelta(days=1)


@pytest.fixture
def known(front):
    """An act that the library has looked at."""
    act = add_verified("01/2024/QĐ-UBND", date(2024, 2, 1))
    RegulationPage.objects.update(first_published_at=NOW - DAY)
    record_changes(NOW)
    return act


def items(client) -> list[ElementTree.Element]:
    answer = client.get("/van-ban/rss/")
    assert answer["Content-Type"].startswith("application/rss+xml")
    return ElementTree.fromstring(answer.content).findall("channel/item")


def titles(client) -> list[str]:
    return [item.findtext("title") for item in items(client)]


def test_what_was_known_at_first_is_only_the_acts_themselves(known, client):
    assert titles(client) == [f"{known.symbol}: {known.title}"]


def test_a_change_is_told_on_the_day_it_was_noticed(known, client):
    amender = add_act("02/2024/QĐ-UBND")
    RegulationPage.objects.filter(pk=amender.pk).update(first_published_at=NOW)
    day = date(2026, 5, 1)
    add_effect(amender, known, "amends", day, provision="quy-che--dieu-2")
    record_changes(NOW + DAY)
    found = titles(client)
    assert "Điều 2 của Quy chế" in found[0]
    assert found[0].startswith(f"{known.symbol}: ")
    assert amender.symbol in found[0]
    assert "01/05/2026" in found[0]
    assert [title.partition(":")[0] for title in found[1:]] == [
        amender.symbol,
        known.symbol,
    ]


def test_a_second_look_and_the_day_itself_keep_what_was_told(known, client):
    amender = add_act("02/2024/QĐ-UBND")
    add_effect(amender, known, "repeals", date(2026, 5, 1))
    record_changes(NOW + DAY)
    record_changes(NOW + 2 * DAY)
    assert len(items(client)) == 3
    record_changes(timezone.make_aware(datetime(2026, 5, 1, 8)))
    keys = [item.findtext("guid") for item in items(client)]
    assert len(keys) == len(set(keys)) == 4


def test_a_withdrawn_act_is_not_told_of(known, client):
    amender = add_act("02/2024/QĐ-UBND")
    add_effect(amender, known, "repeals", date(2026, 5, 1))
    record_changes(NOW + DAY)
    known.unpublish()
    assert [title.partition(":")[0] for title in titles(client)] == [amender.symbol]


def test_a_longer_feed_needs_no_more_queries(
    known, client, django_assert_max_num_queries
):
    for number in range(2, 8):
        amender = add_act(f"{number:02}/2024/QĐ-UBND")
        add_effect(amender, known, "amends", date(2026, 5, number))
    record_changes(NOW + DAY)
    client.get("/van-ban/rss/")
    with django_assert_max_num_queries(9):
        assert len(items(client)) == 13


def test_an_act_withdrawn_later_is_not_named_as_the_cause(known, client):
    amender = add_act("02/2024/QĐ-UBND")
    add_effect(amender, known, "repeals", date(2026, 5, 1))
    record_changes(NOW + DAY)
    amender.unpublish()
    assert titles(client) == [f"{known.symbol}: {known.title}"]
