"""Names in pieces: whatever the way they are divided, none loses a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.delegations.headings import HEADED
from events.delegations.layout import (
    Unclear,
    lacking,
    name_columns,
    names_of,
    settle,
)
from events.delegations.listing import ListedRow, SheetRows
from events.delegations.names import (
    Beside,
    given_beside,
    is_half,
    joined,
    untitled_beside,
)
from portal.tabular import Heading
from portal.tabular.headings import Headings
from portal.vietnamese import tidy

FAMILIES = ("Nguyễn", "Trần", "Nông", "Hoàng", "Đàm", "Triệu")
MIDDLES = ("Văn", "Thị", "Kim", "Mùi", "Thị Hồng", "")
GIVENS = ("An", "Bình", "Chi", "Đức", "Ánh", "Giang")
people = st.lists(
    st.tuples(*map(st.sampled_from, (FAMILIES, MIDDLES, GIVENS))),
    min_size=1,
    max_size=8,
)
spaces = st.sampled_from(("", " ", "  ", "\u00a0"))
texts = st.text(max_size=40)


def whole(person) -> str:
    return " ".join(filter(None, person))


def listing(titles, rows) -> SheetRows:
    known = Headings(HEADED)
    headings = []
    for at, title in enumerate(titles):
        column = known.column(title) if title else None
        headings.append(Heading(title, "ABCDEF"[at], column.key if column else None))
    listed = [ListedRow(number, tuple(row)) for number, row in enumerate(rows, 2)]
    return SheetRows(tuple(headings), tuple(listed))


@given(st.lists(texts, max_size=4))
def test_joining_keeps_every_word_in_its_order(pieces):
    words = [word for piece in pieces for word in tidy(piece).split()]
    assert joined(pieces).split() == words
    assert joined([joined(pieces)]) == joined(pieces)


@given(people, spaces, st.sampled_from((("Họ đệm", "Tên"), ("Họ và tên", ""))))
def test_two_columns_make_whole_names(crowd, space, titles):
    rows = [
        (f"{joined((family, middle))}{space}", f"{space}{given_}", "0912345678")
        for family, middle, given_ in crowd
    ]
    found = listing((*titles, "SĐT"), rows)
    assert names_of(found, settle(found, {})) == [whole(one) for one in crowd]


@given(people)
def test_the_order_of_the_columns_does_not_matter(crowd):
    rows = [
        (given_, "0912345678", joined((family, middle)))
        for family, middle, given_ in crowd
    ]
    found = listing(("Tên", "SĐT", "Họ lót"), rows)
    assert names_of(found, settle(found, {})) == [whole(one) for one in crowd]


@given(people)
def test_a_whole_name_beside_its_last_word_stays_as_it_is(crowd):
    rows = [(whole(one), one[2], "0912345678") for one in crowd]
    found = listing(("Họ và tên", "Tên", "SĐT"), rows)
    assert names_of(found, settle(found, {})) == [whole(one) for one in crowd]
    assert given_beside([row[0] for row in rows], [row[1] for row in rows]) is (
        Beside.REPEATED
    )


@given(
    st.lists(st.sampled_from(("", "Họ và tên", "Tên", "Họ", "SĐT", "Lớp")), max_size=5),
    st.lists(st.lists(texts, min_size=5, max_size=5), min_size=1, max_size=5),
)
def test_whatever_is_uploaded_is_settled_or_asked(titles, rows):
    found = listing(titles, [row[: len(titles)] for row in rows])
    try:
        keys = settle(found, {})
    except Unclear:
        return
    assert not lacking(keys)
    assert name_columns(keys)


@pytest.mark.parametrize(
    ("texts", "beside"),
    [
        (("An", "Bình"), Beside.PIECE),
        (("", ""), Beside.OTHER),
        (("1980", "1981"), Beside.OTHER),
        (("An", "1981"), Beside.UNCLEAR),
        (("Trường tiểu học", "Bình"), Beside.UNCLEAR),
    ],
)
def test_a_column_without_a_heading(texts, beside):
    assert untitled_beside(("Nguyễn Văn", "Nông Thị"), texts) is beside


def test_one_syllable_is_half_a_name():
    assert is_half(" An ")
    assert not is_half("Vi An")
    assert not is_half("")


def test_one_half_of_the_names_alone_is_asked():
    for title in ("Tên", "Họ và tên"):
        found = listing((title, "SĐT"), [("An", "0912345678"), ("Bình", "0912345679")])
        with pytest.raises(Unclear) as caught:
            settle(found, {})
        assert caught.value.code == "halves"
