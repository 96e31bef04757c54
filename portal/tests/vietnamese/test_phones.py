import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.vietnamese import PhoneChange, PhoneProblem, display_phone, parse_phone
from portal.vietnamese.phones import OLD_MOBILE_PREFIXES

RESTORED = PhoneChange.ZERO_RESTORED
REPLACED = PhoneChange.OLD_PREFIX_REPLACED


@pytest.mark.parametrize(
    "typed",
    [
        "0912 345 678",
        "0912.345.678",
        "0912-345-678",
        "(0912) 345678",
        "0912\u00a0345\u200b678",
        "+84 912 345 678",
        "+84912345678",
        "+84 (0)912 345 678",
        "84912345678",
        "0084 912 345 678",
        "０９１２３４５６７８",
    ],
)
def test_every_usual_writing_is_read(typed):
    phone = parse_phone(typed)
    assert phone.e164 == "+84912345678"
    assert phone.display == "0912 345 678"
    assert phone.changes == ()
    assert phone.problem is None
    assert phone.typed == typed


@pytest.mark.parametrize(
    ("typed", "e164", "changes"),
    [
        (912345678, "+84912345678", (RESTORED,)),
        (912345678.0, "+84912345678", (RESTORED,)),
        ("912345678.0", "+84912345678", (RESTORED,)),
        ("841234567", "+84841234567", (RESTORED,)),
        ("01662345678", "+84362345678", (REPLACED,)),
        ("+841662345678", "+84362345678", (REPLACED,)),
        (1202345678, "+84702345678", (RESTORED, REPLACED)),
        ("0188 234 5678", "+84582345678", (REPLACED,)),
        ("0199 234 5678", "+84592345678", (REPLACED,)),
    ],
)
def test_what_was_changed_is_said(typed, e164, changes):
    phone = parse_phone(typed)
    assert (phone.e164, phone.changes) == (e164, changes)


def test_a_landline_is_shown_with_its_area():
    assert parse_phone("0205.3812.345").e164 == "+842053812345"
    assert parse_phone("0205.3812.345").display == "0205 3812 345"


def test_another_country_is_read_after_a_plus():
    phone = parse_phone("+1 202-456-1111")
    assert phone.e164 == "+12024561111"
    assert display_phone(phone.e164) == phone.display == "+1 202-456-1111"


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        (None, PhoneProblem.EMPTY),
        ("  ", PhoneProblem.EMPTY),
        ("không có", PhoneProblem.NOT_DIGITS),
        ("xin gọi vào giờ hành chính nhé " * 3, PhoneProblem.NOT_DIGITS),
        ("0912345678 " * 9, PhoneProblem.WRONG_LENGTH),
        ("0912345678 (Zalo)", PhoneProblem.NOT_DIGITS),
        (float("nan"), PhoneProblem.NOT_DIGITS),
        ("+", PhoneProblem.NOT_DIGITS),
        ("091234567", PhoneProblem.WRONG_LENGTH),
        ("09123456789", PhoneProblem.WRONG_LENGTH),
        ("9" * 5000, PhoneProblem.WRONG_LENGTH),
        ("0412345678", PhoneProblem.UNKNOWN_PREFIX),
        ("+999123", PhoneProblem.UNKNOWN_PREFIX),
        ("0912345678 / 0987654321", PhoneProblem.SEVERAL),
        ("0912345678; 0987654321", PhoneProblem.SEVERAL),
        ("0912345678 hoặc 0987654321", PhoneProblem.SEVERAL),
    ],
)
def test_what_cannot_be_read_is_named_and_nothing_guessed(typed, problem):
    phone = parse_phone(typed)
    assert phone.problem is problem
    assert (phone.e164, phone.display, phone.changes) == ("", "", ())


mobiles = st.from_regex(
    r"0(3[2-9]|5[689]|7[06-9]|8[1-9]|9[0-9])[0-9]{7}", fullmatch=True
)


@given(mobiles)
def test_display_reads_back_as_the_same_number(digits):
    phone = parse_phone(digits)
    assert phone.e164 == "+84" + digits[1:]
    assert parse_phone(phone.display).e164 == phone.e164
    assert display_phone(phone.e164) == phone.display
    assert parse_phone(int(digits)).e164 == phone.e164


@given(
    st.sampled_from(sorted(OLD_MOBILE_PREFIXES)),
    st.from_regex(r"[0-9]{7}", fullmatch=True),
)
def test_every_old_number_maps_to_a_valid_new_one(prefix, rest):
    phone = parse_phone(prefix + rest)
    assert phone.e164 == "+84" + OLD_MOBILE_PREFIXES[prefix][1:] + rest
    assert phonenumbers.is_valid_number(phonenumbers.parse(phone.e164))


@given(st.text() | st.integers() | st.floats() | st.none())
def test_any_cell_gets_an_answer(typed):
    phone = parse_phone(typed)
    assert bool(phone.e164) != bool(phone.problem)
