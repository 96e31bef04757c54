"""What a new list of a delegation changes in the old one: pure, on plain values.

A person is recognised by name and phone; else by the name, when only the phone has
changed; else by the phone, when only the name was mended. Where two could be meant
nobody is taken for another: both stand there, one as new and one as missing.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from difflib import SequenceMatcher

from events.models.attendees import Attendee
from portal.vietnamese import fold, match_key

DETAILS = tuple(detail.name for detail in fields(Attendee))
# Below this two names with one phone are two people, not one name mended.
ALIKE = 0.75


@dataclass(frozen=True, slots=True)
class Change:
    """One person of the old list as the new one has them, and which details differ."""

    id: int
    before: Attendee
    after: Attendee
    details: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """The way from the old list to the new; `missing` are ids not in the new one."""

    added: tuple[Attendee, ...] = ()
    changed: tuple[Change, ...] = ()
    unchanged: tuple[int, ...] = ()
    missing: tuple[int, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to write but, perhaps, people to leave out."""
        return not (self.added or self.changed)


def person(attendee: Attendee) -> tuple[str, str]:
    """Equal for one person, however the name is spelt."""
    return match_key(attendee.name), attendee.phone


def diff(
    old: Mapping[int, Attendee],
    new: Sequence[Attendee],
    *,
    given: Collection[str] = DETAILS,
) -> Difference:
    """Compare the delegation as it is, by id, with a list in which all are distinct.

    Only the details in `given` were in the list; the others stay as they were.
    """
    paired = _pair(old, new)
    changed, unchanged = [], []
    for at, id_ in sorted(paired.items()):
        before = old[id_]
        written = {name: getattr(new[at], name) for name in DETAILS if name in given}
        after = replace(before, **written)
        details = tuple(
            name for name in DETAILS if getattr(before, name) != getattr(after, name)
        )
        if details:
            changed.append(Change(id_, before, after, details))
        else:
            unchanged.append(id_)
    kept = set(paired.values())
    return Difference(
        added=tuple(one for at, one in enumerate(new) if at not in paired),
        changed=tuple(changed),
        unchanged=tuple(unchanged),
        missing=tuple(id_ for id_ in old if id_ not in kept),
    )


def _pair(old: Mapping[int, Attendee], new: Sequence[Attendee]) -> dict[int, int]:
    """Which of the old is meant by which of the new: id by place in the list."""
    paired: dict[int, int] = {}
    shared = _shared_phones(old.values()) | _shared_phones(new)
    everybody = dict(enumerate(new))

    def match(key: Callable[[Attendee], Hashable | None]) -> None:
        left = {id_: one for id_, one in old.items() if id_ not in paired.values()}
        come = {at: one for at, one in everybody.items() if at not in paired}
        theirs, mine = _only(left, key), _only(come, key)
        for value in mine.keys() & theirs.keys():
            at, id_ = mine[value], theirs[value]
            if alike(old[id_].name, new[at].name):
                paired[at] = id_

    match(person)
    match(lambda one: match_key(one.name))
    match(lambda one: None if one.phone in shared else one.phone or None)
    return paired


def alike(one: str, other: str) -> bool:
    """Whether one name may be the other, mended or written in full."""
    first, second = fold(one, merge_i_y=True), fold(other, merge_i_y=True)
    words, others = set(first.split()), set(second.split())
    if words <= others or others <= words:
        return True
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= ALIKE


def _only(people: Mapping[int, Attendee], key) -> dict[Hashable, int]:
    """Who alone has a key, by that key."""
    having: dict[Hashable, list[int]] = defaultdict(list)
    for id_, one in people.items():
        if (value := key(one)) is not None:
            having[value].append(id_)
    return {value: ids[0] for value, ids in having.items() if len(ids) == 1}


def _shared_phones(people: Iterable[Attendee]) -> set[str]:
    seen: set[str] = set()
    shared: set[str] = set()
    for one in people:
        (shared if one.phone in seen else seen).add(one.phone)
    return shared
