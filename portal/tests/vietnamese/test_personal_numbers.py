"""Identity cards and telephones are noticed; money and symbols are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.vietnamese.personal_numbers import NumberKind, personal_numbers

DIGITS = "0123456789"
GAP = st.sampled_from(["", " ", ".", "-"])


@given(st.text(DIGITS, min_size=12, max_size=12), st.sampled_from(["", " "]))
def test_twelve_digits_in_a_row_are_an_identity_number(digits, gap):
    written = gap.join(digits[at : at + 3] for at in range(0, 12, 3))
    (found,) = personal_numbers(f"CCCD của tôi: {written}, xin trả lời.")
    assert (found.kind, found.digits) == (NumberKind.IDENTITY, 12)
    assert found.written == written


@given(st.text(DIGITS, min_size=9, max_size=9), GAP)
def test_a_home_number_is_a_telephone(digits, gap):
    written = gap.join(("0" + digits[:3], digits[3:6], digits[6:]))
    (found,) = personal_numbers(f"gọi {written}")
    assert found.kind == NumberKind.PHONE


@given(st.integers(1_000, 999_999_999_999))
def test_money_is_nobodys_number(amount):
    written = f"{amount:,}".replace(",", ".")
    assert personal_numbers(f"được thưởng {written} đồng") == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "36/2018/QĐ-UBND ngày 25/12/2018",
        "từ 01.01.2026 đến 31.12.2026",
        "năm 2024, 2025, 2026 và 100% của 1.000 người",
        "mã HD-7K4M-92XB",
        "các năm 2023 2024 2025 2026",
        "tổng 150 000 000 000 000 đồng, 12.345.678.901.234 đồng",
        "mã số thuế 4900123456-001",
        "từ 01.01.2026 31.12.2026",
        "UUID 00000000-0000-4000-8000-000000000000",
    ],
)
def test_what_questions_are_full_of_is_no_number_of_a_person(text):
    assert personal_numbers(text) == []


@pytest.mark.parametrize("text", ["+84 912 345 678", "0912345678", "(0912 345 678)"])
def test_telephones_as_people_write_them(text):
    assert [one.kind for one in personal_numbers(text)] == [NumberKind.PHONE]


@pytest.mark.parametrize(
    "text",
    ["10203040506071", "1234567890123456", "4111 1111 1111 1111", "19034 567890 123"],
)
def test_bank_accounts_and_cards_are_somebodys(text):
    (found,) = personal_numbers(f"chuyển vào {text}, cảm ơn")
    assert (found.kind, found.written) == (NumberKind.ACCOUNT, text)
