"""Rows narrowed down by facets, and counted, without a database."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.listing.facets import (
    Facet,
    Narrowed,
    by_name,
    every,
    in_use,
    is_key,
    is_plain,
    itself,
    years,
)

COLOURS = ["đỏ", "xanh", "vàng"]
FACETS = [Facet("mau", values=lambda raw: raw), Facet("so")]
VALUES = {"mau": COLOURS, "so": ["0", "1", "2", "3"]}
ROWS = st.lists(
    st.tuples(st.frozensets(st.sampled_from(COLOURS)), st.integers(0, 3)), max_size=30
)
CHOICES = st.fixed_dictionaries(
    {
        "mau": st.sets(st.sampled_from([*COLOURS, "không có"])),
        "so": st.sets(st.sampled_from(["0", "1", "2", "9"])),
    }
)


def left(rows, chosen) -> list:
    return [
        key
        for key, colours, number in rows
        if (not chosen["mau"] or chosen["mau"] & colours)
        and (not chosen["so"] or str(number) in chosen["so"])
    ]


@given(ROWS, CHOICES)
def test_each_count_is_what_choosing_it_would_leave(rows, chosen):
    rows = [(key, *row) for key, row in enumerate(rows)]
    found = Narrowed(rows, FACETS, chosen)
    assert found.keys == left(rows, chosen)
    assert found.total == len(found.keys)
    for name, values in VALUES.items():
        counts = found.counts(name)
        for value in values:
            alone = Narrowed(rows, FACETS, chosen | {name: {value}})
            assert (
                counts[value]
                == alone.total
                == len(left(rows, chosen | {name: {value}}))
            )
        assert set(counts) <= {*values}


@given(ROWS, CHOICES)
def test_groups_count_as_their_rows_do(rows, chosen):
    grouped = [(count, *row) for row, count in Counter(rows).items()]
    one_by_one = Narrowed([(key, *row) for key, row in enumerate(rows)], FACETS, chosen)
    found = Narrowed(grouped, FACETS, chosen, is_grouped=True)
    assert found.total == one_by_one.total
    for name in VALUES:
        assert found.counts(name) == one_by_one.counts(name)


def test_a_choice_is_compared_as_rows_spell_it():
    facet = Facet("loai", compared=str.lower)
    assert Narrowed([(1, "qđ"), (2, "nq")], [facet], {"loai": ["QĐ"]}).keys == [1]


def test_what_is_offered():
    counts = Counter({"2020": 3, "2022": 1})
    pairs = [("2019", "A"), ("2020", "B"), ("2021", "C")]
    assert every(*pairs)(counts, ()) == tuple(pairs)
    assert in_use(pairs)(counts, ["2021"]) == [("2020", "B"), ("2021", "C")]
    assert [year for year, _label in years(counts, ["2021"])] == [
        "2022",
        "2021",
        "2020",
    ]
    assert by_name([(1, "Ơn"), (2, "Đá"), (3, "Da")]) == [
        (3, "Da"),
        (2, "Đá"),
        (1, "Ơn"),
    ]


@pytest.mark.parametrize(
    ("text", "plain", "key"),
    [
        ("12", True, True),
        ("12\0", False, False),
        ("٣", True, False),
        ("9" * 10, True, False),
        ("x" * 121, False, False),
        ("-1", True, False),
        ("02018", True, False),
    ],
)
def test_what_may_be_a_value(text, plain, key):
    assert is_plain(text) is plain
    assert is_key(text) is key


def test_an_empty_column_is_no_choice():
    assert itself(None) == itself("") == ()
    assert itself(0) == ("0",)
