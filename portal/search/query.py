"""From what a reader typed to what is searched for: pure but for the rooms' readers."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from portal.search import registry
from portal.search.analyser import Token, composed, folded_words, tokens
from portal.search.engines import Group
from portal.search.numbers import Number, days_of_any_year, find_days, find_numbers
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
#: "Nghị quyết số 14 năm 2019 của Hội đồng nhân dân tỉnh" is a number in so many words.
_LONGEST_NUMBER = 12

# Letters of a type, with the number right behind them.
_GLUED = re.compile(r"(?<![\w/.-])([^\W\d_]{2,3})(\d{1,4})(?![\w-])")
_PROVISIONS = ("dieu", "khoan", "diem", "chuong", "muc")
_FIRST_YEAR, _YEAR = 1900, re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True)
class Query:
    """What is searched for, in tokens; `number` and `days` stand beside the words.

    `also` is a second number, which the first is asked about with. `of_any_year` are days and months typed without a year.
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


def _apart(found: re.Match[str]) -> str:
    """ "nđ13" is Nghị định 13, if the letters may stand before a number."""
    spaced = f"{found[1]} {found[2]}"
    return spaced if registry.read_number(spaced) else found[0]


def parse(text: str, synonyms: Iterable[tuple[str, str]] = ()) -> Query:
    """Read a query; one that holds no word is empty and false."""
    text = _GLUED.sub(_apart, clean(text))
    numbers = _numbers_in(text)
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


def _numbers_in(text: str) -> list[tuple[int, int, Number]]:
    """The number that is asked about, and a second one if any, each where it stands.

    "qđ ubnd 36/2018" says more than the 36/2018 in it, and "06/2020 sửa gì của qđ 36"
    asks about the first.
    """
    found = find_numbers(text)
    if not found or not found[0][2].codes:
        start, end, number = _number_in(_without_days(text, found))
        if number and (not found or number.number == found[0][2].number):
            found = [(start, end, number), *(o for o in found if o[0] >= end)]
        elif number and all(end <= one[0] or one[1] <= start for one in found):
            found.append((start, end, number))
    first = [number for _start, _end, number in found[:1]]
    others = [one for one in found[1:] if one[2] not in first]
    return [*found[:1], *others[:1]]


def _without_days(text: str, numbers: Sequence[tuple[int, int, Number]]) -> str:
    """The text with blanks for its days: "tháng 1 năm 2021" is no number 1 of 2021, nor
    is 12/3/2021 a number 3, while 08-2022 may be one."""
    for start, end, keys in find_days(text):
        said = len(keys) > 1 or "thang" in folded_words(text[start:end])
        if said and all(
            end <= first or last <= start for first, last, _number in numbers
        ):
            text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text


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


def _number_in(text: str) -> tuple[int, int, Number | None]:
    """Where a number stands that is typed in some free way: as much as can be one.

    "quyết định 36 còn hiệu lực không" names an act, whatever else it asks of it.
    """
    words = tokens(text)[:MOST_WORDS]
    digits = [at for at, word in enumerate(words) if word.folded[:1].isdigit()]
    if not digits:
        return 0, 0, None
    for size in range(min(len(words), _LONGEST_NUMBER), 0, -1):
        for first in range(len(words) - size + 1):
            if first and first in digits and words[first - 1].folded in _PROVISIONS:
                # "Điều 4 quy chế" is no regulation number 4.
                continue
            if any(first <= at < first + size for at in digits):
                start, end = words[first].start, words[first + size - 1].end
                is_part = size < len(words)
                number = registry.read_number(text[start:end], is_part=is_part)
                # In "điều 4 quy chế 12 2023" no 4 is of a year 12.
                if number and (number.year or _FIRST_YEAR) >= _FIRST_YEAR:
                    return start, end, number
    return 0, 0, None
