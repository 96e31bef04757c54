"""From what a reader typed to the entries that answer it."""

import re
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, IntegerField, Q, Value, When

from portal.models import SearchEntry
from portal.vietnamese import fold

MOST_WORDS = 12
LONGEST_QUERY = 200
SNIPPET = 220

_WORD = re.compile(r"[0-9a-z]+(?:[/-][0-9a-z]+)*")


@dataclass(frozen=True, slots=True)
class Result:
    """One answer: `snippet` is plain text around the first word found."""

    title: str
    url: str
    kind: str
    snippet: str
    date: date | None


def clean(query: str) -> str:
    """Return what is searched for: no control characters, bounded length."""
    printable = "".join(c if c.isprintable() else " " for c in query[:LONGEST_QUERY])
    return " ".join(printable.split())


def words(query: str) -> list[str]:
    """Return the folded words of a query, each once, in order."""
    return list(dict.fromkeys(_WORD.findall(fold(clean(query)))))[:MOST_WORDS]


def searchable(text: str) -> str:
    """Return the folded words of a text between single spaces, and around them."""
    return f" {' '.join(_WORD.findall(fold(text)))} "


def search(query: str):
    """Entries holding every word, or a word that starts with it.

    Those with the words side by side come first, in the title before the text.
    """
    wanted = words(query)
    if not wanted:
        return SearchEntry.objects.none()
    starts = [f" {word}" for word in wanted]
    in_title = Q()
    for start in starts:
        in_title &= Q(title_folded__contains=start)
    phrase = f" {' '.join(wanted)}"
    rank = Case(
        When(title_folded__contains=phrase, then=Value(0)),
        When(in_title, then=Value(1)),
        When(folded__contains=phrase, then=Value(2)),
        default=Value(3),
        output_field=IntegerField(),
    )
    return SearchEntry.objects.matching(starts).order_by(rank, "-dated", "-pk")


def as_result(entry: SearchEntry, wanted: list[str]) -> Result:
    return Result(
        title=entry.title,
        url=entry.url,
        kind=entry.kind,
        snippet=snippet(entry.text, wanted),
        date=entry.dated,
    )


def snippet(text: str, wanted: list[str]) -> str:
    """Return about 220 characters of the text around the words, or the first one."""
    text = " ".join(text.split())
    folded = fold(text)
    first = 0
    # Folding may change the length (decomposed input): then start at the front.
    if len(folded) == len(text):
        pattern = "|".join(rf"\b{re.escape(word)}" for word in wanted) or r"\Z"
        phrase = re.search(r"\b" + re.escape(" ".join(wanted)), folded)
        found = phrase or re.search(pattern, folded)
        first = found.start() if found else 0
    start = max(0, first - SNIPPET // 3)
    if start:
        start = text.find(" ", start) + 1
    end = start + SNIPPET
    if end >= len(text):
        cut = text[start:]
    else:
        cut = text[
            start : text.rfind(" ", start, end) if " " in text[start:end] else end
        ]
        cut = f"{cut} …"
    return f"… {cut}" if start else cut
