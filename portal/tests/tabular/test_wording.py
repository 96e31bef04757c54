"""Every code of portal.tabular has its sentence."""

import re
from pathlib import Path

import pytest

from portal import tabular
from portal.tabular import CellError, Note, TableRefused, wording
from portal.vietnamese import LegacyEncoding, PhoneProblem

PARAMS = {
    "limit": 2.0, "length": 9, "missing": ["Tên"], "found": ["a", "b"], "row": 3,
    "expected": ["Tên"], "column": "Tên", "line": 1, "at": 2, "reads": "Mẫu",
    "choices": ["a", "b"], "nearest": "a", "earliest": "1/1/1900", "latest": "1/1/2200",
    "sheets": ["S"], "columns": ["C"], "encoding": "x", "named": "csv", "kind": "xlsx",
    "message": "Không hợp lệ.",
}  # fmt: skip
SOURCE = "".join(
    path.read_text() for path in sorted(Path(tabular.__file__).parent.rglob("*.py"))
)


def codes(raiser: str) -> set[str]:
    return set(re.findall(rf"{raiser}\(\s*\"(\w+)\"", SOURCE))


def test_no_code_is_without_words():
    cells = codes("CellProblem") | codes("Unreadable")
    cells |= {f"phone_{one}" for one in PhoneProblem} | set(map(str, LegacyEncoding))
    # The last two are what columns of the rooms raise.
    assert cells == set(wording.CELL) - {
        "unknown_choice_near",
        "told",
        "not_a_url",
    }
    assert codes("Note") == set(wording.NOTES)
    assert codes("TableRefused") <= set(wording.TABLE)


@pytest.mark.parametrize("code", sorted(wording.TABLE))
def test_a_refusal_reads_as_a_sentence(code):
    text = wording.table_text(TableRefused(code, **PARAMS))
    assert text.endswith(".")
    assert "%" not in text


@pytest.mark.parametrize("code", sorted(wording.CELL))
def test_an_error_reads_as_a_sentence(code):
    text = wording.cell_text(CellError(2, "Tên", code, "x", PARAMS, "A"))
    assert text[-1] in ".?"
    assert "%" not in text


@pytest.mark.parametrize("code", sorted(wording.NOTES))
def test_a_note_reads_as_a_sentence(code):
    text = wording.note_text(Note(code, PARAMS))
    assert text.endswith(".")
    assert "%" not in text


def test_where_a_cell_is_names_row_and_column():
    there = wording.where_text(CellError(7, "Họ và tên", "required", "", {}, "B"))
    assert all(part in there for part in ("7", "Họ và tên", "B"))
    item = wording.where_text(CellError(7, "name", "required", ""))
    assert "7" in item
    assert "()" not in item


def test_a_near_choice_is_offered_only_when_there_is_one():
    near = CellError(2, "Cấp", "unknown_choice", "x", {**PARAMS, "nearest": "tỉnh"})
    far = CellError(2, "Cấp", "unknown_choice", "x", {**PARAMS, "nearest": ""})
    assert "tỉnh" in wording.cell_text(near)
    assert "“”" not in wording.cell_text(far)
