"""The page of an act, its data, and its days."""

import re
from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.html import strip_tags

from documents.acts.views.regulation import RegulationOnDay
from documents.models import Issuer, RegulationPage
from documents.tests.act_factories import (
    STORED,
    TEXT,
    add_act,
    add_effect,
    add_verified,
)
from documents.tests.citing_pages import article
from home.models import ArticlePage
from portal.models import Locality

START, CHANGE = date(2024, 2, 1), date(2024, 6, 1)


@pytest.fixture
def amended(front):
    act = add_verified("01/2024/QĐ-UBND", START)
    amender = add_verified("02/2024/QĐ-UBND", CHANGE, text="")
    wording = "2. Mức hai là bốn triệu đồng."
    facts = {"provision": "dieu-2-khoan-2", "clause": "khoản 1 Điều 1"}
    add_effect(amender, act, "amends", CHANGE, new_text=wording, **facts)
    return act


def test_the_text_before_an_amendment_is_the_stored_one(amended):
    act = RegulationPage.objects.get(pk=amended.pk)
    assert act.text == TEXT
    assert RegulationOnDay(act, date(2024, 5, 31)).text.text == TEXT
    later = RegulationOnDay(act, CHANGE).text.text
    assert "bốn triệu" in later
    assert "ba triệu" not in later


def test_an_amended_provision_names_the_act_and_keeps_the_old_words(amended, client):
    page = client.get(f"/van-ban/{amended.slug}/?ngay=2024-06-01").content.decode()
    assert 'id="dieu-2-khoan-2"' in page
    assert "<ins>bốn</ins>" in page
    assert "02/2024/QĐ-UBND" in page
    assert "khoản 1 Điều 1" in page
    before = client.get(f"/van-ban/{amended.slug}/?ngay=2024-05-31").content.decode()
    assert "bốn triệu" not in before


@pytest.mark.parametrize("label", ["15", "15d", "15dd"])
def test_each_provision_has_an_anchor_of_its_own(amended, client, label):
    page = client.get(f"/van-ban/{amended.slug}/").content.decode()
    assert page.count(f'id="dieu-{label}"') == 1
    assert amended.provisions.filter(anchor=f"dieu-{label}").exists()
    assert amended.provisions.count() == len(STORED)


@pytest.mark.parametrize(
    "day",
    ["abc", "0001-01-01", "2024-02-30", "9999-12-31", "2024-06-01\0", "٢٠٢٤-٠١-٠١"],
)
def test_a_day_that_is_none_is_answered_in_words(amended, client, day):
    answer = client.get(f"/van-ban/{amended.slug}/", {"ngay": day})
    assert answer.status_code == 200
    assert 'role="alert"' in answer.content.decode()
    data = client.get(f"/van-ban/{amended.slug}.json", {"ngay": day})
    assert data.json()["problem"]
    compared = client.get(f"/van-ban/{amended.slug}/so-sanh/", {"tu": day, "den": day})
    assert compared.status_code == 200


@pytest.mark.parametrize("place", ["", "dieu-2/", "dieu-99/"])
def test_who_mistypes_a_day_is_told_before_anything_else(amended, client, place):
    address = f"/van-ban/{amended.slug}/{place}"
    page = client.get(address, {"ngay": "1/6/24"}).content.decode()
    before, _told, after = page.partition('role="alert"')
    assert "Dưới đây là nội dung hôm nay" in after
    assert 'id="tinh-trang"' not in before
    assert "law-text" not in before
    if place != "dieu-99/":
        assert 'name="ngay" value="1/6/24"' in after


def test_nothing_is_compared_with_a_day_nobody_asked_for(amended, client):
    address = f"/van-ban/{amended.slug}/so-sanh/"
    page = client.get(address, {"tu": "1/6/24", "den": "30/06/2024"}).content.decode()
    assert "năm đủ bốn chữ số" in page
    assert "giống nhau" not in page
    assert "đọc khác nhau" not in page
    assert 'name="tu" value="1/6/24"' in page
    assert 'name="den" value="30/06/2024"' in page
    same = client.get(address, {"tu": "01/06/2024", "den": "2024-06-01"})
    assert "chọn hai ngày khác nhau" in same.content.decode()


def test_two_days_are_compared_word_by_word(amended, client):
    address = f"/van-ban/{amended.slug}/so-sanh/?tu=2024-05-31&den=2024-06-01"
    page = client.get(address).content.decode()
    # Once in one text, for phones and paper, and once in two columns.
    assert page.count("</del>") == page.count("</ins>") == 2
    left, right = page.partition('class="sides"')[2].split("<h3>")[1:3]
    assert ("</del>" in left, "</ins>" in left) == (True, False)
    assert "</ins>" in right
    assert "Ngày 31/05/2024" in strip_tags(left)
    assert "#dieu-2" in page
    same = client.get(f"/van-ban/{amended.slug}/so-sanh/?tu=2024-03-01&den=2024-04-01")
    assert "</ins>" not in same.content.decode()


def test_who_replaced_a_phrase_that_is_not_there_changed_nothing(amended, client):
    other = add_verified("03/2024/QĐ-UBND", CHANGE, text="")
    facts = {"provision": "dieu-2", "phrase": "không có", "new_text": "x"}
    add_effect(other, amended, "replaces_phrase", CHANGE, **facts)
    address = f"/van-ban/{amended.slug}/so-sanh/?tu=2024-05-31&den=2024-06-01"
    page = client.get(address).content.decode()
    assert "02/2024/QĐ-UBND" in page
    assert "03/2024/QĐ-UBND" not in page
    shown = client.get(f"/van-ban/{amended.slug}/?ngay=2024-06-01").content.decode()
    assert "không có" in shown


def test_the_data_of_an_act_says_what_the_page_says(amended, client):
    data = client.get(f"/van-ban/{amended.slug}.json?ngay=2024-07-01").json()
    assert data["symbol"] == "01/2024/QĐ-UBND"
    assert data["status"]["code"] == "partly_ended"
    assert data["status"]["reasons"][0]["by"] == "02/2024/QĐ-UBND"
    changed = [p for p in data["provisions"] if p["state"] == "amended"]
    assert [p["anchor"] for p in changed] == ["dieu-2-khoan-2"]
    [relation] = data["relations"]
    assert (relation["direction"], relation["kind"]) == ("in", "amends")
    assert client.get("/van-ban/khong-co.json").status_code == 404


def test_a_change_without_wording_is_said_aloud(front, client):
    act = add_verified("01/2024/QĐ-UBND", START)
    amender = add_verified("02/2024/QĐ-UBND", CHANGE)
    add_effect(amender, act, "amends", CHANGE, provision="dieu-1")
    page = client.get(f"/van-ban/{act.slug}/?ngay=2024-07-01").content.decode()
    assert "callout--warning" in page


def test_changes_are_a_feed(amended, client):
    feed = client.get(f"/van-ban/{amended.slug}/rss/").content.decode()
    assert "02/2024/QĐ-UBND" in feed
    assert client.get("/van-ban/rss/").status_code == 200


def test_one_number_of_two_issuers_lives_side_by_side(front, client):
    elsewhere = Locality.objects.create(name="Tỉnh Mẫu", kind="province")
    other = Issuer.objects.create(
        abbreviation="HĐND", name="HĐND Tỉnh Mẫu", level="local", territory=elsewhere
    )
    ours = Issuer.objects.get(abbreviation="HĐND", territory__name="Lạng Sơn")
    acts = [
        add_act("20/2024/NQ-HĐND", kind="NQ", issuer=issuer) for issuer in (ours, other)
    ]
    assert acts[0].slug != acts[1].slug
    for act in acts:
        page = client.get(f"/van-ban/{act.slug}/").content.decode()
        assert act.issuer.name in page


def test_a_second_record_of_one_act_is_refused_by_name(front):
    add_act("05/2024/QĐ-UBND", title="Bản đã có")
    with pytest.raises(ValidationError, match="Bản đã có"):
        add_act("5/2024/QĐ-UBND")


def test_the_number_is_kept_in_its_canonical_form(front):
    act = add_act("6/2024/qÐ–ubnd")
    assert act.symbol == "06/2024/QĐ-UBND"
    assert "–" in act.symbol_as_printed
    assert (act.symbol_folded, act.number, act.year) == ("06/2024/qd-ubnd", 6, 2024)


def test_a_provision_that_is_named_is_not_called_a_part(amended, client):
    data = client.get(f"/van-ban/{amended.slug}.json?ngay=2024-07-01").json()
    [said] = data["status"]["reasons"]
    assert "01/06/2024" in said["message"]
    assert "một phần" not in said["message"]


def test_each_clause_and_point_can_be_cited(amended, client):
    page = client.get(f"/van-ban/{amended.slug}/").content.decode()
    for anchor in ("dieu-2", "dieu-2-khoan-1", "dieu-2-khoan-2"):
        assert page.count(f'class="pilcrow" href="#{anchor}"') == 1
    assert "01/2024/QĐ-UBND" in re.search(r'data-cite="([^"]+)"', page)[1]


def test_relations_are_drawn_beside_their_list(amended, client):
    page = client.get(f"/van-ban/{amended.slug}/").content.decode()
    drawing = re.search(r"<svg width=.*?</svg>\s*</?fig", page, re.DOTALL)[0]
    assert 'href="/van-ban/02-2024-qd-ubnd/"' in drawing
    assert page.count("02-2024-qd-ubnd") > drawing.count("02-2024-qd-ubnd")


def test_the_rail_names_each_day_once(amended, client):
    add_effect(
        RegulationPage.objects.get(symbol="02/2024/QĐ-UBND"),
        amended,
        "repeals",
        CHANGE,
        provision="dieu-1",
    )
    page = client.get(f"/van-ban/{amended.slug}/?ngay=2024-06-01").content.decode()
    rail = re.search(r'<ol class="rail">.*?</ol>', page, re.DOTALL)[0]
    assert rail.count("?ngay=2024-06-01") == 1
    assert rail.count('aria-current="date"') == 1
    for day in ("2024-01-02", "2024-02-01"):
        assert f"?ngay={day}" in rail


def test_the_end_of_a_suspension_is_a_day_of_its_own(front):
    act = add_verified("01/2024/QĐ-UBND", START)
    other = add_verified("02/2024/QĐ-UBND", START)
    add_effect(other, act, "suspends", CHANGE, until=date(2024, 9, 1))
    days = [change.on for change in RegulationOnDay(act, CHANGE).changes()]
    assert days == [date(2024, 1, 2), START, CHANGE, date(2024, 9, 1)]


def test_changes_of_one_day_are_items_of_their_own(amended, client):
    source = RegulationPage.objects.get(symbol="02/2024/QĐ-UBND")
    add_effect(source, amended, "repeals", CHANGE, provision="dieu-1")
    feed = client.get(f"/van-ban/{amended.slug}/rss/").content.decode()
    ids = re.findall(r"<guid[^>]*>(.*?)</guid>", feed)
    assert len(ids) == len(set(ids)) == 4


@pytest.fixture
def cited(news):
    act = add_verified("36/2018/QĐ-UBND", START)
    article(news, "<p>Theo Quyết định số 36/2018/QĐ-UBND.</p>", title="Bài mẫu")
    article(news, "<p>Số 36/2018/QĐ-UBND.</p>", title="Bài nháp", live=False)
    add_act("09/2024/QĐ-UBND", summary="Sửa Quyết định số 36/2018/QĐ-UBND.")
    return act


def test_public_pages_that_name_an_act_are_listed(cited, client):
    page = client.get(f"/van-ban/{cited.slug}/").content.decode()
    listed = page.partition('id="dan-chieu"')[2]
    assert "Bài mẫu" in listed
    assert "Bài nháp" not in listed
    data = client.get(f"/van-ban/{cited.slug}.json").json()["cited_by"]
    assert {one["symbol"] for one in data} == {None, "09/2024/QĐ-UBND"}


def test_more_citing_pages_need_no_more_queries(cited, news, client, monkeypatch):
    monkeypatch.setattr("documents.acts.views.cited_by.MOST", 3)
    address = f"/van-ban/{cited.slug}/"
    client.get(address)
    counts = []
    for number in (1, 4):
        for _one in range(number):
            article(news, "<p>Theo Quyết định số 36/2018/QĐ-UBND.</p>")
        with CaptureQueriesContext(connection) as queries:
            page = client.get(address).content.decode()
        counts.append(len(queries))
    assert counts[0] >= counts[1]
    assert page.partition('id="dan-chieu"')[2].count('class="row"') == 3


def test_an_act_without_text_says_so_and_compares_nothing(front, client):
    act = add_verified("01/2024/QĐ-UBND", START, signed_on=START, text="")
    page = client.get(f"/van-ban/{act.slug}/").content.decode()
    assert "chưa có toàn văn" in page
    assert "so-sanh/" not in page
    # On paper no button leads anywhere: the address is written out.
    on_paper = BeautifulSoup(page, "html.parser").select_one(".no-text .print-only")
    assert "https://vbpl.vn/" in on_paper.text
    # Of one day, the signing comes first.
    assert page.index("Ký ban hành") < page.index("<span>Có hiệu lực</span>")
    compared = client.get(f"/van-ban/{act.slug}/so-sanh/").content.decode()
    assert "chưa có toàn văn" in compared
    assert "https://vbpl.vn/" in compared
    assert 'name="tu"' not in compared


def test_the_head_names_the_feed_and_the_data_of_the_day(amended, client):
    page = client.get(f"/van-ban/{amended.slug}/?ngay=2024-05-31").content.decode()
    head = page.partition("</head>")[0]
    assert f'href="/van-ban/{amended.slug}.json?ngay=2024-05-31"' in head
    assert f"/van-ban/{amended.slug}/rss/" in head
    library = client.get("/van-ban/?q=36").content.decode().partition("</head>")[0]
    assert 'href="/van-ban.json?q=36"' in library
    assert "/van-ban/rss/" in library


def test_changed_places_are_a_list_each_with_verb_day_and_act(amended, client):
    source = RegulationPage.objects.get(symbol="02/2024/QĐ-UBND")
    add_effect(
        source,
        amended,
        "amends",
        CHANGE,
        provision="dieu-2-khoan-1",
        new_text="1. Mức một là sáu triệu đồng.",
    )
    add_effect(source, amended, "repeals", CHANGE, provision="dieu-1")
    page = client.get(f"/van-ban/{amended.slug}/?ngay=2024-06-01").content.decode()
    listed = page.partition('class="places-changed"')[2].partition("</ul>")[0]
    lines = [
        " ".join(re.sub(r"<[^>]*>", " ", line).split())
        for line in listed.split("<li>")[1:]
    ]
    assert lines[0].startswith("Điều 1 bị bãi bỏ từ 01/06/2024 02/2024/QĐ-UBND")
    assert lines[1].startswith("Khoản 1, 2 Điều 2 được sửa từ 01/06/2024")
    assert len(lines) == 2


def test_comparing_says_repealed_of_what_is_gone_and_names_every_amender(
    amended, client
):
    source = RegulationPage.objects.get(symbol="02/2024/QĐ-UBND")
    add_effect(source, amended, "repeals", CHANGE, provision="dieu-1")
    later = add_verified("03/2024/QĐ-UBND", date(2024, 9, 1), text="")
    wording = "2. Mức hai là năm triệu đồng."
    where = {"provision": "dieu-2-khoan-2", "new_text": wording}
    add_effect(later, amended, "amends", date(2024, 9, 1), **where)
    address = f"/van-ban/{amended.slug}/so-sanh/?tu=31/5/2024&den=01/09/2024"
    page = client.get(address).content.decode()
    gone, _, changed = page.partition('id="sua-1"')[2].partition('id="sua-2"')
    assert "bị bãi bỏ" in gone
    assert "được sửa" not in gone
    assert "được sửa 2 lần" in changed
    assert changed.index("02/2024/QĐ-UBND") < changed.index("03/2024/QĐ-UBND")


def test_a_change_to_come_stands_in_the_banner_as_one_to_come(amended, client):
    source = RegulationPage.objects.get(symbol="02/2024/QĐ-UBND")
    later = timezone.localdate() + timedelta(days=400)
    add_effect(source, amended, "repeals", later, provision="dieu-3")
    page = client.get(f"/van-ban/{amended.slug}/").content.decode()
    listed = page.partition('class="places-changed"')[2].partition("</ul>")[0]
    rows = [strip_tags(row) for row in listed.split("<li>")[1:]]
    assert [("sẽ" in row) for row in rows].count(True) == 1
    assert "Điều 3" in rows[-1]
    assert "sẽ bị bãi bỏ" in rows[-1]
    assert f"{later:%d/%m/%Y}" in rows[-1]
    assert f"{len(rows)} chỗ đã hoặc sẽ thay đổi" in page


def test_an_act_without_text_tells_the_known_from_the_unknown(front, client):
    act = add_verified("01/2024/QĐ-UBND", START, text="")
    page = client.get(f"/van-ban/{act.slug}/").content.decode()
    known = page.partition('id="da-biet"')[2].partition("</dl>")[0]
    unknown = page.partition('id="chua-biet"')[2].partition("</dl>")[0]
    assert "01/2024/QĐ-UBND" in known
    assert f"{START:%d/%m/%Y}" in known
    assert "Toàn văn" in unknown
    assert "Toàn văn" not in known
    assert 'class="toolbar"' not in page, "there is nothing to read aloud"
    assert page.index('id="doc-o-dau"') < page.index('id="da-biet"')
    assert f'href="/van-ban/{act.slug}/theo-doi/"' in page
    RegulationPage.objects.filter(pk=act.pk).update(confidence="unknown")
    page = client.get(f"/van-ban/{act.slug}/").content.decode()
    unknown = page.partition('id="chua-biet"')[2].partition("</dl>")[0]
    assert unknown.count("Đang rà soát") >= 2


def test_an_act_without_text_says_where_it_is_and_whom_to_ask(front, client):
    act = add_verified("01/2024/QĐ-UBND", START, text="")
    page = client.get(f"/van-ban/{act.slug}/").content.decode()
    assert 'href="https://vbpl.vn/"' in page
    assert 'href="/lien-he/"' in page
    act.source_url = "https://example.org/01"
    act.save_revision().publish()
    page = client.get(f"/van-ban/{act.slug}/").content.decode()
    assert 'href="https://example.org/01"' in page
    assert "vbpl.vn" not in page


def test_a_citing_article_stands_with_its_own_day(cited, client):
    ArticlePage.objects.filter(title="Bài mẫu").update(published_on=date(2020, 2, 3))
    page = client.get(f"/van-ban/{cited.slug}/").content.decode()
    listed = page.partition('id="dan-chieu"')[2]
    assert "03/02/2020" in listed


def test_the_acts_beside_one_are_asked_for_once(front, client):
    act = add_verified("01/2024/QĐ-UBND", date(2024, 2, 1))
    for number in (2, 3):
        other = add_verified(f"0{number}/2024/QĐ-UBND", date(2024, 2, 1))
        add_effect(other, act, "amends", date(2024, 6, 1), provision="dieu-2")
        add_effect(act, other, "based_on", None)
    with CaptureQueriesContext(connection) as queries:
        page = client.get(act.get_url()).content.decode()
    assert page.count("03/2024/QĐ-UBND") > 1
    shown = [row for row in queries if 'AS "status_code"' in row["sql"]]
    assert len(shown) == 1


def test_a_place_is_counted_once_whatever_happens_to_it(amended, client):
    source = RegulationPage.objects.get(symbol="02/2024/QĐ-UBND")
    added = {"provision": "dieu-2a", "new_text": "Điều 2a. Thêm\nMột điều mới."}
    add_effect(source, amended, "supplements", CHANGE, **added)
    later = add_verified("03/2024/QĐ-UBND", date(2024, 9, 1), text="")
    again = {"provision": "dieu-2-khoan-2", "new_text": "2. Mức hai là năm triệu."}
    add_effect(later, amended, "amends", date(2024, 9, 1), **again)
    for day, said in (("2024-06-01", "đã hoặc sẽ"), ("2024-09-01", "đã")):
        page = client.get(f"/van-ban/{amended.slug}/?ngay={day}")
        assert f"2 chỗ {said} thay đổi." in page.content.decode()
        places = [line.place for line in page.context["places"]]
        assert places == ["Khoản 2 Điều 2", "Điều 2a"]
    compared = client.get(
        f"/van-ban/{amended.slug}/so-sanh/?tu=2024-05-31&den=2024-09-01"
    )
    assert len(compared.context["differences"]) == 2
