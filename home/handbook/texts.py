"""The chapters' texts: as a reader sees them, and where words stand in them."""

from dataclasses import dataclass
from functools import lru_cache

from bs4 import BeautifulSoup
from django.template.loader import render_to_string

from home.handbook.chapters import CHAPTERS, Chapter
from portal.vietnamese.letters import fold

#: Passages shown of one chapter that was found.
MOST_PASSAGES = 3
_PASSAGES = "li, p, figcaption"


@dataclass(frozen=True, slots=True)
class Found:
    """A chapter that has all the words, and the passages with most of them."""

    chapter: Chapter
    passages: tuple[str, ...]


@lru_cache(maxsize=64)
def rendered(chapter: Chapter) -> str:
    """Its HTML; the same for everybody, for as long as the server runs."""
    return render_to_string(chapter.template)


@lru_cache(maxsize=64)
def passages(chapter: Chapter) -> tuple[str, ...]:
    """Its title, then its paragraphs, steps and captions as plain text."""
    soup = BeautifulSoup(rendered(chapter), "html.parser")
    found = (" ".join(one.get_text().split()) for one in soup.select(_PASSAGES))
    return (chapter.title, *filter(None, found))


def find(typed: str) -> list[Found]:
    """Chapters with every word that was typed, accents or none; best first.

    Words in the title count most, then words that stand in one passage together.
    """
    words = fold(typed).split()
    if not words:
        return []
    ranked = []
    for place, chapter in enumerate(CHAPTERS):
        texts = passages(chapter)
        folded = [fold(text) for text in texts]
        if not all(any(word in text for text in folded) for word in words):
            continue
        counts = [sum(word in text for word in words) for text in folded]
        best = sorted(range(1, len(texts)), key=lambda at: (-counts[at], at))
        shown = tuple(texts[at] for at in best[:MOST_PASSAGES] if counts[at])
        together = max(counts[1:], default=0)
        ranked.append(((-counts[0], -together, place), Found(chapter, shown)))
    return [found for _rank, found in sorted(ranked, key=lambda pair: pair[0])]
