"""Texts as they come in: very long, against themselves, torn, and contradictory.

Shapes of real laws and amending decisions; numbers of 9xx and all wordings are made up.
"""

import cProfile
import pstats
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.law.amendments import Doubt, propose_effects
from documents.law.amendments import acts as named_acts
from documents.law.citations import find_citations
from documents.law.effects import (
    EffectKind,
    NoteCode,
    check_library,
    consolidate,
    status,
)
from documents.law.structure import parse_provisions
from documents.tests.effect_cases import act, day, effect

TWO_MEGABYTES = 2 * 1024 * 1024
HEAD = "Điều 1. Sửa đổi, bổ sung một số điều của Quyết định số 901/2020/QĐ-UBND\n"


def article(number: int) -> str:
    """An article as laws have them: clauses, points, a quotation, a citation."""
    return (
        f"Điều {number}. Trách nhiệm của cơ quan quản lý\n"
        "1. Cơ quan quản lý thực hiện theo Nghị định số 901/2020/NĐ-CP ngày 02/3/2020 "
        f"và khoản 2 Điều {number}:\na) Lập hồ sơ;\nb) Gửi cơ quan có thẩm quyền.\n"
        f"2. Sửa đổi, bổ sung khoản 1 Điều {number} Nghị định số 902/2020/NĐ-CP như "
        "sau:\n“1. Lời mới của khoản này.\nĐiều 1. Lời của văn bản khác”.\n"
    )


def law(size: int) -> tuple[str, int]:
    """A law of about so many characters, and how many articles it has."""
    count = size // len(article(500)) + 1
    chapters = "".join(
        (f"Chương {number // 20 + 1}\nQUY ĐỊNH\n" if number % 20 == 1 else "")
        + article(number)
        for number in range(1, count + 1)
    )
    return f"LUẬT\nMINH HỌA\n{chapters}Nơi nhận:\n- Lưu: VT.\n", count


def test_a_text_of_two_megabytes_is_cut_whole():
    text, count = law(TWO_MEGABYTES)
    pieces = parse_provisions(text)
    assert len(text) >= TWO_MEGABYTES
    assert sum(piece.anchor.count("-") == 1 for piece in pieces if piece.title) > count
    assert sum(len(piece.text) for piece in pieces) == len(text)
    assert pieces[-1].anchor == "ket-thuc"


def calls(read: Callable[[str], object], text: str) -> int:
    profile = cProfile.Profile()
    profile.runcall(read, text)
    return pstats.Stats(profile).total_calls


@pytest.mark.parametrize(
    "read",
    [parse_provisions, find_citations, propose_effects],
    ids=["provisions", "citations", "changes"],
)
def test_work_grows_with_the_length_of_a_law_only(read):
    read(law(1_000)[0])
    small, large = calls(read, law(20_000)[0]), calls(read, law(80_000)[0])
    assert large <= 5 * small


@pytest.mark.parametrize(
    "piece",
    ["A. LỜI\nB. LỜI\n", "I. LỜI\nA. LỜI\n", "Nơi nhận:\n[1] lời “\n",
     "1/ lời\na/ lời\n", "QUY ĐỊNH\nlời\n", "Điều 9 Lời\n",
     "“Điều 1. lời\n", "lời”\n", "K/T BỘ TRƯỞNG\n"],
)  # fmt: skip
def test_work_on_provisions_grows_with_the_length_only(piece):
    times = 3_000 // len(piece) + 1
    parse_provisions(piece * 2)
    small = calls(parse_provisions, piece * times)
    assert calls(parse_provisions, piece * times * 4) <= 5 * small + 500


class Counted:
    """A pattern that counts the characters it is let look through."""

    def __init__(self, pattern):
        self.pattern, self.characters = pattern, 0

    def search(self, text, start, end):
        found = self.pattern.search(text, start, end)
        self.characters += (found.start() if found else end) - start
        return found


@pytest.mark.parametrize("times", [10, 1_000])
def test_the_title_is_looked_for_once_however_often_it_names_a_change(
    times, monkeypatch
):
    counted = Counted(named_acts._BASIS_LINE)
    monkeypatch.setattr(named_acts, "_BASIS_LINE", counted)
    text = "Sửa đổi khoản 1 Điều 2 và " * times
    propose_effects(text)
    assert 0 < counted.characters <= len(text)


@given(st.integers(1, 3), st.integers(1, 4))
def test_an_act_that_amends_itself_ends_and_is_named(first, second):
    """Directly, and through another act."""
    own = act(effect(EffectKind.AMENDS, first, "dieu-1", source="act"))
    assert status(own, day(9)).reasons
    notes = check_library([own], day(9))
    assert [note.code for note in notes] == [NoteCode.CIRCULAR]
    text = "Điều 1. Bãi bỏ Điều 2 Quyết định số 901/2020/QĐ-UBND.\nĐiều 2. Hai\n"
    (found,) = propose_effects(text, symbol="901/2020/QĐ-UBND")
    assert found.doubts[-1] is Doubt.OF_ITSELF
    stored = parse_provisions(text)
    changes = [
        effect(EffectKind.REPEALS, first, "dieu-2", source="act"),
        effect(
            EffectKind.AMENDS, second, "dieu-1", source="act", new_text="Điều 1. Mới"
        ),
    ]
    assert consolidate(stored, changes, day(9)).text.startswith("Điều 1. Mới")


@pytest.mark.parametrize("place", range(1, 6))
def test_a_quotation_never_closed_costs_no_article(place):
    """Wherever in an amending act a closing mark was left out."""
    items = [
        f"{n}. Sửa đổi, bổ sung khoản 2 Điều {n} như sau:\n“2. Mới {n}.”\n"
        for n in range(1, 6)
    ]
    items[place - 1] = items[place - 1].replace("”", "")
    text = f"{HEAD}{''.join(items)}Điều 2. Hiệu lực\nĐiều 3. Thi hành\n"
    articles = [one.anchor for one in parse_provisions(text) if one.title]
    assert articles == ["dieu-1", "dieu-2", "dieu-3"]
    found = propose_effects(text)
    assert [one.provision for one in found] == [
        f"dieu-{n}-khoan-2" for n in range(1, 6)
    ]
    assert [Doubt.OPEN_QUOTATION in one.doubts for one in found] == [
        n == place for n in range(1, 6)
    ]


def test_three_hundred_effects_each_change_their_article():
    text = "".join(f"Điều {n}. Tên\nLời {n}.\n" for n in range(1, 301))
    changes = [
        effect(
            EffectKind.AMENDS, 1 + n % 3, f"dieu-{n}", new_text=f"Điều {n}. Tên\nMới.\n"
        )
        for n in range(1, 301)
    ]
    stored = parse_provisions(text)
    result = consolidate(stored, changes, day(9))
    assert result.text.count("Mới.") == 300
    assert (result.pending, result.unplaced) == ((), ())
    assert len(status(act(*changes), day(9)).reasons) >= 300
    small = calls(lambda _: consolidate(stored, changes[:75], day(9)), "")
    large = calls(lambda _: consolidate(stored, changes, day(9)), "")
    assert large <= 5 * small


def test_a_phrase_that_is_nowhere_changes_nothing_and_waits():
    stored = parse_provisions("Điều 1. Tên\nMột lời.\n")
    change = effect(
        EffectKind.REPLACES_PHRASE, 1, "dieu-1", phrase="hai lời", new_text="ba lời"
    )
    result = consolidate(stored, [change], day(9))
    assert result.text == "Điều 1. Tên\nMột lời.\n"
    assert (result.missing, result.is_complete) == ((change,), False)


def test_two_days_of_one_act_are_told_and_the_first_is_taken():
    text = (
        f"{HEAD}1. Bãi bỏ Điều 3.\n2. Bãi bỏ Điều 5.\nĐiều 2. Hiệu lực\n"
        "1. Quyết định này có hiệu lực từ ngày 01 tháng 5 năm 2025.\n"
        "2. Khoản 2 Điều 1 Quyết định này có hiệu lực từ ngày 01/01/2026.\n"
        "Điều 3. Quyết định này có hiệu lực thi hành kể từ ngày 15/5/2025.\n"
    )
    first, second = propose_effects(text)
    assert (first.on, Doubt.TWO_DAYS in first.doubts) == (date(2025, 5, 1), True)
    assert (second.on, Doubt.TWO_DAYS in second.doubts) == (date(2026, 1, 1), False)


def test_one_day_said_twice_is_no_contradiction():
    text = (
        f"{HEAD}1. Bãi bỏ Điều 3.\n"
        "Điều 2. Quyết định này có hiệu lực từ ngày 01/5/2025.\n"
        "Điều 3. Quyết định này có hiệu lực kể từ ngày 01 tháng 5 năm 2025.\n"
    )
    (found,) = propose_effects(text)
    assert Doubt.TWO_DAYS not in found.doubts
