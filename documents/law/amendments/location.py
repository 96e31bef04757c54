"""Where a place lies that its own words only half say."""

from collections.abc import Sequence
from dataclasses import replace

from documents.law.amendments.objects import Object
from documents.law.amendments.places import NamedPlace
from documents.law.provisions import Level, Step


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
