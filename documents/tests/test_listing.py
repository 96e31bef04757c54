"""One forgiving box, filters that count, a bounded number of queries."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from documents.models import Field
from documents.tests.acts import add_act, add_verified

MOST_QUERIES = 12


@pytest.fixture
def library(front):
    add_act("36/2018/QĐ-UBND", signed_on=date(2018, 4, 19), title="Hoạt động sáng kiến")
    add_act("36/2019/QĐ-UBND", signed_on=date(2019, 4, 19))
    add_act("06/2020/QĐ-UBND", signed_on=date(2020, 3, 12))
    add_verified("01/2024/QĐ-UBND", date(2024, 2, 1))


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


@pytest.mark.parametrize(
    "query",
    ["", "?q=36+2018", "?q=36/2108/QD-UBND", "?q=sang+kien&nam=2018&linh-vuc=y-te"],
)
def test_a_longer_library_needs_no_more_queries(library, client, query):
    client.get("/van-ban/")
    counts = []
    for number in (100, 130):
        for more in range(number, number + 15):
            add_act(f"{more}/2021/QĐ-UBND")
        with CaptureQueriesContext(connection) as queries:
            assert client.get(f"/van-ban/{query}").status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1] <= MOST_QUERIES
