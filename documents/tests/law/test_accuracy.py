"""What is found in excerpts of real acts must not become less, nor less right."""

import json
from pathlib import Path

import pytest

from documents.law.citations.accuracy import measure

LABELLED = Path(__file__).parent / "labelled" / "citations"


def excerpts(name: str) -> list[dict]:
    lines = (LABELLED / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.mark.parametrize(("name", "recall"), [("open", 0.98), ("kept", 0.95)])
def test_real_acts_are_read(name, recall):
    scores, remarks = measure(excerpts(name))
    labelled = sum(score.labelled for score in scores.values())
    assert sum(score.found for score in scores.values()) >= recall * labelled, remarks
    assert sum(score.wrong for score in scores.values()) == 0, remarks


def test_every_excerpt_names_its_source_and_what_it_cites():
    rows = [*excerpts("open"), *excerpts("kept")]
    assert len(rows) >= 40
    assert all(row["source"] and row["expected"] for row in rows)


def test_what_is_missed_misread_and_invented_is_counted_by_class():
    text = "Nghị định số 13/2012/NĐ-CP ngày 02/3/2012 và Quyết định số 36/2018/QĐ-UBND"
    label = {"class": "usual", "type": "Nghị định", "date": None}
    scores, remarks = measure(
        [
            {
                "text": text,
                "expected": [
                    label | {"symbol": "13/2012/NĐ-CP"},
                    label | {"symbol": "01/1999/QĐ-UB", "class": "old"},
                ],
            }
        ]
    )
    usual, old = scores["usual"], scores["old"]
    assert (usual.found, usual.right, usual.wrong) == (1, 0, 1)
    assert (usual.recall, usual.precision) == (1.0, 0.5)
    assert (old.labelled, old.found, old.recall) == (1, 0, 0.0)
    assert [remark.split(":")[0] for remark in remarks] == [
        "misread",
        "missed",
        "invented",
    ]
