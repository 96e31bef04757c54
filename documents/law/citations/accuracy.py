"""How much of what labelled excerpts cite is found, and how much of it is right."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from documents.law.citations.finder import find_citations
from documents.law.citations.model import Citation, Problem
from documents.law.citations.named_laws import NamedLaw, find_named_laws
from documents.law.scores import Score
from documents.law.symbols import Symbol, SymbolForm

CLASSES = ("usual", "letter", "joint", "old", "damaged", "law")
"""What kinds of mention the labels tell apart."""

_OLD_CODES = {"CP", "TTg", "HĐBT", "HĐNN", "UB", "UBTVQH9"}


def measure(
    excerpts: Iterable[Mapping[str, Any]],
) -> tuple[dict[str, Score], list[str]]:
    """Scores by class, and a line for each mention missed, misread or invented.

    An excerpt has `text` and `expected`: rows of `class`, `symbol` (or `name` of a
    law), `type`, `date` (ISO or null) and perhaps `year`. One is `right` when found
    with its type word and day as well.
    """
    scores = {name: Score() for name in CLASSES}
    remarks: list[str] = []
    for excerpt in excerpts:
        left = list(_read(excerpt["text"]))
        for row in excerpt["expected"]:
            score = scores[row["class"]]
            score.labelled += 1
            wanted = _wanted(row)
            hit = min(
                (one for one in left if one.key == wanted.key),
                key=wanted.__ne__,
                default=None,
            )
            if hit is None:
                remarks.append(f"missed: {wanted}")
                continue
            left.remove(hit)
            score.found += 1
            score.right += hit == wanted
            if hit != wanted:
                remarks.append(f"misread: {wanted}, read {hit}")
        for one in left:
            scores[one.of].wrong += 1
            remarks.append(f"invented: {one}")
    return scores, remarks


@dataclass(frozen=True, slots=True)
class _Mention:
    """What a mention says; `of` is its class and no part of that."""

    key: str
    type_word: str
    day: str
    of: str = field(default="usual", compare=False)

    def __str__(self) -> str:
        return " ".join(filter(None, (self.type_word, self.key, self.day)))


def _wanted(row: Mapping[str, Any]) -> _Mention:
    day = row["date"] or str(row.get("year", ""))
    return _Mention(_key(row.get("symbol") or row["name"]), _key(row["type"]), day)


def _read(text: str) -> Iterator[_Mention]:
    for citation in find_citations(text):
        key = _key(str(citation.symbol))
        day = citation.date.isoformat() if citation.date else ""
        yield _Mention(key, _key(citation.type_word), day, _class(citation))
    for law in find_named_laws(text):
        yield _Mention(_key(law.title), _key(law.type_word), _law_day(law), "law")


def _law_day(law: NamedLaw) -> str:
    return law.date.isoformat() if law.date else str(law.year or "")


def _class(citation: Citation) -> str:
    symbol: Symbol = citation.symbol
    if Problem.WRONG_MARKS in citation.problems:
        return "damaged"
    if symbol.type in ("TTLT", "NQLT"):
        return "joint"
    if _OLD_CODES & set(symbol.codes) and symbol.year is None:
        return "old"
    lone = symbol.form is SymbolForm.LETTER and not symbol.unit
    return "letter" if lone else "usual"


def _key(words: str) -> str:
    return " ".join(words.split()).casefold()
