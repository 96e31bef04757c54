"""How many of the changes that labelled texts make are proposed, and how many right."""

from collections.abc import Iterable, Mapping
from typing import Any

from documents.law.amendments.model import Proposal
from documents.law.amendments.reader import propose_effects
from documents.law.scores import Score

CLASSES = (
    "amends",
    "supplements",
    "replaces",
    "repeals",
    "replaces_phrase",
    "renames",
    "suspends",
    "corrects",
)
"""The kinds of change the labels tell apart."""


Mark = tuple[str, str, str, str, bool]
"""Kind, act, place, phrase, and whether there is a wording."""


def measure(
    texts: Iterable[Mapping[str, Any]],
) -> tuple[dict[str, Score], list[str]]:
    """Scores by kind, and a line for each change missed or invented.

    A text has `text` and `expected`: rows of `kind`, `act`, `place` (an anchor, empty
    for the whole act), perhaps `phrase`, and `worded` where new wording belongs to it.
    A proposal is right when all of that is.
    """
    scores = {name: Score() for name in CLASSES}
    remarks: list[str] = []
    for text in texts:
        left = [_read(one) for one in propose_effects(text["text"])]
        for row in text["expected"]:
            wanted = _wanted(row)
            scores[wanted[0]].labelled += 1
            if wanted in left:
                left.remove(wanted)
                scores[wanted[0]].found += 1
                scores[wanted[0]].right += 1
            else:
                remarks.append(f"missed: {_said(wanted)}")
        for one in left:
            scores[one[0]].wrong += 1
            remarks.append(f"invented: {_said(one)}")
    return scores, remarks


def _wanted(row: Mapping[str, Any]) -> Mark:
    return (
        row["kind"],
        row["act"].casefold(),
        row["place"],
        row.get("phrase", ""),
        bool(row.get("worded")),
    )


def _read(one: Proposal) -> Mark:
    act = (one.act.symbol or one.act.name) if one.act else ""
    worded = bool(one.new_text) and not one.phrase
    return (one.kind.value, act.casefold(), one.provision, one.phrase, worded)


def _said(mark: Mark) -> str:
    kind, act, place, phrase, worded = mark
    words = [kind, act, place or "(whole)", phrase, "with wording" if worded else ""]
    return " ".join(filter(None, words))
