import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from portal.vietnamese import person_sort_key, sort_key
from portal.vietnamese.sort_keys import MAX_SORT_KEY

ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
TONES = "aàảãáạ"


def strictly_rising(keys) -> bool:
    return all(one < other for one, other in pairwise(keys))


def test_letters_follow_the_vietnamese_alphabet():
    assert strictly_rising(map(sort_key, ALPHABET))


def test_tones_go_from_ngang_to_nang():
    assert strictly_rising(map(sort_key, TONES))


def test_titles_sort_word_by_word():
    titles = ["Ba Bể", "Ba Chẽ", "Bà Rịa", "Bạc Liêu", "Bắc Sơn", "Cao Lộc", "Chi Lăng",
              "Đà Nẵng", "Đình Lập", "Hữu Lũng", "Lạng Sơn", "Lộc Bình"]  # fmt: skip
    assert strictly_rising(map(sort_key, titles))


def test_numbers_sort_by_value_and_before_letters():
    titles = [
        "Kế hoạch 9",
        "Kế hoạch 10",
        "Kế hoạch 010 b",
        "Kế hoạch 100",
        "Kế hoạch a",
    ]
    assert strictly_rising(map(sort_key, titles))


def test_people_sort_by_given_name_then_family_then_middle():
    people = [
        "Nguyễn Văn An",
        "Phạm An",
        "Hoàng Thị Ân",
        "Trần Văn Dũng",
        "Lê Đạt",
        "Hoàng Thị Hiên",
        "Lê Hoa",
        "Trần Hoa",
        "Lê Thị Hòa",
        "Lê Văn Hòa",
        "Nguyễn Hòa",
        "Đặng Uyên",
        "Bùi Ước",
    ]
    assert strictly_rising(map(person_sort_key, people))


def test_a_mononym_comes_before_the_same_given_name_with_a_family_name():
    assert person_sort_key("Hoa") < person_sort_key("Bùi Hoa")


def test_spelling_of_one_name_gives_one_key():
    assert person_sort_key("  LÊ   VĂN HOÀ") == person_sort_key("Lê Văn Hòa")
    assert person_sort_key("Ðỗ Hà") == person_sort_key("Đỗ Hà")


@given(st.text())
def test_keys_are_lower_case_ascii_of_bounded_length(text):
    for key in (sort_key(text), person_sort_key(text)):
        assert re.fullmatch(r"[a-z0-9]*", key)
        assert len(key) <= MAX_SORT_KEY


syllables = st.text(alphabet="aăâbcdđeêgh", min_size=1, max_size=5)


@given(syllables, syllables)
def test_key_order_is_alphabet_order(one, other):
    by_rank = [[ALPHABET.index(char) for char in word] for word in (one, other)]
    assert (sort_key(one) < sort_key(other)) == (by_rank[0] < by_rank[1])


@given(st.integers(0, 10**60), st.integers(0, 10**60))
def test_key_order_of_numbers_is_their_order(one, other):
    if len(str(one)) <= 26 and len(str(other)) <= 26:
        assert (sort_key(str(one)) < sort_key(str(other))) == (one < other)
    assert sort_key(f"00{one}") == sort_key(str(one))
