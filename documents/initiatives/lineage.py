"""Units under the names they had: a search by one name finds what others hold. Pure."""

from collections.abc import Hashable, Mapping
from typing import TypeVar

Unit = TypeVar("Unit", bound=Hashable)


def families(successors: Mapping[Unit, Unit | None]) -> dict[Unit, frozenset[Unit]]:
    """For each unit itself, whom it continues and who continues it.

    Two units merged into one find what the new one holds, and it finds both; they do
    not find one another. A circle, which the form refuses, ends where it began.
    """
    found: dict[Unit, set[Unit]] = {unit: {unit} for unit in successors}
    for unit in successors:
        after, seen = successors[unit], {unit}
        while after is not None and after in found and after not in seen:
            seen.add(after)
            found[unit].add(after)
            found[after].add(unit)
            after = successors[after]
    return {unit: frozenset(family) for unit, family in found.items()}


def with_ancestors(parents: Mapping[Unit, Unit | None]) -> dict[Unit, tuple[Unit, ...]]:
    """Each place and those it lies in, the smallest first; not the outermost one."""
    found = {}
    for place in parents:
        chain, at = [], place
        while at is not None and at not in chain:
            chain.append(at)
            at = parents.get(at)
        found[place] = tuple(chain[:-1] if len(chain) > 1 else chain)
    return found
