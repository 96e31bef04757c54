"""What is found of the provisions of real acts must not become less, nor less right."""

import json
from pathlib import Path

import pytest

from documents.law.structure.accuracy import measure

LABELLED = Path(__file__).parent / "labelled" / "structure"


def texts(name: str) -> list[dict]:
    lines = (LABELLED / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.mark.parametrize(("name", "recall"), [("open", 1.0), ("kept", 0.9)])
def test_real_acts_are_cut_into_their_provisions(name, recall):
    scores, remarks = measure(texts(name))
    labelled = sum(score.labelled for score in scores.values())
    assert sum(score.found for score in scores.values()) >= recall * labelled, remarks
    assert sum(score.wrong for score in scores.values()) == 0, remarks


def test_every_text_names_its_source_and_what_it_has():
    assert all(
        row["source"] and row["expected"] for row in texts("open") + texts("kept")
    )


def test_what_is_missed_and_invented_is_counted_by_kind():
    text = "Chương I\nTÊN\nĐiều 1. Tên\n1. Lời\na) lời\nNơi nhận:\n- Lưu.\n"
    expected = ["chuong-i", "dieu-1", "dieu-2", "dieu-1-khoan-1-diem-a", "ket-thuc"]
    scores, remarks = measure([{"text": text, "expected": expected}])
    assert remarks == ["missed: dieu-2", "invented: dieu-1-khoan-1"]
    assert {kind: (one.found, one.wrong) for kind, one in scores.items()} == {
        "container": (1, 0),
        "article": (1, 0),
        "clause": (0, 1),
        "point": (1, 0),
        "other": (1, 0),
    }
