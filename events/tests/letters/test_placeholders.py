"""What an organiser leaves to be filled in, for whichever person and text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.letters import placeholders
from events.letters.placeholders import ALL, NAME, TICKET

ANY = st.text(max_size=80)


@pytest.mark.parametrize("written", ["{họ tên}", "{ho ten}", "{ HỌ  TÊN }", "{Họ Tên}"])
def test_a_name_is_found_however_it_is_typed(written):
    assert placeholders.used(f"Kính gửi {written},") == {NAME}
    assert placeholders.fill(written, {NAME: "Vi Thị An"}) == "Vi Thị An"


def test_the_unknown_are_named_as_written_and_once():
    text = "{họ tên} {ngay sinh} {Ngày sinh} {ngay sinh} { } {x"
    assert placeholders.unknown(text) == ["ngay sinh", "Ngày sinh", " "]


@given(ANY, st.dictionaries(st.sampled_from(ALL), ANY))
def test_a_value_is_never_filled_itself(text, values):
    named = dict.fromkeys(values, "{họ tên}")
    filled = placeholders.fill("".join(f"{{{one.name}}}|" for one in values), named)
    assert filled == "{họ tên}|" * len(values)
    assert placeholders.fill(text, {}) == text


@given(ANY)
def test_a_text_in_which_nothing_is_unknown_has_nothing_left_in_braces(text):
    if not placeholders.unknown(text):
        filled = placeholders.fill(text, dict.fromkeys(ALL, "x"))
        assert placeholders.used(filled) == set()


def test_somebodys_own_address_is_noticed():
    token = "Zk3_9sXoV0q1LmB-4TtyQw"
    for path in (f"/ve/{token}/", f"https://x.vn/dang-ky-doan/{token}/tep/"):
        assert placeholders.secret_links(f"Xem {path} nhé")
    for text in ("https://x.vn/ve/", "/van-ban/quyet-dinh-36-2018-qd-ubnd/", "/ve/a"):
        assert not placeholders.secret_links(text)
    assert placeholders.used("{liên kết vé}") == {TICKET}
