"""Lines of words as characters: they come back as they were, and never change."""

import hashlib
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.search.analyser import coded_line, composed, folded_line
from portal.search.syllable_codes import CODES, coded, spelt

WORDS = st.one_of(
    st.sampled_from(sorted(CODES)),
    st.from_regex(r"[a-z0-9]{1,12}", fullmatch=True),
)


def test_syllables_are_single_characters_and_other_words_stand_apart():
    assert len(coded("sang kien kinh nghiem")) == 4
    assert coded("nam 2018 covid") == f"{CODES['nam']}<2018><covid>"
    assert coded("") == ""


@given(st.lists(WORDS))
def test_a_line_comes_back_as_it_was(words):
    line = " ".join(words)
    assert spelt(coded(line)) == line


@given(st.text(max_size=300))
def test_whatever_the_analyser_makes_can_be_coded(text):
    line = folded_line(composed(text))
    assert spelt(coded(line)) == line
    assert coded_line(composed(text)) == coded(line)


@given(st.lists(WORDS, max_size=8), st.lists(WORDS, min_size=1, max_size=3))
def test_a_piece_of_a_line_is_found_where_its_words_stand_side_by_side(words, piece):
    stands = f" {' '.join(piece)} " in f" {' '.join(words)} "
    assert (coded(" ".join(piece)) in coded(" ".join(words))) == stands


@pytest.mark.parametrize("line", ["sáng kiến", "a <b>", "\u00a1"])
def test_what_is_no_line_of_folded_words_is_refused(line):
    with pytest.raises(ValueError, match="folded"):
        coded(line)


def test_a_line_that_was_never_coded_is_read_too():
    assert spelt("sang kien 2018") == "sang kien 2018"
    assert spelt("sang") == "sang"


def test_the_table_is_what_stored_lines_were_written_with():
    """A change here would have every stored line read as other words."""
    table = "".join(f"{word}{char}" for word, char in CODES.items())
    assert hashlib.sha256(table.encode()).hexdigest() == (
        "9864d7e78e9e18281fe628a93ce308c068492ba2447911512b53be22aad0bbd7"
    )
    assert len(set(CODES.values())) == len(CODES)
    assert all(ord(a) < ord(b) < 0xD800 for a, b in pairwise(CODES.values()))
    assert max(len(CODES[word].encode()) for word in ("cua", "duoc", "nghiem")) == 2
