"""Questions made by rule from paragraphs that nobody wrote for a bench.

Of a sentence the words that tell most, in their order, behind the opening of a
question: what a reader keeps of a text. The page that says it is right, others are
not. The rule knows how rare words are among the paragraphs, and nothing of any ranker.
"""

import re
from collections import Counter
from collections.abc import Iterable
from random import Random

from portal.bench.relevance.natural import Natural
from portal.search.analyser import analysed, composed
from portal.vietnamese import fold

SEED, MOST, TELLING = 20261128, 200, 6
_FEWEST, _LONGEST = 12, 45
_SENTENCE = re.compile(r"[^.;:!?\n]+")
_WORD = re.compile(r"[^\W\d_]+")
_OPENINGS = ("cho tôi hỏi", "xin hỏi", "quy định thế nào về", "ở đâu nói")


def paragraph_questions(
    texts: Iterable[tuple[str, str]], *, with_marks: bool
) -> list[Natural]:
    """At most so many, the same for the same texts; pairs of an address and a text."""
    sentences = [
        (path, words)
        for path, text in texts
        for said in _SENTENCE.findall(composed(text))
        if _FEWEST <= len(words := _WORD.findall(said.lower())) <= _LONGEST
    ]
    among = Counter(
        word for _path, words in sentences for word in {analysed(w)[0] for w in words}
    )
    of = Counter(tuple(words) for _path, words in sentences)
    # What two pages say in the same words has two answers.
    sentences = [one for one in sentences if of[tuple(one[1])] == 1]
    chance = Random(SEED)  # noqa: S311
    chosen = chance.sample(sentences, min(MOST, len(sentences)))
    return [
        _question(path, words, among, chance.choice(_OPENINGS), with_marks=with_marks)
        for path, words in chosen
    ]


def _question(
    path: str, words: list[str], among: Counter, opening: str, *, with_marks: bool
) -> Natural:
    rarest = sorted(set(words), key=lambda word: (among[analysed(word)[0]], word))
    kept = set(rarest[:TELLING])
    asked = f"{opening} {' '.join(word for word in words if word in kept)}"
    return Natural(asked if with_marks else fold(asked), "rule", "paragraph", {path: 3})
