"""Choices read from addresses and written back."""

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from portal.listing.choices import Choices, address
from portal.listing.facets import Facet, is_key

SORTS = {"cu": "Oldest first"}
VIEW = Facet(
    "xem",
    accepts={"da-qua", "sap-toi"}.__contains__,
    is_single=True,
    is_tab=True,
    gives_way_to="thang",
)
KIND, YEAR, MONTH = (
    Facet("loai"),
    Facet("nam", accepts=is_key),
    Facet("thang", is_single=True),
)
FACETS = (VIEW, KIND, YEAR, MONTH)


def read(query, q: str = "") -> Choices:
    params = QueryDict(query) if isinstance(query, str) else query
    return Choices.read(params, FACETS, base_url="/ds/", q=q, sorts=SORTS)


def query_of(url: str) -> str:
    return url.partition("?")[2]


@st.composite
def queries(draw) -> QueryDict:
    query = QueryDict(mutable=True)
    for name in ("xem", "loai", "nam", "thang"):
        some = st.text(max_size=130) | st.sampled_from(["a", "b", "2020", "da-qua"])
        query.setlist(name, draw(st.lists(some, max_size=4)))
    query["sap-xep"] = draw(st.sampled_from(["", "moi", "cu", "zzz"]))
    query["trang"] = draw(st.text(max_size=3))
    return query


@given(queries(), st.sampled_from(["", "sáng kiến", "a & b=c?"]))
def test_an_address_is_read_back_as_it_was_written(query, q):
    choices = read(query, q)
    again = read(query_of(choices.url()), q)
    assert again.url() == choices.url()
    assert (again.pairs, again.sort, again.page) == (choices.pairs, choices.sort, None)
    assert set(choices.chosen) == {facet.name for facet in FACETS}


@given(queries(), st.sampled_from(FACETS), st.sampled_from(["a", "2020", "da-qua"]))
def test_a_choice_put_in_and_taken_out_leaves_the_address_as_it_was(
    query, facet, value
):
    if not facet.accepts(value):
        return
    choices = read(query)
    before = choices.chosen[facet.name]
    toggled = read(query_of(choices.toggled(facet, value)))
    if facet.gives_way_to and choices.chosen[facet.gives_way_to]:
        assert not toggled.chosen[facet.name]
        return
    assert (value in toggled.chosen[facet.name]) is (value not in before)
    back = read(query_of(toggled.toggled(facet, value)))
    if value in before or not facet.is_single:
        assert {*back.chosen[facet.name]} == {*before}
    if value not in before and not (facet.is_single and before):
        assert back.url() == read(query_of(choices.url())).url()


@given(queries())
def test_what_a_facet_does_not_accept_is_dropped_and_named(query):
    choices = read(query)
    for facet in FACETS:
        assert all(map(facet.accepts, choices.chosen[facet.name]))
        typed = {text.strip() for text in query.getlist(facet.name)}
        assert {*choices.chosen[facet.name]} <= typed
        if facet.is_single:
            assert len(choices.chosen[facet.name]) <= 1
    assert all(text and text.isprintable() for text in choices.refused)
    assert choices.sort in ("", "moi", "cu")


def test_choices_stay_together_in_the_order_of_the_table():
    choices = read("nam=2020&loai=a&trang=3&sap-xep=cu", "thuốc")
    assert choices.toggled(KIND, "b") == (
        "/ds/?q=thu%E1%BB%91c&loai=a&loai=b&nam=2020&sap-xep=cu"
    )
    assert choices.cleared() == "/ds/?q=thu%E1%BB%91c"
    assert choices.url({"loai": (), "nam": ()}, base_url="/ds.json") == (
        "/ds.json?q=thu%E1%BB%91c&sap-xep=cu"
    )


def test_a_single_choice_takes_the_place_of_the_one_before():
    choices = read("thang=2020-01&xem=da-qua")
    assert choices.one("thang") == "2020-01"
    assert choices.toggled(MONTH, "2020-02") == "/ds/?thang=2020-02"
    assert choices.toggled(MONTH, "2020-01") == "/ds/?xem=da-qua"
    assert choices.cleared("xem") == "/ds/"


@pytest.mark.parametrize("typed", ["\0\n", "%00", "x" * 400])
def test_what_was_refused_can_be_shown(typed):
    query = QueryDict(mutable=True)
    query["nam"] = typed
    [shown] = read(query).refused
    assert 0 < len(shown) <= 30


def test_many_values_are_too_many():
    query = QueryDict(mutable=True)
    query.setlist("loai", [str(number) for number in range(500)])
    assert len(read(query).chosen["loai"]) == 20


def test_pairs_that_say_nothing_are_left_out():
    assert address("/ds/", [("q", ""), ("nam", "")]) == "/ds/"
