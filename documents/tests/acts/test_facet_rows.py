"""What the library's acts are counted by, and how little of each is read for it."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from documents.tests.act_factories import add_act

pytestmark = pytest.mark.django_db


def of_library(client, **query) -> dict:
    return client.get("/van-ban.json", query).json()


def test_thousands_are_counted_by_keys_and_not_by_names(front, client):
    """A name is one join more for each act, and for each effect its source another."""
    add_act("36/2018/QĐ-UBND")
    with CaptureQueriesContext(connection) as queries:
        client.get("/van-ban/")
    looks = [one["sql"] for one in queries if "documents_regulationpage" in one["sql"]]
    (counting,) = [sql for sql in looks if "GROUP BY" in sql and "CASE" in sql]
    for table in ("documents_documenttype", "documents_issuer"):
        assert f'JOIN "{table}"' not in counting
    outer, *effects = counting.split('FROM "documents_regulationeffect"')
    assert effects
    assert not any('JOIN "documents_regulationpage"' in one for one in effects[:-1])
    # What the library has follows from the same look.
    assert not any("DISTINCT" in sql for sql in looks)


@pytest.mark.postgres
def test_what_is_offered_is_what_the_acts_have(front, client):
    for year in (2018, 2020, 2024):
        add_act(f"36/{year}/QĐ-UBND", signed_on=date(year, 4, 19), title="Sáng kiến")
    add_act("12/2021/NQ-HĐND", kind="NQ", signed_on=date(2021, 5, 1))
    wanted = {"loai": {"QĐ", "NQ"}, "nam": {"2018", "2020", "2021", "2024"}}
    every = of_library(client)["facets"]
    for narrowed in (every, of_library(client, q="sang kien")["facets"]):
        for name, values in wanted.items():
            assert {item["value"] for item in narrowed[name]} == values
        (issuer,) = narrowed["co-quan"]
        assert issuer["title"] == "Ủy ban nhân dân tỉnh Lạng Sơn"
    assert {item["title"] for item in every["loai"]} == {"Quyết định", "Nghị quyết"}
    years = [item["value"] for item in every["nam"]]
    assert years == sorted(years, reverse=True)
