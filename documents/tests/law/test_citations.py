import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.law.citations import Problem, find_citations

# The facts and the two slips of a news item the portal really has, in other words.
NEWS = (
    "Báo cáo viên giới thiệu: Nghị quyết số 14/2019/NQ-HĐND ngày 10/12/219 của HĐND "
    "tỉnh về mức chi cho sáng kiến; Quyết định số 36/2018/QĐ-UBND ngày 19/4/2018 của "
    "UBND tỉnh Lạng Sơn về hoạt động sáng kiến; Quyết định số 06/2020/QD-UBND ngày "
    "12/3/2020 "
    "sửa đổi quy định kèm theo quyết định số 36/2018/QĐ-UBND; Hướng dẫn số "
    "291/HD-SKHCN ngày 17/4/2020 của Sở KHCN về triển khai."
)


def one(text: str):
    (citation,) = find_citations(text)
    return citation


def test_the_news_item_gives_five_mentions_of_four_documents():
    found = find_citations(NEWS)
    assert [
        (str(c.symbol), c.date, c.date_as_printed, c.issuer, c.issuer_code, c.problems)
        for c in found
    ] == [
        ("14/2019/NQ-HĐND", None, "10/12/219", "HĐND tỉnh", "HĐND",
         (Problem.IMPOSSIBLE_DATE,)),
        ("36/2018/QĐ-UBND", date(2018, 4, 19), "19/4/2018", "UBND tỉnh Lạng Sơn",
         "UBND", ()),
        ("06/2020/QĐ-UBND", date(2020, 3, 12), "12/3/2020", "", "",
         (Problem.WRONG_MARKS,)),
        ("36/2018/QĐ-UBND", None, "", "", "", ()),
        ("291/HD-SKHCN", date(2020, 4, 17), "17/4/2020", "Sở KHCN", "SKHCN", ()),
    ]  # fmt: skip
    assert [c.type_word for c in found] == [
        "Nghị quyết", "Quyết định", "Quyết định", "quyết định", "Hướng dẫn",
    ]  # fmt: skip
    assert [c.issuer_territory for c in found] == ["", "Lạng Sơn", "", "", ""]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_offsets_are_exact_in_any_normal_form(form):
    text = unicodedata.normalize(form, NEWS).replace(" ", "\u00a0")
    found = find_citations(text)
    assert len(found) == 5
    for citation in found:
        assert text[citation.start : citation.end] == citation.as_printed
        printed_date = text[citation.date_start : citation.date_end]
        assert printed_date == citation.date_as_printed
        whole = text[citation.whole_start : citation.whole_end]
        assert citation.as_printed in whole
    whole = text[found[1].whole_start : found[1].whole_end].replace("\u00a0", " ")
    assert unicodedata.normalize("NFC", whole) == (
        "Quyết định số 36/2018/QĐ-UBND ngày 19/4/2018 của UBND tỉnh Lạng Sơn"
    )


@pytest.mark.parametrize(
    ("text", "symbol", "printed"),
    [
        ("số 36/2018/QĐ-\nUBND", "36/2018/QĐ-UBND", "36/2018/QĐ-\nUBND"),
        ("số 36/2018/QĐ-\r\n   UBND.", "36/2018/QĐ-UBND", "36/2018/QĐ-\r\n   UBND"),
        ("số 36/2018/\nQĐ-UBND", "36/2018/QĐ-UBND", "36/2018/\nQĐ-UBND"),
        ("36/2018/QĐ–UBND", "36/2018/QĐ-UBND", "36/2018/QĐ–UBND"),
        ("36/2018/QĐ - UBND tỉnh", "36/2018/QĐ-UBND", "36/2018/QĐ - UBND"),
        ("36/2018/QÐ-UBND", "36/2018/QĐ-UBND", "36/2018/QÐ-UBND"),
        ("36/20\u200b18/QĐ-UBND", "36/2018/QĐ-UBND", "36/20\u200b18/QĐ-UBND"),
        ("số36/2018/QĐ-UBNDngày 1/1/2018", "36/2018/QĐ-UBND", "36/2018/QĐ-UBND"),
        ("(36/2018/qđ-ubnd)", "36/2018/QĐ-UBND", "36/2018/qđ-ubnd"),
        ("6/2020/QĐ-UBND", "06/2020/QĐ-UBND", "6/2020/QĐ-UBND"),
        ("Luật số 64/2025/QH15", "64/2025/QH15", "64/2025/QH15"),
        ("57-NQ/TW", "57-NQ/TW", "57-NQ/TW"),
        ("Kết luận số 12-KL/TW", "12-KL/TW", "12-KL/TW"),
        ("01/2013/TTLT-BTC-BKHCN", "01/2013/TTLT-BTC-BKHCN", "01/2013/TTLT-BTC-BKHCN"),
        ("Công văn số 1234/SKHCN-QLKH", "1234/SKHCN-QLKH", "1234/SKHCN-QLKH"),
        ("1234/UBND-KGVX", "1234/UBND-KGVX", "1234/UBND-KGVX"),
        ("03/VBHN-VPQH", "03/VBHN-VPQH", "03/VBHN-VPQH"),
        ("15/CT-TTg", "15/CT-TTg", "15/CT-TTg"),
        ("45/KH-UBND\n- UBND các huyện", "45/KH-UBND", "45/KH-UBND"),
        ("291/HD-SKHCN.Trên cơ sở đó", "291/HD-SKHCN", "291/HD-SKHCN"),
        ("36/2018/QĐ-UBND - Ban hành", "36/2018/QĐ-UBND", "36/2018/QĐ-UBND"),
        ("36/2108/QĐ-UBND", "36/2108/QĐ-UBND", "36/2108/QĐ-UBND"),
        # Letters of units, joint acts, and how acts were numbered before 1996.
        ("Công văn 285/CCTTHC ngày 08 tháng 9 năm 2009", "285/CCTTHC", "285/CCTTHC"),
        ("Văn bản số 196/LHHVN ngày 22/4/2020", "196/LHHVN", "196/LHHVN"),
        ("93/2006/TTLT/BTC-BKHCN", "93/2006/TTLT-BTC-BKHCN", "93/2006/TTLT/BTC-BKHCN"),
        ("183/2010/TTLT/BTC-BNN", "183/2010/TTLT-BTC-BNN", "183/2010/TTLT/BTC-BNN"),
        ("số 01/1999/QĐ.UB", "01/1999/QĐ-UB", "01/1999/QĐ.UB"),
        ("Nghị định số 64-CP", "64/CP", "64-CP"),
        ("Quyết định 31/HĐBT", "31/HĐBT", "31/HĐBT"),
        ("Quyết định số 299/TTg ngày 1/1/1990", "299/TTg", "299/TTg"),
        ("Thông tư số 04 TC/TCT", "04/TC-TCT", "04 TC/TCT"),
        ("Luật số 28/2004/QH 11", "28/2004/QH11", "28/2004/QH 11"),
        ("Sắc lệnh số 135SL/GD", "135/SL-GD", "135SL/GD"),
        ("Quyết định số 1842/QĐ ngày 21/12/1977", "1842/QĐ", "1842/QĐ"),
        ("Nghị định 66/1992/HĐBT", "66/1992/HĐBT", "66/1992/HĐBT"),
        # Damaged print.
        ("Nghị định 32/2006/NĐCP", "32/2006/NĐ-CP", "32/2006/NĐCP"),
        ("Nghị quyết số 30/NQCP", "30/NQ-CP", "30/NQCP"),
        ("Nghị định s20/2008/NĐ-CP", "20/2008/NĐ-CP", "20/2008/NĐ-CP"),
        ("Thông tư s 74/2015/TT-BTC", "74/2015/TT-BTC", "74/2015/TT-BTC"),
        ("Nghị định số 13/2012/NDD-CP", "13/2012/NĐ-CP", "13/2012/NDD-CP"),
        ("Quyết định 36/2018/QD–UBND", "36/2018/QĐ-UBND", "36/2018/QD–UBND"),
    ],
)
def test_numbers_in_every_state_are_recognised(text, symbol, printed):
    citation = one(text)
    assert (str(citation.symbol), citation.as_printed) == (symbol, printed)
    assert text[citation.start : citation.end] == printed


@pytest.mark.parametrize(
    "text",
    [
        "1/2, 3/4 và 24/7",
        "ngày 19/4/2018, từ 25-28/01/2021",
        "Điều 1.000",
        "tăng 12/2018 lên 36/2018",
        "100 km/h, 5 kg/m2",
        "trang 12/BC, nhóm 24/AB-CD",
        "https://example.vn/van-ban/36/2018/QĐ-UBND",
        "1.36/2018/QĐ-UBND",
        "12/2018/abc-def",
        "nhà số 12/AB, phòng 5/KHTH",
        "báo cáo 30 TC/KT, năm 2015 UBND/HĐND",
        "Quyết định 5/ABC",
        "tầng 12-QĐ, lô 31-HĐBT",
        "40/CP",
        "và/hoặc",
        "",
    ],
)
def test_what_only_looks_like_a_number_is_left_alone(text):
    assert find_citations(text) == []


@pytest.mark.parametrize(
    ("words", "day", "printed"),
    [
        ("ngày 19/4/2018", date(2018, 4, 19), "19/4/2018"),
        ("ngày 19-4-2018", date(2018, 4, 19), "19-4-2018"),
        ("ngày 19 tháng 4 năm 2018", date(2018, 4, 19), "19 tháng 4 năm 2018"),
        ("ngày15 tháng 7 năm 2018", date(2018, 7, 15), "15 tháng 7 năm 2018"),
        ("NGÀY 19/04/2018", date(2018, 4, 19), "19/04/2018"),
        (", ban hành ngày 19/04/2018", date(2018, 4, 19), "19/04/2018"),
        ("(19/4/2018)", date(2018, 4, 19), "19/4/2018"),
        ("của UBND tỉnh Lạng Sơn ngày 19/4/2018", date(2018, 4, 19), "19/4/2018"),
        ("ngày\n19/4/2018", date(2018, 4, 19), "19/4/2018"),
        ("có hiệu lực, họp ngày 1/1/2019", None, ""),
        ("19/4/2018", None, ""),
    ],
)
def test_dates(words, day, printed):
    citation = one(f"Quyết định số 36/2018/QĐ-UBND {words} quy định")
    assert (citation.date, citation.date_as_printed) == (day, printed)
    assert citation.problems == ()


@pytest.mark.parametrize(
    ("printed", "problem"),
    [
        ("10/12/219", Problem.IMPOSSIBLE_DATE),
        ("31/2/2018", Problem.IMPOSSIBLE_DATE),
        ("1/13/2018", Problem.IMPOSSIBLE_DATE),
        ("0/1/2018", Problem.IMPOSSIBLE_DATE),
        ("1/1/20018", Problem.IMPOSSIBLE_DATE),
        ("31 tháng 4 năm 2018", Problem.IMPOSSIBLE_DATE),
        ("19/4/18", Problem.SHORT_YEAR),
    ],
)
def test_a_date_that_does_not_exist_is_kept_as_printed(printed, problem):
    citation = one(f"số 36/2018/QĐ-UBND ngày {printed} của UBND tỉnh")
    assert citation.date is None
    assert citation.date_as_printed == printed
    assert citation.problems == (problem,)
    assert citation.issuer == "UBND tỉnh"


def test_a_date_in_another_year_than_the_number_is_reported():
    citation = one("Quyết định số 36/2018/QĐ-UBND ngày 19/4/2019")
    assert citation.problems == (Problem.YEAR_MISMATCH,)


@pytest.mark.parametrize(
    ("words", "issuer", "code", "place"),
    [
        ("của UBND tỉnh Lạng Sơn quy định", "UBND tỉnh Lạng Sơn", "UBND", "Lạng Sơn"),
        ("của Ủy ban nhân dân\ntỉnh Lạng Sơn", "Ủy ban nhân dân tỉnh Lạng Sơn", "UBND",
         "Lạng Sơn"),
        ("của Uỷ ban nhân dân tỉnh", "Uỷ ban nhân dân tỉnh", "UBND", ""),
        ("của HĐND tỉnh Bà Rịa - Vũng Tàu Quy định", "HĐND tỉnh Bà Rịa - Vũng Tàu",
         "HĐND", "Bà Rịa - Vũng Tàu"),
        ("của UBND thành phố Hồ Chí Minh về", "UBND thành phố Hồ Chí Minh", "UBND",
         "Hồ Chí Minh"),
        ("của Chủ tịch UBND huyện Chi Lăng, tỉnh Lạng Sơn",
         "Chủ tịch UBND huyện Chi Lăng, tỉnh Lạng Sơn", "UBND", "Chi Lăng"),
        ("của Sở KH&CN ban hành", "Sở KH&CN", "SKHCN", ""),
        ("của Sở Khoa học và Công nghệ về", "Sở Khoa học và Công nghệ", "SKHCN", ""),
        ("của Sở Giáo dục và Đào tạo tỉnh Lạng Sơn về",
         "Sở Giáo dục và Đào tạo tỉnh Lạng Sơn", "", "Lạng Sơn"),
        ("của Bộ trưởng Bộ Khoa học và Công nghệ", "Bộ trưởng Bộ Khoa học và Công nghệ",
         "BKHCN", ""),
        ("của Thủ tướng Chính phủ phê duyệt", "Thủ tướng Chính phủ", "TTg", ""),
        ("của Chính phủ", "Chính phủ", "CP", ""),
        ("của Quốc hội", "Quốc hội", "QH", ""),
        ("của Bộ Chính trị về", "Bộ Chính trị", "TW", ""),
        ("của họ", "", "", ""),
        ("về việc", "", "", ""),
    ],
)  # fmt: skip
def test_issuers(words, issuer, code, place):
    citation = one(f"số 36/2018/QĐ-UBND {words}")
    assert (citation.issuer, citation.issuer_code, citation.issuer_territory) == (
        issuer,
        code,
        place,
    )


@pytest.mark.parametrize(
    ("words", "type_word"),
    [
        ("Quyết định số ", "Quyết định"),
        ("quyết định\u00a0số: ", "quyết định"),
        ("Thông báo Quyết định ", "Quyết định"),
        ("Quyết định (số ", "Quyết định"),
        ("theo số ", ""),
        ("", ""),
    ],
)
def test_the_type_word_is_what_stands_right_before(words, type_word):
    assert one(f"{words}36/2018/QĐ-UBND").type_word == type_word


def test_what_follows_one_number_never_reaches_into_the_next():
    first, second = find_citations("số 1/QĐ-AB của Sở 36/2018/QĐ-UBND của Chính phủ")
    assert (first.issuer, second.issuer) == ("", "Chính phủ")
    assert first.whole_end <= second.whole_start


def test_a_law_is_named_before_its_title():
    text = "theo Luật Về một việc nào đó số 64/2025/QH15 ngày 19/02/2025"
    citation = one(text)
    assert citation.type_word == "Luật"
    assert text[citation.whole_start :].startswith("Luật Về")


def test_provisions_belong_to_the_document_they_precede():
    found = find_citations(
        "theo khoản 2 Điều 5 Quyết định số 36/2018/QĐ-UBND, "
        "điểm đ khoản 1 Điều 15đ của Nghị định số 13/2012/NĐ-CP "
        "và Điều 1 Quy định ban hành kèm theo Quyết định số 06/2020/QĐ-UBND, "
        "số 291/HD-SKHCN"
    )
    assert [[ref.anchor for ref in c.provisions] for c in found] == [
        ["dieu-5-khoan-2"],
        ["dieu-15dd-khoan-1-diem-dd"],
        ["quy-dinh--dieu-1"],
        [],
    ]


def test_a_mention_inside_quoted_new_wording_says_so():
    found = find_citations(
        "Quyết định số 06/2020/QĐ-UBND sửa Điều 5: “Điều 5. Theo số 13/2012/NĐ-CP.”"
    )
    assert [c.quoted for c in found] == [False, True]


def test_missing_marks_are_seen_without_a_library():
    assert one("14/2019/NQ-HDND").problems == (Problem.WRONG_MARKS,)
    assert one("291/HD-SKHCN").problems == ()
    assert one("291/HĐ-SKHCN").problems == ()


@pytest.mark.parametrize(
    ("text", "symbol", "printed"),
    [
        ("Quyết định 36/2018/QD–UBND", "36/2018/QĐ-UBND", ("QD", "UBND")),
        ("Nghị định số 13/2012/NDD-CP", "13/2012/NĐ-CP", ("NDD", "CP")),
        ("Nghị quyết số 30/NQCP", "30/NQ-CP", ("NQCP",)),
        ("Nghị định 32/2006/NĐCP", "32/2006/NĐ-CP", ("NĐCP",)),
        ("36/2018/QD-UBND", "36/2018/QD-UBND", ()),
        # A code of its own, and an issuer, mean what they say.
        ("Hợp đồng số 291/HD-SKHCN", "291/HD-SKHCN", ()),
        ("Nghị quyết 20/2024/NQ-HDND", "20/2024/NQ-HDND", ()),
        ("Quyết định số 36/2018/QĐ-UBDT", "36/2018/QĐ-UBDT", ()),
    ],
)
def test_the_type_word_says_what_a_misprinted_type_means(text, symbol, printed):
    citation = one(text)
    assert (str(citation.symbol), citation.printed_codes) == (symbol, printed)
    if printed:
        assert citation.problems == (Problem.WRONG_MARKS,)


SCRAPS = [
    "Quyết định ", "số ", "36", "/", "2018", "QĐ", "-", "UBND", " ngày ", "19/4/2018",
    " của ", "UBND tỉnh Lạng Sơn", "khoản 1 ", "Điều 5 ", ",", ".", "\n", "\u00a0",
    "\u200b", "“", "”", "291/HD-SKHCN", "tháng", "năm", "e\u0301", "Luật ",
    "64-CP", "31/HĐBT", "04 TC/TCT", "s20", "QĐ.UB", "TTLT/BTC", "QH 11", "NĐCP", " ",
]  # fmt: skip
pieces = st.lists(st.sampled_from(SCRAPS), max_size=40)


@given(pieces.map("".join) | st.text())
def test_any_text_is_read_and_every_offset_is_true(text):
    end = 0
    for citation in find_citations(text):
        assert text[citation.start : citation.end] == citation.as_printed
        assert end <= citation.whole_start <= citation.start < citation.end
        assert citation.end <= citation.whole_end <= len(text)
        assert text[citation.date_start : citation.date_end] == citation.date_as_printed
        end = citation.whole_end


@given(st.integers(1, 40))
def test_repeating_a_text_repeats_its_citations(times):
    assert len(find_citations(NEWS * times)) == 5 * times
