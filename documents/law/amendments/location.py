"""Where a place lies that its own words only half say."""

import re
from collections.abc import Sequence
from dataclasses import replace

from documents.law.amendments.objects import Object
from documents.law.amendments.places import NamedPlace
from documents.law.amendments.statements import Statement
from documents.law.amendments.words import HIDDEN
from documents.law.provisions import Level, Step

_SENTENCE_END = re.compile(rf"[:{HIDDEN}\n]|\.(?=\s)")


def places_around(
    objects: Sequence[list[Object]], above: tuple[Step, ...]
) -> list[tuple[Step, ...]]:
    """For each statement what its places lie in where they do not say so: the place
    with an article named next, else the one named before, else the one above.
    """
    named = [
        next((place.path for i in own for place in i.places if _has_article(place)), ())
        for own in objects
    ]
    following: list[tuple[Step, ...]] = []
    nearest: tuple[Step, ...] = ()
    for path in reversed(named):
        nearest = path or nearest
        following.append(nearest)
    found, before = [], above
    for path, after in zip(named, reversed(following), strict=True):
        found.append(after or before)
        before = path or before
    return found


def with_later_acts(
    masked: str,
    found: Sequence[Statement],
    objects: Sequence[list[Object]],
    *,
    quoting: bool,
) -> list[list[Object]]:
    """ "Bãi bỏ Điều 6 và sửa đổi Điều 15 Thông tư số …": both are of that act, as long
    as one sentence says so, which may quote (`quoting`) where no act is named above.
    """
    given = list(objects)
    for index in range(len(given) - 2, -1, -1):
        own, following = given[index], given[index + 1]
        mention = next((item.mention for item in following), None)
        named = any(item.mention for item in own)
        between = masked[found[index].start : found[index + 1].begins]
        between = between.replace(HIDDEN, "") if quoting else between
        # Parts of one instruction, which quote phrases between their places.
        same = found[index].begins == found[index + 1].begins
        ends = not same and _SENTENCE_END.search(between)
        if mention and own and not named and not ends:
            given[index] = [
                replace(item, mention=mention) for item in own if item.places
            ]
    return given


def _has_article(place: NamedPlace) -> bool:
    return any(step.level is Level.ARTICLE for step in place.path)


def placed(
    place: NamedPlace, outer: tuple[Step, ...], attachment: str, *, said: bool
) -> NamedPlace:
    """The place made whole by what stands around it."""
    if not place.path:
        levels = [step.level for step in outer]
        own_article = (
            levels.index(Level.ARTICLE) + 1 if Level.ARTICLE in levels else None
        )
        place = replace(place, path=outer[:own_article])
    elif not place.is_whole_path:
        place = place.within(outer)
    own = place.attachment
    if said and own is None:
        own = attachment
    return replace(place, attachment=attachment if own is None else own)
