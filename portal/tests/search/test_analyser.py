"""From text to tokens: the same for every spelling of a word, and plain ASCII."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.search import numbers
from portal.search.analyser import (
    _FOLDED,
    LONGEST_TOKEN,
    analysed,
    composed,
    folded_words,
    tokens,
)
from portal.search.numbers import cited_keys, day_keys, find_numbers, own_keys
from portal.search.query import clean, parse
from portal.search.snippets import marked, snippet
from portal.search.telex import decoded, telex
from portal.vietnamese import is_syllable

SOUNDS = st.builds(
    lambda onset, rhyme, tone: unicodedata.normalize("NFC", f"{onset}{rhyme}{tone}"),
    st.sampled_from(["b", "c", "đ", "h", "kh", "l", "m", "ngh", "ph", "s", "tr", "v"]),
    st.sampled_from(["a", "â", "ă", "e", "ê", "i", "o", "ô", "ơ", "u", "ư"]),
    st.sampled_from(["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]),
)


def test_words_as_the_design_writes_them():
    text = "sáng kiến đổi mới"
    assert [t.folded for t in tokens(text)] == ["sang", "kien", "doi", "moi"]
    exact = " ".join(t.exact for t in tokens(text))
    assert exact == "sangs kieens ddooir mowis"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hoà", "hòa"),
        ("thuỷ", "thủy"),
        ("kỹ", "kĩ"),
        ("quý", "quí"),
        ("Đổi", "đổi"),
        ("ÐỔI", "đổi"),
        ("ti\u00eang\u0301", "ti\u1ebfng"),
        ("KH&CN", "KHCN"),
        ("007", "7"),
        ("\u0664", "\u0664"),
    ],
)
def test_spellings_of_one_word_share_both_tokens(one, other):
    assert analysed(composed(one)) == analysed(composed(other))


@pytest.mark.parametrize(("one", "other"), [("huyện", "huyền"), ("đa", "da")])
def test_words_apart_by_marks_share_the_folded_token_alone(one, other):
    (folded, exact), (folded_too, exact_too) = analysed(one), analysed(other)
    assert folded == folded_too
    assert exact != exact_too


@given(st.text(max_size=200))
def test_tokens_are_ascii_words_of_bounded_length(text):
    for token in tokens(composed(text)):
        for word in (token.folded, token.exact):
            assert word.isascii() and len(word) <= 40
            assert not word or word.isalnum()
            assert word == word.lower()


@given(st.text(max_size=200))
def test_composed_and_decomposed_text_have_the_same_tokens(text):
    for form in ("NFC", "NFD"):
        other = composed(unicodedata.normalize(form, text))
        assert folded_words(other) == folded_words(composed(text))


@given(st.text(max_size=200))
def test_a_line_holds_the_same_words_as_the_tokens(text):
    text = composed(text)
    assert folded_words(text) == [t.folded for t in tokens(text) if t.folded]


def test_endless_words_are_not_kept_in_memory():
    before = len(_FOLDED)
    assert len(folded_words("x" * 50_000)[0]) == LONGEST_TOKEN
    assert len(_FOLDED) == before


def test_memory_of_words_is_bounded(monkeypatch):
    monkeypatch.setattr(type(_FOLDED), "_MOST", 3)
    # What other tests have read is known.
    _FOLDED.clear()
    words = "mot hai ba bon nam sau bay"
    assert folded_words(words) == words.split()
    assert len(_FOLDED) <= 3


@given(SOUNDS.filter(is_syllable))
def test_telex_is_read_back(word):
    if telex(word) != word:
        assert telex(decoded(telex(word))) == telex(word)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("sangs", "sáng"),
        ("sasng", "sáng"),
        ("dduwowcj", "được"),
        ("dduowcj", "được"),
        ("vieetj", "việt"),
        ("gioowf", "giờ"),
        ("khaawn", "khăn"),
        ("vietej", "việt"),
        ("nguwowif", "người"),
        ("toans", "toán"),
        ("toan", ""),
        ("the", ""),
        ("server", ""),
        ("", ""),
        ("dđ", ""),
    ],
)
def test_what_a_keyboard_left_is_a_word(typed, meant):
    assert decoded(typed) == meant


# --- Numbers and days ----------------------------------------------------------------


def test_a_number_is_a_ladder_of_keys():
    assert own_keys("36/2018/QĐ-UBND") == [
        "s36",
        "s36y2018",
        "s36y2018qd",
        "s36y2018qdubnd",
    ]
    assert own_keys("57-NQ/TW")[-1] == "s57nqtw"
    assert own_keys("291/HD-SKHCN")[-1] == "s291hdskhcn"
    assert own_keys("64/2025/QH15")[-1] == "s64y2025qh15"
    # Behind a point a number counts on; a date with points is none.
    assert own_keys("66.13/2026/NQ-CP")[:2] == ["s66p13", "s66p13y2026"]
    assert "s12" not in own_keys("ngày 12.10/2018")
    assert own_keys("không số") == []


def test_a_number_without_a_year_is_asked_for_by_that_of_its_day():
    keys = own_keys("04/HD-MH", date(2020, 1, 2))
    assert keys == ["s4", "s4hd", "s4hdmh", "s4y2020", "s4y2020hd", "s4y2020hdmh"]
    assert "s36y2019" not in own_keys("36/2018/QĐ-UBND", date(2019, 1, 2))


def test_what_a_text_names_has_keys_of_its_own():
    text = "theo Quyết định số 36 / 2018 / QĐ – UBND ngày 19 tháng 4 năm 2018, 1/2 hộ"
    assert cited_keys(text) == [
        "c36y2018",
        "c36y2018qd",
        "c36y2018qdubnd",
        "d20180419",
        "m201804",
    ]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("31/12/2018", ["d20181231", "m201812"]),
        ("ngay 1 thang 2 nam 2020", ["d20200201", "m202002"]),
        ("tháng 12/2018", ["m201812"]),
        ("12.500.000", []),
        ("99/99/2018", []),
        ("tháng 13 năm 2018", []),
    ],
)
def test_days_and_months(text, keys):
    assert list(dict.fromkeys(day_keys(text))) == keys


_SAID_PIECES = ["ngày", "Ngày", "tháng", "THÁNG", "háng", "năm", "2", "31", "2018"]


@given(st.lists(st.sampled_from([*_SAID_PIECES, " ", "  ", "/", "x"]), max_size=30))
def test_days_said_in_words_are_those_a_plain_reading_finds(pieces):
    text = "".join(pieces)
    plain = [match.span() for match in numbers._SAID.finditer(text)]
    assert [match.span() for match in numbers._said(text)] == plain


@given(st.text(alphabet="0123456789/-–QĐUBNDa. ,tháng", max_size=60))
def test_any_run_of_digits_and_signs_is_read_without_a_fault(text):
    for start, end, number in find_numbers(text):
        assert 0 <= start < end <= len(text)
        assert number.number > 0
    day_keys(text)


# --- Queries -------------------------------------------------------------------------


@given(st.text(max_size=400))
def test_any_text_is_a_query(text):
    query = parse(text)
    assert len(query.text) <= 200
    for group in query.groups():
        assert group and all(tokens and all(tokens) for tokens in group)


@pytest.mark.parametrize(
    ("text", "sequence"),
    [
        ("mức chi là bao nhiêu", ("muc", "chi")),
        ("cho tôi hỏi mức chi thế nào ạ", ("muc", "chi", "a")),
        ("quy định mức chi như thế nào", ("muc", "chi")),
        ("quy định mức chi", ("qui", "dinh", "muc", "chi")),
        ("bao nhiêu", ("bao", "nhieu")),
    ],
)
def test_a_question_is_about_what_is_left_of_it(text, sequence):
    assert parse(text).sequence == sequence


@pytest.mark.parametrize(
    "text",
    [
        "36/2018/QĐ-UBND",
        "36/2018/qd-ubnd",
        "số 36/2018/QĐ–UBND",
        "qd ubnd 36/2018",
        "36 2018 qd ubnd",
        "quyết định 36 năm 2018 ubnd",
        "36 / 2018 / QĐ - UBND",
    ],
)
def test_a_number_is_read_however_it_is_typed(text):
    query = parse(text)
    assert query.number.ladder()[-1] == "36y2018qdubnd"
    assert not query.words


def test_words_and_a_number_stand_side_by_side():
    query = parse("mức chi 36/2018/QĐ-UBND")
    assert (query.sequence, query.number.number) == (("muc", "chi"), 36)
    assert parse("5 bước").number is None
    assert parse("hội nghị 2021").number is None


def test_a_query_is_bounded_and_printable():
    assert clean("a\0b" + "x" * 5000) == "a b" + "x" * 197
    assert len(parse("từ " + " ".join(f"w{n}" for n in range(600))).words) <= 24


# --- Snippets ------------------------------------------------------------------------


def shown(pieces) -> str:
    return "".join(f"[{p.text}]" if p.marked else p.text for p in pieces)


def test_a_snippet_starts_near_the_words_and_keeps_their_marks():
    text = "Mở đầu. " * 60 + "Đây là mức chi cho sáng kiến. " + "Kết thúc. " * 60
    found = shown(snippet(text, parse("muc chi")))
    assert "[mức chi]" in found
    assert found.startswith("… ") and found.endswith(" …")
    assert len(found) < 270


def test_typed_marks_decide_what_is_marked():
    text = "Huyện và huyền, huyện."
    assert shown(marked(text, parse("huyện"))) == "[Huyện] và huyền, [huyện]."
    assert shown(marked(text, parse("huyen"))) == "[Huyện] và [huyền], [huyện]."
    assert shown(marked("Chi chỉ", parse("chị"))) == "[Chi chỉ]"


@given(st.text(max_size=300), st.text(max_size=40))
def test_pieces_put_together_are_the_text(text, query):
    text = composed(text)
    assert "".join(p.text for p in marked(text, parse(query))) == text
