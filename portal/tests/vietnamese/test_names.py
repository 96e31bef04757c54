import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.vietnamese import NameProblem, clean_name, tidy
from portal.vietnamese.names import with_capitals


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("  Nguyễn\u00a0 Văn \t A ", "Nguyễn Văn A"),
        ("Nguye\u0302\u0303n Va\u0306n A", "Nguyễn Văn A"),
        ("Lê\u200b Mai\ufeff", "Lê Mai"),
        ("H'Hen Niê", "H'Hen Niê"),
        ("Lê\nMai", "Lê Mai"),
    ],
)
def test_a_good_name_is_tidied(typed, value):
    cleaned = clean_name(typed)
    assert cleaned.value == value
    assert cleaned.problem is None


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("", NameProblem.EMPTY),
        (" \u00a0\u200b ", NameProblem.EMPTY),
        ("A" * 300, NameProblem.TOO_LONG),
        ("0912345678", NameProblem.NOT_A_NAME),
        ("---", NameProblem.NOT_A_NAME),
        ("NguyÔn V¨n A", NameProblem.LEGACY_ENCODING),
        ("Nguyeãn Vaên A", NameProblem.LEGACY_ENCODING),
    ],
)
def test_what_is_no_name_is_named(typed, problem):
    assert clean_name(typed).problem is problem


def test_a_long_name_is_kept_whole():
    assert clean_name("A" * 300).value == "A" * 300


@given(st.text())
def test_tidying_loses_no_letter_and_is_stable(text):
    tidied = tidy(text)
    assert tidy(tidied) == tidied
    assert "  " not in tidied
    assert tidied == tidied.strip()
    assert tidied.isprintable()


@pytest.mark.parametrize(
    "typed",
    ["Nông Văn An 😀", "<b>Nông Văn An</b>", "Nông Văn An, Lý Thị Bình", "An và Bình"],
)
def test_a_name_is_one_persons_and_made_of_letters(typed):
    assert clean_name(typed).problem == NameProblem.NOT_A_NAME


@pytest.mark.parametrize(
    "typed", ["Nô\u200bng Văn An", "H’Hen Niê", "Y-Liên", "Lý A (minh họa)"]
)
def test_what_stands_between_letters_is_kept(typed):
    assert clean_name(typed).problem is None


@given(st.text(alphabet="aăbđeêuưáảẽậABĐ'- ", max_size=40))
def test_capitals_are_offered_once_and_change_no_other_letter(text):
    offered = with_capitals(text)
    assert with_capitals(offered) == offered
    assert offered.upper() == tidy(text).upper()


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("nguyễn văn an", "Nguyễn Văn An"),
        ("Đặng thị Ánh", "Đặng Thị Ánh"),
        ("đỗ ân", "Đỗ Ân"),
        ("H'Hen Niê", "H'Hen Niê"),
    ],
)
def test_a_name_in_small_letters_gets_its_capitals(typed, offered):
    assert with_capitals(typed) == offered
