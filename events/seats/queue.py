"""Who gets the next seats: a pure function on plain values."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple


class Place(NamedTuple):
    """Somebody in the queue.

    `agency` is the key that quotas count by; empty for whoever came on an
    invitation, whose own quota was checked when the delegation was written.
    """

    id: int
    sequence: int
    agency: str = ""


def next_in_line(
    queue: Iterable[Place],
    *,
    free: int | None,
    quota: int | None = None,
    seated: Counter[str] | None = None,
) -> list[Place]:
    """Return those who get a seat now, lowest sequence first.

    `queue` is read in order and no further than needed. `free` None is no limit.
    Whoever's agency has `quota` seats already is passed over and keeps the place:
    nobody behind them loses a seat by it, and none stands free that could be given.
    """
    chosen: list[Place] = []
    taken = Counter(seated or ())
    if free is not None and free <= 0:
        return chosen
    for place in queue:
        if quota is not None and place.agency:
            if taken[place.agency] >= quota:
                continue
            taken[place.agency] += 1
        chosen.append(place)
        if free is not None and len(chosen) == free:
            break
    return chosen
