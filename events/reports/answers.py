"""What people answered to three questions, in counts nobody is found by. Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from events.reports.fields import per_cent

#: A group of fewer is not told apart from the others.
LEAST = 5


@dataclass(frozen=True, slots=True)
class Given:
    """One person's answers; `parts` are what should be said more of."""

    audience: str
    usefulness: str
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    label: str
    count: int
    per_cent: int


@dataclass(frozen=True, slots=True)
class Split:
    """One group's or several groups' answers, and how many of them were good."""

    keys: tuple[str, ...]
    answers: int
    useful: int

    @property
    def per_cent(self) -> int:
        return per_cent(self.useful, self.answers)


def choices(answers: Sequence[Given], labels: Mapping[str, str]) -> list[Choice]:
    """How many chose each, in the order of the labels; per cent of the answers."""
    counted = Counter(given.usefulness for given in answers)
    return [
        Choice(str(label), counted[key], per_cent(counted[key], len(answers)))
        for key, label in labels.items()
    ]


def parts(answers: Sequence[Given]) -> list[Choice]:
    """What was named, most often first; several may be named by one person."""
    counted = Counter(part for given in answers for part in set(given.parts))
    ordered = sorted(counted.items(), key=lambda found: (-found[1], found[0]))
    return [Choice(part, many, per_cent(many, len(answers))) for part, many in ordered]


def useful(answers: Iterable[Given], good: frozenset[str]) -> int:
    return sum(given.usefulness in good for given in answers)


def by_group(answers: Sequence[Given], good: frozenset[str]) -> list[Split]:
    """The answers told apart by group, the largest first.

    Groups of fewer than five stand together, and take in the next larger one until
    they are five: otherwise the difference to the whole would tell theirs. Nothing is
    told apart where that leaves one line.
    """
    members: dict[str, list[Given]] = {}
    for given in answers:
        members.setdefault(given.audience, []).append(given)
    ordered = sorted(members, key=lambda key: (-len(members[key]), key))
    alone = [key for key in ordered if len(members[key]) >= LEAST]
    together = [key for key in ordered if len(members[key]) < LEAST]
    while together and sum(len(members[key]) for key in together) < LEAST and alone:
        together.insert(0, alone.pop())
    lines = [(key,) for key in alone] + ([tuple(together)] if together else [])
    if len(lines) < 2:
        return []
    return [_split(keys, members, good) for keys in lines]


def _split(
    keys: tuple[str, ...], members: Mapping[str, Sequence[Given]], good: frozenset[str]
) -> Split:
    all_of = [given for key in keys for given in members[key]]
    return Split(keys, len(all_of), useful(all_of, good))
