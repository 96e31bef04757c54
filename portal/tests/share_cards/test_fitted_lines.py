"""Words fitted into a width, whatever the words are."""

from hypothesis import given
from hypothesis import strategies as st

from portal.share_cards.fitted_lines import ELLIPSIS, balanced, fitted, in_lines

words = st.text(st.characters(codec="utf-8"), max_size=400)


@given(words, st.integers(1, 60))
def test_no_line_is_wider_and_no_letter_is_lost(text, width):
    lines = in_lines(text, len, width)
    assert all(len(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == "".join(text.split())


@given(words, st.integers(2, 60), st.integers(1, 4))
def test_never_more_lines_than_there_is_room_for(text, width, most):
    lines = fitted(text, len, width, most)
    assert len(lines) <= most
    assert all(len(line) <= width for line in lines)


@given(words, st.integers(2, 60))
def test_balancing_keeps_the_words_and_the_number_of_lines(text, width):
    lines = in_lines(text, len, width)
    even = balanced(lines, len, width)
    assert len(even) <= len(lines)
    assert " ".join(even) == " ".join(lines)


def test_what_does_not_fit_is_cut_at_a_word():
    assert fitted("một hai ba bốn năm", len, 8, 2) == ["một hai", "ba bốn" + ELLIPSIS]


def test_a_word_longer_than_the_line_is_cut_through():
    assert fitted("W" * 300, len, 10, 2) == ["W" * 10, "W" * 9 + ELLIPSIS]
