"""What amending texts propose. Their acts are invented ("minh họa", numbers of 9xx)."""

import cProfile
import pstats
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from documents.law.amendments import Doubt, Sureness, propose_effects
from documents.law.effects import EffectKind, Scope

TITLE = """\
ỦY BAN NHÂN DÂN TỈNH MINH HỌA
QUYẾT ĐỊNH
Sửa đổi, bổ sung một số điều của Quyết định số 901/2020/QĐ-UBND ngày 12/3/2020
Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
QUYẾT ĐỊNH:
"""


def read(body: str, **facts) -> list[tuple]:
    """Kind, act, place of each proposal."""
    return [
        (one.kind.value, one.act.symbol if one.act else "", one.provision)
        for one in propose_effects(TITLE + body, **facts)
    ]


def one_of(body: str, **facts):
    (found,) = propose_effects(TITLE + body, **facts)
    return found


HEAD = "Điều 1. Sửa đổi, bổ sung một số điều của Quyết định số 901/2020/QĐ-UBND\n"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Sửa đổi, bổ sung khoản 2 Điều 4 như sau: “2. Mới.”",
         [("amends", "dieu-4-khoan-2")]),
        ("Khoản 1 và khoản 3 Điều 8 được sửa đổi, bổ sung như sau: “1. A.\n3. B”",
         [("amends", "dieu-8-khoan-1"), ("amends", "dieu-8-khoan-3")]),
        ("Khoản 2 Điều 9 sửa đổi như sau: “2. A.”", [("amends", "dieu-9-khoan-2")]),
        ("Bổ sung Điều 15a vào sau Điều 15 như sau: “Điều 15a. A\n1. B.”",
         [("supplements", "dieu-15a")]),
        ("Bổ sung khoản 3a vào sau khoản 3 Điều 7 như sau: “3a. A.”",
         [("supplements", "dieu-7-khoan-3a")]),
        ("Bổ sung điểm q vào khoản 1 và điểm h vào khoản 3 Điều 5 như sau:\n"
         "“q) A.”\n“h) B.”",
         [("supplements", "dieu-5-khoan-1-diem-q"),
          ("supplements", "dieu-5-khoan-3-diem-h")]),
        ("Bổ sung khoản 1a vào sau khoản 1; sửa đổi, bổ sung khoản 3 Điều 4 như sau:\n"
         "“1a. A.\n3. B.”",
         [("supplements", "dieu-4-khoan-1a"), ("amends", "dieu-4-khoan-3")]),
        ("Sửa đổi điểm b và bổ sung điểm b1 vào sau điểm b khoản 2 Điều 8 như sau:\n"
         "“b) A;\nb1) B.”",
         [("amends", "dieu-8-khoan-2-diem-b"),
          ("supplements", "dieu-8-khoan-2-diem-b1")]),
        ("Sửa đổi tên Điều 3 như sau: “Điều 3. Tên mới”", [("renames", "dieu-3")]),
        ("Sửa đổi, bổ sung tên Điều 9 và nội dung khoản 1 Điều 9 như sau:\n"
         "“Điều 9. A\n1. B.”",
         [("renames", "dieu-9"), ("amends", "dieu-9-khoan-1")]),
        ("Bãi bỏ các điểm a, b khoản 2 Điều 5; khoản 3 Điều 7; Điều 9.",
         [("repeals", "dieu-5-khoan-2-diem-a"), ("repeals", "dieu-5-khoan-2-diem-b"),
          ("repeals", "dieu-7-khoan-3"), ("repeals", "dieu-9")]),
        ("Bãi bỏ khoản 2 đến khoản 4 Điều 6.",
         [("repeals", f"dieu-6-khoan-{n}") for n in (2, 3, 4)]),
        ("Thay thế Phụ lục I bằng Phụ lục I ban hành kèm theo Quyết định này.",
         [("replaces", "phu-luc-i")]),
        ("Thay thế cụm từ “A” bằng cụm từ “B” tại khoản 3 Điều 4 và Điều 7.",
         [("replaces_phrase", "dieu-4-khoan-3"), ("replaces_phrase", "dieu-7")]),
        ("Sửa đổi, bổ sung đoạn mở đầu khoản 2 Điều 5 như sau: “A:”",
         [("amends", "dieu-5-khoan-2")]),
        ("Điều 7 (đã được sửa đổi theo Điều 2 Quyết định số 905/2021/QĐ-UBND) được "
         "sửa đổi như sau: “Điều 7. A”", [("amends", "dieu-7")]),
        ("Sửa đổi, bổ sung điểm b(iii) khoản 2 Điều 22 như sau: “(iii) A;”",
         [("amends", "dieu-22-khoan-2-diem-b")]),
        ("Bãi bỏ điểm c khoản 4; điểm a.16 khoản 2 Điều 26.",
         [("repeals", "dieu-26-khoan-4-diem-c"), ("amends", "dieu-26-khoan-2-diem-a")]),
        ("Thay thế “Đơn đăng ký” tại Phụ lục I bằng đơn kèm theo Quyết định này.",
         [("amends", "phu-luc-i")]),
        ("Thay thế Phụ lục IA bằng Phụ lục III kèm theo Quyết định này.",
         [("replaces", "phu-luc-ia")]),
        ("Bãi bỏ quy định về thời hạn tại khoản 2 Điều 6.",
         [("amends", "dieu-6-khoan-2")]),
        ("Đình chỉ thi hành khoản 1 của Điều 8.", [("suspends", "dieu-8-khoan-1")]),
        ("Tòa án đình chỉ thi hành quyết định công nhận phán quyết.", []),
        ("Đính chính khoản 2 Điều 4 như sau: “2. A.”",
         [("corrects", "dieu-4-khoan-2")]),
        ("Sửa đổi tên Điều 7 từ “A” thành “B”.", [("renames", "dieu-7")]),
        ("Điều 45 được sửa đổi, bổ sung thành các điều 45, 45a như sau:\n"
         "\"Điều 45\nA.''\n\"Điều 45a\nB.''",
         [("amends", "dieu-45"), ("supplements", "dieu-45a")]),
        ("Bổ sung hồ sơ theo khoản 2 Điều 6.", []),
        ("Thay thế thiết bị tại điểm a khoản 2 Điều 5 khi hỏng.", []),
        ("Các quy định trước đây trái với Quyết định này đều bị bãi bỏ.", []),
        ("Điều 4 đã được sửa đổi theo Quyết định số 905/2021/QĐ-UBND.", []),
    ],
    ids=range(30),
)  # fmt: skip
def test_instructions_are_read(words, expected):
    found = read(f"{HEAD}1. {words}\n")
    assert found == [(kind, "901/2020/QĐ-UBND", place) for kind, place in expected]


def test_each_place_has_its_own_wording():
    body = HEAD + (
        "1. Sửa đổi khoản 1 và khoản 4; bổ sung khoản 5 vào Điều 32 như sau:\n"
        "“1. Một:\na) một a;\nb) một b.\n4. Bốn – như in.\n5. Năm.”\n"
    )
    texts = [one.new_text for one in propose_effects(TITLE + body)]
    assert texts == ["1. Một:\na) một a;\nb) một b.", "4. Bốn – như in.", "5. Năm."]


def test_points_below_say_the_article_above():
    body = HEAD + (
        "5. Sửa đổi, bổ sung Điều 32 như sau:\n"
        "a) Sửa đổi, bổ sung tên điều, khoản 1 như sau:\n“Điều 32. Tên\n1. A.”;\n"
        "b) Bãi bỏ khoản 2.\n"
    )
    assert [found[0::2] for found in read(body)] == [
        ("renames", "dieu-32"), ("amends", "dieu-32-khoan-1"),
        ("repeals", "dieu-32-khoan-2"),
    ]  # fmt: skip


def test_phrases_come_dropped_added_and_in_the_whole_act():
    body = HEAD + (
        "1. Thay thế các cụm từ “A”, “C” bằng cụm từ “B” trong toàn bộ Quyết định.\n"
        "2. Bỏ cụm từ “hoặc” tại Điều 5.\n"
        "3. Bổ sung cụm từ “số” vào sau cụm từ “kỹ thuật” tại Điều 6.\n"
        "4. Thay cụm từ “M” thành cụm từ “N” tại các điều sau đây:\n"
        "a) Điều 3;\nb) Điều 4.\n"
    )
    found = [
        (one.scope, one.provision, one.phrase, one.new_text)
        for one in propose_effects(TITLE + body)
    ]
    assert found == [
        (Scope.WHOLE, "", "A", "B"),
        (Scope.WHOLE, "", "C", "B"),
        (Scope.PART, "dieu-5", "hoặc", ""),
        (Scope.PART, "dieu-6", "kỹ thuật", "kỹ thuật số"),
        (Scope.PART, "dieu-3", "M", "N"),
        (Scope.PART, "dieu-4", "M", "N"),
    ]


def test_a_correction_names_the_phrase_and_the_place_before_it():
    found = one_of(
        "Điều 1. Đính chính lỗi kỹ thuật tại Quyết định số 905/2021/QĐ-UBND như sau: "
        "Tại khoản 3 Điều 1 (bổ sung khoản 4 Điều 19), đính chính cụm từ “A” thành “B”."
    )
    assert (found.kind, found.act.symbol) == (EffectKind.CORRECTS, "905/2021/QĐ-UBND")
    assert found.provision == "dieu-1-khoan-3"
    assert (found.phrase, found.new_text) == ("A", "B")


def test_the_line_that_says_how_takes_the_place_of_the_one_that_says_where():
    found = one_of(
        "Điều 1. Đính chính Điều 1 Quyết định số 905/2021/QĐ-UBND như sau:\n"
        "Đính chính cụm từ “ngày làm việc” thành “ngày”.\n"
    )
    assert (found.provision, found.phrase) == ("dieu-1", "ngày làm việc")


def test_a_part_that_is_not_understood_never_ends_the_act():
    for part in ("cụm từ", "nội dung đã công bố", "Mẫu số 03 kèm theo", "Phụ lục 1/K"):
        body = f"Điều 1. Bãi bỏ {part} tại Quyết định số 905/2021/QĐ-UBND.\n"
        assert not [one for one in propose_effects(TITLE + body)
                    if one.scope is Scope.WHOLE]  # fmt: skip


def test_new_clauses_in_one_line_are_parted():
    found = propose_effects(
        TITLE + HEAD + 'Bổ sung khoản 8, khoản 9 vào Điều 8 như sau: "8. A. 9. B."\n'
    )
    assert [one.new_text for one in found] == ["8. A.", "9. B."]


def test_acts_end_by_number():
    body = (
        "Điều 1. Bãi bỏ các văn bản sau đây:\n"
        "1. Quyết định số 902/2010/QĐ-UBND ngày 01/02/2010 của UBND;\n"
        "2. Khoản 3 Điều 5 Quyết định số 903/2011/QĐ-UBND;\n"
        "3. Điều 6 Quy chế ban hành kèm theo Quyết định số 904/2011/QĐ-UBND.\n"
        "Điều 2. Quyết định này có hiệu lực sau 10 ngày kể từ ngày ký và thay thế "
        "Quyết định số 906/2012/QĐ-UBND.\n"
        "Điều 3. Điều 6; khoản 4, 5 Điều 35 của Quyết định số 907/2015/QĐ-UBND ngày "
        "12/6/2015 và Quyết định số 908/2016/QĐ-UBND sửa đổi Quyết định số "
        "909/2014/QĐ-UBND hết hiệu lực kể từ ngày Quyết định này có hiệu lực.\n"
    )
    assert read(body) == [
        ("repeals", "902/2010/QĐ-UBND", ""),
        ("repeals", "903/2011/QĐ-UBND", "dieu-5-khoan-3"),
        ("repeals", "904/2011/QĐ-UBND", "quy-che--dieu-6"),
        ("replaces", "906/2012/QĐ-UBND", ""),
        ("repeals", "907/2015/QĐ-UBND", "dieu-6"),
        ("repeals", "907/2015/QĐ-UBND", "dieu-35-khoan-4"),
        ("repeals", "907/2015/QĐ-UBND", "dieu-35-khoan-5"),
        ("repeals", "908/2016/QĐ-UBND", ""),
    ]


def test_one_act_may_amend_several():
    body = (
        "Điều 1. Sửa đổi một số điều của Quyết định số 901/2020/QĐ-UBND\n"
        "1. Bãi bỏ Điều 3.\n"
        "Điều 2. Sửa đổi một số điều của Quy định về sáng kiến ban hành kèm theo Quyết "
        "định số 910/2021/QĐ-UBND\n1. Bãi bỏ Điều 3.\n"
    )
    assert read(body) == [
        ("repeals", "901/2020/QĐ-UBND", "dieu-3"),
        ("repeals", "910/2021/QĐ-UBND", "quy-dinh--dieu-3"),
    ]


def test_a_law_without_its_number_is_the_one_numbered_elsewhere():
    text = (
        "LUẬT\nSửa đổi, bổ sung một số điều của Luật Minh họa\n"
        "Quốc hội ban hành Luật sửa đổi, bổ sung một số điều của Luật Minh họa số "
        "98/2004/QH11,\n"
        "Điều 1.\nSửa đổi, bổ sung một số điều của Luật Minh họa như sau:\n"
        "1. Bãi bỏ khoản 2 Điều 5.\n"
    )
    (found,) = propose_effects(text)
    assert found.act.symbol == "98/2004/QH11"


def test_the_clause_the_quote_and_how_sure_are_told():
    body = HEAD + "1. Sửa đổi, bổ sung khoản 2 Điều 4 như sau: “2. Mới.”\n"
    found = one_of(body)
    assert found.clause == "khoản 1 Điều 1"
    assert found.quote == "Sửa đổi, bổ sung khoản 2 Điều 4 như sau:"
    assert found.sureness is Sureness.CERTAIN
    without = one_of(HEAD + "1. Sửa đổi, bổ sung khoản 2 Điều 4 như sau:\n")
    assert without.doubts == (Doubt.NO_WORDING,)
    assert without.sureness is Sureness.LIKELY
    nowhere = one_of(HEAD + "1. Bãi bỏ khoản 2.\n")
    assert (nowhere.provision, nowhere.sureness) == ("", Sureness.DOUBTFUL)


def test_days_are_those_of_the_act_or_of_the_place():
    body = HEAD + (
        "1. Bãi bỏ Điều 3.\n2. Bãi bỏ Điều 5.\n"
        "Điều 2. Hiệu lực thi hành\n"
        "1. Quyết định này có hiệu lực từ ngày 01 tháng 5 năm 2025, trừ khoản 2.\n"
        "2. Khoản 2 Điều 1 Quyết định này có hiệu lực từ ngày 01/01/2026.\n"
        "3. Bãi bỏ Quyết định số 911/2009/QĐ-UBND kể từ ngày 01/7/2027.\n"
    )
    days = [one.on for one in propose_effects(TITLE + body)]
    assert days == [date(2025, 5, 1), date(2026, 1, 1), date(2027, 7, 1)]


def test_days_are_counted_from_signing():
    body = HEAD + (
        "1. Bãi bỏ Điều 3.\n"
        "Điều 2. Quyết định này có hiệu lực sau 10 ngày kể từ ngày ký.\n"
    )
    assert one_of(body, signed_on=date(2025, 5, 1)).on == date(2025, 5, 11)
    assert one_of(body).on is None


def test_an_open_quotation_gives_its_words_and_a_doubt():
    body = HEAD + (
        "1. Sửa đổi, bổ sung khoản 2 Điều 4 như sau:\n“2. Mới:\na) một;\nb) hai.\n"
        "2. Bãi bỏ Điều 5.\n"
    )
    first, second = propose_effects(TITLE + body)
    assert first.new_text == "2. Mới:\na) một;\nb) hai."
    assert first.doubts == (Doubt.OPEN_QUOTATION,)
    assert (second.kind, second.provision) == (EffectKind.REPEALS, "dieu-5")


def test_the_opening_words_of_a_clause_never_replace_all_of_it():
    found = one_of(HEAD + "1. Sửa đổi, bổ sung tên khoản 7 Điều 5 như sau: “7. A:”\n")
    assert (found.provision, found.new_text) == ("dieu-5-khoan-7", None)
    assert found.doubts == (Doubt.ONLY_PART_OF_PLACE,)


def test_an_act_that_amends_itself_is_doubtful():
    body = HEAD + "1. Bãi bỏ Điều 3.\n"
    assert one_of(body, symbol="901/2020/QĐ-UBND").doubts == (Doubt.OF_ITSELF,)


def test_three_hundred_changes_are_three_hundred():
    lines = [
        f"{n}. Sửa đổi, bổ sung khoản 2 Điều {n} như sau:\n“2. Mới {n}.”\n"
        for n in range(1, 301)
    ]
    found = propose_effects(TITLE + HEAD + "".join(lines))
    assert len(found) == 300
    assert found[-1].new_text == "2. Mới 300."


HOSTILE = {
    "open quotations": "1. Sửa đổi khoản 1 Điều 2 như sau:\n“a ",
    "quotations": "1. Sửa đổi khoản 1 Điều 2 như sau:\n“1. a”\n",
    "acts": "Bãi bỏ Nghị định số 1/2020/NĐ-CP; ",
    "phrases": "Thay thế cụm từ “a” bằng cụm từ “b” tại khoản 2 Điều 3; ",
    "brackets": "( ",
    "laws": "Luật a ",
    "subjects": "Điều 1 ; ",
    "verbs": "sửa đổi, ",
    "passives": "Điều 3 được ",
    "days": "Nghị định này có hiệu lực ",
    "lines": "\n",
    "articles": "Điều 1. Sửa đổi\n",
}


def calls(text: str) -> int:
    profile = cProfile.Profile()
    profile.runcall(propose_effects, text)
    return pstats.Stats(profile).total_calls


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_work_grows_with_the_length_only(piece):
    times = 6000 // len(piece) + 1
    propose_effects(HEAD + piece * 2)
    small, large = calls(HEAD + piece * times), calls(HEAD + piece * times * 4)
    assert large <= 5 * small + 500


WORDS = st.sampled_from(
    [
        *("Điều 1. ", "1. ", "a) ", "Sửa đổi, bổ sung ", "bổ sung "),
        *(
            "Bãi bỏ ",
            "thay thế ",
            "khoản 2 ",
            "Điều 4 ",
            "điểm a ",
            "vào sau ",
            "như sau: ",
            "“",
        ),
        *(
            "”",
            '"',
            "\n",
            "; ",
            "cụm từ “A” ",
            "bằng ",
            "tên điều ",
            "tại ",
            "( ",
            ") ",
        ),
        *("được ", "Quyết định số 901/2020/QĐ-UBND ", "hết hiệu lực ", "đến ", "và "),
        *("Quyết định này ", "từ ngày 1/1/2020 ", "Phụ lục I ", ", ", "\u00a0", "–"),
        *("Luật Minh họa ", "e\u0301"),
    ]
)


@given(st.lists(WORDS, max_size=40).map("".join))
@example("1. Sửa đổi, bổ sung tên điều như sau: “")
def test_any_words_give_changes_in_order_each_once(words):
    text = TITLE + words
    found = propose_effects(text)
    assert [one.start for one in found] == sorted(one.start for one in found)
    assert len({one.key for one in found}) == len(found)
    for one in found:
        assert 0 <= one.start < len(text)
        assert (one.scope is Scope.WHOLE) <= (not one.provision)
        assert bool(one.phrase) <= (one.kind is EffectKind.REPLACES_PHRASE)


@given(st.text(alphabet="Điều khoản.12a)“”\n;:,", max_size=200))
def test_new_wording_is_never_read_as_an_instruction(inside):
    quoted = "".join(c for c in inside if c not in "“”")
    body = f"{HEAD}1. Sửa đổi Điều 4 như sau:\n“Điều 4. X {quoted}. Bãi bỏ Điều 77.”\n"
    assert "dieu-77" not in [one.provision for one in propose_effects(TITLE + body)]
