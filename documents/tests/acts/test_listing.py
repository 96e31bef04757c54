"""One forgiving box, filters that count, a bounded number of queries."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from documents.acts.row_reasons import add_reasons
from documents.acts.search_box import by_worth
from documents.models import Field, RegulationPage
from documents.tests.act_factories import add_act, add_effect, add_verified
from documents.tests.citing_pages import article
from documents.tests.initiative_factories import add_initiative
from portal.bench.relevance.hostile_queries import HOSTILE
from portal.tests.prepared import lay_down

MOST_QUERIES = 12
#: With words the one search is asked too, with the bound of its own page.
MOST_SEARCHED = 24


def add_library() -> None:
    add_act("36/2018/QĐ-UBND", signed_on=date(2018, 4, 19), title="Hoạt động sáng kiến")
    add_act("36/2019/QĐ-UBND", signed_on=date(2019, 4, 19))
    add_act("06/2020/QĐ-UBND", signed_on=date(2020, 3, 12))
    add_verified("01/2024/QĐ-UBND", date(2024, 2, 1))


@pytest.fixture
def library(front):
    lay_down(add_library)


def found(client, **query) -> dict:
    return client.get("/van-ban.json", query).json()


@pytest.mark.parametrize(
    "typed",
    ["36/2018/QĐ-UBND", "qd 36 2018", "36 2018 qd ubnd", "36/2018/QD–UBND", "2018/36"]
    + ["Quyết định số 36/2018/QÐ-UBND", "36/2108/QĐ-UBND", "036/2018/qđ - ubnd"],
)
def test_a_badly_typed_number_finds_its_act_first(library, client, typed):
    assert found(client, q=typed)["results"][0]["symbol"] == "36/2018/QĐ-UBND"


def test_words_find_without_their_marks(library, client):
    answer = found(client, q="sang kien")
    assert [act["symbol"] for act in answer["results"]] == ["36/2018/QĐ-UBND"]


def test_what_most_pages_name_comes_first_among_words(library, news, client):
    add_act("09/2025/QĐ-UBND", signed_on=date(2025, 1, 2), title="Sáng kiến năm mới")
    article(news, "<p>Theo Quyết định số 36/2018/QĐ-UBND.</p>")
    answer = found(client, q="sang kien")
    assert answer["results"][0]["symbol"] == "36/2018/QĐ-UBND"


def test_words_looked_for_are_marked_in_the_rows(library, client):
    page = client.get("/van-ban/?q=sang+kien").content.decode()
    assert "Hoạt động <mark>sáng kiến</mark>" in page


def test_a_row_says_why_its_act_is_not_whole(library, client):
    act = RegulationPage.objects.get(symbol="01/2024/QĐ-UBND")
    amender = add_verified("05/2024/QĐ-UBND", date(2024, 3, 1))
    day = date(2024, 3, 1)
    add_effect(amender, act, "amends", day, provision="dieu-2-khoan-1")
    for place in ("dieu-1", "dieu-15"):
        add_effect(amender, act, "repeals", day, provision=place)
    page = client.get("/van-ban/?q=01/2024/QD-UBND").content.decode()
    [reasons] = re.findall(r'<ul class="why">.*?</ul>', page, re.DOTALL)
    assert reasons.count(f'href="{amender.url}"') == 2
    assert "why-more" in reasons
    whole = client.get("/van-ban/?q=05/2024/QD-UBND").content.decode()
    assert "why-more" not in whole


def test_a_search_without_an_answer_offers_others(library, client):
    page = client.get("/van-ban/", {"q": "hoat dong sang kien nuoc mam"})
    shown = page.content.decode().partition('class="result-head"')[2]
    assert "Không có trang nào chứa đủ các từ này" in shown
    assert "q=hoat+dong+sang+kien" in shown
    assert [act.symbol for act in page.context["regulations"]] == ["36/2018/QĐ-UBND"]
    numbers = client.get("/van-ban/", {"q": "36/2031/TT-BYT"}).content.decode()
    assert "36/2018/QĐ-UBND" in numbers.partition('class="empty"')[2]
    filtered = client.get("/van-ban/", {"q": "36 2018", "nam": "2020"})
    assert 'href="/van-ban/?q=36+2018"' in filtered.content.decode()


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [
        ("hoạt động sáng kiến", None),
        ("hoat dong sang kien", None),
        ("hoatj ddoongj sangs kieens", "hoạt động sáng kiến"),
        ("hoat dong snag kien", "hoat dong sang kien"),
    ],
)
def test_words_find_acts_alone_however_they_are_typed(library, client, typed, read_as):
    add_initiative(title="Hoạt động sáng kiến")
    add_act("09/2025/QĐ-UBND", title="Hoạt động sáng kiến nháp", publish=False)
    answer = found(client, q=typed)
    assert [act["symbol"] for act in answer["results"]] == ["36/2018/QĐ-UBND"]
    assert (answer["read_as"], answer["complete"]) == (read_as, True)
    shown = client.get("/van-ban/", {"q": typed}).text
    assert "<mark>Hoạt động sáng kiến</mark>" in shown.replace("\xa0", " ")
    assert f"<title>{typed} - " in shown


@pytest.mark.parametrize(
    ("typed", "symbols"),
    [
        ("QĐ 36", ["36/2019/QĐ-UBND", "36/2018/QĐ-UBND"]),
        ("36/18 ubnd", ["36/2018/QĐ-UBND"]),
        ("63/2018/QĐ-UBND", ["36/2018/QĐ-UBND"]),
        ("36/2018/QĐ-UBDN", ["36/2018/QĐ-UBND"]),
        ("36/2031/TT-BYT", []),
    ],
)
def test_a_number_in_part_or_a_slip_away_finds_what_may_be_meant(
    library, client, typed, symbols
):
    results = [act["symbol"] for act in found(client, q=typed)["results"]]
    assert results[: len(symbols)] == symbols
    assert bool(results) is bool(symbols)


def test_a_number_only_named_elsewhere_is_said_to_be_that(library, client):
    text = "Căn cứ Thông tư số 18/2013/TT-BKHCN;\nĐiều 1. Phạm vi\nMột."
    add_act("07/2021/QĐ-UBND", text=text)
    page = client.get("/van-ban/", {"q": "18/2013/TT-BKHCN"})
    assert [act.symbol for act in page.context["regulations"]] == ["07/2021/QĐ-UBND"]
    assert "Thư viện chưa có văn bản mang số “18/2013/TT-BKHCN”" in page.text
    own = client.get("/van-ban/", {"q": "36/2018/QĐ-UBND"}).text
    assert "Thư viện chưa có văn bản mang số" not in own


def test_words_can_be_sorted_and_filtered_as_all_acts_are(library, client):
    for year in (2021, 2023, 2022):
        add_act(f"09/{year}/QĐ-UBND", signed_on=date(year, 1, 2), title="Mức chi")
    years = {
        sort: [
            act["signed_on"][:4]
            for act in found(client, q="muc chi", **{"sap-xep": sort})["results"]
        ]
        for sort in ("moi", "cu")
    }
    assert years == {"moi": ["2023", "2022", "2021"], "cu": ["2021", "2022", "2023"]}
    answer = found(client, q="muc chi", nam="2022")
    assert [act["symbol"] for act in answer["results"]] == ["09/2022/QĐ-UBND"]
    counts = {item["value"]: item["count"] for item in answer["facets"]["nam"]}
    assert {year for year, count in counts.items() if count} == {"2021", "2022", "2023"}


def test_what_lies_beyond_the_ranked_acts_is_on_later_pages(
    library, client, monkeypatch
):
    monkeypatch.setattr("portal.search.candidates.HEADS", 3)
    monkeypatch.setattr("portal.search.candidates.BODIES", 4)
    for number in range(100, 145):
        add_act(f"{number}/2021/QĐ-UBND", title="Mức chi")
    pages = [found(client, q="muc chi", trang=number) for number in (1, 2, 3)]
    symbols = {act["symbol"] for page in pages for act in page["results"]}
    assert {page["count"] for page in pages} == {len(symbols)} == {45}


def test_of_acts_that_answer_alike_real_ones_come_first_then_the_most_named():
    scores, facts = {1: 9, 2: 9, 3: 9, 4: 12}, {1: (True, 8), 2: (False, 0)}
    facts |= {3: (False, 2), 4: (True, 0)}
    assert by_worth([1, 2, 3, 4, 5], scores, facts) == [4, 3, 2, 1, 5]


@pytest.mark.parametrize("path", ["/van-ban/", "/van-ban.json", "/sang-kien/"])
def test_hostile_words_are_only_words(library, client, path):
    add_act("09/2025/QĐ-UBND", title="Sáng kiến <em>hay</em>")
    add_initiative(title="Sáng kiến <em>hay</em>")
    for query in HOSTILE:
        response = client.get(path, {"q": query, "trang": "-1"})
        assert response.status_code == 200, query
        if not path.endswith("json"):
            shown = response.text.split("<main", 1)[1]
            assert "<script>alert" not in shown and "<em>" not in shown, query


def test_near_misses_are_said_to_be_near_misses(library, client):
    assert found(client, q="36/2108/QĐ-UBND")["nearest"] is True
    assert found(client, q="36/2018/QĐ-UBND")["nearest"] is False


def test_counts_keep_the_other_filters_and_the_zeros(library, client):
    answer = found(client, **{"hieu-luc": "unknown", "nam": "2018"})
    assert answer["count"] == 1
    counts = {
        name: {item["value"]: item["count"] for item in items}
        for name, items in answer["facets"].items()
    }
    assert counts["hieu-luc"]["unknown"] == 1
    assert counts["hieu-luc"]["in_force"] == 0
    assert counts["nam"] == {"2024": 0, "2020": 1, "2019": 1, "2018": 1}


def test_every_count_is_what_its_filter_finds(library, client):
    act = add_act("07/2020/QĐ-UBND")
    act.fields = Field.objects.all()[:2]
    act.save_revision().publish()
    for name, items in found(client)["facets"].items():
        for item in items:
            assert found(client, **{name: item["value"]})["count"] == item["count"]


def test_acts_without_text_are_listed(library, client):
    symbols = {a["symbol"] for a in found(client, **{"toan-van": "chua"})["results"]}
    assert symbols == {"36/2018/QĐ-UBND", "36/2019/QĐ-UBND", "06/2020/QĐ-UBND"}


@pytest.mark.parametrize(
    "query",
    ["q=%00", "nam=abc", "nam=99999999999999", "co-quan=-1", "trang=x", "hieu-luc=?"]
    + ["q=" + "9" * 500, "sap-xep=x", "loai=<b>", "linh-vuc=khong"],
)
def test_nonsense_is_answered(library, client, query):
    assert client.get(f"/van-ban/?{query}").status_code == 200
    assert client.get(f"/van-ban.json?{query}").status_code == 200


def add_a_page_of_acts() -> None:
    """More than stand on a page."""
    for number in range(100, 125):
        add_act(f"{number}/2021/QĐ-UBND")


def add_fifteen_acts() -> None:
    for number in range(130, 145):
        add_act(f"{number}/2021/QĐ-UBND")


@pytest.mark.parametrize(
    "query",
    ["", "?q=36+2018", "?q=36/2108/QD-UBND", "?q=sang+kien&nam=2018&linh-vuc=y-te"],
)
def test_a_longer_library_needs_no_more_queries(library, client, query):
    client.get("/van-ban/")
    counts = []
    for add_more in (add_a_page_of_acts, add_fifteen_acts):
        lay_down(add_more)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(f"/van-ban/{query}").status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1] <= (MOST_SEARCHED if "q=" in query else MOST_QUERIES)


def test_reasons_of_many_rows_take_as_few_queries_as_of_one(
    library, django_assert_max_num_queries
):
    day = date(2024, 3, 1)
    amender = add_verified("05/2024/QĐ-UBND", day)
    for number in range(40, 44):
        act = add_verified(f"{number}/2024/QĐ-UBND", date(2024, 2, 1))
        add_effect(amender, act, "amends", day, provision="dieu-1")
    rows = list(RegulationPage.objects.for_results(day))
    # Which sections are closed is the second; a request asks for that once.
    with django_assert_max_num_queries(2):
        add_reasons(rows, day)
        assert sum(bool(row.reasons) for row in rows) == 4


def test_of_several_changes_of_one_place_the_last_is_told(library):
    day = date(2024, 6, 1)
    act = add_verified("45/2024/QĐ-UBND", date(2024, 2, 1))
    first = add_verified("46/2024/QĐ-UBND", date(2024, 3, 1))
    last = add_verified("47/2024/QĐ-UBND", date(2024, 4, 1))
    add_effect(first, act, "amends", date(2024, 3, 1), provision="dieu-1")
    add_effect(first, act, "amends", date(2024, 3, 1), provision="dieu-2")
    add_effect(last, act, "amends", date(2024, 4, 1), provision="dieu-1")
    rows = [row for row in RegulationPage.objects.for_results(day) if row.pk == act.pk]
    add_reasons(rows, day)
    (row,) = rows
    assert [one.act.symbol for one in row.reasons] == [first.symbol, last.symbol]
    assert row.reasons[0].message.startswith("Điều 2")
    assert row.others == 0


@pytest.mark.parametrize(
    "query", ["q=36+2108", "q=zzzz", "q=36+2018", "hieu-luc=ended"]
)
def test_no_search_takes_more_queries_than_allowed(library, client, query):
    day = date(2024, 3, 1)
    ended = RegulationPage.objects.get(symbol="36/2018/QĐ-UBND")
    add_effect(add_verified("05/2024/QĐ-UBND", day), ended, "repeals", day)
    client.get("/van-ban/")
    with CaptureQueriesContext(connection) as queries:
        assert client.get(f"/van-ban/?{query}").status_code == 200
    assert len(queries) <= (MOST_SEARCHED if "q=" in query else MOST_QUERIES)


def test_the_site_map_asks_once_for_all_numbers(library, client):
    def queries() -> tuple[int, str]:
        with CaptureQueriesContext(connection) as asked:
            page = client.get("/so-do-trang/").content.decode()
        return len(asked), page

    few, page = queries()
    assert all(act.symbol in page for act in RegulationPage.objects.all())
    for number in range(4):
        add_act(f"{number + 41}/2020/QĐ-UBND", signed_on=date(2020, 5, 1))
    # The first has asked what is the same until the process ends.
    assert queries()[0] <= few
