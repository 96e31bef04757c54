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
    found = _WORD.findall(fold(clean(query)))
    return list(dict.fromkeys(found))[:MOST_WORDS]


def search(query: str):
    """Entries holding every word; those with more of it in the title first."""
    wanted = words(query)
    if not wanted:
        return SearchEntry.objects.none()
    in_title = Q()
    for word in wanted:
        in_title &= Q(title_folded__contains=word)
    phrase = Q(title_folded__contains=" ".join(wanted))
    rank = Case(
        When(phrase, then=Value(0)),
        When(in_title, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    return SearchEntry.objects.matching(wanted).order_by(rank, "-dated", "-pk")


def as_result(entry: SearchEntry, wanted: list[str]) -> Result:
    return Result(
        title=entry.title,
        url=entry.url,
        kind=entry.kind,
        snippet=snippet(entry.text, wanted),
        date=entry.dated,
    )


def snippet(text: str, wanted: list[str]) -> str:
    """Return about 220 characters of the text around the first word found."""
    text = " ".join(text.split())
    folded = fold(text)
    # Folding may change the length (decomposed input): then start at the front.
    places = [folded.find(word) for word in wanted] if len(folded) == len(text) else []
    first = min((place for place in places if place >= 0), default=0)
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
