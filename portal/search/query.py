"""From what a reader typed to what is searched for: pure but for the rooms' readers."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from portal.search import registry
from portal.search.analyser import Token, composed, folded_words, tokens
from portal.search.engines import Group
from portal.search.numbers import Number, find_days, find_numbers

LONGEST_QUERY = 200
MOST_WORDS = 24
#: A synonym may be this many words long; longer ones are left aside.
_LONGEST_PHRASE = 8

_QUESTION = re.compile(
    r"\b(?:la gi|la bao nhieu|bao nhieu|nhu the nao|the nao|o dau|khi nao|luc nao|"
    r"lam sao|tai sao|vi sao|cho toi hoi|cho hoi|xin hoi|toi muon|duoc khong|co khong|"
    r"nhung ai|la ai|"
    r"gom nhung gi|nhung gi|hay khong|khong a|ra sao|the a|vay a|vay)\b"
)
# "Quy định trồng hồi như thế nào" asks about trồng hồi, whoever says it and how.
_OPENING = re.compile(
    r"^[\0 ]*(?:(?:qui dinh|van ban|thong tin|huong dan|thu tuc|cach)\b(?: ve\b)? ?)+"
)
_NOISE = frozenset({"so", "ngay", "nam"})


@dataclass(frozen=True)
class Query:
    """What is searched for, in tokens; `number` and `days` stand beside the words."""

    text: str = ""
    words: tuple[Token, ...] = ()
    number: Number | None = None
    days: tuple[tuple[str, ...], ...] = ()
    synonyms: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.words or self.number or self.days)

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """The folded words, each once, in order."""
        return tuple(dict.fromkeys(word.folded for word in self.words))

    @property
    def sequence(self) -> tuple[str, ...]:
        return tuple(word.folded for word in self.words)

    @property
    def has_marks(self) -> bool:
        return any(word.has_marks for word in self.words)

    def with_words(self, words: Iterable[Token]) -> "Query":
        return replace(self, words=tuple(words))

    def groups(self) -> tuple[Group, ...]:
        """What must be met: each word or what it is short for, and each day."""
        found = list(self._word_groups())
        found += [((keys[0],),) for keys in self.days]
        return tuple(found)

    def _word_groups(self) -> Iterable[Group]:
        """A phrase with a synonym is one group; every other word is its own."""
        words, at = self.sequence, 0
        seen: set[str] = set()
        while at < len(words):
            long, others = self._phrase_at(words, at)
            if others:
                yield (words[at : at + long], *others)
                seen.update(words[at : at + long])
                at += long
                continue
            if words[at] not in seen:
                seen.add(words[at])
                yield ((words[at],),)
            at += 1

    def _phrase_at(self, words: tuple[str, ...], at: int):
        """The longest phrase that starts here and has synonyms, and those."""
        long, others = 0, []
        for one, other in self.synonyms:
            size = len(one)
            if size >= max(long, 1) and words[at : at + size] == one:
                others = [*(others if size == long else ()), other]
                long = size
        return long, others


def clean(text: str) -> str:
    """What is searched for: no control characters, bounded length."""
    printable = "".join(c if c.isprintable() else " " for c in text[:LONGEST_QUERY])
    return " ".join(composed(printable).split())


def parse(text: str, synonyms: Iterable[tuple[str, str]] = ()) -> Query:
    """Read a query; one that holds no word is empty and false."""
    text = clean(text)
    rest, number = text, None
    found = find_numbers(text)
    if not found or not found[0][2].codes:
        # "qđ ubnd 36/2018" says more than the 36/2018 in it.
        number = registry.read_number(text)
        rest = "" if number else text
    if found and number is None:
        start, end, number = found[0]
        rest = f"{text[:start]} {text[end:]}"
    days = []
    for start, end, keys in find_days(rest):
        days.append(keys)
        rest = f"{rest[:start]}{' ' * (end - start)}{rest[end:]}"
    words = _content(tokens(rest), alone=not (number or days))
    pairs = _pairs(synonyms, {word.folded for word in words})
    return Query(text, words, number, tuple(days), pairs)


def _content(words: list[Token], *, alone: bool) -> tuple[Token, ...]:
    """Without the words that only make a question of it, if others are left."""
    words = [word for word in words if word.folded][:MOST_WORDS]
    if not words:
        return ()
    line = " ".join(word.folded for word in words)
    asked = _QUESTION.sub(_blanked, line)
    if asked != line:
        asked = _OPENING.sub(_blanked, asked)
    kept = tuple(
        word
        for word, left in zip(words, asked.split(" "), strict=True)
        if "\0" not in left and (alone or word.folded not in _NOISE)
    )
    return kept if len(kept) > 1 or not alone else tuple(words)


def _blanked(found: re.Match[str]) -> str:
    return re.sub(r"\S", "\0", found[0])


def _pairs(synonyms: Iterable[tuple[str, str]], words: set[str]):
    """Both ways, and only those that can apply."""
    found = []
    for short, meaning in synonyms:
        one, other = _folded(short), _folded(meaning)
        if not one or not other or max(len(one), len(other)) > _LONGEST_PHRASE:
            continue
        if words.issuperset(one):
            found.append((one, other))
        if words.issuperset(other):
            found.append((other, one))
    return tuple(found)


@lru_cache(maxsize=1024)
def _folded(text: str) -> tuple[str, ...]:
    return tuple(folded_words(text))
