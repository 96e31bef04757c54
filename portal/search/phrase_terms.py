"""What each word and pair of readers' phrases says for each target, learned at once.

Run as a module it reads phrases and pieces as JSON and prints what it learned: the
library takes a hundred megabytes, which end with the process.
"""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import SGDClassifier

from portal.search.meant import BIAS

#: What says less for or against a page is left out: nine tenths of all.
_LEAST = 0.5
_ROUNDS, _CARE = 30, 1e-5

Phrases = Mapping[str, Sequence[str]]


class Learned(NamedTuple):
    """A term with its rarity, and what it says for each target."""

    term: str
    rarity: float
    weights: Mapping[str, float]


def learned(phrases: Phrases, pieces: Phrases) -> Iterable[Learned]:
    """What each word and pair says for each target that has phrases.

    The same phrases and pieces of texts teach the same, in every process.
    """
    if not phrases:
        return
    targets = sorted(phrases)
    said = [
        (line, target)
        for target in targets
        for line in (*phrases[target], *pieces.get(target, ()))
    ]
    terms = TfidfVectorizer(
        token_pattern=r"\S+",  # noqa: S106
        lowercase=False,
        ngram_range=(1, 2),
        sublinear_tf=True,
        min_df=2,
    )
    classifier = SGDClassifier(
        loss="log_loss", alpha=_CARE, max_iter=_ROUNDS, average=True, random_state=1
    )
    classifier.fit(
        terms.fit_transform([line for line, _target in said]),
        [target for _line, target in said],
    )
    biases = zip(classifier.classes_, classifier.intercept_, strict=True)
    yield Learned(BIAS, 0.0, {str(t): round(float(b), 3) for t, b in biases})
    for at, term in enumerate(terms.get_feature_names_out()):
        weights = {
            target: round(float(weight), 2)
            for target, weight in zip(targets, classifier.coef_[:, at], strict=True)
            if abs(weight) >= _LEAST
        }
        yield Learned(str(term), round(float(terms.idf_[at]), 4), weights)


if __name__ == "__main__":
    given = json.load(sys.stdin)
    json.dump(list(learned(given["phrases"], given["pieces"])), sys.stdout)
