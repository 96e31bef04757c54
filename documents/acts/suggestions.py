"""Where to go from a search that found nothing: nearest numbers, fewer words."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Count, Q

from documents.law.symbols.lookup import parse_query
from portal.vietnamese import fold

_MOST_NUMBERS = 5
_MOST_WORDS = 6


@dataclass(frozen=True, slots=True)
class FewerWords:
    """Some words of the query, how many acts have them, the search for them."""

    word: str
    count: int
    url: str


@dataclass(frozen=True, slots=True)
class Suggestions:
    numbers: tuple = ()
    words: tuple[FewerWords, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.numbers or self.words)


def suggestions(acts, query: str, base_url: str) -> Suggestions:
    """In two queries at most; `acts` are the public ones."""
    asked = parse_query(query) if query else None
    numbers = ()
    if asked and asked.number is not None:
        same = Q(number=asked.number)
        if asked.year:
            same |= Q(year=asked.year, number__range=_around(asked.number))
        numbers = tuple(acts.filter(same).for_listing().newest()[:_MOST_NUMBERS])
    return Suggestions(numbers, _words(acts, query, base_url))


def _around(number: int) -> tuple[int, int]:
    return max(number - 2, 0), number + 2


def _words(acts, query: str, base_url: str) -> tuple[FewerWords, ...]:
    """The longest runs of the query's words that stand side by side in some act."""
    runs = _runs(query.split()[:_MOST_WORDS])
    if not runs:
        return ()
    counts = acts.aggregate(
        **{
            f"run_{place}": Count("pk", filter=Q(folded__contains=fold(run)))
            for place, run in enumerate(runs)
        }
    )
    found: list[FewerWords] = []
    for place, run in enumerate(runs):
        count = counts[f"run_{place}"]
        if count and not any(run in longer.word for longer in found):
            url = f"{base_url}?{urlencode({'q': run})}"
            found.append(FewerWords(run, count, url))
    return tuple(found)


def _runs(words: list[str]) -> list[str]:
    """Runs shorter than the whole, longest first; one syllable alone says little."""
    return [
        " ".join(words[start : start + length])
        for length in range(len(words) - 1, 1, -1)
        for start in range(len(words) - length + 1)
    ]
