"""How many of the changes that labelled texts make are proposed, and how many right."""

from collections.abc import Iterable, Mapping
from typing import Any

from documents.law.amendments.model import Proposal
from documents.law.amendments.reader import propose_effects
from documents.law.effects.printed_days import printed
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
    "postpones",
    "extends",
)
"""The kinds of change the labels tell apart."""


Mark = tuple[str, str, str, str, bool, str]
"""Kind, act, place, phrase, whether there is a wording, and the day until which."""


def measure(
    texts: Iterable[Mapping[str, Any]],
) -> tuple[dict[str, Score], list[str]]:
    """Scores by kind, and a line for each change missed or invented.

    A text has `text` and `expected`: rows of `kind`, `act`, `place` (an anchor, empty
    for the whole act), perhaps `phrase`, `worded` where new wording belongs to it, and
    `until`: the day a text prints, which is the last one of a suspension or a longer
    term, and the first one of what is put off. A proposal is right when all of that is;
    of an `until` that is not labelled nothing is asked.
    """
    scores = {name: Score() for name in CLASSES}
    remarks: list[str] = []
    for text in texts:
        left = [_read(one) for one in propose_effects(text["text"])]
        for row in text["expected"]:
            wanted = _wanted(row)
            scores[wanted[0]].labelled += 1
            same = next((one for one in left if _fits(one, wanted)), None)
            if same:
                left.remove(same)
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
        row.get("until", ""),
    )


def _fits(read: Mark, wanted: Mark) -> bool:
    return read[:-1] == wanted[:-1] and wanted[-1] in ("", read[-1])


def _read(one: Proposal) -> Mark:
    act = (one.act.symbol or one.act.name) if one.act else ""
    worded = bool(one.new_text) and not one.phrase
    place, phrase = one.provision, one.phrase
    return (one.kind.value, act.casefold(), place, phrase, worded, _until(one))


def _until(one: Proposal) -> str:
    return printed(one.kind, one.until).isoformat() if one.until else ""


def _said(mark: Mark) -> str:
    kind, act, place, phrase, worded, until = mark
    words = [kind, act, place or "(whole)", phrase, "with wording" if worded else ""]
    words.append(f"until {until}" if until else "")
    return " ".join(filter(None, words))
