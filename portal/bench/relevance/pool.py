"""Pooled judgments: what any way answers and nobody has judged yet, for an assessor.

A page that came after the queries were graded counts as wrong until somebody reads it.
Whoever does is told neither which way answered it nor how high it stood.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from portal.bench.relevance.natural import Natural
from portal.vietnamese import fold

DEPTH, LENGTH = 5, 400
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Shown:
    """What an assessor sees of a page; `text` is all that it says."""

    kind: str
    title: str
    text: str


def pooled(
    half: str,
    queries: Iterable[Natural],
    ways: Sequence[Callable[[str], Sequence[str]]],
    shown: Callable[[str], Shown],
) -> Iterator[Mapping[str, str]]:
    """A row for each pair of a query and an address to be judged, by address.

    Each way answers a query with addresses, the best first; `shown` tells of one.
    """
    for one in queries:
        answered = {path for find in ways for path in find(one.query)[:DEPTH]}
        for path in sorted(answered - one.right.keys() - one.unhelpful):
            page = shown(path)
            yield {
                "half": half,
                "query": one.query,
                "who": one.who,
                "kind": page.kind,
                "path": path,
                "title": page.title,
                "passage": passage(page.text, one.query),
            }


def passage(text: str, query: str, length: int = LENGTH) -> str:
    """About so many characters with the most words of the query, or the beginning.

    Which words are rare is not asked: this is no ranking.
    """
    asked = set(_WORD.findall(fold(query).lower()))
    text = " ".join(text.split())
    words = [(m.start(), fold(m.group()).lower()) for m in _WORD.finditer(text)]
    best, most = 0, 0
    for start, word in words:
        if word not in asked:
            continue
        near = {w for at, w in words if start <= at < start + length}
        if len(near & asked) > most:
            best, most = start, len(near & asked)
    # A passage that ends with the text shows as much as any other.
    best = max(0, min(best, len(text) - length))
    return text[best : best + length].strip()
