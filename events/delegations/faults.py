"""Errors beyond those mended on the page: the same fault once, with all its rows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from events.delegations.columns import title
from events.delegations.review import ReviewedRow

# Whoever has more kinds of faults than these sees the others when these are mended.
MOST_FAULTS = 20


@dataclass(frozen=True, slots=True)
class Fault:
    """`rows` is `4–53, 60`: what its author looks up in the file."""

    column: str
    message: str
    rows: str


def runs(numbers: Iterable[int]) -> str:
    """Whole numbers in words as short as they can be: each once, from the smallest."""
    found: list[list[int]] = []
    for number in sorted(set(numbers)):
        if found and number == found[-1][1] + 1:
            found[-1][1] = number
        else:
            found.append([number, number])
    return ", ".join(
        str(first) if first == last else f"{first}–{last}" for first, last in found
    )


def faults(
    rows: Iterable[ReviewedRow], places: Mapping[str, tuple[str, str]]
) -> tuple[list[Fault], int]:
    """The commonest faults of these rows, and how many kinds are not named."""
    found: dict[tuple[str, str], list[int]] = {}
    for row in rows:
        for flaw in row.flaws:
            found.setdefault((flaw.key, str(flaw.message)), []).append(row.number)
    ordered = sorted(found.items(), key=lambda one: (-len(one[1]), one[1][0]))
    named = [
        Fault(_column(key, places), message, runs(numbers))
        for (key, message), numbers in ordered[:MOST_FAULTS]
    ]
    return named, len(ordered) - len(named)


def _column(key: str, places: Mapping[str, tuple[str, str]]) -> str:
    heading, letter = places.get(key, (title(key), ""))
    return f"{letter} ({heading})" if letter else heading
