"""Which pages and services a query means, by what readers ask all of them with.

A linear classifier over single words and pairs, trained on readers' own phrases
(`portal.search.phrase_trainer`). Words that only ask tell here, too: "ở đâu" asks for
a place, "được không" for a rule.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import exp, log, sqrt
from typing import NamedTuple

#: The term whose weights are what is meant before anything is said.
BIAS = ""
#: What is meant less likely is noise.
_LEAST = 0.05
#: How much speaks for nothing that has phrases: a query unlike any means nothing.
_NOTHING = 0.1
_STEEPEST = 40.0


class Weighed(NamedTuple):
    """How rare a term is among phrases, and what it says for each target."""

    rarity: float
    of: Mapping[str, float]


class Meant(NamedTuple):
    """How likely pages, and services by their codes, are meant: 0 to 1 all together."""

    pages: Mapping[int, float]
    services: Mapping[str, float]


NOTHING = Meant({}, {})
UNKNOWN = Weighed(0.0, {})


def page_target(page: int) -> str:
    return str(page)


def service_target(code: str) -> str:
    return f"s:{code}"


def terms_of(words: Sequence[str]) -> Counter[str]:
    """The words and their pairs, as the classifier was trained on them, counted."""
    return Counter([*words, *(f"{one} {two}" for one, two in pairwise(words))])


def meant(counted: Mapping[str, int], known: Mapping[str, Weighed]) -> Meant:
    """What a query of these terms means, by what is known of each, and of `BIAS`."""
    values = {
        term: (1 + log(times)) * known[term].rarity
        for term, times in counted.items()
        if known[term].rarity
    }
    if not values:
        return NOTHING
    size = sqrt(sum(value * value for value in values.values()))
    sums = dict(known[BIAS].of)
    for term, value in values.items():
        for target, weight in known[term].of.items():
            sums[target] = sums.get(target, 0.0) + weight * value / size
    likely = {target: _logistic(value) for target, value in sums.items()}
    total = sum(likely.values()) + _NOTHING
    pages, services = {}, {}
    for target, one in likely.items():
        if (share := one / total) < _LEAST:
            continue
        if target.startswith("s:"):
            services[target.removeprefix("s:")] = share
        else:
            pages[int(target)] = share
    return Meant(pages, services)


def _logistic(value: float) -> float:
    return 1 / (1 + exp(-max(-_STEEPEST, min(_STEEPEST, value))))
