"""How good an answer is: the first right, and the gain of the first ten."""

import math
from collections.abc import Hashable, Mapping, Sequence


def first_right(pages: Sequence[Hashable], grades: Mapping) -> bool:
    """Whether the first result is worth as much as any could be."""
    best = max(grades.values(), default=0)
    return bool(pages) and best > 0 and grades.get(pages[0], 0) == best


def ndcg(pages: Sequence[Hashable], grades: Mapping, at: int = 10) -> float:
    """Discounted gain against the best order there could be."""
    ideal = _gain(sorted(grades.values(), reverse=True)[:at])
    return _gain([grades.get(page, 0) for page in pages[:at]]) / ideal if ideal else 0.0


def _gain(grades: Sequence[int]) -> float:
    return sum(
        (2**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades)
    )


def percentile(times: Sequence[float], share: float) -> float:
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, math.ceil(share * len(ordered)) - 1)]
