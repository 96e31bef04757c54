"""Whether a page says the words with the very marks that were typed.

Thưởng is not thường: a word that stands there with other marks only is as good as
missing, and one that few pages say as typed tells the more. A query without marks loses
nothing.
"""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from sys import intern

from portal.search.index_row import IndexRow
from portal.search.query import Query
from portal.search.syllable_codes import coded

#: What a text loses whose words are the typed ones with other marks throughout.
_OTHER_MARKS = 0.5
#: What saying all of the words as they were typed is worth, often and in few others.
_SAID = 4.0
_USUAL_CHARACTERS = 1_500
_OFTEN = 3
_RUN = re.compile(r"\w+(?:&\w+)*")


class WrittenText:
    """A text as it was written: how often it says words, marks and all.

    Its words are counted when it is asked for the third time: a text that few queries
    meet is sooner looked through for theirs.
    """

    __slots__ = ("_asked", "_counts", "_text", "size")

    def __init__(self, text: str) -> None:
        self.size, self._asked = len(text), 0
        self._text, self._counts = text.lower(), dict[str, int]()

    def counts(self, words: Sequence[str], any_of: re.Pattern[str]) -> dict[str, int]:
        """Of these words those that it says, in their order, as `any_of` finds them."""
        # Read before it is looked whether it was counted: then it is thrown away.
        text, self._asked = self._text, self._asked + 1
        if not self._counts and self._asked < _OFTEN:
            found: Mapping[str, int] = Counter(any_of.findall(text))
        else:
            found = self._counts = self._counts or _counted(text)
            self._text = ""
        return {word: found[word] for word in words if word in found}


def _counted(text: str) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for run in _RUN.findall(text):
        counts[intern(run)] += 1
        if "&" in run:
            counts.update(map(intern, run.split("&")))
    return dict(counts)


class Marks:
    """The words of a query that have marks, and what of its weight each has."""

    def __init__(
        self, query: Query, weights: Mapping[str, float], total: float
    ) -> None:
        marked = {word.exact: word for word in query.words if word.has_marks}.values()
        exact = " ".join(word.exact for word in query.words)
        self._phrase = f" {exact} " if marked else ""
        self._tokens = [(word.folded, f" {word.exact} ") for word in marked]
        self._words = [
            (word.word.lower(), weights[word.folded] / total) for word in marked
        ]
        self._plain = [(word.folded, coded(word.folded)) for word in marked]
        self._typed = [word for word, _weight in self._words]
        words = "|".join(re.escape(word) for word, _weight in self._words)
        self._any_of = re.compile(rf"(?<!\w)(?:{words})(?!\w)")

    def __bool__(self) -> bool:
        return bool(self._words)

    def of_title(self, row: IndexRow) -> float:
        """A factor: a title with other marks than typed loses most of its score."""
        line = row.exact
        if self._phrase in line:
            return 1.25
        there = [
            marks in line for plain, marks in self._tokens if plain in row.title_words
        ]
        return 0.25 + 0.75 * sum(there) / len(there) if there and line else 1.0

    def of_texts(
        self, texts: Sequence[WrittenText], rows: Sequence[IndexRow]
    ) -> list[tuple[float, float]]:
        """For each of the texts, as written, a factor and what comes on top.

        `rows` are the same entries as they are found, in the same order.
        """
        said = [text.counts(self._typed, self._any_of) for text in texts]
        idf = {}
        for word, _weight in self._words:
            count = sum(word in one for one in said)
            idf[word] = math.log(1 + (len(said) - count + 0.5) / (count + 0.5))
        most = sum(idf.values()) or 1.0
        return [
            (
                1 - _OTHER_MARKS * self._lost(counted, row),
                _SAID * _evidence(counted, idf, text.size) / most,
            )
            for counted, text, row in zip(said, texts, rows, strict=True)
        ]

    def _lost(self, counted: Mapping[str, int], row: IndexRow) -> float:
        """What of the query's weight the entry says with other marks only.

        A place or a kind that a page has stands in no text of it, and has no marks.
        """
        if len(counted) == len(self._words):
            return 0.0
        lost = sum(
            weight
            for (word, weight), (plain, letters) in zip(
                self._words, self._plain, strict=True
            )
            if word not in counted and (plain in row.title_words or letters in row.body)
        )
        return min(1.0, lost)


def _evidence(counted: Mapping[str, int], idf: Mapping[str, float], size: int) -> float:
    """BM25 of the words as typed, in a text of so many characters."""
    long = 1.2 * (0.25 + 0.75 * size / _USUAL_CHARACTERS)
    return sum(idf[w] * times * 2.2 / (times + long) for w, times in counted.items())
