"""What a cell may say, and what it is refused for."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.tabular import (
    CellProblem,
    as_text,
    parse_bool,
    parse_choice,
    parse_date,
    parse_number,
    parse_phone,
    parse_text,
)


def problem(parse, value, **options) -> str:
    with pytest.raises(CellProblem) as caught:
        parse(value, **options)
    return caught.value.code


@pytest.mark.parametrize(
    "value",
    [
        "19/4/2018",
        "19-04-2018",
        "19.4.2018",
        " 19 / 4 / 2018 ",
        "2018-04-19",
        "2018-04-19T00:00:00+07:00",
        "19/4/2018 08:30",
        "ngày 19 tháng 4 năm 2018",
        "19 tháng 04 năm 2018",
        43209,
        43209.0,
        "43209",
        date(2018, 4, 19),
        datetime(2018, 4, 19, 8, 30),
    ],
)
def test_dates_as_people_and_excel_write_them(value):
    assert parse_date(value) == date(2018, 4, 19)


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("31/2/2020", "impossible_date"),
        ("29/2/2019", "impossible_date"),
        ("4/19/2018", "impossible_date"),
        ("10/12/219", "impossible_date"),
        ("1/1/20188", "impossible_date"),
        ("0000-01-01", "impossible_date"),
        ("19/4/18", "two_digit_year"),
        ("2018", "not_a_date"),
        (2018, "not_a_date"),
        ("tháng 4/2018", "not_a_date"),
        ("hôm qua", "not_a_date"),
        (time(8, 30), "not_a_date"),
        (True, "not_a_date"),
        (10**300, "not_a_date"),
        ("1/1/1899", "date_out_of_range"),
        (datetime(2999, 1, 1), "date_out_of_range"),
    ],
)
def test_dates_that_are_none(value, code):
    assert problem(parse_date, value) == code


@given(st.dates(min_value=date(1927, 6, 1), max_value=date(2199, 1, 1)))
def test_a_day_is_the_same_in_every_form(day):
    serial = (day - date(1899, 12, 30)).days
    for form in (f"{day:%d/%m/%Y}", f"{day.day}.{day.month}.{day.year}", serial, day):
        assert parse_date(form) == day


@given(st.text(max_size=30))
def test_any_text_is_a_date_or_a_named_problem(text):
    try:
        assert isinstance(parse_date(text), date)
    except CellProblem as caught:
        assert caught.code in {
            "not_a_date", "impossible_date", "two_digit_year", "date_out_of_range"
        }  # fmt: skip


@pytest.mark.parametrize(
    ("value", "number"),
    [
        ("1.234,5", "1234.5"),
        ("1.234.567", "1234567"),
        ("1.234", "1234"),
        ("12,5", "12.5"),
        ("12.5", "12.5"),
        ("0,125", "0.125"),
        ("0.125", "0.125"),
        ("1,234.5", "1234.5"),
        ("1,234,567", "1234567"),
        ("1234,567", "1234.567"),
        ("-1.234,5", "-1234.5"),
        ("\u22125", "-5"),
        ("1 234 567", "1234567"),
        ("1\u00a0234,5", "1234.5"),
        (1234.5, "1234.5"),
        (0.1, "0.1"),
        (7, "7"),
    ],
)
def test_numbers_as_vietnamese_write_them(value, number):
    assert parse_number(value) == Decimal(number)


@pytest.mark.parametrize(
    "value",
    ["", "abc", "1.2.3", "1.234.56", "1,5,", "12.", "1e5", "٣", "1234.567,8", "1,2.3,4",
     "1.234,", float("nan"), float("inf"), True, "9" * 40, "5 triệu"],
)  # fmt: skip
def test_what_is_no_number(value):
    assert problem(parse_number, value) == "not_a_number"


def test_a_number_that_may_be_two_is_refused():
    assert problem(parse_number, "1,234") == "ambiguous_number"
    assert parse_number("1,2340") == Decimal("1.234")


def test_whole_numbers_and_bounds():
    whole = parse_number("2.000", whole=True)
    assert (whole, type(whole)) == (2000, int)
    assert problem(parse_number, "2,5", whole=True) == "not_whole"
    assert problem(parse_number, "-1", minimum=0) == "too_small"
    assert problem(parse_number, "101", maximum=100) == "too_big"
    assert parse_number("100", maximum=100) == 100


@given(st.integers(-(10**12), 10**12), st.integers(0, 9999))
def test_a_number_written_the_vietnamese_way_comes_back(whole, part):
    grouped = f"{whole:,}".replace(",", ".")
    assert parse_number(f"{grouped},{part:04d}") == Decimal(f"{whole}.{part:04d}")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("  Sa\u0301ng \u00a0 kie\u0302\u0301n\u200b ", "Sáng kiến"),
        (12.0, "12"),
        (12.5, "12.5"),
        (True, "TRUE"),
        ("một\nhai", "một hai"),
        ("bel\x07l", "bel l"),
    ],
)
def test_texts_are_tidied(value, text):
    assert parse_text(value) == text


def test_texts_keep_their_lines_only_when_asked():
    assert parse_text(" một \r\n\r\n hai ", multiline=True) == "một\n\nhai"


def test_a_document_number_excel_took_for_a_date_is_refused():
    for value in (datetime(2020, 6, 1), date(2020, 6, 1), time(6), timedelta(days=1)):
        assert problem(parse_text, value) == "date_for_text"


def test_a_text_too_long_says_how_long():
    with pytest.raises(CellProblem) as caught:
        parse_text("x" * 11, max_length=10)
    assert caught.value.code == "too_long"
    assert caught.value.params == {"limit": 10, "length": 11}
    assert parse_text("x" * 10, max_length=10) == "x" * 10


def test_yes_and_no():
    yes = [True, "Có", "co", "X", "x", 1, "1", "TRUE", "đúng", "✓"]
    no = [False, "Không", "khong", 0, "0", "false", "-"]
    assert [parse_bool(value) for value in yes] == [True] * len(yes)
    assert [parse_bool(value) for value in no] == [False] * len(no)
    assert problem(parse_bool, "có lẽ") == "not_yes_or_no"
    assert problem(parse_bool, 2) == "not_yes_or_no"


def test_choices_are_known_by_their_titles():
    levels = {"Cấp cơ sở": 1, "Cấp tỉnh": 2}
    assert parse_choice("cap tinh", levels) == 2
    assert parse_choice(" CẤP  CƠ SỞ ", levels) == 1
    with pytest.raises(CellProblem) as caught:
        parse_choice("cấp tỉh", levels)
    assert caught.value.code == "unknown_choice"
    assert caught.value.params == {"choices": list(levels), "nearest": "Cấp tỉnh"}


def test_choices_that_differ_in_accents_alone_are_not_taken_for_each_other():
    types = {"HĐ": "contract", "HD": "guidance"}
    assert parse_choice("hđ", types) == "contract"
    assert parse_choice("hd", types) == "guidance"
    both = {"HĐ": 1, "HÐ.": 2, "Hđ": 3}
    assert problem(parse_choice, "hđ", choices=both) == "ambiguous_choice"


def test_phones_say_what_was_done_to_them():
    phone = parse_phone(912345678.0)
    assert (phone.display, phone.changes) == ("0912 345 678", ("zero_restored",))
    assert problem(parse_phone, "không có") == "phone_not_digits"
    assert problem(parse_phone, "0912345678 / 0987654321") == "phone_several"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (datetime(2020, 6, 1), "01/06/2020"),
        (datetime(2020, 6, 1, 8, 5), "01/06/2020 08:05"),
        (date(2020, 6, 1), "01/06/2020"),
        (5.0, "5"),
        (False, "FALSE"),
    ],
)
def test_a_cell_is_shown_as_its_author_sees_it(value, shown):
    assert as_text(value) == shown
