"""A query that names one act by its number shows that act above the list."""

import pytest

from documents.tests.act_factories import add_act
from portal.search.rebuild import rebuild

pytestmark = pytest.mark.django_db


@pytest.fixture
def acts(front):
    add_act("36/2018/QĐ-UBND", title="Quy định về hoạt động sáng kiến")
    add_act("06/2020/QĐ-UBND", title="Sửa đổi Quyết định số 36/2018/QĐ-UBND")
    rebuild()


def answer(client, query: str):
    return client.get("/tim-kiem/", {"q": query})


def test_the_act_stands_above_and_not_in_the_list(client, acts):
    response = answer(client, "qd 36 2018")
    context = response.context
    assert context["named"].symbol == "36/2018/QĐ-UBND"
    assert "36/2018/QĐ-UBND" not in [row.symbol for row in context["results"]]
    assert context["others_count"] == context["result_count"] - 1
    html = response.content.decode()
    assert html.index("number-card") < html.index('class="aside"')


@pytest.mark.parametrize("query", ["sáng kiến", "zzzz", "qd 99 2018"])
def test_no_other_query_has_a_card(client, acts, query):
    response = answer(client, query)
    assert response.context.get("named") is None
    assert "number-card" not in response.content.decode()


def test_by_date_nothing_is_taken_out(client, acts):
    response = client.get("/tim-kiem/", {"q": "36/2018", "sap-xep": "moi"})
    assert response.context["named"] is None
