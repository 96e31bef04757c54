"""The Atom feeds: one entry a change, with what changed, when it was told."""

import re
from datetime import date, datetime, timedelta

import feedparser
import pytest
from django.utils import timezone
from lxml import etree

from documents.alerts.journal import record_changes
from documents.models import RegulationEffect, RegulationPage
from documents.tests.act_factories import add_act, add_effect, add_verified

NOW = timezone.make_aware(datetime(2026, 3, 2, 8))
DAY = timedelta(days=1)
BEGINS = date(2026, 5, 1)
ATOM = "{http://www.w3.org/2005/Atom}"
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")


@pytest.fixture
def known(front):
    act = add_verified("01/2024/QĐ-UBND", date(2024, 2, 1))
    RegulationPage.objects.update(first_published_at=NOW - DAY)
    record_changes(NOW)
    return act


@pytest.fixture
def amended(known):
    amender = add_act("02/2024/QĐ-UBND")
    RegulationPage.objects.filter(pk=amender.pk).update(first_published_at=NOW)
    add_effect(
        amender,
        known,
        "amends",
        BEGINS,
        provision="dieu-2-khoan-2",
        clause="khoản 1 Điều 1",
        quote="Sửa đổi khoản 2 Điều 2 & thay <mức>",
    )
    record_changes(NOW + DAY)
    return known


def read(client, address: str):
    """The feed, which keeps the rules of RFC 4287 that a schema can say."""
    answer = client.get(address)
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    root = etree.fromstring(answer.content)
    ids = [root.findtext(f"{ATOM}id")]
    for element in (root, *root.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"{ATOM}{name}")) == 1, name
        times = element.findall(f"{ATOM}updated") + element.findall(f"{ATOM}published")
        assert all(TIME.fullmatch(one.text) for one in times)
        assert element.find(f"{ATOM}link[@rel='alternate']") is not None
    ids += [one.text for one in root.findall(f"{ATOM}entry/{ATOM}id")]
    assert len(set(ids)) == len(ids)
    assert all(re.match(r"(tag|https?):\S+$", one) for one in ids)
    assert root.findtext(f"{ATOM}author/{ATOM}name")
    assert root.find(f"{ATOM}link[@rel='self']").get("href").endswith(address)
    parsed = feedparser.parse(answer.content)
    assert not parsed.bozo
    return parsed


@pytest.mark.parametrize("of", ["act", "library"])
def test_an_entry_says_what_changed(amended, client, of):
    act = f"/van-ban/{amended.slug}/"
    feed = read(client, f"{act}atom/" if of == "act" else "/van-ban/atom/")
    entry = next(one for one in feed.entries if "hoản 2 Điều 2" in one.title)
    assert entry.title.startswith(f"{amended.symbol}: ")
    assert "02/2024/QĐ-UBND" in entry.title
    assert "01/05/2026" in entry.title
    assert "khoản 1 Điều 1: “Sửa đổi khoản 2 Điều 2 & thay <mức>”" in entry.summary
    assert entry.link == f"http://testserver{act}?ngay=2026-05-01#dieu-2-khoan-2"
    assert entry.published == entry.updated


def test_a_fact_keeps_its_entry_and_is_told_anew_on_its_day(amended, client):
    first = read(client, "/van-ban/atom/").entries
    begun = timezone.make_aware(datetime(2026, 5, 1, 8))
    record_changes(begun)
    entries = read(client, "/van-ban/atom/").entries
    assert len(entries) == len(first)
    top = entries[0]
    assert top.id in {one.id for one in first}
    assert datetime(*top.updated_parsed[:6]) == begun.replace(tzinfo=None) - timedelta(
        hours=7
    )
    assert datetime(*top.published_parsed[:6]) == datetime(2026, 3, 3, 1)


def test_a_change_entered_anew_is_the_same_entry(amended, client):
    before = {one.id for one in read(client, "/van-ban/atom/").entries}
    row = RegulationEffect.objects.get()
    row.pk = None
    RegulationEffect.objects.all().delete()
    row.save()
    assert {one.id for one in read(client, "/van-ban/atom/").entries} == before


def test_what_was_taken_back_is_told_no_more(amended, client):
    RegulationEffect.objects.update(review="rejected")
    for address in ("/van-ban/atom/", f"/van-ban/{amended.slug}/atom/"):
        titles = " ".join(one.title for one in read(client, address).entries)
        assert "Điều 2" not in titles


def test_an_act_tells_what_the_journal_has_not_noticed(known, client):
    amender = add_act("02/2024/QĐ-UBND")
    add_effect(amender, known, "repeals", BEGINS, provision="dieu-1")
    entries = read(client, f"/van-ban/{known.slug}/atom/").entries
    told = next(one for one in entries if "Điều 1" in one.title)
    amender.refresh_from_db()
    at = amender.last_published_at.replace(microsecond=0, tzinfo=None)
    assert datetime(*told.updated_parsed[:6]) == at


def test_whoever_has_it_already_is_told_so(amended, client):
    for address in ("/van-ban/atom/", f"/van-ban/{amended.slug}/atom/"):
        answer = client.get(address)
        again = client.get(address, headers={"If-None-Match": answer["ETag"]})
        assert again.status_code == 304
        assert "public" in answer["Cache-Control"]


def test_a_library_without_acts_has_a_feed(front, client):
    feed = read(client, "/van-ban/atom/")
    assert not feed.entries


def test_pages_name_their_feed(amended, client):
    for address in ("/van-ban/", f"/van-ban/{amended.slug}/"):
        page = client.get(address).content.decode()
        assert f'href="{address}atom/"' in page


@pytest.mark.parametrize("of", ["act", "library"])
def test_a_longer_feed_needs_no_more_queries(
    amended, client, django_assert_max_num_queries, of
):
    address = f"/van-ban/{amended.slug}/atom/" if of == "act" else "/van-ban/atom/"
    client.get(address)
    with django_assert_max_num_queries(40) as few:
        client.get(address)
    for number in range(3, 9):
        amender = add_act(f"{number:02}/2024/QĐ-UBND")
        add_effect(amender, amended, "amends", BEGINS + number * DAY)
    record_changes(NOW + 2 * DAY)
    with django_assert_max_num_queries(len(few)):
        assert len(read(client, address).entries) > 6
