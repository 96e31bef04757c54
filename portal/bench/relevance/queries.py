"""Graded queries: what readers type, and which documents answer it how well.

3 is what was meant, 1 what merely names it in its text. Fixed by the seed before any
ranking was tuned; the grades come from how the documents were made, never from search.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from random import Random

from portal.bench.relevance import variants, words
from portal.bench.relevance.corpus import SEED, Document
from portal.vietnamese import fold
from portal.vietnamese.dates import short_date

PER_CLASS = 14


@dataclass(frozen=True, slots=True)
class Graded:
    """One query; `grades` says what each page is worth, others nothing."""

    group: str
    text: str
    grades: dict[int, int]
    kind: str = ""
    year: int | None = None
    is_beginning: bool = False


@dataclass
class Library:
    """The documents by what may be asked of them."""

    documents: list[Document]
    by_title: dict[tuple, list[int]] = field(default_factory=lambda: defaultdict(list))
    by_mention: dict[tuple, list[int]] = field(
        default_factory=lambda: defaultdict(list)
    )
    citing: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        for one in self.documents:
            self.by_title[one.topic, one.object, one.place].append(one.page)
            if one.mentions:
                self.by_mention[one.mentions].append(one.page)
            if one.cites:
                self.citing[one.cites].append(one.page)

    def about(self, one: Document) -> dict[int, int]:
        """Title: 3; named in the text: 1."""
        subject = (one.topic, one.object, one.place)
        named = dict.fromkeys(self.by_mention[subject], 1)
        return named | dict.fromkeys(self.by_title[subject], 3)

    def where(self, fits: Callable[[Document], bool]) -> dict[int, int]:
        return {one.page: 3 for one in self.documents if fits(one)}


def queries(documents: Iterable[Document], seed: int = SEED) -> list[Graded]:
    """The same queries for the same documents, so many for each class."""
    library = Library(list(documents))
    chance = Random(seed + 1)  # noqa: S311
    found = []
    for group, make in _CLASSES.items():
        made = 0
        while made < PER_CLASS:
            graded = make(group, library, chance, made)
            if graded is not None:
                found.append(graded)
                made += 1
    return found


def _subject(one: Document) -> str:
    return f"{one.topic} {one.object} {one.place}"


def _plain(library: Library, chance: Random) -> Document:
    """A document that is no twin: those are asked for in their own class."""
    while True:
        one = chance.choice(library.documents)
        if one.topic in words.TOPICS:
            return one


def _spelt(change: Callable[[str, Random], str | None]):
    """The subject of a document, spelt in another way."""

    def make(group: str, library: Library, chance: Random, _place: int):
        one = _plain(library, chance)
        text = change(_subject(one), chance)
        return Graded(group, text, library.about(one)) if text else None

    return make


def _body(group: str, library: Library, chance: Random, _place: int) -> Graded:
    one = chance.choice(library.documents)
    same = (one.fact, one.tool)
    return Graded(
        group,
        f"{one.fact} {one.tool}",
        library.where(lambda other: (other.fact, other.tool) == same),
    )


def _twin(group: str, library: Library, chance: Random, place: int) -> Graded:
    """The topic with its marks, where another differs in nothing but marks."""
    topic = words.TWINS[place % len(words.TWINS)][place // len(words.TWINS) % 2]
    some = [one for one in library.documents if one.topic == topic]
    one = chance.choice(some)
    right = {other.page: 3 for other in some if other.place == one.place}
    return Graded(group, f"{topic} {one.place}", right)


def _phrase(group: str, library: Library, chance: Random, _place: int) -> Graded:
    """Words that stand side by side in these titles, and scattered in others."""
    one = _plain(library, chance)
    text = f"{one.topic} {one.object}"
    right = library.where(lambda d: (d.topic, d.object) == (one.topic, one.object))
    return Graded(group, text, right)


def _numbered(write: Callable[[Document, Random], str], *, loose: bool = False):
    """A number as somebody types it; what cites it is worth a little."""

    def make(group: str, library: Library, chance: Random, _place: int) -> Graded:
        one = chance.choice([one for one in library.documents[:20_000] if one.number])
        if loose:
            same = (one.number, one.day.year)
            right = library.where(lambda d: (d.number, d.day.year) == same)
        else:
            right = dict.fromkeys(library.citing[one.symbol], 1) | {one.page: 3}
        return Graded(group, write(one, chance), right)

    return make


def _dated(group: str, library: Library, chance: Random, place: int) -> Graded:
    one = _plain(library, chance)
    day = short_date(one.day)
    if place % 2:
        day = f"ngày {one.day.day} tháng {one.day.month} năm {one.day.year}"
    right = library.where(lambda d: (d.topic, d.day) == (one.topic, one.day))
    return Graded(group, f"{one.topic} {day}", right)


_SHORT = {
    "Ủy ban nhân dân": "UBND",
    "Hội đồng nhân dân": "HĐND",
    "Khoa học và Công nghệ": "KH&CN",
}


def _shortened(group: str, library: Library, chance: Random, _place: int):
    one = _plain(library, chance)
    text = _subject(one)
    for long, short in _SHORT.items():
        if long in text:
            return Graded(group, text.replace(long, short), library.about(one))
    return None


def _asked(group: str, library: Library, chance: Random, place: int) -> Graded:
    one = _plain(library, chance)
    forms = (
        "{0} {1} {2} như thế nào",
        "cho tôi hỏi {0} {1} {2} là gì",
        "quy định {0} {1} {2} ra sao vậy ạ",
    )
    text = forms[place % 3].format(one.topic, one.object, one.place)
    return Graded(group, text, library.about(one))


def _filtered(group: str, library: Library, chance: Random, place: int) -> Graded:
    one = _plain(library, chance)
    year = one.day.year if place % 2 else None
    right = library.where(
        lambda d: (
            (d.topic, d.kind) == (one.topic, one.kind)
            and (year is None or d.day.year == year)
        )
    )
    return Graded(group, one.topic, right, kind=one.kind, year=year)


def _begun(group: str, library: Library, chance: Random, _place: int) -> Graded:
    one = _plain(library, chance)
    whole = f"{one.action} {one.topic} {one.object}".split()
    kept = chance.randrange(4, 7)
    text = " ".join([*whole[:kept], whole[kept][:2]])
    if chance.random() < 0.5:
        text = fold(text)
    start = fold(text)
    right = library.where(lambda d: fold(d.title).startswith(start))
    return Graded(group, text, right, is_beginning=True)


_CLASSES = {
    "exact": _spelt(lambda text, chance: text),
    "upper case": _spelt(lambda text, chance: text.upper()),
    "NFD": _spelt(lambda text, chance: unicodedata.normalize("NFD", text)),
    "no marks": _spelt(lambda text, chance: fold(text)),
    "partial marks": _spelt(variants.partly),
    "typo": _spelt(variants.slipped),
    "Telex": _spelt(variants.telexed),
    "body": _body,
    "twins": _twin,
    "tone place": _spelt(variants.old_tones),
    "i/y": _spelt(variants.i_for_y),
    "phrase": _phrase,
    "number": _numbered(lambda one, chance: one.symbol),
    "number badly": _numbered(lambda one, chance: variants.badly(one.symbol, chance)),
    "number, year": _numbered(
        lambda one, chance: f"{one.number}/{one.day.year}", loose=True
    ),
    "date": _dated,
    "abbreviation": _shortened,
    "question": _asked,
    "filter": _filtered,
    "autocomplete": _begun,
}
