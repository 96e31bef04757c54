import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.vietnamese import (
    LegacyEncoding,
    decode_tcvn3,
    decode_vni,
    detect_legacy,
    is_probably_tcvn3,
    is_syllable,
)

TONED = "àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
# What a TCVN3 font's codes look like elsewhere, letter for letter.
TONED_IN_TCVN3 = "µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ"
HATTED, HATTED_IN_TCVN3 = "ăâđêôơưĂÂĐÊÔƠƯ", "¨©®ª«¬\u00ad¡¢§£¤¥¦"
TO_TCVN3 = dict(zip(TONED + HATTED, TONED_IN_TCVN3 + HATTED_IN_TCVN3, strict=True))

PROSE = (
    "Người lao động của tỉnh Lạng Sơn đã đề xuất những giải pháp kỹ thuật mới; "
    "Ủy ban nhân dân huyện khuyến khích, hỗ trợ và phổ biến rộng rãi từng sáng kiến."
)


def in_tcvn3(text: str) -> str:
    """As typed for such a font; toned capitals are typed small."""
    return "".join(
        TO_TCVN3.get(char) or TO_TCVN3.get(char.lower(), char) for char in text
    )


@pytest.mark.parametrize("letter", TONED + HATTED)
def test_every_letter_comes_back_from_tcvn3(letter):
    assert decode_tcvn3(TO_TCVN3[letter]) == letter


@given(st.text(alphabet=TONED + "ăâđêôơư" + "bcghklmnpqrstvx ,.", max_size=60))
def test_tcvn3_round_trip(text):
    assert decode_tcvn3(in_tcvn3(text)) == text


def test_words_in_capitals_get_their_capitals_back():
    assert decode_tcvn3("UBND TØNH L¹ng S¬n") == "UBND TỈNH Lạng Sơn"


@pytest.mark.parametrize(
    ("vni", "text"),
    [
        ("Nguyeãn Vaên A", "Nguyễn Văn A"),
        ("ñöôøng tænh Laïng Sôn", "đường tỉnh Lạng Sơn"),
        ("UÛY BAN NHAÂN DAÂN", "ỦY BAN NHÂN DÂN"),
        ("Ñaëng Thò Yeán", "Đặng Thị Yến"),
        ("kyõ só, lyù, ngöôøi, khoûe", "kỹ sĩ, lý, người, khỏe"),
    ],
)
def test_vni_is_decoded(vni, text):
    assert decode_vni(vni) == text


@pytest.mark.parametrize(
    "name", ["Nguyễn Văn A", "Trần Đức", "Hà", "Vi Văn Bình", PROSE]
)
def test_tcvn3_is_recognised(name):
    assert is_probably_tcvn3(in_tcvn3(name))


def test_vni_is_recognised_and_told_from_tcvn3():
    assert detect_legacy("Nguyeãn Vaên A") is LegacyEncoding.VNI
    assert not is_probably_tcvn3("Nguyeãn Vaên A")


@pytest.mark.parametrize(
    "text",
    [
        PROSE,
        unicodedata.normalize("NFD", PROSE),
        PROSE.upper(),
        "có mô hình và cả tôi",
        "Lê Mai",
        "Á Âu, à, ô, ý kiến",
        "© 2022 Sở Khoa học và Công nghệ ® · «Sáng kiến»",
        "Café Zoë, Müller, Señor Niño, Jürgen và São Paulo",
        "Vi kommer på festen i Malmö",
        "Đoàn đến Må họp",
        "Anh Bjørn gặp ông Håkan ở Malmö",
        "nhiệt độ 25°C, sai số ±5 µm, diện tích 2½ ha",
        "QÐ-UBND",
        "plain ASCII text",
        "",
    ],
)
def test_unicode_text_is_never_taken_for_legacy(text):
    assert detect_legacy(text) is None


syllables = st.sampled_from([w.strip(",.;") for w in PROSE.lower().split()])


@given(st.lists(syllables, min_size=1).map(" ".join))
def test_no_vietnamese_words_are_taken_for_legacy(text):
    assert detect_legacy(text) is None


@pytest.mark.parametrize(
    "word",
    [
        "gì",
        "giếng",
        "quốc",
        "quỳnh",
        "thuở",
        "khuya",
        "nghiêng",
        "Nguyễn",
        "khuỷu",
        "ngoằn",
        "ừ",
        "yêu",
        "quy",
        "ghế",
        "hươu",
    ],
)
def test_syllables(word):
    assert is_syllable(word)


@pytest.mark.parametrize(
    "word", ["V¨n", "cac", "mat", "Krông", "xyz", "b", "", "Seủor"]
)
def test_not_syllables(word):
    assert not is_syllable(word)
