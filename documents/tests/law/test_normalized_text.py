import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from documents.law.normalized_text import NormalizedText
from documents.law.quotations import quoted_spans

alphabet = "aăĐðQ36/-–\u00a0\u200b\u00ad \n\u0301\u0302\u0323eo"
texts = st.text(alphabet=alphabet, max_size=40) | st.text(max_size=40)


@given(texts)
def test_the_whole_copy_comes_from_the_whole_text(text):
    copy = NormalizedText.of(text)
    start, end = copy.span(0, len(copy.text))
    assert text[:start].strip("\u200b\u00ad") == "" or not copy.text
    assert 0 <= start <= end <= len(text)


@given(texts, st.data())
def test_neighbouring_stretches_share_a_letter_only_when_cut_from_its_marks(text, data):
    copy = NormalizedText.of(text)
    cut = data.draw(st.integers(0, len(copy.text)))
    left = copy.span(0, cut)
    right = copy.span(cut, len(copy.text))
    assert left[0] <= left[1] <= max(right[1], left[1]) <= len(text)
    cut_from_marks = unicodedata.combining(copy.text[cut : cut + 1] or " ")
    assert left[1] <= right[0] or cut_from_marks


@given(st.text(alphabet="aảĐêQ36/- \n", max_size=40), st.data())
def test_a_place_in_the_copy_is_the_same_letters_in_any_normal_form(text, data):
    copy = NormalizedText.of(decomposed := unicodedata.normalize("NFD", text))
    assert copy.text == text
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first, last = copy.span(start, end)
    assert unicodedata.normalize("NFC", decomposed[first:last]) == text[start:end]


def test_lookalikes_become_one_and_invisible_characters_go():
    copy = NormalizedText.of("36/20\u200b18/QÐ\u2013UBND\u00a0x")
    assert copy.text == "36/2018/QĐ-UBND x"
    assert copy.span(0, 15) == (0, 16)


def test_quotations_are_the_outermost_and_need_both_marks():
    def quoted(text: str) -> list[str]:
        return [text[start:end] for start, end in quoted_spans(text)]

    assert quoted("a “b “c” d” e “f”") == ["“b “c” d”", "“f”"]
    assert quoted('sửa "Điều 5" thành "Điều 6".') == ['"Điều 5"', '"Điều 6"']
    assert quoted("quên đóng “một và “hai”") == ["“hai”"]
    assert quoted("đóng thừa” rồi") == []
    assert quoted('cỡ 5" và 7"') == []


@given(st.text(alphabet='“”«»" a\n', max_size=60))
def test_quotations_come_in_order_and_apart(text):
    spans = quoted_spans(text)
    assert all(start < end <= len(text) for start, end in spans)
    assert all(one[1] <= other[0] for one, other in zip(spans, spans[1:], strict=False))
