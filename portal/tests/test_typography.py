import re

import pytest

from portal.typography import balanced, keep_together


def held(markup: str) -> list[str]:
    return re.findall(r'<span class="nw">(.*?)</span>', keep_together(markup))


@pytest.mark.parametrize(
    "word",
    [
        "36/2018/QĐ-UBND",
        "06/2020/QD-UBND",
        "14/2019/NQ-HĐND",
        "291/HD-SKHCN",
        "26/2020/TT-BTTTT",
        "51/2015/QH13",
        "45/CT-TTg",
        "10/12/2019",
        "25-28/01/2021",
        "25–28/01/2021",
        "25 - 28/01/2021",
        "19/4",
        "0205 3812 345",
        "0912.345.678",
        "+84 912 345 678",
    ],
)
def test_numbers_dates_and_telephones_hold(word):
    assert held(f"Theo {word}, đã gửi.") == [word]


@pytest.mark.parametrize(
    "text", ["hơn 600 người", "năm 2021", "1.000.000 đồng", "và/hoặc", "ba huyện", ""]
)
def test_other_words_stay_as_they_are(text):
    assert keep_together(text) == text


def test_an_ampersand_belongs_to_a_code_and_an_escaped_bracket_does_not():
    assert held("Theo 12/KH&amp;CN-UBND.") == ["12/KH&amp;CN-UBND"]
    assert held("&lt;b&gt;36/2018/QĐ-UBND&lt;/b&gt;") == ["36/2018/QĐ-UBND"]


def test_addresses_inside_tags_are_not_touched():
    markup = '<a href="/van-ban/36/2018/QĐ-UBND">36/2018/QĐ-UBND</a>'
    assert held(markup) == ["36/2018/QĐ-UBND"]
    assert 'href="/van-ban/36/2018/QĐ-UBND"' in keep_together(markup)


def test_a_long_name_may_break_between_its_words():
    assert balanced("Trường THPT Ven Sông") == "Trường THPT Ven Sông"


def test_a_heading_keeps_names_and_compounds_in_one_line():
    assert balanced("Hội nghị phổ biến sáng kiến tại Hữu Lũng") == (
        "Hội\u00a0nghị phổ\u00a0biến sáng\u00a0kiến tại Hữu\u00a0Lũng"
    )
    assert balanced("Ông Lưu Bá Mạc") == "Ông\u00a0Lưu\u00a0Bá Mạc"
    assert balanced("sáng  kiến") == "sáng  kiến"
