import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.vietnamese import fold, match_key, nfc, split_tone
from portal.vietnamese.letters import ZERO_WIDTH

VIETNAMESE = (
    "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmn"
    "oòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
)
words = st.text(alphabet=VIETNAMESE + VIETNAMESE.upper(), min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Sáng kiến đổi mới", "sang kien doi moi"),
        ("ĐẶNG THÙY TRÂM", "dang thuy tram"),
        ("QÐ-UBND ð", "qd-ubnd d"),
        ("đổi mới", "doi moi"),
        ("", ""),
    ],
)
def test_fold_drops_marks_and_strokes(text, folded):
    assert fold(text) == folded
    assert fold(unicodedata.normalize("NFD", text)) == folded


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("kỹ thuật", "kĩ thuật", True),
        ("quý", "quí", True),
        ("y tế", "i tế", True),
        ("lý luận", "lí luận", True),
        ("thúy", "thúi", False),
        ("tay", "tai", False),
        ("yêu", "iêu", False),
        ("s36y2018", "s36i2018", False),
    ],
)
def test_fold_merges_i_and_y_in_open_syllables_only(one, other, same):
    merged = fold(one, merge_i_y=True) == fold(other, merge_i_y=True)
    assert merged is same


@given(st.text())
def test_fold_is_stable_and_blind_to_composition(text):
    assert fold(fold(text)) == fold(text)
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)


@given(words)
def test_fold_of_vietnamese_is_plain_lower_ascii(word):
    folded = fold(word)
    assert folded.isascii()
    assert folded.islower()
    assert len(folded) == len(word)


def test_nfc_drops_invisible_characters_and_can_plain_the_spaces():
    assert nfc("36\u200b/20\ufeff18") == "36/2018"
    assert nfc("Điều\u00a05") == "Điều\u00a05"
    assert nfc("Điều\u00a05\u202fa", plain_spaces=True) == "Điều 5 a"
    assert nfc("a\u200bb", drop_zero_width=False) == "a\u200bb"


@given(st.text(alphabet=VIETNAMESE + ZERO_WIDTH))
def test_nfc_result_is_composed_and_visible(text):
    result = nfc(text)
    assert unicodedata.is_normalized("NFC", result)
    assert not set(result) & set(ZERO_WIDTH)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nguyễn Văn Hoà", "nguyễn văn  hòa"),
        ("Thuỷ", "THỦY"),
        ("khoẻ", "khỏe"),
        ("Nguye\u0302\u0303n", "Nguyễn"),
        ("Ðỗ", "Đỗ"),
        ("Lê\u00a0Mai", "Lê Mai"),
    ],
)
def test_match_key_meets_for_spellings_of_one_name(one, other):
    assert match_key(one) == match_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hòa", "Hoa"),
        ("Hòa", "Hóa"),
        ("Đạt", "Dạt"),
        ("Lê Mai", "Lemai"),
        ("Ân", "An"),
        ("Hòa-Binh", "Hoa-Bình"),
    ],
)
def test_match_key_differs_for_different_names(one, other):
    assert match_key(one) != match_key(other)


@given(st.text(alphabet=VIETNAMESE + " -'", max_size=30))
def test_match_key_is_stable(text):
    assert match_key(match_key(text)) == match_key(text)
    assert match_key(text.upper()) == match_key(text)


def test_split_tone_keeps_hats_and_horns():
    assert split_tone("Nguyễn") == ("Nguyên", 3)
    assert split_tone("ưỡn") == ("ươn", 3)
    assert split_tone("đi") == ("đi", 0)
    assert [split_tone(v)[1] for v in "aàảãáạ"] == [0, 1, 2, 3, 4, 5]
