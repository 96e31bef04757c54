"""How much of labelled news is read, and how much of what is read is right."""

import re
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping
from typing import Any

from documents.law.scores import Score
from home.importer.article import ImportedArticle, Speaker
from home.importer.errors import ImportRefused
from home.importer.read_article import read_article
from home.importer.recognise.captions import split_credit

Item = Mapping[str, Any]

_WORD = re.compile(r"\w+")
# A capital "Bản" begins a name, as in "xã Bản Luốc".
_KIND = re.compile(
    r"^(?:(?i:tỉnh|huyện|quận|thành phố|thị xã|thị trấn|xã|phường|khu phố|T[PXT]\.?)"
    r"|thôn|bản|làng|ấp)\s+"
)
# A line that names the writer may say "Tin, ảnh:" and the day beside the name.
_WORDS_BESIDE_AUTHOR = 6


def measure(items: Iterable[Item]) -> tuple[dict[str, Score], list[str]]:
    """Scores by class, and a line for each fact missed or invented.

    An item has `text` and what is expected: `title`, `published` (ISO or null),
    `dates` (pairs of ISO days), `places`, `venue`, `speakers` (`name`, `title`),
    `captions` (whole lines), `byline` and `furniture` (whole lines). Titles are those
    of the people found. Of furniture, a paragraph of the article gone is an invention.
    """
    items = list(items)
    scores = {name: Score() for name in CLASSES}
    remarks: list[str] = []
    places = sorted({bare_place(place) for item in items for place in item["places"]})
    for item in items:
        try:
            article = read_article(item["text"].encode(), localities=places)
        except ImportRefused:
            article = ImportedArticle("", "", [])
        for name, compare in CLASSES.items():
            for word, what in compare(item, article, scores[name]):
                remarks.append(f"{item['id']}, {name}, {word}: {what}")
    return scores, remarks


def bare_place(name: str) -> str:
    """The name without what kind of place it is of."""
    return _KIND.sub("", name.strip())


_Remarks = Iterator[tuple[str, object]]
_Compare = Callable[[Item, ImportedArticle, Score], _Remarks]


def _count(wanted: Collection, read: Collection, score: Score) -> _Remarks:
    """Each of a kind once, as keys."""
    wanted, read = dict.fromkeys(wanted), dict.fromkeys(read)
    hits = sum(key in read for key in wanted)
    score.labelled += len(wanted)
    score.found += hits
    score.right += hits
    score.wrong += len(read) - hits
    yield from (("missed", key) for key in wanted if key not in read)
    yield from (("invented", key) for key in read if key not in wanted)


def _one(name: str, attribute: str) -> _Compare:
    """A class of which an article has at most one, compared by its words."""

    def compare(item: Item, article: ImportedArticle, score: Score) -> _Remarks:
        wanted, read = item[name] or "", getattr(article, attribute) or ""
        yield from _count(_keys([wanted]), _keys([str(read)]), score)

    return compare


def _dates(item: Item, article: ImportedArticle, score: Score) -> _Remarks:
    read = [f"{d.start.isoformat()} {d.end.isoformat()}" for d in article.event_dates]
    yield from _count([" ".join(pair) for pair in item["dates"]], read, score)


def _places(item: Item, article: ImportedArticle, score: Score) -> _Remarks:
    wanted = _keys(map(bare_place, item["places"]))
    yield from _count(wanted, _keys(map(bare_place, article.localities)), score)


def _people(item: Item, article: ImportedArticle, score: Score) -> _Remarks:
    wanted = _keys(speaker["name"] for speaker in item["speakers"])
    yield from _count(wanted, _keys(one.name for one in _everybody(article)), score)


def _titles(item: Item, article: ImportedArticle, score: Score) -> _Remarks:
    """Of names found: what is read as office and organisation, in whatever order."""
    read = {_key(one.name): one for one in _everybody(article)}
    for speaker in item["speakers"]:
        one = read.get(_key(speaker["name"]))
        if one is None:
            continue
        wanted = _office(one.name, speaker["title"])
        given = _office(one.name, f"{one.title} {one.organisation}")
        yield from _count(wanted, given, score)


def _office(name: str, title: str) -> list[Hashable]:
    words = sorted(_key(title).split())
    return [f"{name}: {' '.join(words)}"] if words else []


def _captions(item: Item, article: ImportedArticle, score: Score) -> _Remarks:
    """Without the credit: a line that has nothing else is no caption here."""
    wanted = _keys(split_credit(line)[0] for line in _uncredited(item["captions"]))
    yield from _count(wanted, _keys(article.captions), score)


def _uncredited(lines: Iterable[str]) -> Iterator[str]:
    return (line.rstrip(" |") for line in lines)


def _furniture(item: Item, article: ImportedArticle, score: Score) -> _Remarks:
    left = [article.title, article.lead, *article.body, *article.captions]
    lines = set(map(_key, left))
    for line in item["furniture"]:
        score.labelled += 1
        if _key(line) in lines:
            yield "missed", line
        else:
            score.found += 1
            score.right += 1
    everything = " ".join(map(_key, left))
    for line in _paragraphs(item):
        if _key(line) not in everything:
            score.wrong += 1
            yield "invented", line


def _paragraphs(item: Item) -> Iterator[str]:
    """Lines of the article's own text."""
    labelled = {_key(line) for line in (*item["furniture"], *item["captions"])}
    author = _key(item["byline"] or "")
    for line in item["text"].splitlines():
        key = _key(line)
        is_author = author in key and (
            len(key.split()) <= len(author.split()) + _WORDS_BESIDE_AUTHOR
        )
        if key and key not in labelled and not (author and is_author):
            yield line


def _everybody(article: ImportedArticle) -> list[Speaker]:
    return [*article.speakers, *article.guests, *article.mentioned]


def _keys(texts: Iterable[str]) -> list[str]:
    return [key for key in map(_key, texts) if key]


def _key(text: str) -> str:
    """The words alone, in small letters."""
    return " ".join(_WORD.findall(text.casefold()))


CLASSES: dict[str, _Compare] = {
    "title": _one("title", "title"),
    "publication day": _one("published", "published_on"),
    "dates": _dates,
    "places": _places,
    "venue": _one("venue", "venue"),
    "people": _people,
    "their titles": _titles,
    "captions": _captions,
    "author": _one("byline", "author"),
    "furniture": _furniture,
}
"""What the labels tell apart."""
