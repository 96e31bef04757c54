"""Codes survive being read out, and nonsense is none."""

from hypothesis import given
from hypothesis import strategies as st

from questions import codes

CODES = st.text(codes.LETTERS, min_size=codes.LENGTH, max_size=codes.LENGTH)


@given(CODES, st.sampled_from(["", " ", "-", "."]))
def test_what_is_shown_is_read_again(code, gap):
    shown = codes.shown(code)
    assert codes.read(shown) == code
    assert codes.read(shown.lower().replace("-", gap)) == code
    assert codes.read(shown.removeprefix("HD-")) == code


@given(CODES, st.sampled_from(["", "/", "/rut/", "?x=1#ma-phieu"]))
def test_the_code_of_an_address_is_read(code, rest):
    address = f"https://sangkien.langson.gov.vn/hoi-dap/ma/{codes.shown(code)}{rest}"
    assert codes.read(f" {address} ") == code
    typed = f"https://sangkien.langson.gov.vn/hoi-dap/ma/?ma={codes.shown(code)}"
    assert codes.read(typed) == code


@given(st.text(max_size=60))
def test_whatever_is_typed_is_a_code_or_nothing(typed):
    found = codes.read(typed)
    assert found == "" or (len(found) == codes.LENGTH and {*found} <= {*codes.LETTERS})


def test_codes_are_long_and_hold_no_letter_that_is_mistaken():
    assert len(codes.LETTERS) ** codes.LENGTH > 2**50
    assert not {*"AEIOUY01Z2"} & {*codes.LETTERS}
    made = {codes.new_code() for _each in range(200)}
    assert len(made) == 200
    assert all(codes.read(code) == code for code in made)
