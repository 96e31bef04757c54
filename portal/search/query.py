"""From what a reader typed to what is searched for: pure but for the rooms' readers."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from portal.search import registry
from portal.search.analyser import Token, composed, folded_words, tokens
from portal.search.asked_numbers import asked_numbers, unglued
from portal.search.engines import Group
from portal.search.numbers import Number, days_of_any_year, find_days
from portal.search.page_words import is_list_asked, kinds_asked
from portal.search.question_words import (
    SURELY_JOINING,
    content,
    is_question,
    joins,
)
from portal.search.synonyms import Pair, synonyms_of

LONGEST_QUERY = 200
MOST_WORDS = 24
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True)
class Query:
    """What is searched for, in tokens; `number` and `days` stand beside the words.

    `also` is a second number, which the first is asked about with; `of_any_year` are
    days and months typed without a year.
    """

    text: str = ""
    words: tuple[Token, ...] = ()
    number: Number | None = None
    days: tuple[tuple[str, ...], ...] = ()
    synonyms: tuple[Pair, ...] = ()
    states: tuple[tuple[str, str], ...] = ()
    kinds: tuple[str, ...] = ()
    only_state: bool = False
    only_kind: bool = False
    asks_list: bool = False
    of_any_year: tuple[tuple[int, int], ...] = ()
    also: Number | None = None

    def __bool__(self) -> bool:
        return bool(self.words or self.number or self.days or self.states)

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """The folded words, each once, in order."""
        return tuple(dict.fromkeys(word.folded for word in self.words))

    @cached_property
    def otherwise(self) -> frozenset[tuple[str, ...]]:
        """The phrases that say some of it in other words."""
        return frozenset(other for _one, other in self.synonyms)

    @cached_property
    def said(self) -> frozenset[str]:
        """Every folded word that says some of it."""
        return frozenset(self.folded).union(*self.otherwise)

    @cached_property
    def exact(self) -> frozenset[str]:
        """The exact tokens of the words that were typed with marks."""
        return frozenset(word.exact for word in self.words if word.has_marks)

    def is_joining(self, folded: str) -> bool:
        """Whether the word, wherever it stands in the query, only joins others."""
        return folded in self._joining

    @cached_property
    def _joining(self) -> frozenset[str]:
        """Typed without marks "chi" may be what is spent as well as only: it tells."""
        telling = {w.folded for w in self.words if not joins(w, self.has_marks)}
        joining = frozenset(self.folded) - telling
        return joining if self.has_marks else joining & SURELY_JOINING

    @cached_property
    def telling(self) -> tuple[str, ...]:
        """The words a page must have: those that do more than join others, if any."""
        found = tuple(word for word in self.folded if word not in self._joining)
        return found or self.folded

    def runs(self, folded: Collection[str]) -> list[str]:
        """These words as they were typed, those side by side together, each once."""
        runs: list[list[str]] = [[]]
        for word in self.words:
            if word.folded in folded:
                runs[-1].append(word.word)
            elif runs[-1]:
                runs.append([])
        return list(dict.fromkeys(" ".join(run) for run in runs if run))

    @property
    def sequence(self) -> tuple[str, ...]:
        return tuple(word.folded for word in self.words)

    @property
    def has_year(self) -> bool:
        """Whether a year is named: what is over may be just what is looked for."""
        return any(_YEAR.fullmatch(word.folded) for word in self.words)

    @property
    def has_marks(self) -> bool:
        return any(word.has_marks for word in self.words)

    @cached_property
    def typed(self) -> tuple[str, ...]:
        """All folded words of what was typed, question words and numbers too."""
        return tuple(folded_words(self.text))

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
        seen = set(self.folded).difference(self.telling)
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

    def _phrase_at(
        self, words: tuple[str, ...], at: int
    ) -> tuple[int, list[tuple[str, ...]]]:
        """The longest phrase that starts here and has synonyms, and those."""
        long = 0
        others: list[tuple[str, ...]] = []
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
    text = unglued(clean(text))
    numbers = asked_numbers(text, MOST_WORDS)
    rest = text
    for start, end, _number in sorted(numbers, key=lambda one: -one[0]):
        rest = f"{rest[:start]} {rest[end:]}"
    number, also = [*(one[2] for one in numbers), None, None][:2]
    days = []
    for start, end, keys in find_days(rest):
        days.append(keys)
        rest = f"{rest[:start]}{' ' * (end - start)}{rest[end:]}"
    typed = [word for word in tokens(rest) if word.folded][:MOST_WORDS]
    alone = not (number or days)
    words, states = _states_in(content(typed, alone=alone))
    line = [word.folded for word in typed]
    named = kinds_asked(line, is_question=is_question(" ".join(line)))
    # "Văn bản nào đã hết hiệu lực" names nothing but a kind and a state.
    said = {word for kind in named for word in named[kind]}
    has_marks = any(word.has_marks for word in typed)
    left = [w for w in words if w.folded not in said and not joins(w, has_marks)]
    only_state = bool(states) and not left
    if only_state and alone:
        words = tuple(typed)
    pairs = synonyms_of(synonyms, words)
    kinds = tuple(named)
    return Query(
        text,
        words,
        number,
        tuple(days),
        pairs,
        states,
        kinds,
        only_state,
        of_any_year=tuple(days_of_any_year(rest)),
        only_kind=alone and not left,
        asks_list=bool(kinds) and is_list_asked(line),
        also=also,
    )


def _states_in(
    words: tuple[Token, ...],
) -> tuple[tuple[Token, ...], tuple[tuple[str, str], ...]]:
    """The states asked for, as kind and state, and the words that do not say them.

    "Lớp tập huấn còn chỗ" looks for classes; that there is room is true of a day.
    """
    line = [word.folded for word in words]
    gone: set[int] = set()
    places: set[range] = set()
    found = []
    for phrase, state in registry.state_phrases():
        if phrase[0] not in line:
            continue
        for at in range(len(line) - len(phrase) + 1):
            place = range(at, at + len(phrase))
            # Two states may be asked for in the same words, not in some of them.
            if line[at : at + len(phrase)] == phrase and (
                place in places or gone.isdisjoint(place)
            ):
                gone.update(place)
                places.add(place)
                found.append(state)
                break
    left = tuple(word for at, word in enumerate(words) if at not in gone)
    return left, tuple(dict.fromkeys(found))
