"""Whether a page says the words with the very marks that were typed.

Thưởng is not thường: a word that stands there with other marks only is as good as
missing, and one that few pages say as typed tells the more. A query without marks loses
nothing.
"""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from portal.search.query import Query

#: What a text loses whose words are the typed ones with other marks throughout.
_OTHER_MARKS = 0.5
#: What saying all of the words as they were typed is worth, often and in few others.
_SAID = 4.0
_USUAL_CHARACTERS = 1_500


class Marks:
    """The words of a query that have marks, and what of its weight each has."""

    def __init__(
        self, query: Query, weights: Mapping[str, float], total: float
    ) -> None:
        marked = {word.exact: word for word in query.words if word.has_marks}.values()
        exact = " ".join(word.exact for word in query.words)
        self._phrase = f" {exact} " if marked else ""
        self._tokens = [(f" {word.folded} ", f" {word.exact} ") for word in marked]
        self._words = [
            (word.word.lower(), weights[word.folded] / total) for word in marked
        ]
        words = "|".join(re.escape(word) for word, _weight in self._words)
        self._any_of = re.compile(rf"(?<!\w)(?:{words})(?!\w)")

    def __bool__(self) -> bool:
        return bool(self._words)

    def of_title(self, exact: str, title: str) -> float:
        """A factor: a title in which typed marks are others loses most of what it won.

        `title` is its folded line between spaces, `exact` that with marks.
        """
        if not self._words:
            return 1.0
        line = f" {exact} "
        if self._phrase in line:
            return 1.25
        there = [marks in line for plain, marks in self._tokens if plain in title]
        return 0.25 + 0.75 * sum(there) / len(there) if there and exact else 1.0

    def of_texts(self, texts: Sequence[str]) -> list[tuple[float, float]]:
        """For each of the texts, as written, a factor and what comes on top."""
        said = [Counter(self._any_of.findall(text.lower())) for text in texts]
        idf = {}
        for word, _weight in self._words:
            count = sum(word in one for one in said)
            idf[word] = math.log(1 + (len(said) - count + 0.5) / (count + 0.5))
        most = sum(idf.values()) or 1.0
        return [
            (
                1 - _OTHER_MARKS * self._lost(counted),
                _SAID * _evidence(counted, idf, len(text)) / most,
            )
            for counted, text in zip(said, texts, strict=True)
        ]

    def _lost(self, counted: Mapping[str, int]) -> float:
        return min(1.0, sum(w for word, w in self._words if word not in counted))


def _evidence(counted: Mapping[str, int], idf: Mapping[str, float], size: int) -> float:
    """BM25 of the words as typed, in a text of so many characters."""
    long = 1.2 * (0.25 + 0.75 * size / _USUAL_CHARACTERS)
    return sum(idf[w] * times * 2.2 / (times + long) for w, times in counted.items())
