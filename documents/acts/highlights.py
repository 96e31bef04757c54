"""Where the words of a query stand in a text, whatever its accents."""

import re
import unicodedata

from portal.vietnamese import fold

_WORD = re.compile(r"[^\W_]+(?:[/&-][^\W_]+)*")
_MOST_WORDS = 12


def marked_spans(text: str, query: str) -> list[tuple[int, int]]:
    """Words of the text that begin with a word of the query, in order.

    Neighbours that both count become one span, with the space between them.
    """
    wanted = tuple(_WORD.findall(fold(query))[:_MOST_WORDS])
    if not wanted:
        return []
    spans: list[tuple[int, int]] = []
    for found in re.finditer(r"[^\s.,;:()“”\"]+", text):
        word = fold(unicodedata.normalize("NFC", found[0]))
        hits = [len(start) for start in wanted if word.startswith(start)]
        if not hits:
            continue
        end = _end(text, *found.span(), max(hits), len(word))
        if spans and text[spans[-1][1] : found.start()] == " ":
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((found.start(), end))
    return spans


def _end(text: str, start: int, end: int, letters: int, of: int) -> int:
    """Where so many folded letters end; a decomposed letter keeps its marks."""
    if letters >= of:
        return end
    for place in range(start, end):
        if len(fold(unicodedata.normalize("NFC", text[start : place + 1]))) > letters:
            return place
    return end
