"""Readers' own phrases, which an editor wrote beside a page, as evidence for it."""

from collections.abc import Mapping, Sequence

from portal.search.entries import PHRASE_END

#: A phrase of which less is asked, or which is less of what is asked, says nothing.
_LEAST = 0.2


def is_asked_whole(words: Sequence[str], asked: str) -> bool:
    """Whether one of the phrases is the query and nothing else."""
    return f"{PHRASE_END}{' '.join(words)}{PHRASE_END}" in (
        f"{PHRASE_END}{asked}{PHRASE_END}"
    )


def likeness(weights: Mapping[str, float], total: float, asked: str) -> float:
    """How much the phrase that is most like the query has in common with it, 0 to 1.

    Both count: what of the query's weight it says, and how much of it was asked. Words
    that stand in several phrases are no evidence together.
    """
    best = 0.0
    for phrase in asked.split(PHRASE_END):
        words = phrase.split()
        shared = [word for word in set(words) if word in weights]
        if not shared:
            continue
        share = sum(weights[word] for word in shared) / total
        best = max(best, share * (0.4 + 0.6 * len(shared) / len(set(words))))
    return best if best >= _LEAST else 0.0
